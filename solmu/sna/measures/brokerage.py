"""The only place for who passes things between others who have no tie, within groups and across them."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import astuple, dataclass

import numpy as np
from scipy import sparse

from solmu.sna.catalogue import measure
from solmu.sna.matrix import Matrix, Numbers, arcs_of, product_within, row_sums
from solmu.sna.measures.degree import if_asked
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")


@dataclass(frozen=True, slots=True)
class Brokerage:
    """In how many ways an actor stands between two others without a tie, by whose group they are of.

    Attributes:
        coordinator: Both others are of the actor's own group.
        itinerant: Both are of one other group.
        representative: From its own group to another.
        gatekeeper: From another group to its own.
        liaison: From one other group to a third.
    """

    coordinator: int
    itinerant: int
    representative: int
    gatekeeper: int
    liaison: int


@dataclass(frozen=True, slots=True)
class RoleByChance:
    """One role beside what chance gives: how often it would come, and how many deviations off it is."""

    count: int
    expected: float
    z: float | Undefined


@measure("actor")
def brokerage(snapshot: Snapshot, attribute: str = "sector") -> list[Brokerage | Undefined]:
    """Count the ways in which each actor stands between two others, by their groups.

    In a meeting: who speaks for a sector outside it, who lets others in, who carries between two sectors
    without being of either. A role that one actor alone has is worth a second pair of hands.

    Definition: ordered i→j→k with i ≠ k and no i→k, counted for j. Coordinator: all of one group; itinerant:
    i and k of one, j of another; representative: i and j of one, k of another; gatekeeper: j and k of one, i
    of another; liaison: all of different ones. An undirected tie goes both ways, so every chance counts twice.

    Edge cases: actors whose group is not stated are left out, and have no figure; undefined for everybody
    when no group is stated, and for an actor who was not asked.

    Source: Gould & Fernandez 1989, Sociological Methodology 19, 89–126; R sna ``brokerage``.

    >>> from solmu.sna.sketch import sketch
    >>> sector = {"kela": "employment", "te": "employment", "lukio": "education", "ohjaamo": "ohjaamo"}
    >>> brokerage(sketch("kela>te te>lukio te>ohjaamo kela>ohjaamo", groups=sector))[1]
    Brokerage(coordinator=0, itinerant=0, representative=1, gatekeeper=0, liaison=0)
    """
    key = f"brokerage {attribute}"
    return if_asked(snapshot, snapshot.once(key, lambda: _brokerage(snapshot, attribute)))


@measure("actor")
def brokerage_by_chance(
    snapshot: Snapshot, attribute: str = "sector"
) -> list[dict[str, RoleByChance] | Undefined]:
    """Hold each actor's roles between others against what chance gives at these sizes of groups.

    In a meeting: two sectors of many actors are bridged often in any case. More than 2 deviations above
    chance is a role that the actor has made its own.

    Definition: for each role of `brokerage` the count, the number expected when every arc exists with a
    chance equal to the density, whatever the groups, and z = (count − expected) / standard deviation.

    Edge cases: as `brokerage`; z is undefined where chance leaves nothing open (an empty or a full
    network, or a role that these groups do not allow).

    Source: Gould & Fernandez 1989; R sna ``brokerage`` (``exp.nli``, ``z.nli``). For undirected networks the
    deviation is of ties drawn once a pair.

    >>> from solmu.sna.sketch import sketch
    >>> sector = {"kela": "employment", "te": "employment", "lukio": "education", "ohjaamo": "ohjaamo"}
    >>> found = brokerage_by_chance(sketch("kela>te te>lukio te>ohjaamo kela>ohjaamo", groups=sector))
    >>> found[1]["representative"].count, round(found[1]["representative"].expected, 3)
    (1, 0.148)
    """
    values = snapshot.groups.get(attribute, ())
    sizes = Counter(value for value in values if value)
    possible = _possible(snapshot, [bool(value) for value in values])
    chances = {group: _chances(sizes, group, snapshot, possible) for group in sizes}
    return [
        found
        if isinstance(found, Undefined)
        else {
            role: _beside(count, *chance)
            for role, count, chance in zip(
                ROLES, astuple(found), chances[values[actor]], strict=True
            )
        }
        for actor, found in enumerate(brokerage(snapshot, attribute))
    ]


def _brokerage(snapshot: Snapshot, attribute: str) -> list[Brokerage | Undefined]:
    """Count all ways between two others, and take away those whose ends are tied themselves."""
    values = snapshot.groups.get(attribute, ("",) * snapshot.n)
    kinds = {value: at for at, value in enumerate(sorted({*values} - {""}))}
    if not kinds:
        return [Undefined("no_group")] * snapshot.n
    number = np.asarray([kinds.get(value, -1) for value in values], np.int64)
    same, other = _split(arcs_of(snapshot), number)
    member = np.flatnonzero(number >= 0)
    of_group = sparse.csr_array(
        (np.ones(member.size), (member, number[member])), shape=(snapshot.n, len(kinds))
    )
    into, out = sparse.csr_array(other.T) @ of_group, other @ of_group
    within_one = row_sums(into.multiply(out))
    from_own, to_own = _column_sums(same), row_sums(same)
    from_other, to_other = _column_sums(other), row_sums(other)
    open_ = {
        "coordinator": from_own * to_own - row_sums(same.multiply(same.T)),
        "itinerant": within_one - row_sums(other.multiply(other.T)),
        "representative": from_own * to_other,
        "gatekeeper": from_other * to_own,
        "liaison": from_other * to_other - within_one,
    }
    across = {"coordinator": (same, same, same), "itinerant": (other, other, same)}
    across |= {"representative": (same, other, other), "gatekeeper": (other, same, other)}
    across |= {"liaison": (other, other, other)}
    for role, (first, second, straight) in across.items():
        closed = product_within(sparse.csr_array(first.T), straight, second)
        open_[role] = np.rint(open_[role] - row_sums(closed)).astype(np.int64)
    columns = zip(*(open_[role].tolist() for role in ROLES), strict=True)
    return [
        Brokerage(*counts) if own >= 0 else Undefined("no_group")
        for own, counts in zip(number.tolist(), columns, strict=True)
    ]


def _split(arcs: Matrix, number: np.ndarray) -> tuple[Matrix, Matrix]:
    """Part the arcs into those within a group and those between two, without those of no group."""
    found = arcs.tocoo()
    source, target = found.coords
    stated = (number[source] >= 0) & (number[target] >= 0)
    own = number[source] == number[target]
    within, between = (
        sparse.csr_array((np.ones(int(kept.sum())), (source[kept], target[kept])), shape=arcs.shape)
        for kept in (stated & own, stated & ~own)
    )
    return within, between


def _column_sums(matrix: Matrix) -> Numbers:
    return np.asarray(matrix.sum(axis=0), np.float64).ravel()


def _possible(snapshot: Snapshot, stated: list[bool]) -> float:
    """Return the share of possible arcs that exist among the actors whose group is stated."""
    n = sum(stated)
    arcs = sum(stated[a] and stated[b] for a, b in snapshot.pairs()) if n > 1 else 0
    return arcs * (1 if snapshot.directed else 2) / (n * (n - 1)) if n > 1 else 0.0


def _chances(
    sizes: Counter[str], group: str, snapshot: Snapshot, density: float
) -> list[tuple[float, float]]:
    """Return what each role of an actor of ``group`` is expected to come to, and the variance of it.

    Two ways i→j→k and i'→j→k' go together only where they share i or k: then they share one arc. So the
    variance is that of each way alone, and a term for each two that share an end.
    """
    own, rest = sizes[group] - 1, sum(sizes.values()) - sizes[group]
    others = [size for name, size in sizes.items() if name != group]
    within = sum(size * (size - 1) for size in others)
    within_twice = sum(size * (size - 1) * (size - 2) for size in others)
    apart = sum(size * (rest - size) for size in others)
    apart_twice = sum(size * (rest - size) * (rest - size - 1) for size in others)
    # How many ways, how many two of them share an end, and whether their ends may be of either order.
    ways = [
        (own * (own - 1), 2 * own * (own - 1) * (own - 2), True),
        (within, 2 * within_twice, True),
        (own * rest, own * rest * (own + rest - 2), False),
        (own * rest, own * rest * (own + rest - 2), False),
        (apart, 2 * apart_twice, True),
    ]
    way, two = density**2 * (1 - density), (density * (1 - density)) ** 3
    return [
        (
            count * way,
            (count * way * (1 - way) + shared * two)
            * (2 if either and not snapshot.directed else 1),
        )
        for count, shared, either in ways
    ]


def _beside(count: int, expected: float, variance: float) -> RoleByChance:
    z = (count - expected) / math.sqrt(variance) if variance > 0 else Undefined("no_variance")
    return RoleByChance(count, expected, z)
