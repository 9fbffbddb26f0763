"""The only place that reads who is present, what was said, and how it was resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language

from solmu.networks.models import Network
from solmu.registry.models import Actor, Claim, Identity, Mention, Name, Perspective, Tie
from solmu.registry.rules import Said

_LIVE = Q(mention__perspective__withdrawn_at=None, ended_at=None)


def present_actors(network: Network) -> QuerySet[Actor]:
    """Return the actors on the map: somebody's standing words name them and nobody took them off."""
    named = Identity.objects.filter(_LIVE, actor=OuterRef("pk"))
    return Actor.objects.filter(Exists(named), network=network, removed_at=None)


def actors_named(network: Network, text: str) -> set[int]:
    """Return the actors with a name that holds ``text``; SQLite folds only ASCII, so it is done here."""
    sought = text.casefold()
    names = Name.objects.filter(actor__network=network, actor__removed_at=None)
    return {pk for pk, name in names.values_list("actor_id", "text") if sought in name.casefold()}


def shown_label(actor: str = "") -> Combinable:
    """Return the column of actors' names in the reader's language; ``actor`` is the way there, as "actor__"."""
    if get_language() != "sv":
        return F(f"{actor}label_fi")
    return Coalesce(NullIf(f"{actor}label_sv", Value("")), f"{actor}label_fi")


def current_ties(network: Network) -> QuerySet[Tie]:
    """Return the resolved ties of ``network`` with their ends."""
    return Tie.objects.filter(network=network).select_related("source", "target")


def standing_perspectives(network: Network) -> QuerySet[Perspective]:
    """Return the perspectives that have not been withdrawn, newest first."""
    return Perspective.objects.filter(network=network, withdrawn_at=None).order_by("-created_at")


def is_directed(network: Network) -> bool:
    """Tell whether any standing perspective draws arrows; a network of plain lines stays one."""
    standing = standing_perspectives(network)
    return not standing.exists() or standing.filter(directed=True).exists()


def mentions_of(actor: Actor) -> QuerySet[Mention]:
    """Return the standing mentions that mean ``actor``, with whose words they are."""
    return (
        Mention.objects.filter(
            identities__actor=actor, identities__ended_at=None, perspective__withdrawn_at=None
        )
        .select_related("perspective")
        .order_by("perspective__created_at", "pk")
    )


def claims_between(network: Network, one: Actor, other: Actor) -> QuerySet[Claim]:
    """Return everything said of one pair, with whose words they are and which way they point."""
    ends = {one.pk, other.pk}
    return (
        _standing_claims(network)
        .filter(source_actor__in=ends, target_actor__in=ends)
        .select_related("perspective", "perspective__speaker", "perspective__author")
        .order_by("-perspective__created_at", "pk")
    )


def claims_in(network: Network) -> QuerySet[Claim]:
    """Return everything said of ties, each end read as an actor."""
    return _standing_claims(network)


def claims_touching(network: Network, actors: Collection[int]) -> QuerySet[Any]:
    """Return claims on the ties of some actors with ``source_actor`` and ``target_actor``, latest source first."""
    return (
        _standing_claims(network)
        .filter(Q(source_actor__in=actors) | Q(target_actor__in=actors))
        .select_related("perspective", "perspective__speaker", "perspective__author")
        .order_by("-perspective__created_at", "pk")
    )


def claims_of(perspective: Perspective, one: Actor, other: Actor) -> list[Claim]:
    """Return what ``perspective`` itself says of one pair."""
    ends = {one.pk, other.pk}
    return list(
        _standing_claims(perspective.network)
        .filter(perspective=perspective, source_actor__in=ends, target_actor__in=ends)
        .order_by("pk")
    )


def said_of(network: Network, touching: Collection[int] | None = None) -> list[Said]:
    """Return all standing claims as the resolving rule takes them, or those that touch some actors."""
    claims = _standing_claims(network)
    if touching is not None:
        claims = claims.filter(Q(source_actor__in=touching) | Q(target_actor__in=touching))
    rows = claims.exclude(source_actor=F("target_actor")).values_list(
        "perspective_id", "source_actor", "target_actor", "direction", "contents", "frequency",
        "closeness", "weight", "status", "note", "perspective__kind", "perspective__speaker_id",
        "valid_from", "valid_to", "confirmed_on", "updated_at",
    )  # fmt: skip
    return [_said(*row) for row in rows.iterator(chunk_size=5000)]


def knew_actors(network: Network) -> dict[int, set[int]]:
    """Return for each actor the standing perspectives that named it."""
    knew: dict[int, set[int]] = defaultdict(set)
    pairs = Identity.objects.filter(_LIVE, actor__network=network, actor__removed_at=None)
    for actor, perspective in pairs.values_list("actor_id", "mention__perspective_id"):
        knew[actor].add(perspective)
    return knew


def parents_of(network: Network) -> dict[int, list[int]]:
    """Return for each actor the actors that it belongs to, at any time."""
    parents: dict[int, list[int]] = defaultdict(list)
    rows = Actor.objects.filter(network=network, belongings__isnull=False)
    for actor, parent in rows.values_list("pk", "belongings__to"):
        parents[actor].append(parent)
    return parents


def _standing_claims(network: Network) -> QuerySet[Any]:
    return Claim.objects.filter(
        perspective__network=network,
        perspective__withdrawn_at=None,
        source__identities__ended_at=None,
        source__identities__actor__removed_at=None,
        target__identities__ended_at=None,
        target__identities__actor__removed_at=None,
    ).annotate(
        source_actor=F("source__identities__actor"), target_actor=F("target__identities__actor")
    )


def _said(
    perspective: int, source: int, target: int, direction: str, contents: list[str], frequency: Any,
    closeness: Any, weight: Any, status: str, note: str, kind: str, speaker: Any, valid_from: Any,
    valid_to: Any, confirmed_on: Any, updated_at: Any,
) -> Said:  # fmt: skip
    return Said(
        perspective=perspective,
        source=source,
        target=target,
        both=direction == Claim.Direction.BOTH,
        contents=tuple(contents),
        frequency=frequency,
        closeness=closeness,
        weight=weight,
        status=status,
        has_note=bool(note),
        outranks=kind == Perspective.Kind.COORDINATOR,
        speaker=speaker,
        valid_from=valid_from,
        valid_to=valid_to,
        confirmed_on=confirmed_on,
        said_at=updated_at,
    )
