"""The only place that reads one pair for its form: what one said of it before, and what everybody says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from solmu.analysis.levels import LevelGraph
from solmu.networks.models import Membership, Network
from solmu.registry.models import Actor, Claim, Perspective, Tie
from solmu.registry.queries import claims_between, claims_of, current_ties

_SAID = ("means", "note", "closeness", "frequency", "status", "valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class Saying:
    """What one source says of a pair; ``way`` is read from its first actor: forward, back or both."""

    claim: Claim
    way: str


def own_reading(membership: Membership) -> Perspective | None:
    """Return the perspective that a member's own words go to, if it has been opened."""
    kinds = Perspective.Kind
    standing = Perspective.objects.filter(network=membership.network, withdrawn_at=None)
    if membership.role == Membership.Role.COORDINATOR:
        return standing.filter(kind=kinds.COORDINATOR).first()
    return standing.filter(kind=kinds.MEMBER, author=membership.person_id).first()


def sayings(network: Network, one: Actor, other: Actor) -> list[Saying]:
    """Return everything said of a pair, the newest source first."""
    return [Saying(claim, _way(claim, one.pk)) for claim in claims_between(network, one, other)]


def is_said(network: Network, one: Actor, other: Actor) -> bool:
    """Tell whether somebody standing says something of a pair."""
    return claims_between(network, one, other).exclude(status=Claim.Status.DENIED).exists()


def words_so_far(
    network: Network, own: Perspective | None, one: Actor, other: Actor
) -> dict[str, Any]:
    """Return what a form about a pair begins with: one's own words, or else what the map shows."""
    claims = claims_of(own, one, other) if own else []
    claim = next((claim for claim in claims if claim.status != Claim.Status.DENIED), None)
    if claim is not None:
        said = {name: getattr(claim, name) for name in _SAID}
        return {**said, "contents": claim.contents, "direction": _way(claim, one.pk)}
    ends = (one.pk, other.pk)
    between = current_ties(network).filter(source__in=ends, target__in=ends)
    return _reading(list(between.order_by("pk")), one.pk)


def carried_by(network: Network, graph: LevelGraph, one: Actor, other: Actor) -> list[Tie]:
    """Return the ties of units and people that the level folds into this pair, without its own."""
    if graph.level == "person":
        return []
    members = graph.members
    here, there = _with_members(members, one.pk), _with_members(members, other.pk)
    ties = current_ties(network).filter(source__in=here | there, target__in=here | there)
    own = {one.pk, other.pk}
    found: dict[frozenset[int], Tie] = {}
    for tie in ties.order_by("pk"):
        pair = frozenset((tie.source_id, tie.target_id))
        if pair != own and pair & here and pair & there:
            found.setdefault(pair, tie)
    return list(found.values())


def _reading(ties: Sequence[Tie], one: int) -> dict[str, Any]:
    if not ties:
        return {}
    status = min((tie.status for tie in ties), key=list(Claim.Status.values).index)
    read = [tie for tie in ties if tie.status == status]
    ways = {"forward" if tie.source_id == one else "back" for tie in read}
    return {
        "direction": "both" if len(ways) == 2 else ways.pop(),
        "contents": list(dict.fromkeys(tie.content for tie in read if tie.content)),
        "frequency": _greatest(tie.frequency for tie in read),
        "closeness": _greatest(tie.closeness for tie in read),
        "status": status,
        "valid_from": read[0].valid_from,
        "valid_to": read[0].valid_to,
    }


def _greatest(values: Iterable[int | None]) -> int | None:
    return max((value for value in values if value is not None), default=None)


def _with_members(members: Mapping[int, tuple[int, ...]], pk: int) -> set[int]:
    return {pk, *members.get(pk, ())}


def _way(claim: Claim, one: int) -> str:
    if claim.direction == Claim.Direction.BOTH:
        return "both"
    starts_here = claim.source_actor == one  # type: ignore[attr-defined]  # annotated by the query
    return "forward" if starts_here else "back"
