"""The only place that looks for the one tie that would help a network most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import igraph
import numpy as np
import numpy.typing as npt

from solmu.sna.catalogue import comparison
from solmu.sna.comparisons.side_by_side import Shift
from solmu.sna.graph import ties_of
from solmu.sna.measures.parts import component, parts
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

# Up to this many actors every pair is tried, which takes about two seconds at most.
TRY_ALL = 150
# Up to this many the distances between all are known; above, those from some, drawn by chance.
KNOW_ALL, SOME = 2_000, 256
BEGIN_WITH = 30
# The graph library gives distances as Python numbers, 32 bytes each: no more than these in one list.
AT_ONCE = 1_000_000
UNREACHED = 1 << 20

Pair = tuple[int, int]
Row = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class BestTie:
    """The tie that would help most, and what it would change, ties counting either way.

    Attributes:
        one: An actor.
        other: The one to tie it to.
        fragmentation: Share of the pairs without a way, before and after.
        average_distance: Steps between those who reach each other, before and after.
        tried: How many pairs were looked at.
        exact: Whether no pair that was allowed can be better.
    """

    one: int
    other: int
    fragmentation: Shift
    average_distance: Shift
    tried: int
    exact: bool


@comparison("what_if")
def best_tie(
    snapshot: Snapshot, candidates: Iterable[Pair] | None = None, seed: int = 0
) -> BestTie | Undefined:
    """Find the tie not yet there that would bring the actors closest to each other.

    In a meeting: "if these two met, everyone would come nearer to everyone." It is a place to begin a
    talk: whether those two have anything to give each other, no figure knows.

    Definition: of the pairs that have no tie either way, the one whose tie makes the fragmentation fall
    most; of equal ones, the one after which the average distance between those who reach each other is
    least. Ties count either way for both. Between two parts the best ends are those with the smallest
    sum of distances within their part. Within one part every pair is tried in a network of up to 150
    actors; in a larger one, pairs of the 15 most tied and the 15 furthest from each other, and from the
    best of those on along the ties while that helps. Above 2,000 actors distances are taken from 256 of
    them, drawn by ``seed``. ``exact`` says which. ``candidates`` limits the pairs, by index.

    Edge cases: undefined with fewer than two actors, and when no pair is left that could be tied.
    The average distance before is undefined when nobody reaches anybody.

    Source: Meyerson & Tagiku 2009, Minimizing Average Shortest Path Distances via Shortcut Edge Addition,
    LNCS 5687, 272–285, for one tie.

    >>> from solmu.sna.sketch import sketch
    >>> found = best_tie(sketch("a-b b-c d-e e-f"))
    >>> (found.one, found.other, found.fragmentation.after), found.average_distance.after
    ((1, 4, 0.0), 1.9333333333333333)
    """
    if snapshot.n < 2:
        return Undefined("too_few_actors")
    search = _Search(snapshot, seed)
    exact = search.knows_all
    if candidates is not None:
        search.look_at(pair for pair in candidates if search.is_free(*pair))
    elif len(parts(snapshot)) > 1:
        exact = search.look_between_the_largest_parts() and exact
    elif snapshot.n <= TRY_ALL:
        search.look_at(pair for pair in combinations(range(snapshot.n), 2) if search.is_free(*pair))
    else:
        exact = False
        search.look_around()
    return search.best(exact=exact)


class _Search:
    """What is known of the pairs looked at so far."""

    def __init__(self, snapshot: Snapshot, seed: int) -> None:
        self.n = snapshot.n
        self.graph: igraph.Graph = ties_of(snapshot)
        self.degrees = self.graph.degree()
        self.part, self.parts = component(snapshot), parts(snapshot)
        self.tied = {tuple(sorted(pair)) for pair in snapshot.pairs()}
        self.knows_all = self.n <= KNOW_ALL
        self.sources = (
            np.arange(self.n)
            if self.knows_all
            else np.sort(np.random.default_rng(seed).choice(self.n, SOME, replace=False))
        )
        self.rows = self._rows(self.sources.tolist())
        self.own: dict[int, Row] = {}
        self.found: dict[Pair, tuple[int, float]] = {}
        reached = self.rows < UNREACHED
        self.steps = float(self.rows[reached].sum()) * self.n / len(self.sources)
        self.reaching = sum(len(part) * (len(part) - 1) for part in self.parts)

    def is_free(self, one: int, other: int) -> bool:
        """Say whether two actors have no tie yet."""
        return one != other and (min(one, other), max(one, other)) not in self.tied

    def look_at(self, pairs: Iterable[Pair]) -> None:
        """Find for pairs what their tie would do: the pairs it joins, and the steps between all then."""
        for pair in pairs:
            one, other = min(pair), max(pair)
            if (one, other) not in self.found:
                self.found[one, other] = (
                    self._inside(one, other)
                    if self.part[one] == self.part[other]
                    else self._across(one, other)
                )

    def look_between_the_largest_parts(self) -> bool:
        """Try the middles of the two largest parts; say whether every actor in them was looked at."""
        sizes = [len(part) for part in self.parts]
        equal = [part for part in self.parts if len(part) == sizes[1]]
        if sizes[1] == 1:
            equal = equal[:2]  # single actors: one is as good as another
        contenders = equal if sizes[0] == sizes[1] else [self.parts[0], *equal]
        middles = [self._middle(part) for part in contenders]
        pairs = (
            combinations([middle for middle, _ in middles], 2)
            if sizes[0] == sizes[1]
            else ((middles[0][0], middle) for middle, _ in middles[1:])
        )
        self.look_at(pairs)
        return all(whole for _, whole in middles)

    def look_around(self) -> None:
        """Try pairs of the most tied and of the furthest apart, then go on along ties from the best."""
        by_ties = sorted(range(self.n), key=lambda actor: (-self.degrees[actor], actor))
        begun = by_ties[: BEGIN_WITH // 2]
        near = self._row(begun[0]).copy()
        while len(begun) < BEGIN_WITH:
            begun.append(int(near.argmax()))
            near = np.minimum(near, self._row(begun[-1]))
        self.look_at(pair for pair in combinations(begun, 2) if self.is_free(*pair))
        for pair in sorted(self.found, key=self._worth)[:3]:
            self._climb(pair)

    def best(self, *, exact: bool) -> BestTie | Undefined:
        """Return the best of the pairs looked at."""
        if not self.found:
            return Undefined("no_pair")
        one, other = min(self.found, key=self._worth)
        joined, steps = self.found[one, other]
        pairs = self.n * (self.n - 1)
        none: float | Undefined = Undefined("none_reachable")
        before = self.steps / self.reaching if self.reaching else none
        after = steps / (self.reaching + joined)
        apart = 1 - self.reaching / pairs, 1 - (self.reaching + joined) / pairs
        return BestTie(
            one=one,
            other=other,
            fragmentation=Shift("fragmentation", *apart),
            average_distance=Shift("average_distance", before, after),
            tried=len(self.found),
            exact=exact,
        )

    def _worth(self, pair: Pair) -> tuple[int, float, Pair]:
        joined, steps = self.found[pair]
        return -joined, steps, pair

    def _climb(self, pair: Pair) -> None:
        """Move one end at a time to an actor tied to it while that helps."""
        while True:
            (one, other), around = pair, self.graph.neighbors
            moved = [(near, other) for near in around(one)] + [
                (one, near) for near in around(other)
            ]
            ways = {(min(way), max(way)) for way in moved if self.is_free(*way)}
            self.look_at(ways)
            best = min({pair} | ways, key=self._worth)
            if best == pair:
                return
            pair = best

    def _around(self, actor: int) -> list[int]:
        """Return the most tied of those tied to an actor."""
        near = self.graph.neighbors(actor)
        return sorted(near, key=lambda other: (-self.degrees[other], other))[:BEGIN_WITH]

    def _middle(self, part: Sequence[int]) -> tuple[int, bool]:
        """Return who has the least steps to the others of its part, and whether all were looked at."""
        tried, whole = list(part), len(part) <= KNOW_ALL
        if not whole:
            tried = sorted(tried, key=lambda actor: (-self.degrees[actor], actor))[:BEGIN_WITH]
        return min(tried, key=lambda actor: (self._far(actor), actor)), whole

    def _far(self, actor: int) -> int:
        """Add up the steps from an actor to those it reaches."""
        row = self._row(actor)
        return int(row[row < UNREACHED].sum())

    def _across(self, one: int, other: int) -> tuple[int, float]:
        """Join two parts: every way between them leads over the new tie."""
        here, there = len(self.parts[self.part[one]]), len(self.parts[self.part[other]])
        steps = there * self._far(one) + here * there + here * self._far(other)
        return 2 * here * there, self.steps + 2 * steps

    def _inside(self, one: int, other: int) -> tuple[int, float]:
        """Shorten ways within a part: only from those nearer to one end to those nearer to the other."""
        shorter = self._shorter(one, other) + self._shorter(other, one)
        return 0, self.steps - shorter * self.n / len(self.sources)

    def _shorter(self, one: int, other: int) -> int:
        here, there = self._row(one), self._row(other)
        leaving = np.flatnonzero(here[self.sources] + 1 < there[self.sources])
        reaching = np.flatnonzero(there + 1 < here)
        over = here[self.sources[leaving]][:, None] + 1 + there[reaching][None, :]
        return int(np.maximum(self.rows[np.ix_(leaving, reaching)] - over, 0).sum())

    def _row(self, actor: int) -> Row:
        """Return the steps from an actor to everyone."""
        if actor not in self.own:
            known = self.rows if self.knows_all else self._rows([actor])
            self.own[actor] = known[actor if self.knows_all else 0]
        return self.own[actor]

    def _rows(self, actors: Sequence[int]) -> Row:
        """Return the steps from each of some actors to everyone."""
        rows = np.full((len(actors), self.n), UNREACHED, dtype=np.int32)
        step = max(1, AT_ONCE // self.n)
        for start in range(0, len(actors), step):
            some = np.array(self.graph.distances(actors[start : start + step]))
            reached = np.isfinite(some)
            rows[start : start + step][reached] = some[reached]
        return rows
