"""The only place that says which two parties may be one, why, and how sure that is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz import fuzz

from solmu.matching.lexicon import COMMON_DOMAINS
from solmu.matching.names import Read, Towns, all_of, digits, fold, read_name

# Buckets of more parties than this tell too little to be worth comparing all in them.
_LARGEST_BUCKET = 60
_MOST_CANDIDATES = 8
_ASKED_FROM = 0.5

# Reasons, strongest first. The sentences stand where a person reads them.
REASONS = (
    "same_business_id",
    "same_email",
    "same_phone",
    "same_name",
    "same_service",
    "former_service",
    "alike_name",
    "part_of_name",
    "same_town",
    "same_parent",
    "same_domain",
)
_WEIGHTS = {
    "same_business_id": 0.6,
    "same_email": 0.45,
    "same_phone": 0.35,
    "same_town": 0.15,
    "same_parent": 0.1,
    "same_domain": 0.1,
}
# Beyond the name: two facts from different sources that agree.
BESIDE_NAME = frozenset(_WEIGHTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody by name, with what is known of them; empty means not stated."""

    key: str
    names: tuple[str, ...]
    town: str = ""
    kind: str = ""
    parent: str = ""
    business_id: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Double:
    """Two parties that may be one; ``score`` from 0 to 1, ``reasons`` strongest first."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    party: Party
    read: tuple[Read, ...]
    town: str
    towns: frozenset[str]
    emails: frozenset[str]
    domains: frozenset[str]
    phones: frozenset[str]


def find_doubles(
    asked: Sequence[Party], others: Sequence[Party], *, towns: Towns, within: bool = True
) -> list[Double]:
    """Find for each of ``asked`` the one of ``others``, or of themselves, that it may be.

    Two of different explicit towns are never suggested, nor a person and an organisation, nor names
    that differ in a number or in their language. Parties are compared only when they share something
    rare, so that ten thousand take seconds.

    Args:
        asked: Parties without a place yet.
        others: Parties that are known already.
        towns: The towns that names may hold.
        within: Whether two of ``asked`` may also be one.

    Returns:
        At most one suggestion for each of ``asked``, best first.
    """
    new = [_know(party, towns) for party in asked]
    old = [_know(party, towns) for party in others]
    pool = [*old, *new] if within else old
    buckets: dict[str, list[int]] = defaultdict(list)
    for place, known in enumerate(pool):
        for key in set(_keys(known)):
            buckets[key].append(place)
    found: list[Double] = []
    for number, known in enumerate(new):
        own = len(old) + number if within else -1
        best: Double | None = None
        for place in _candidates(known, buckets, before=own if within else len(pool)):
            double = _compare(known, pool[place])
            if double and (best is None or double.score > best.score):
                best = double
        if best:
            found.append(best)
    return sorted(found, key=lambda double: -double.score)


def _know(party: Party, towns: Towns) -> _Known:
    read = tuple(read_name(name, towns) for name in party.names)
    town = towns.called(party.town) if party.town else ""
    emails = frozenset(email.strip().casefold() for email in party.emails if "@" in email)
    return _Known(
        party=party,
        read=read,
        town=town,
        towns=frozenset((town,)) if town else all_of(read, "towns"),
        emails=emails,
        domains=frozenset(email.rpartition("@")[2] for email in emails) - COMMON_DOMAINS,
        phones=frozenset(digits(phone) for phone in party.phones) - {""},
    )


def _keys(known: _Known) -> Iterator[str]:
    """Yield what parties must share to be compared at all."""
    for email in known.emails:
        yield f"@{email}"
    for phone in known.phones:
        yield f"+{phone}"
    if known.party.business_id:
        yield f"#{known.party.business_id}"
    for read in known.read:
        for concept in read.concepts:
            yield f"={concept}"
            for town in known.towns or ("",):
                yield f"={concept}/{town}"
        for word in read.rest:
            yield word[:5]
            if len(word) > 5:
                yield f"{word[0]}…{word[-6:]}"


def _candidates(known: _Known, buckets: dict[str, list[int]], *, before: int) -> list[int]:
    worth: Counter[int] = Counter()
    for key in set(_keys(known)):
        bucket = buckets[key]
        if len(bucket) <= _LARGEST_BUCKET:
            for place in bucket:
                if place < before:
                    worth[place] += 1000 // len(bucket)
    return nlargest(_MOST_CANDIDATES, worth, key=lambda place: worth[place])


def _compare(one: _Known, other: _Known) -> Double | None:
    if _cannot_be_one(one, other):
        return None
    named, reasons = _names_alike(one, other)
    found = list(_facts_alike(one, other))
    score = named + sum(_WEIGHTS[reason] for reason in found)
    certain = {"same_email", "same_business_id"} & set(found)
    if not certain and (score < _ASKED_FROM or named < 0.25):
        return None
    ordered = sorted([*reasons, *found], key=REASONS.index)
    return Double(one.party.key, other.party.key, min(score, 1.0), tuple(ordered))


def _cannot_be_one(one: _Known, other: _Known) -> bool:
    if one.towns and other.towns and not one.towns & other.towns:
        return True
    if (one.party.kind == "person") != (other.party.kind == "person"):
        return True
    if all_of(one.read, "marks") != all_of(other.read, "marks"):
        return True
    ids = {one.party.business_id, other.party.business_id} - {""}
    return len(ids) == 2 or all_of(one.read, "numbers") != all_of(other.read, "numbers")


def _names_alike(one: _Known, other: _Known) -> tuple[float, list[str]]:
    best: tuple[float, list[str]] = (0.0, [])
    for left in one.read:
        for right in other.read:
            alike = _name_alike(left, right, one.party.kind == "person")
            if alike[0] > best[0]:
                best = alike
    return best


def _name_alike(left: Read, right: Read, persons: bool) -> tuple[float, list[str]]:
    if (left.concepts, left.bare) == (right.concepts, right.bare):
        if not left.concepts and not left.bare:
            return 0.3, ["alike_name"]
        if left.former != right.former:
            return 0.8, ["former_service"]
        return 0.85, ["same_service" if left.concepts else "same_name"]
    alike = fuzz.token_sort_ratio(left.bare, right.bare) / 100 if left.bare and right.bare else 0.0
    if left.concepts and right.concepts:
        return _services_alike(left, right, alike)
    if alike >= 0.86:
        return alike - 0.25, ["alike_name"]
    whole = fuzz.token_set_ratio(_whole(left), _whole(right)) / 100
    if persons:
        return (0.0, [])
    if whole >= 0.9 and min(len(_whole(left)), len(_whole(right))) >= 4:
        return 0.4, ["part_of_name"]
    return 0.0, []


def _services_alike(left: Read, right: Read, alike: float) -> tuple[float, list[str]]:
    shared = left.concepts & right.concepts
    if not shared:
        return 0.0, []
    why = "former_service" if left.former != right.former else "same_service"
    if left.concepts != right.concepts:
        return 0.3, [why]
    if alike >= 0.8 or not left.bare or not right.bare:
        return 0.6, [why]
    return 0.25, [why]


def _whole(read: Read) -> str:
    return " ".join((*sorted(read.concepts), *read.rest))


def _facts_alike(one: _Known, other: _Known) -> Iterator[str]:
    if one.party.business_id and one.party.business_id == other.party.business_id:
        yield "same_business_id"
    if one.emails & other.emails:
        yield "same_email"
    elif one.domains & other.domains:
        yield "same_domain"
    if one.phones & other.phones:
        yield "same_phone"
    if one.towns & other.towns:
        yield "same_town"
    if one.party.parent and fold(one.party.parent) == fold(other.party.parent):
        yield "same_parent"


def is_well_founded(reasons: Collection[str]) -> bool:
    """Tell whether something beside the name speaks for it too.

    >>> is_well_founded(["same_name", "same_phone"]), is_well_founded(["part_of_name"])
    (True, False)
    """
    return bool(BESIDE_NAME & set(reasons)) or "former_service" in reasons
