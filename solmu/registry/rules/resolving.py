"""The only place that decides how claims become a tie, and who agrees with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median_low
from typing import Any, Literal

StrengthRule = Literal["latest", "median", "coordinator"]

COUNTED = "existing"
DENIED = "denied"
STATUSES = (COUNTED, "wished", "possible")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim, its ends already read as actors."""

    perspective: int
    source: int
    target: int
    both: bool
    contents: tuple[str, ...]
    frequency: int | None
    closeness: int | None
    weight: float | None
    status: str
    has_note: bool
    outranks: bool
    speaker: int | None
    valid_from: date | None
    valid_to: date | None
    confirmed_on: date | None
    said_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The reading of one ordered pair and content (see ``registry.models.Tie``)."""

    source: int
    target: int
    content: str
    status: str
    frequency: int | None
    closeness: int | None
    weight: float | None
    said: int
    asked: int
    drawn_mutual: bool
    both_ends: bool
    differs: bool
    notes: int
    confirmed_on: date | None
    valid_from: date | None
    valid_to: date | None


def resolve(
    claims: Iterable[Said],
    *,
    knew: Mapping[int, set[int]],
    rule: StrengthRule = "latest",
) -> list[Resolved]:
    """Read all ``claims`` as ties, pair by pair.

    ``knew`` gives for each actor the perspectives that named it: who could have said something. Direction
    and content by union; strength by ``rule``; a coordinator's claim outranks others' in what the tie is,
    never in who agrees; a denied tie is none. Nothing is averaged away: ``differs`` stays.
    """
    pairs: dict[tuple[int, int], list[Said]] = defaultdict(list)
    for claim in claims:
        low, high = sorted((claim.source, claim.target))
        pairs[low, high].append(claim)
    return [
        tie
        for (low, high), said in pairs.items()
        for tie in _resolve_pair(said, len(knew[low] & knew[high]), rule)
    ]


def _resolve_pair(claims: list[Said], asked: int, rule: StrengthRule) -> list[Resolved]:
    deciding = [claim for claim in claims if claim.outranks] or claims
    if any(claim.status == DENIED for claim in deciding):
        return []
    counted = [claim for claim in claims if claim.status == COUNTED]
    # What has an end tells of the tie only where nobody speaks of it without one.
    counted = [claim for claim in counted if claim.valid_to is None] or counted
    shared: dict[str, Any] = {
        "asked": asked,
        "drawn_mutual": is_drawn_mutual(counted),
        "both_ends": is_confirmed_by_both(counted),
        "differs": do_differ(claims),
        "notes": sum(claim.has_note for claim in claims),
    }
    found: dict[tuple[int, int, str], Resolved] = {}
    for status in STATUSES:
        of_status = [claim for claim in deciding if claim.status == status]
        for source, target in dict.fromkeys(arc for claim in of_status for arc in arcs(claim)):
            stating = [claim for claim in of_status if (source, target) in arcs(claim)]
            contents = dict.fromkeys(word for claim in stating for word in claim.contents)
            for content in contents or ("",):
                if (source, target, content) in found:
                    continue
                about = [claim for claim in stating if not content or content in claim.contents]
                sayers = {
                    claim.perspective
                    for claim in claims
                    if claim.status == status
                    and (source, target) in arcs(claim)
                    and (not content or not claim.contents or content in claim.contents)
                }
                found[source, target, content] = Resolved(
                    source=source,
                    target=target,
                    content=content,
                    status=status,
                    frequency=strength([(one, one.frequency) for one in stating], rule),
                    closeness=strength([(one, one.closeness) for one in stating], rule),
                    weight=max(
                        (one.weight for one in stating if one.weight is not None), default=None
                    ),
                    said=len(sayers),
                    confirmed_on=max(
                        (one.confirmed_on for one in about if one.confirmed_on), default=None
                    ),
                    valid_from=_earliest([one.valid_from for one in about]),
                    valid_to=_latest([one.valid_to for one in about]),
                    **shared,
                )
    return list(found.values())


def arcs(claim: Said) -> tuple[tuple[int, int], ...]:
    """Return the ordered pairs that ``claim`` speaks of."""
    forward = (claim.source, claim.target)
    return (forward, forward[::-1]) if claim.both else (forward,)


def strength(told: Sequence[tuple[Said, int | None]], rule: StrengthRule) -> int | None:
    """Return one strength of several: the latest, the lower median, or the coordinator's own."""
    known = [(claim, value) for claim, value in told if value is not None]
    if not known:
        return None
    if rule == "median":
        return median_low([value for _, value in known])
    if rule == "coordinator":
        known = [(claim, value) for claim, value in known if claim.outranks] or known
    return max(known, key=lambda pair: _told_at(pair[0]))[1]


def is_drawn_mutual(claims: Iterable[Said]) -> bool:
    """Tell whether some single perspective drew the tie both ways."""
    drawn: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for claim in claims:
        drawn[claim.perspective].update(arcs(claim))
    return any(len(ways) == 2 for ways in drawn.values())


def is_confirmed_by_both(claims: Iterable[Said]) -> bool:
    """Tell whether each end has itself said that there is a tie, in a reading of its own."""
    claims = list(claims)
    ends = {end for claim in claims for end in (claim.source, claim.target)}
    return bool(ends) and ends <= {claim.speaker for claim in claims}


def do_differ(claims: Iterable[Said]) -> bool:
    """Tell whether perspectives give the tie different direction, content, strength or existence."""
    claims = list(claims)
    ways: dict[int, set[tuple[int, int]]] = defaultdict(set)
    contents: dict[int, set[str]] = defaultdict(set)
    for claim in claims:
        ways[claim.perspective].update(arcs(claim))
        contents[claim.perspective].update(claim.contents)
    return (
        _several(frozenset(way) for way in ways.values())
        or _several(frozenset(words) for words in contents.values() if words)
        or _several(claim.frequency for claim in claims if claim.frequency is not None)
        or _several(claim.status == DENIED for claim in claims)
    )


def makes_loop(parents: Mapping[int, Iterable[int]], actor: int, to: int) -> bool:
    """Tell whether placing ``actor`` in ``to`` would make something belong to itself in the end."""
    waiting, seen = [to], set[int]()
    while waiting:
        here = waiting.pop()
        if here == actor:
            return True
        if here not in seen:
            seen.add(here)
            waiting += parents.get(here, ())
    return False


def _several(values: Iterable[object]) -> bool:
    return len(set(values)) > 1


def _told_at(claim: Said) -> tuple[date, datetime]:
    return (claim.confirmed_on or claim.said_at.date(), claim.said_at)


def _earliest(days: list[date | None]) -> date | None:
    return None if None in days else min(day for day in days if day)


def _latest(days: list[date | None]) -> date | None:
    return None if None in days else max(day for day in days if day)
