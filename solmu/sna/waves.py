"""The only place for the walk that goes out from many actors at once and counts the steps to everybody."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solmu.sna.matrix import Matrix, Numbers, arcs_of
from solmu.sna.snapshot import Snapshot

# A word holds 64 walkers; so many words go together as long as what they carry stays near 16 MB.
_WIDEST, _MOST_WORDS = 8, 2_000_000


@dataclass(frozen=True, slots=True)
class Waves:
    """How far it is from every actor to those that were asked for.

    Attributes:
        ends: The actors that ways were looked for to: all of them, or some drawn at random.
        steps: Number of steps to how many ordered pairs are that far apart.
        reached: For each actor how many of the ends it reaches, itself left out.
        total: For each actor the steps to those, added up.
        nearness: For each actor 1 / steps to those, added up.
    """

    ends: tuple[int, ...]
    steps: dict[int, int]
    reached: NDArray[np.int64]
    total: NDArray[np.int64]
    nearness: Numbers

    def others(self, n: int) -> NDArray[np.int64]:
        """For each of ``n`` actors how many of the ends are not that actor itself."""
        own = np.zeros(n, np.int64)
        own[list(self.ends)] = 1
        return len(self.ends) - own


def some_of(n: int, sources: int | None, seed: int) -> tuple[int, ...]:
    """Draw so many actors at random, or take all when none or too many are asked for; seeded.

    >>> some_of(4, None, 0), len(some_of(100, 10, 0)), some_of(100, 10, 0) == some_of(100, 10, 0)
    ((0, 1, 2, 3), 10, True)
    """
    if sources is None or sources >= n:
        return tuple(range(n))
    return tuple(sorted(random.Random(seed).sample(range(n), sources)))  # noqa: S311 - no secret


def waves_of(snapshot: Snapshot, sources: int | None = None, seed: int = 0) -> Waves:
    """Count the steps from every actor to every other along the arcs, or to ``sources`` drawn at random.

    Source: Then et al. 2014, The more the merrier: efficient multi-source graph traversal, PVLDB 8(4).

    >>> from solmu.sna.sketch import sketch
    >>> waves = waves_of(sketch("kela>ohjaamo ohjaamo=lukio"))
    >>> waves.steps, waves.total.tolist()
    ({1: 3, 2: 1}, [3, 1, 1])
    """
    ends = some_of(snapshot.n, sources, seed)
    key = "waves" if len(ends) == snapshot.n else f"waves {sources} {seed}"
    return snapshot.once(key, lambda: _waves(snapshot, ends))


def _waves(snapshot: Snapshot, ends: tuple[int, ...]) -> Waves:
    """Let as many ends as fit walk at once, and add up what they met."""
    n, arcs = snapshot.n, arcs_of(snapshot)
    found = Waves(ends, {}, np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n))
    words = int(min(_WIDEST, max(1, _MOST_WORDS // max(arcs.nnz, 1)), -(-len(ends) // 64) or 1))
    for first in range(0, len(ends), 64 * words):
        _one_wave(found, arcs, ends[first : first + 64 * words], words)
    return Waves(
        ends, dict(sorted(found.steps.items())), found.reached, found.total, found.nearness
    )


def _one_wave(found: Waves, arcs: Matrix, ends: tuple[int, ...], words: int) -> None:
    """Walk from some ends against the arcs, one bit for each, until nobody new is met."""
    front = np.zeros((arcs.shape[0], words), np.uint64)
    places = np.arange(len(ends))
    bits = np.left_shift(np.uint64(1), (places % 64).astype(np.uint64))
    front[list(ends), places // 64] = bits
    seen, leaving, step = front.copy(), np.flatnonzero(np.diff(arcs.indptr)), 0
    while leaving.size:
        step += 1
        front = _next(front, arcs, leaving) & ~seen
        seen |= front
        met = np.bitwise_count(front).sum(axis=1, dtype=np.int64)
        if not (count := int(met.sum())):
            return
        found.steps[step] = found.steps.get(step, 0) + count
        found.reached[:] += met
        found.total[:] += met * step
        found.nearness[:] += met / step


def _next(front: NDArray[Any], arcs: Matrix, leaving: NDArray[Any]) -> NDArray[Any]:
    """Let everybody know what those know whom their arcs reach."""
    told = np.zeros_like(front)
    told[leaving] = np.bitwise_or.reduceat(front[arcs.indices], arcs.indptr[leaving], axis=0)
    return told
