"""The only place that divides a network into a core and those around it."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from solmu.sna.catalogue import measure
from solmu.sna.graph import ties_of
from solmu.sna.matrix import contacts_of
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

Between = Literal["tied", "ignored"]
# Up to so many actors every size of core is tried, and every exchange of two; above, what time allows.
EVERY_SIZE, EVERY_EXCHANGE, MOST_MOVES = 100, 1000, 200


@dataclass(frozen=True, slots=True)
class CorePeriphery:
    """A division into a core and the rest.

    Attributes:
        correlation: How well the ties follow the pattern, 1 being exactly.
        core: The indices of the core's actors.
    """

    correlation: float
    core: tuple[int, ...]


@measure("network")
def core_periphery(snapshot: Snapshot, between: Between = "tied") -> CorePeriphery | Undefined:
    """Divide the actors into a core through which all ties go and those around it.

    In a meeting: is there an inner circle, and who is in it? A correlation under about 0.5 says that there
    is none to speak of. A core that lets nobody in is a thing to talk about; a core as such is not.

    Definition: the core for which ties, taken either way, correlate best with a pattern: tied when either is
    of the core, not tied when neither is. With ``ignored``, tied when both are of the core, and what lies
    between core and rest is left out. Found by building cores up from the best tied and moving one actor,
    or exchanging two, as long as that helps.

    Edge cases: undefined with fewer than three actors, and when nobody or everybody is tied to everybody.
    The search finds the best division of all the small networks that it was tried on; of large ones it
    finds a good one. Several cores may be equally good; one is returned.

    Source: Borgatti & Everett 2000, Social Networks 21, 375–395 (the discrete model).

    >>> from solmu.sna.sketch import sketch
    >>> core_periphery(sketch("ohjaamo>kela lukio>ohjaamo ohjaamo=etsiva kela>lukio"))
    CorePeriphery(correlation=0.7071067811865476, core=(0,))
    """
    n = snapshot.n
    if n < 3:
        return Undefined("too_few_actors")
    if ties_of(snapshot).ecount() in (0, n * (n - 1) // 2):
        return Undefined("no_variance")
    search = _Search(snapshot, between)
    best = max((search.climb(start) for start in search.starts()), key=lambda found: found[0])
    if best[0] == -math.inf:
        return Undefined("no_variance")
    return CorePeriphery(best[0], tuple(np.flatnonzero(best[1]).tolist()))


class _Search:
    """A search for the best core: it knows who is tied to whom, and how good a core of any size is."""

    def __init__(self, snapshot: Snapshot, between: Between) -> None:
        self.n, self.contacts = snapshot.n, contacts_of(snapshot)
        self.degree = np.diff(self.contacts.indptr).astype(np.int64)
        self.ties = int(self.degree.sum()) // 2
        self.between = between
        self.dense = self.contacts.toarray() > 0 if self.n <= EVERY_EXCHANGE else None

    def score(self, size: Any, core: Any, rest: Any) -> NDArray[np.float64]:
        """Correlate ties with the pattern, from a core's size, the ties within it and those in the rest."""
        size, core, rest = (np.asarray(value, np.float64) for value in (size, core, rest))
        out = self.n - size
        inner, outer = size * (size - 1) / 2, out * (out - 1) / 2
        if self.between == "tied":
            pairs, marked = self.n * (self.n - 1) / 2, self.n * (self.n - 1) / 2 - outer
            tied, both = np.full_like(rest, self.ties), self.ties - rest
        else:
            pairs, marked, tied, both = inner + outer, inner, core + rest, core
        spread = marked * (pairs - marked) * tied * (pairs - tied)
        found = np.full(spread.shape, -np.inf)
        np.divide(
            pairs * both - marked * tied, np.sqrt(spread.clip(0)), out=found, where=spread > 0
        )
        return found

    def starts(self) -> list[NDArray[np.bool_]]:
        """Return cores to begin from: the best tied first, or those who add most ties to the core first."""
        found = []
        for order in (np.argsort(-self.degree, kind="stable"), self._by_what_they_add()):
            place = np.empty(self.n, np.int64)
            place[order] = np.arange(self.n)
            ends = self.contacts.tocoo().coords
            once = ends[0] < ends[1]
            first, last = (np.sort(place[np.stack(ends)[:, once]], axis=0)) if once.any() else ends
            size = np.arange(self.n + 1)
            within = np.cumsum(np.bincount(last + 1, minlength=self.n + 1))
            touched = np.cumsum(np.bincount(first + 1, minlength=self.n + 1))
            value = self.score(size, within, self.ties - touched)
            sizes = size if self.n <= EVERY_SIZE else np.argsort(-value, kind="stable")[:2]
            found += [place < count for count in sizes.tolist() if 0 < count < self.n]
        if self.n <= EVERY_SIZE:
            found += [self.around(actor) for actor in range(self.n)]
        return found

    def around(self, actor: int) -> NDArray[np.bool_]:
        """Return a core of an actor and its contacts, for a core may lie off where the most ties are."""
        inside = np.zeros(self.n, bool)
        inside[[actor, *self._contacts_of(actor).tolist()]] = True
        return inside

    def climb(self, inside: NDArray[np.bool_]) -> tuple[float, NDArray[np.bool_]]:
        """Move one actor or exchange two, whatever helps most, until nothing helps."""
        known = self._of_core(inside)
        size = int(inside.sum())
        core = int(known[inside].sum()) // 2
        rest = int((self.degree - known)[~inside].sum()) // 2
        value = float(self.score(size, core, rest))
        for _ in range(MOST_MOVES):
            moved = self._best_move(inside, known, (size, core, rest))
            if moved[0] <= value + 1e-12:
                break
            value, actors = moved
            for actor in actors:
                sign = -1 if inside[actor] else 1
                core += sign * int(known[actor])
                rest -= sign * int(self.degree[actor] - known[actor])
                size += sign
                inside[actor] = not inside[actor]
                known[self._contacts_of(actor)] += sign
        return value, inside

    def _best_move(
        self, inside: NDArray[np.bool_], known: NDArray[np.int64], sums: tuple[int, int, int]
    ) -> tuple[float, tuple[int, ...]]:
        """Return what helps most, and who moves."""
        size, core, rest = sums
        sign, unknown = np.where(inside, -1, 1), self.degree - known
        alone = self.score(size + sign, core + sign * known, rest - sign * unknown)
        one = int(alone.argmax())
        best: tuple[float, tuple[int, ...]] = (float(alone[one]), (one,))
        out, into = np.flatnonzero(inside), np.flatnonzero(~inside)
        if self.dense is None or not out.size or not into.size:
            return best
        tied = self.dense[np.ix_(out, into)].astype(np.int64)
        both = self.score(
            size,
            core - known[out][:, None] + known[into][None, :] - tied,
            rest + unknown[out][:, None] - unknown[into][None, :] - tied,
        )
        at = int(both.argmax())
        if (value := float(both.flat[at])) > best[0]:
            return value, (int(out[at // into.size]), int(into[at % into.size]))
        return best

    def _of_core(self, inside: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Count for each actor its contacts in the core."""
        found: NDArray[np.int64] = np.rint(self.contacts @ inside.astype(float)).astype(np.int64)
        return found

    def _contacts_of(self, actor: int) -> NDArray[Any]:
        found: NDArray[Any] = self.contacts.indices[
            self.contacts.indptr[actor] : self.contacts.indptr[actor + 1]
        ]
        return found

    def _by_what_they_add(self) -> NDArray[np.int64]:
        """Order the actors so that each next one has most ties to those not yet taken."""
        left = self.degree.tolist()
        heap = [(-count, actor) for actor, count in enumerate(left)]
        heapq.heapify(heap)
        order, taken = [], [False] * self.n
        while heap:
            count, actor = heapq.heappop(heap)
            if taken[actor] or -count != left[actor]:
                continue
            taken[actor] = True
            order.append(actor)
            for other in self._contacts_of(actor).tolist():
                if not taken[other]:
                    left[other] -= 1
                    heapq.heappush(heap, (-left[other], other))
        return np.asarray(order, np.int64)
