"""The only place for Krackhardt's four: how near the directions of a network are to an outline with one top."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from solmu.sna.catalogue import measure
from solmu.sna.graph import graph_of
from solmu.sna.matrix import ends_of
from solmu.sna.measures.parts import parts
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot
from solmu.sna.waves import waves_of

# Tops are held as bits in so many words at most (160 MB), and every two kinds of actors, by the tops above
# them, are looked at: some seconds for so many, and four times as long for twice as many.
MOST_WORDS, MOST_KINDS = 20_000_000, 5000


@measure("network")
def connectedness(snapshot: Snapshot) -> float:
    """Share of pairs between whom there is a way, whichever way the ties go.

    In a meeting: 1 says that the map is in one part. It is what `fragmentation` leaves.

    Definition: pairs in the same weak component / all pairs.

    Edge cases: 1 with fewer than two actors, as in the source: nobody is cut off from anybody.

    Source: Krackhardt 1994; R sna ``connectedness``.

    >>> from solmu.sna.sketch import sketch
    >>> connectedness(sketch("kela>ohjaamo lukio>ohjaamo kirjasto"))
    0.5
    """
    if snapshot.n < 2:
        return 1.0
    joined = sum(len(part) * (len(part) - 1) for part in parts(snapshot))
    return joined / (snapshot.n * (snapshot.n - 1))


@measure("network")
def hierarchy(snapshot: Snapshot, sources: int | None = None, seed: int = 0) -> float | Undefined:
    """Share of the pairs that reach each other at all of whom only one reaches the other.

    In a meeting: near 1, things go from the top down and no way leads back. Near 0, whoever is heard can
    also answer, if by a way round.

    Definition: 1 − M / (M + A), with M pairs of actors who reach each other along the arcs and A pairs of
    whom one reaches the other. With ``sources`` the ways to so many actors, drawn at random from
    ``seed``, stand for all.

    Edge cases: undefined when nobody reaches anybody; 0 in an undirected network.

    Source: Krackhardt 1994; R sna ``hierarchy`` with ``measure="krackhardt"``.

    >>> from solmu.sna.sketch import sketch
    >>> hierarchy(sketch("kela>ohjaamo ohjaamo=lukio"))
    0.6666666666666667
    """
    waves = waves_of(snapshot, sources, seed)
    if not waves.steps:
        return Undefined("none_reachable")
    sizes = graph_of(snapshot).connected_components(mode="strong").sizes()
    mutual = sum(size * (size - 1) for size in sizes) // 2
    ordered = sum(waves.steps.values()) * snapshot.n / len(waves.ends)
    return float(max(0.0, 1 - mutual / max(ordered - mutual, mutual)))


@measure("network")
def efficiency(snapshot: Snapshot) -> float | Undefined:
    """Say how few ties there are beyond those that hold the parts together.

    In a meeting: 1 is a map without a single tie to spare, and where every tie is a thread. Low is much
    double work, or a network that stands losing somebody; ask which.

    Definition: 1 − (arcs − Σ (s − 1)) / Σ (s − 1)² over the sizes s of the weak components. An undirected
    tie is two arcs.

    Edge cases: undefined when nobody is tied to anybody.

    Source: Krackhardt 1994; R sna ``efficiency``.

    >>> from solmu.sna.sketch import sketch
    >>> efficiency(sketch("kela>ohjaamo lukio>ohjaamo")), efficiency(sketch("kela=ohjaamo lukio=ohjaamo"))
    (1.0, 0.5)
    """
    needed = sum(len(part) - 1 for part in parts(snapshot))
    most = sum((len(part) - 1) ** 2 for part in parts(snapshot))
    arcs = snapshot.m * (1 if snapshot.directed else 2)
    return 1 - (arcs - needed) / most if most else Undefined("no_ties")


@measure("network")
def lubness(snapshot: Snapshot) -> float | Undefined:
    """Share of pairs above whom stands one actor who reaches them and everyone else who does.

    In a meeting: is there somebody to whom any two can take what they do not agree on? In a network of
    equals a low figure is no fault.

    Definition: 1 − V / Σ (s − 1) (s − 2) / 2 over the sizes s of the weak components of three or more, with
    V the pairs in them without an upper bound that reaches all their upper bounds. An upper bound of a
    pair is an actor who reaches both along the arcs; everyone reaches themselves.

    Edge cases: undefined when no part has three actors; 1 in an undirected network with such a part; below
    0 where nearly all pairs lack a bound. Undefined (``too_large``) where too many actors stand at a top
    of their own.

    Source: Krackhardt 1994, as R sna ``lubness`` reckons it: the bound that reaches the others, where
    Krackhardt's words may also be read as the one that the others reach.

    >>> from solmu.sna.sketch import sketch
    >>> lubness(sketch("ohjaamo>kela ohjaamo>lukio")), lubness(sketch("kela>ohjaamo lukio>ohjaamo"))
    (1.0, 0.0)
    """
    large = [part for part in parts(snapshot) if len(part) > 2]
    most = sum((len(part) - 1) * (len(part) - 2) // 2 for part in large)
    if not most:
        return Undefined("too_few_actors" if snapshot.n < 3 else "no_two_path")
    if not snapshot.directed:
        return 1.0
    bound = _bound_pairs(snapshot, [actor for part in large for actor in part])
    if isinstance(bound, Undefined):
        return bound
    return 1 - (sum(len(part) * (len(part) - 1) // 2 for part in large) - bound) / most


def _bound_pairs(snapshot: Snapshot, actors: list[int]) -> int | Undefined:
    """Count the pairs of ``actors`` with an upper bound that reaches all their upper bounds.

    Whoever reaches each other are one level; a top is a level that no arc enters. The bounds of a pair
    are all that is above both, so one of them reaches all exactly when one top is above both, and only one.
    """
    level = np.asarray(graph_of(snapshot).connected_components(mode="strong").membership, np.int64)
    above = _tops_above(snapshot, level)
    if above is None:
        return Undefined("too_large")
    kinds, of_level = np.unique(above, axis=0, return_inverse=True)
    if len(kinds) > MOST_KINDS:
        return Undefined("too_large")
    sizes = np.bincount(of_level.ravel()[level[actors]], minlength=len(kinds))
    pairs = 0
    for at, row in enumerate(kinds):
        one_top = np.bitwise_count(kinds[at:] & row).sum(axis=1) == 1
        within = int(sizes[at]) * (int(sizes[at]) - 1) // 2 if one_top[0] else 0
        pairs += within + int(sizes[at]) * int(sizes[at + 1 :][one_top[1:]].sum())
    return pairs


def _tops_above(snapshot: Snapshot, level: NDArray[np.int64]) -> NDArray[Any] | None:
    """Return for each level the tops from which it is reached, a bit for each; None if they are too many."""
    source, target = (level[ends] for ends in ends_of(snapshot))
    downward = np.unique(np.stack([source, target], axis=1)[source != target], axis=0)
    count = int(level.max()) + 1
    entered = np.bincount(downward[:, 1], minlength=count)
    below = np.split(downward[:, 1], np.cumsum(np.bincount(downward[:, 0], minlength=count))[:-1])
    tops = np.flatnonzero(entered == 0)
    words = -(-tops.size // 64)
    if count * words > MOST_WORDS:
        return None
    above = np.zeros((count, words), np.uint64)
    place = np.arange(tops.size)
    above[tops, place // 64] = np.left_shift(np.uint64(1), (place % 64).astype(np.uint64))
    order: list[int] = tops.tolist()
    for one in order:
        above[below[one]] |= above[one]
        entered[below[one]] -= 1
        order.extend(below[one][entered[below[one]] == 0].tolist())
    return above
