"""The only place that reads what a file is compared with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from solmu.formats.dataset import TieRow
from solmu.ledger.models import Act
from solmu.matching import fold
from solmu.networks.models import Network
from solmu.networks.queries import municipalities_by_name
from solmu.people.models import Person
from solmu.registry.models import (
    Belonging,
    Claim,
    Contact,
    Identity,
    Mention,
    Name,
    Perspective,
    Tie,
    Upload,
)
from solmu.registry.queries.reading import present_actors, standing_perspectives
from solmu.registry.rules.facts import Earlier, Facts, Known


def facts_of(
    network: Network, *, seen: Collection[str], earlier: Perspective | None = None
) -> Facts:
    """Return ``network`` as a file is compared with it; of contacts those whose visibility is ``seen``."""
    actors = present_actors(network)
    names: dict[int, list[str]] = defaultdict(list)
    for actor, text in Name.objects.filter(actor__in=actors).values_list("actor_id", "text"):
        names[actor].append(text)
    contacts: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    reached = Contact.objects.filter(actor__in=actors, visibility__in=seen)
    for actor, kind, value in reached.values_list("actor_id", "kind", "value"):
        contacts[actor][kind].append(value)
    refs = dict(actors.values_list("pk", "ref"))
    above, parents = _parents(network, refs)
    rows = actors.values_list(
        "pk",
        "ref",
        "label_fi",
        "kind",
        "sector",
        "municipality__name_fi",
        "business_id",
        "description",
    )
    return Facts(
        actors=tuple(
            Known(
                ref=ref,
                label=label,
                names=tuple(dict.fromkeys((label, *names[pk]))),
                kind=kind,
                sector=sector,
                town=town or "",
                parent=above.get(pk, ""),
                business_id=business_id,
                description=description,
                contacts={kind: tuple(values) for kind, values in contacts[pk].items()},
            )
            for pk, ref, label, kind, sector, town, business_id, description in rows
        ),
        towns={name: area.name_fi for name, area in municipalities_by_name(network).items()},
        pairs=_pairs(network),
        parents=parents,
        apart=frozenset(_told_apart(network)),
        earlier=_earlier(earlier, refs) if earlier else None,
    )


def earlier_readings(network: Network, person: Person | None) -> list[Perspective]:
    """Return what this person has imported before and what still stands, newest first."""
    imported = Perspective.Kind.IMPORT
    return list(standing_perspectives(network).filter(kind=imported, author=person))


def import_act(upload: Upload) -> Act | None:
    """Return the act by which ``upload`` came to the map."""
    return Act.objects.filter(
        network_id=upload.network_id, verb="import.apply", summary__upload=upload.ref
    ).first()


def _parents(
    network: Network, refs: dict[int, str]
) -> tuple[dict[int, str], dict[str, tuple[str, ...]]]:
    above: dict[int, str] = {}
    every: dict[str, list[str]] = defaultdict(list)
    belongings = Belonging.objects.filter(actor__network=network).order_by("pk")
    for actor, to, ended in belongings.values_list("actor_id", "to_id", "valid_to"):
        if actor in refs and to in refs:
            every[refs[actor]].append(refs[to])
            if ended is None:
                above[actor] = refs[to]
    return above, {ref: tuple(found) for ref, found in every.items()}


def _pairs(network: Network) -> frozenset[tuple[str, str]]:
    ties = Tie.objects.filter(network=network, status=Claim.Status.EXISTING)
    return frozenset(ties.values_list("source__ref", "target__ref").distinct())


def _told_apart(network: Network) -> Iterator[tuple[str, str]]:
    """Yield the doubles that were answered "different" at earlier imports."""
    told = Upload.objects.filter(network=network, state=Upload.State.APPLIED)
    for answers in told.values_list("answers", flat=True):
        for key, answer in answers.get("doubles", {}).items():
            ref, _, node = key.rpartition("~")
            if answer == "different" and node.startswith("actor:"):
                yield fold(ref), node.removeprefix("actor:")


def _earlier(perspective: Perspective, refs: dict[int, str]) -> Earlier:
    means = {
        mention: refs[actor]
        for mention, actor in Identity.objects.filter(
            mention__perspective=perspective, ended_at=None
        ).values_list("mention_id", "actor_id")
        if actor in refs
    }
    mentions = Mention.objects.filter(perspective=perspective).values_list("pk", "ref", "name")
    named = [(ref, fold(name), means[pk]) for pk, ref, name in mentions if pk in means]
    times = Counter(name for _, name, _ in named)
    by_ref = {ref: actor for ref, _, actor in named if ref}
    by_name = {name: actor for _, name, actor in named if times[name] == 1}
    claims = perspective.claims.values("source_id", "target_id", *_SAID)
    ties = tuple(
        _tie(means[claim["source_id"]], means[claim["target_id"]], claim)
        for claim in claims.order_by("pk")
        if claim["source_id"] in means and claim["target_id"] in means
    )
    return Earlier(
        ref=perspective.ref, title=perspective.title, by_ref=by_ref, by_name=by_name, ties=ties
    )


_SAID = (
    "direction", "contents", "means", "frequency", "closeness", "weight", "note", "status",
    "valid_from", "valid_to", "confirmed_on", "extra",
)  # fmt: skip


def _tie(source: str, target: str, claim: dict[str, Any]) -> TieRow:
    said = {name: claim[name] for name in _SAID}
    return TieRow(source=source, target=target, **{**said, "contents": tuple(said["contents"])})
