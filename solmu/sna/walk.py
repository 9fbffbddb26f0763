"""The only place for the one walk through a network that shows what each actor and tie alone joins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import igraph

Part: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """A depth-first walk: whoever was met below an actor stands in one run of ``order`` after it.

    One walk answers for all actors, in the time of one look at every tie; taking each actor away in
    turn would look at every tie as often as there are actors.

    Attributes:
        order: The actors as they were met.
        met: For each actor its place in ``order``.
        below: For each actor how many stand in its run, itself included.
        lowest: For each actor the first place that its run reaches by a tie other than the one it was
            entered by.
        above: For each actor the one it was met from, -1 at the start of a part.
        start: For each actor the place where its part starts.
    """

    order: list[int]
    met: list[int]
    below: list[int]
    lowest: list[int]
    above: list[int]
    start: list[int]

    def run(self, actor: int) -> Part:
        """Return ``actor`` and whoever was met below it."""
        at = self.met[actor]
        return tuple(sorted(self.order[at : at + self.below[actor]]))

    def lost_without(self, actor: int) -> tuple[Part, ...]:
        """Return what the part of ``actor`` falls into without it, from large to small, but the largest.

        Of equal ones the one whose first actor comes first counts as larger.
        """
        runs, at, end = [], self.met[actor] + 1, self.met[actor] + self.below[actor]
        while at < end:
            child = self.order[at]
            if self.lowest[child] >= self.met[actor]:
                runs.append(self.run(child))
            at += self.below[child]
        return self._but_the_largest(actor, runs, gone=1)

    def far_side(self, one: int, other: int) -> Part:
        """Return the smaller side of the bridge between two actors."""
        far = self.run(max(one, other, key=lambda actor: self.met[actor]))
        return self._but_the_largest(one, [far], gone=0)[0]

    def joined_without(self) -> list[int]:
        """Count for each actor the ordered pairs of others that still reach each other without it.

        It takes one look at every actor. Whoever the walk left out has 0 and means nothing.
        """
        sizes = [self.below[actor] for actor in self.order if self.above[actor] < 0]
        joined = sum(size * (size - 1) for size in sizes)
        runs, held = [0] * len(self.met), [0] * len(self.met)
        for actor in self.order:
            parent = self.above[actor]
            if parent >= 0 and self.lowest[actor] >= self.met[parent]:
                size = self.below[actor]
                runs[parent] += size
                held[parent] += size * (size - 1)
        for actor in self.order:
            size = self.below[self.order[self.start[actor]]]
            rest = size - 1 - runs[actor]
            held[actor] += joined - size * (size - 1) + rest * (rest - 1)
        return held

    def _but_the_largest(self, actor: int, runs: list[Part], gone: int) -> tuple[Part, ...]:
        """Add the rest of the part to ``runs`` and leave out the largest; mostly that is the rest itself."""
        first = self.order[self.start[actor]]
        rest_size = self.below[first] - gone - sum(map(len, runs))
        ordered = sorted(runs, key=lambda run: (-len(run), run))
        if ordered and rest_size > len(ordered[0]):
            return tuple(ordered)
        without = {actor} if gone else set()
        rest = tuple(set(self.run(first)).difference(without, *runs))
        parts = [*runs, tuple(sorted(rest))] if rest else runs
        return tuple(sorted(parts, key=lambda part: (-len(part), part))[1:])


def walk_of(graph: igraph.Graph) -> Walk:
    """Walk once through an undirected graph without parallel ties.

    Source: Hopcroft & Tarjan 1973, Communications of the ACM 16(6), 372–378.

    >>> walk = walk_of(igraph.Graph(edges=[(0, 1), (1, 2), (2, 0), (2, 3)]))
    >>> walk.lost_without(2), walk.far_side(2, 3)
    (((3,),), (3,))
    """
    return walk_among(graph.get_adjlist())


def walk_among(neighbours: list[list[int]], gone: Iterable[int] = ()) -> Walk:
    """Walk once through what is left when ``gone`` are taken away.

    >>> walk_among([[1], [0, 2], [1, 3], [2]], gone=[1]).order
    [0, 2, 3]
    """
    n = len(neighbours)
    walk = Walk([], [-1] * n, [1] * n, [0] * n, [-1] * n, [0] * n)
    for actor in gone:
        walk.met[actor] = n  # met after everyone else: nobody goes there or comes back from there
    for first in range(n):
        if walk.met[first] < 0:
            _walk_part(walk, neighbours, first)
    return walk


def _walk_part(walk: Walk, neighbours: list[list[int]], first: int) -> None:
    """Walk the part of ``first``, without recursion: a chain may be longer than the stack is deep."""
    start = len(walk.order)
    trail = [(first, iter(neighbours[first]))]
    _meet(walk, first, -1, start)
    while trail:
        actor, ahead = trail[-1]
        for other in ahead:
            if walk.met[other] < 0:
                _meet(walk, other, actor, start)
                trail.append((other, iter(neighbours[other])))
                break
            if other != walk.above[actor]:
                walk.lowest[actor] = min(walk.lowest[actor], walk.met[other])
        else:
            trail.pop()
            if (parent := walk.above[actor]) >= 0:
                walk.below[parent] += walk.below[actor]
                walk.lowest[parent] = min(walk.lowest[parent], walk.lowest[actor])


def _meet(walk: Walk, actor: int, parent: int, start: int) -> None:
    """Note that ``actor`` was met, coming from ``parent``."""
    walk.met[actor] = walk.lowest[actor] = len(walk.order)
    walk.above[actor], walk.start[actor] = parent, start
    walk.order.append(actor)
