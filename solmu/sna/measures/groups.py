"""The only place for ties within and between groups of actors, such as sectors."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations_with_replacement, product
from typing import Literal

from solmu.sna.catalogue import measure
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

Chance = Literal["degree", "size"]


@dataclass(frozen=True, slots=True)
class Mixing:
    """What lies between two groups, or within one.

    Attributes:
        one: A group's value.
        other: The other's, or the same.
        ties: How many ties lie between them, either way.
        possible: How many could.
        expected: How many would by chance.
        density: ``ties / possible``, undefined when no pair of actors exists between them.
    """

    one: str
    other: str
    ties: int
    possible: int
    expected: float
    density: float | Undefined


@measure("group")
def mixing(
    snapshot: Snapshot, attribute: str = "sector", chance: Chance = "degree"
) -> list[Mixing]:
    """Count the ties within each group and between each two, beside what chance would give.

    In a meeting: "two ties between education and business, by chance about seven. The sectors may be
    strangers." Chance is needed since two large groups have ties between them in any case.

    Definition: for each two values of the attribute the ties between their actors, either way. By
    chance, with ``degree``: every actor keeps as many ties as it has, and their ends are joined at
    random: (out_x · in_y + out_y · in_x) / m between two groups of a directed network, d_x · d_y / 2m of
    an undirected one (within a group half of that, from the same sums). With ``size``: all pairs of
    actors are equally likely to be tied. The first does not blame a hub for having many ties and is the
    more careful; the expected numbers add up to the ties there are in both.

    Edge cases: actors whose value is not stated are in no group, but their ties count in what chance
    would give. Nothing is returned without groups. Expected is 0 without ties.

    Source: Newman 2003, Physical Review E 67, 026126 (``degree``); Krackhardt & Stern 1988 and R sna
    ``blockmodel`` (``size``, density).

    >>> from solmu.sna.sketch import sketch
    >>> sector = {"kela": "employment", "te": "employment", "lukio": "education", "amis": "education"}
    >>> for found in mixing(sketch("kela=te lukio=amis te>amis", groups=sector)):
    ...     print(found.one, found.other, found.ties, found.possible, found.expected)
    education education 2 2 1.2
    education employment 1 8 2.6
    employment employment 2 2 1.2
    """
    values = snapshot.groups.get(attribute, ())
    sizes = Counter(value for value in values if value)
    between = Counter(
        tuple(sorted((values[a], values[b])))
        for a, b in snapshot.pairs()
        if values and values[a] and values[b]
    )
    ends = _ends(snapshot, values)
    found = []
    for one, other in combinations_with_replacement(sorted(sizes), 2):
        pairs = sizes[one] * (sizes[other] - (one == other)) * (2 if one != other else 1)
        possible = pairs if snapshot.directed else pairs // 2
        expected = (
            _by_size(snapshot, possible)
            if chance == "size"
            else _by_degree(snapshot, ends, one, other)
        )
        ties = between[one, other]
        density = ties / possible if possible else Undefined("no_pair")
        found.append(Mixing(one, other, ties, possible, expected, density))
    return found


@dataclass(frozen=True, slots=True)
class Block:
    """What goes from one group to another, or within one.

    Attributes:
        source: A group's value.
        target: The other's, or the same.
        ties: How many arcs go from the first to the second; undirected ties go both ways.
        possible: How many could.
        density: ``ties / possible``, undefined when no pair of actors exists between them.
    """

    source: str
    target: str
    ties: int
    possible: int
    density: float | Undefined


@measure("group")
def density_matrix(snapshot: Snapshot, attribute: str = "sector") -> list[Block]:
    """Say of each group how much of what could go to each other group does.

    In a meeting: a square for each two sectors, dark where most work together. Unlike `mixing` it tells who
    gives from who gets: education may send much to employment and hear little back.

    Definition: for each ordered pair of values the arcs from actors of the first to actors of the second,
    over all that there could be. Within a group of s actors that is s (s − 1).

    Edge cases: actors whose value is not stated are in no group. Nothing is returned without groups. The
    density of a group of one with itself is undefined.

    Source: White, Boorman & Breiger 1976; Wasserman & Faust 1994, 388–391; R sna ``blockmodel``.

    >>> from solmu.sna.sketch import sketch
    >>> sector = {"kela": "employment", "te": "employment", "lukio": "education"}
    >>> for found in density_matrix(sketch("kela=te lukio>te", groups=sector)):
    ...     print(found.source, found.target, found.ties, found.possible, found.density)
    education education 0 0 Undefined(reason='no_pair')
    education employment 1 2 0.5
    employment education 0 2 0.0
    employment employment 2 2 1.0
    """
    values = snapshot.groups.get(attribute, ())
    sizes = Counter(value for value in values if value)
    counts: Counter[tuple[str, str]] = Counter()
    for a, b in snapshot.pairs() if values else ():
        counts[values[a], values[b]] += 1
        if not snapshot.directed:
            counts[values[b], values[a]] += 1
    found = []
    for source, target in product(sorted(sizes), repeat=2):
        ties = counts[source, target]
        possible = sizes[source] * (sizes[target] - (source == target))
        density = ties / possible if possible else Undefined("no_pair")
        found.append(Block(source, target, ties, possible, density))
    return found


def _ends(snapshot: Snapshot, values: tuple[str, ...]) -> tuple[Counter[str], Counter[str]]:
    """Count for each group the ties that leave it and that reach it; undirected ones do both."""
    leaving: Counter[str] = Counter()
    reaching: Counter[str] = Counter()
    for source, target in snapshot.pairs() if values else ():
        leaving[values[source]] += 1
        reaching[values[target]] += 1
    if snapshot.directed:
        return leaving, reaching
    return leaving + reaching, leaving + reaching


def _by_size(snapshot: Snapshot, possible: int) -> float:
    """Expect ties in proportion to the pairs that there are."""
    pairs = snapshot.n * (snapshot.n - 1)
    return snapshot.m * possible / (pairs if snapshot.directed else pairs / 2) if possible else 0.0


def _by_degree(
    snapshot: Snapshot, ends: tuple[Counter[str], Counter[str]], one: str, other: str
) -> float:
    """Expect ties in proportion to the ends of ties that each group has."""
    if not snapshot.m:
        return 0.0
    leaving, reaching = ends
    both = leaving[one] * reaching[other] + leaving[other] * reaching[one]
    return both / (snapshot.m * (2 if one == other else 1) * (1 if snapshot.directed else 4))
