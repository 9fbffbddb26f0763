"""The only place that lets actors leave one after another and watches how long a network holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from solmu.sna.catalogue import comparison
from solmu.sna.comparisons.chance import Each, Piece, in_turn, pieces_of
from solmu.sna.graph import ties_of
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

Order = Literal["most_tied", "most_between", "random"]


@dataclass(frozen=True, slots=True)
class Robustness:
    """How a network holds while its actors leave.

    Attributes:
        left: Share of all actors who are in the largest part when 0, 1, 2 … of them have left.
        area: The mean of ``left`` after each leaving: nearly 1/2 at best, nearly 0 where one is enough.
        order: Who leaves, in their order; empty when it is random.
    """

    left: tuple[float, ...]
    area: float
    order: tuple[int, ...] = ()


@comparison("what_if")
def robustness(
    snapshot: Snapshot,
    order: Order = "most_tied",
    runs: int = 200,
    seed: int = 0,
    each: Each = in_turn,
) -> Robustness | Undefined:
    """Follow the largest part while actors leave: the most tied first, the most between, or anyone.

    In a meeting: "if anyone leaves we hold together; if the five busiest leave, we do not." A wide gap
    between the two curves says that the network stands on few.

    Definition: after each leaving the share of all actors (of those there were) in the largest weak
    component. The order is fixed at the start: by number of ties either way, by betweenness on those
    ties, or by chance, where the curve is the mean of ``runs`` curves. ``area`` is the mean over all
    leavings, R of Schneider and others.

    Edge cases: undefined without actors. Of equally tied actors the one that stands first leaves first.

    Source: Albert, Jeong & Barabási 2000, Nature 406, 378–382; Schneider et al. 2011, PNAS 108, 3838–3841.

    >>> from solmu.sna.sketch import sketch
    >>> robustness(sketch("hub-a hub-b hub-c"))
    Robustness(left=(1.0, 0.25, 0.25, 0.25, 0.0), area=0.1875, order=(0, 1, 2, 3))
    """
    if not snapshot.n:
        return Undefined("too_few_actors")
    neighbours = ties_of(snapshot).get_adjlist()
    if order == "random":
        sums = [0] * (snapshot.n + 1)
        for found in each(partial(_at_random, neighbours), pieces_of(runs, seed)):
            sums = [one + other for one, other in zip(sums, found, strict=True)]
        return _robustness([total / runs for total in sums], ())
    value = _values(snapshot, order)
    leaving = sorted(range(snapshot.n), key=lambda actor: (-value[actor], actor))
    return _robustness(_largest_parts(neighbours, leaving), tuple(leaving))


def _robustness(largest: Sequence[float], order: tuple[int, ...]) -> Robustness:
    n = len(largest) - 1
    return Robustness(tuple(size / n for size in largest), sum(largest[1:]) / n**2, order)


def _values(snapshot: Snapshot, order: Order) -> list[float]:
    """Return what the actors are ordered by; betweenness rounded, for equal ones differ in the last digit."""
    graph = ties_of(snapshot)
    if order == "most_tied":
        return graph.degree()  # type: ignore[no-any-return]
    return [round(value, 6) for value in graph.betweenness()]


def _at_random(neighbours: list[list[int]], piece: Piece) -> list[int]:
    """Add up the sizes of the largest part over some runs."""
    dice = piece.dice()
    sums = [0] * (len(neighbours) + 1)
    for _ in range(piece.runs):
        leaving = dice.permutation(len(neighbours)).tolist()
        found = _largest_parts(neighbours, leaving)
        sums = [one + other for one, other in zip(sums, found, strict=True)]
    return sums


def _largest_parts(neighbours: list[list[int]], leaving: Sequence[int]) -> list[int]:
    """Return the size of the largest part after each leaving, letting the actors come back in reverse.

    Whoever comes joins the parts of its neighbours that are there: one look at every tie for the whole
    curve.
    """
    above = [-1] * len(leaving)
    sizes = [0] * len(leaving)
    largest, curve = 0, [0]
    for actor in reversed(leaving):
        above[actor], sizes[actor] = actor, 1
        for other in neighbours[actor]:
            if above[other] >= 0:
                one, two = _top(above, actor), _top(above, other)
                if one != two:
                    small, large = sorted((one, two), key=sizes.__getitem__)
                    above[small] = large
                    sizes[large] += sizes[small]
        largest = max(largest, sizes[_top(above, actor)])
        curve.append(largest)
    return curve[::-1]


def _top(above: list[int], actor: int) -> int:
    """Return who stands for the actor's part, shortening the way there."""
    while above[actor] != actor:
        above[actor] = above[above[actor]]
        actor = above[actor]
    return actor
