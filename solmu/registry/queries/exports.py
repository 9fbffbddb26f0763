"""The only place that reads a network as a dataset, to be written as a file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.networks.models import Network
from solmu.registry.models import Actor, Belonging, Claim, Contact, Mention, Name
from solmu.registry.queries.reading import (
    claims_in,
    current_ties,
    is_directed,
    present_actors,
)
from solmu.registry.rules.comparing import CONTACT_KINDS

_FIELDS = {kind: field for field, kind in CONTACT_KINDS.items()}
# What ties of one arc must share to stand on one row.
_SHARED = (
    "status", "frequency", "closeness", "weight", "confirmed_on", "valid_from", "valid_to",
)  # fmt: skip
_LONGEST = {"note": 500, "means": 200, "contact": 254}


def dataset_of(network: Network, *, seen: Collection[str] = (), wished: bool = True) -> Dataset:
    """Return ``network`` as it is read now: actors, and ties as their sources together tell them.

    Of contacts those whose visibility is among ``seen``; without ``wished`` only ties that exist.
    """
    present = present_actors(network)
    actors = list(present.select_related("municipality").order_by("label_fi", "pk"))
    refs = {actor.pk: actor.ref for actor in actors}
    directed = is_directed(network)
    ties = list(_ties(network, refs, wished=wished))
    if not directed:
        ties = [replace(tie, direction="undirected") for tie in _once(ties)]
    return Dataset(
        actors=tuple(_actors(actors, present, seen)),
        ties=tuple(ties),
        directed=directed,
        title=network.name,
    )


def _actors(
    actors: list[Actor], present: QuerySet[Actor], seen: Collection[str]
) -> Iterator[ActorRow]:
    names, contacts = _other_names(present), _contacts(present, seen)
    parents, said = _parents(actors, present), _said(present)
    for actor in actors:
        services, extra = said.get(actor.pk, ("", {}))
        tags = tuple(tag for tag in extra.pop("tags", "").split(" | ") if tag)
        yield ActorRow(
            ref=actor.ref,
            label=actor.label_fi,
            kind=actor.kind,
            sector=actor.sector,
            municipality=actor.municipality.name_fi if actor.municipality else "",
            parent=parents.get(actor.pk, ""),
            services=services,
            description=actor.description,
            tags=tags,
            business_id=actor.business_id,
            other_names=tuple(name for name in names[actor.pk] if name != actor.label_fi),
            extra=extra,
            **contacts[actor.pk],
        )


def _other_names(present: QuerySet[Actor]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    for actor, text in (
        Name.objects.filter(actor__in=present).order_by("pk").values_list("actor_id", "text")
    ):
        if text not in names[actor]:
            names[actor].append(text)
    return names


def _contacts(present: QuerySet[Actor], seen: Collection[str]) -> dict[int, dict[str, Any]]:
    held: dict[int, dict[str, Any]] = defaultdict(dict)
    rows = Contact.objects.filter(actor__in=present, visibility__in=seen).order_by("pk")
    for actor, kind, value in rows.values_list("actor_id", "kind", "value"):
        field = _FIELDS[kind]
        joined = f"{held[actor][field]}; {value}" if field in held[actor] else value
        if len(joined) <= _LONGEST["contact"]:
            held[actor][field] = joined
    return held


def _parents(actors: list[Actor], present: QuerySet[Actor]) -> dict[int, str]:
    """Return what each actor belongs to now, by name where no other could be meant."""
    same = Counter(actor.label_fi.casefold() for actor in actors)
    called = {
        actor.pk: actor.label_fi if same[actor.label_fi.casefold()] == 1 else actor.ref
        for actor in actors
    }
    current = Belonging.objects.filter(actor__in=present, to__in=present, valid_to=None)
    pairs = current.order_by("-pk").values_list("actor_id", "to_id")
    return {actor: called[to] for actor, to in pairs}


def _said(present: QuerySet[Actor]) -> dict[int, tuple[str, dict[str, str]]]:
    """Return the services and the other columns that the sources give an actor; the latest wins."""
    found: dict[int, tuple[str, dict[str, str]]] = {}
    mentions = Mention.objects.filter(
        identities__actor__in=present, identities__ended_at=None, perspective__withdrawn_at=None
    ).order_by("perspective__created_at", "pk")
    for actor, services, extra in mentions.values_list("identities__actor", "services", "extra"):
        had = found.get(actor, ("", {}))
        found[actor] = (services or had[0], {**had[1], **extra})
    return found


def _ties(network: Network, refs: dict[int, str], *, wished: bool) -> Iterator[TieRow]:
    ties = current_ties(network)
    if not wished:
        ties = ties.filter(status=Claim.Status.EXISTING)
    grouped: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    rows = ties.order_by("pk").values_list("content", "source_id", "target_id", *_SHARED)
    for content, *key in rows.iterator(chunk_size=5000):
        if key[0] in refs and key[1] in refs:
            grouped[tuple(key)] += [content] if content else []
    told = _told_of(network)
    for key, contents in grouped.items():
        source, target, *shared = key
        turned = (target, source, *shared)
        both = turned in grouped and sorted(grouped[turned]) == sorted(contents)
        if both and (target, source) < (source, target):
            continue
        notes, means = told.pop((source, target), ([], []))
        if both:
            back = told.pop((target, source), ([], []))
            notes, means = [*notes, *back[0]], [*means, *back[1]]
        yield TieRow(
            source=refs[source],
            target=refs[target],
            direction="both" if both else "forward",
            contents=tuple(sorted(contents)),
            note=_joined(notes, " / ", _LONGEST["note"]),
            means=_joined(means, "; ", _LONGEST["means"]),
            **dict(zip(_SHARED, shared, strict=True)),
        )


def _told_of(network: Network) -> dict[tuple[int, int], tuple[list[str], list[str]]]:
    """Return the notes and means that claims give each arc; a claim of both ways counts for its first."""
    told: dict[tuple[int, int], tuple[list[str], list[str]]] = {}
    claims = claims_in(network).exclude(note="", means="").order_by("pk")
    rows = claims.values_list("source_actor", "target_actor", "note", "means")  # type: ignore[misc]  # annotated by the query
    for source, target, note, means in rows:
        notes, ways = told.setdefault((source, target), ([], []))
        notes += [note] if note else []
        ways += [means] if means else []
    return told


def _joined(texts: Iterable[str], mark: str, longest: int) -> str:
    return mark.join(dict.fromkeys(texts))[:longest].rstrip()


def _once(ties: Iterable[TieRow]) -> Iterator[TieRow]:
    """Yield each line of a network without arrows once."""
    seen = set()
    for tie in ties:
        ends = (frozenset((tie.source, tie.target)), tie.contents, tie.status)
        if ends not in seen:
            seen.add(ends)
            yield tie
