"""The only place that holds a figure of a network against networks drawn at random."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Literal, TypeAlias

import numpy as np

from solmu.sna.catalogue import comparison
from solmu.sna.comparisons.cells import Whole
from solmu.sna.comparisons.chance import Chance, Each, Piece, beside, in_turn, pieces_of
from solmu.sna.comparisons.side_by_side import of_the_whole
from solmu.sna.measures.reciprocity import dyad_census
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

Kept = Literal["size", "ties", "dyads"]
# The coin leaves half of all possible ties: two million in a network of this many actors, drawn every run.
MOST_BY_COIN = 2_000
Statistic: TypeAlias = Callable[[Snapshot], float | Undefined]


@comparison("inference")
def against_chance(
    snapshot: Snapshot,
    statistic: str | Statistic,
    kept: Kept = "ties",
    runs: int = 500,
    seed: int = 0,
    each: Each = in_turn,
) -> Chance | Undefined:
    """Hold a figure of the whole network against random networks that keep something of it.

    In a meeting: whether a figure says something about us, or only about having so many actors and ties.
    Low reciprocity is not found this way: against chance nearly every real network is "more reciprocal";
    hold that against the network's own earlier map.

    Definition: a conditional uniform graph test. The figure is measured anew in ``runs`` networks over the
    same actors, drawn evenly from all that keep: the ``size`` alone (each tie there or not by a coin),
    the number of ``ties``, or how many pairs are tied both ways, one way and not at all (``dyads``, the
    same as ``ties`` in an undirected network). ``statistic`` is the name of a measure of the whole
    network, or a function that can be sent elsewhere. Groups stay with their actors; strengths are lost.

    Edge cases: undefined, for its own reason, when the network has no such figure, or when no drawn one
    has. Drawn networks without the figure are counted in ``undefined`` and left out. Where not everybody
    was asked, give it ``snapshot.answered()``. Undefined above 2,000 actors when only the size is kept. A
    measure that gives no number is refused.

    Source: Anderson, Butts & Carley 1999, Social Networks 21, 239–267; R sna ``cug.test`` with ``cmode``
    ``size``, ``edges`` and ``dyad.census``.

    >>> from solmu.sna.sketch import sketch
    >>> found = against_chance(sketch("a=b b=c c=d d=a"), "reciprocity", runs=200)
    >>> found.observed, found.mean > 0.5, found.p_high < 0.05
    (1.0, True, True)
    >>> against_chance(sketch("a-b"), "reciprocity")
    Undefined(reason='undirected')
    """
    if kept == "size" and snapshot.n > MOST_BY_COIN:
        return Undefined("too_large")
    measure = of_the_whole(statistic) if isinstance(statistic, str) else statistic
    observed = measure(snapshot)
    if isinstance(observed, Undefined):
        return observed
    if not isinstance(observed, int | float):
        message = f"{statistic} gives no number"
        raise ValueError(message)
    drawn = each(partial(_measured, snapshot, measure, kept), pieces_of(runs, seed))
    return beside(float(observed), [figure for piece in drawn for figure in piece])


def _measured(
    snapshot: Snapshot, measure: Statistic, kept: Kept, piece: Piece
) -> list[float | Undefined]:
    """Measure networks drawn at random, one a run."""
    dice = piece.dice()
    draw = {"size": _by_coin, "ties": _of_as_many_ties, "dyads": _of_as_many_dyads}[kept]
    return [measure(_redrawn(snapshot, *draw(snapshot, dice))) for _ in range(piece.runs)]


def _redrawn(snapshot: Snapshot, source: Whole, target: Whole) -> Snapshot:
    return replace(
        snapshot,
        source=array("q", source.astype(np.int64).tobytes()),
        target=array("q", target.astype(np.int64).tobytes()),
        weight=None,
        asked=None,
    )


def _by_coin(snapshot: Snapshot, dice: np.random.Generator) -> tuple[Whole, Whole]:
    """Draw every possible tie or not, each with one half."""
    tossed = np.flatnonzero(dice.random(_possible(snapshot)) < 0.5)
    return _ends(snapshot, tossed)


def _of_as_many_ties(snapshot: Snapshot, dice: np.random.Generator) -> tuple[Whole, Whole]:
    """Draw as many of the possible ties as there are."""
    chosen = dice.choice(_possible(snapshot), snapshot.m, replace=False, shuffle=False)
    return _ends(snapshot, chosen)


def _of_as_many_dyads(snapshot: Snapshot, dice: np.random.Generator) -> tuple[Whole, Whole]:
    """Draw which pairs are tied both ways and which one way, and the way of those."""
    if not snapshot.directed:
        return _of_as_many_ties(snapshot, dice)
    census = dyad_census(snapshot)
    tied = census.mutual + census.asymmetric
    pairs = dice.choice(snapshot.n * (snapshot.n - 1) // 2, tied, replace=False)
    low, high = _pair(pairs)
    turned = dice.random(tied) < 0.5
    one, other = np.where(turned, high, low), np.where(turned, low, high)
    mutual = slice(census.mutual)
    return np.concatenate([one, other[mutual]]), np.concatenate([other, one[mutual]])


def _possible(snapshot: Snapshot) -> int:
    """Count the ties that there could be."""
    pairs = snapshot.n * (snapshot.n - 1)
    return pairs if snapshot.directed else pairs // 2


def _ends(snapshot: Snapshot, numbers: Whole) -> tuple[Whole, Whole]:
    """Return the ends of possible ties by their number."""
    if not snapshot.directed:
        return _pair(numbers)
    source, target = np.divmod(numbers, max(snapshot.n - 1, 1))
    return source, target + (target >= source)


def _pair(numbers: Whole) -> tuple[Whole, Whole]:
    """Return the pairs of a triangle by their number: (0, 1), (0, 2), (1, 2), (0, 3) and so on."""
    high = ((1 + np.sqrt(1 + 8 * numbers)) // 2).astype(np.int64)
    high -= high * (high - 1) // 2 > numbers
    high += high * (high + 1) // 2 <= numbers
    return numbers - high * (high - 1) // 2, high
