"""The only place that looks for those whose leaving would break a network most."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, TypeAlias

from solmu.sna.catalogue import comparison
from solmu.sna.graph import ties_of
from solmu.sna.measures.parts import parts
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot
from solmu.sna.walk import walk_among

Aim = Literal["fragmentation", "distance"]
Score: TypeAlias = Callable[[Sequence[int], Iterable[int]], dict[int, float]]
# A look at an actor or a tie takes 1.4 µs in the walk and 0.04 µs in the graph library's distances: up to
# these numbers of looks an exact answer comes within about three seconds on one core.
EXACT_LOOKS = {"fragmentation": 2_000_000, "distance": 60_000_000}
MOST_TRIED = 40
MOST_BETWEEN = 3_000
MOST_DISTANCES = 2_000


@dataclass(frozen=True, slots=True)
class KeyPlayers:
    """Who would be missed most together.

    Attributes:
        actors: Their indices, in the order of the snapshot.
        value: The fragmentation of what remains without them.
        before: The fragmentation of the network as it is.
        exact: Whether every set was as good as tried; otherwise a better one may exist.
    """

    actors: tuple[int, ...]
    value: float
    before: float
    exact: bool


@comparison("what_if")
def key_players(
    snapshot: Snapshot, count: int = 1, aim: Aim = "fragmentation"
) -> KeyPlayers | Undefined:
    """Find the set of actors without whom the others fall apart most.

    In a meeting: "without these two, half of the others could no longer reach each other." It asks for a
    set, since two who hold the same place do not count twice. A value no higher than before means that
    the map holds: nobody is irreplaceable, and no name is worth saying.

    Definition: the set of ``count`` actors whose removal leaves the largest fragmentation F among the
    remaining ones, ties counting either way: 1 − Σ s (s − 1) / (m (m − 1)) over the parts' sizes s, with m
    remaining actors. With the aim ``distance`` the largest 1 − Σ 1/d / (m (m − 1)) over the ordered pairs,
    where those who cannot reach each other add nothing: it also sees ways that become longer.

    Edge cases: undefined when fewer than two would remain. Of equally good sets the first in the order
    of the snapshot that the search meets. One actor is found exactly in any network, two in those of
    the size that people draw; beyond, a set is built actor by actor and each is exchanged as long as
    that helps: ``exact`` says which. With ``distance`` large networks try only who is between others most,
    and above 2,000 actors there is no answer.

    Source: Borgatti 2006, Computational & Mathematical Organization Theory 12, eq. 4 and 9 (KPP-NEG).

    >>> from solmu.sna.sketch import sketch
    >>> key_players(sketch("a-hub b-hub hub-c c-d c-e"), count=2)
    KeyPlayers(actors=(1, 3), value=1.0, before=0.0, exact=True)
    """
    if count < 1:
        message = "a set of key players has at least one"
        raise ValueError(message)
    remaining = snapshot.n - count
    if remaining < 2:
        return Undefined("too_few_actors")
    if aim == "distance" and snapshot.n > MOST_DISTANCES:
        return Undefined("too_large")
    score = _pairs_joined(snapshot) if aim == "fragmentation" else _closeness_left(snapshot)
    begun = _beginnings(snapshot, count, aim)
    actors = _best_of(score, begun, snapshot.n) if begun else _built(score, snapshot, count, aim)
    return KeyPlayers(
        actors=actors,
        value=1 - score(actors[:-1], actors[-1:])[actors[-1]] / (remaining * (remaining - 1)),
        before=_before(snapshot, aim),
        exact=bool(begun),
    )


def _before(snapshot: Snapshot, aim: Aim) -> float:
    """Return the fragmentation of the network as it is."""
    pairs = snapshot.n * (snapshot.n - 1)
    if aim == "distance":
        return 1 - _closeness(snapshot, ()) / pairs
    joined: int = sum(len(part) * (len(part) - 1) for part in parts(snapshot))
    return 1 - joined / pairs


def _beginnings(snapshot: Snapshot, count: int, aim: Aim) -> list[tuple[int, ...]]:
    """Return what to complete by one actor so that no set is overlooked; nothing if that is too much."""
    n, ties = snapshot.n, ties_of(snapshot).ecount()
    starters: Sequence[int] = range(n)
    if count == 2 and aim == "fragmentation":
        starters = _not_outdone(snapshot)
    looks = n + ties if aim == "fragmentation" else n * n * (n + ties)
    one_look_answers = count == 1 and aim == "fragmentation"
    if math.comb(len(starters), count - 1) * looks > EXACT_LOOKS[aim] and not one_look_answers:
        return []
    return list(combinations(starters, count - 1))


def _not_outdone(snapshot: Snapshot) -> Sequence[int]:
    """Leave out whose neighbours are all another's: without that other, no less falls apart.

    With v's neighbours all among u and u's neighbours, what remains without u is contained in what
    remains without v, v standing where u stood. So some best pair has one of those left here; of two
    who outdo each other the first is left.
    """
    neighbours = [set(each) for each in ties_of(snapshot).get_adjlist()]

    def outdone(actor: int) -> bool:
        mine = neighbours[actor]
        if not mine:
            return actor > 0
        some = min(mine, key=lambda other: len(neighbours[other]))
        for other in {some} | neighbours[some]:
            if other != actor and mine <= neighbours[other] | {other}:
                equal = neighbours[other] <= mine | {actor}
                if not equal or other < actor:
                    return True
        return False

    return [actor for actor in range(snapshot.n) if not outdone(actor)]


def _best_of(score: Score, begun: Iterable[tuple[int, ...]], n: int) -> tuple[int, ...]:
    """Complete each beginning by its best last actor and take the best of all."""
    best: tuple[int, ...] = ()
    held = math.inf
    for first in begun:
        last, left = _best_last(score(first, range(n)))
        if left < held - 1e-9:
            best, held = tuple(sorted((*first, last))), left
    return best


def _built(score: Score, snapshot: Snapshot, count: int, aim: Aim) -> tuple[int, ...]:
    """Exchange one actor at a time for as long as that helps, from two beginnings, and take the better.

    One is built actor by actor. Where no single actor breaks anything that says nothing, so the other is
    those who are between others most.
    """
    likely = _most_between(snapshot)
    tried = sorted(likely) if aim == "fragmentation" else sorted(likely[: MOST_TRIED + count])
    chosen: list[int] = []
    for _ in range(count):
        chosen.append(_best_last(score(chosen, tried))[0])
    found = [_exchanged(score, begun, tried) for begun in (chosen, likely[:count])]
    return min(found, key=lambda each: (round(each[1], 9), each[0]))[0]


def _exchanged(
    score: Score, begun: Sequence[int], tried: Sequence[int]
) -> tuple[tuple[int, ...], float]:
    """Exchange one actor at a time until no exchange helps; return the set and what it leaves."""
    chosen, held = list(begun), math.inf
    place = since = 0
    while since < len(chosen):
        others = chosen[:place] + chosen[place + 1 :]
        last, left = _best_last(score(others, tried))
        since += 1
        if left < held - 1e-9:
            chosen[place], held, since = last, left, 1
        place = (place + 1) % len(chosen)
    return tuple(sorted(chosen)), held


def _most_between(snapshot: Snapshot) -> list[int]:
    """Order the actors by how much they are between others; where that takes long, by their ties."""
    graph = ties_of(snapshot)
    value = graph.betweenness() if snapshot.n <= MOST_BETWEEN else graph.degree()
    return sorted(range(snapshot.n), key=lambda actor: (-value[actor], actor))


def _best_last(scores: dict[int, float]) -> tuple[int, float]:
    """Return who leaves least behind, the first of equals, and how much that is."""
    last = min(scores, key=lambda actor: (round(scores[actor], 9), actor))
    return last, scores[last]


def _pairs_joined(snapshot: Snapshot) -> Score:
    """Count the ordered pairs that still reach each other: one walk answers for every last actor."""
    neighbours = ties_of(snapshot).get_adjlist()

    def score(gone: Sequence[int], tried: Iterable[int]) -> dict[int, float]:
        held = walk_among(neighbours, gone).joined_without()
        return {actor: held[actor] for actor in tried if actor not in gone}

    return score


def _closeness_left(snapshot: Snapshot) -> Score:
    """Add up the closeness of the pairs left, anew for every last actor."""

    def score(gone: Sequence[int], tried: Iterable[int]) -> dict[int, float]:
        return {actor: _closeness(snapshot, (*gone, actor)) for actor in tried if actor not in gone}

    return score


def _closeness(snapshot: Snapshot, gone: Iterable[int]) -> float:
    """Add up 1/d over the ordered pairs of those left."""
    graph = ties_of(snapshot)
    away = set(gone)
    if away:
        graph = graph.induced_subgraph(
            [actor for actor in range(snapshot.n) if actor not in away], "create_from_scratch"
        )
    lengths = graph.path_length_hist(directed=False)
    return 2 * math.fsum(count / length for length, _, count in lengths.bins())
