"""The only place that says how alike two networks over the same actors are, and whether by chance."""

from __future__ import annotations

import math
from functools import partial

import numpy as np

from solmu.sna.catalogue import comparison
from solmu.sna.comparisons.cells import Cells, Whole, laid_over
from solmu.sna.comparisons.chance import Chance, Each, Piece, beside, in_turn, pieces_of
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot


@comparison("inference")
def graph_correlation(
    one: Snapshot, other: Snapshot, by_strength: bool = False
) -> float | Undefined:
    """Say how far two networks over the same actors have their ties in the same places.

    In a meeting: "who meets and who sends young people to each other go well together: 0.6." 1 is the
    same map, 0 no more alike than any two, below 0 each where the other is not.

    Definition: Pearson's correlation over all ordered pairs of actors (unordered ones when both networks
    are undirected) of whether there is a tie, or of its strength with ``by_strength``.

    Edge cases: only actors that both networks have, and asked, count. Undefined when fewer than two are
    left, and when one of the networks has every tie or none among them.

    Source: Butts & Carley 2005, Social Networks 27, 291–305; R sna ``gcor``.

    >>> from solmu.sna.sketch import sketch
    >>> round(graph_correlation(sketch("kela>te te=amis"), sketch("kela=te te>amis")), 3)
    0.333
    """
    a, b = laid_over([one, other], by_strength=by_strength)
    reason = _reason(a, b)
    return reason or _correlation(a, b, a.keys(), np.sort(b.keys()))


@comparison("inference")
def qap(
    one: Snapshot,
    other: Snapshot,
    by_strength: bool = False,
    runs: int = 1000,
    seed: int = 0,
    each: Each = in_turn,
) -> Chance | Undefined:
    """Hold the likeness of two networks against the same networks with their names shuffled.

    In a meeting: "that alike they would be by chance less than once in a thousand." It says that they
    have something to do with each other, not which of the two is the reason.

    Definition: the quadratic assignment procedure: the actors of the first network are renamed at random,
    which keeps its whole shape, and `graph_correlation` is reckoned anew, ``runs`` times. ``as_high`` and
    ``p_high`` say how often chance was at least as high, ``as_low`` and ``p_low`` how often as low.

    Edge cases: as for `graph_correlation`. ``p_high`` counts the observed figure among the runs, so it is
    never 0.

    Source: Krackhardt 1988, Social Networks 10, 359–381; Phipson & Smyth 2010, Statistical Applications
    in Genetics and Molecular Biology 9, 39; R sna ``qaptest`` with ``gcor``.

    >>> from solmu.sna.sketch import sketch
    >>> meets = sketch("a>b b>c c>d d>e e>f f>a a>c b>d")
    >>> found = qap(meets, meets, runs=200)
    >>> found.observed, found.p_high < 0.05, abs(found.mean) < 0.1
    (1.0, True, True)
    """
    a, b = laid_over([one, other], by_strength=by_strength)
    if reason := _reason(a, b):
        return reason
    observed = _correlation(a, b, a.keys(), b.keys())
    drawn = each(partial(_renamed, a, b), pieces_of(runs, seed))
    return beside(observed, [figure for piece in drawn for figure in piece])


def _reason(one: Cells, other: Cells) -> Undefined | None:
    """Say why there is no correlation, if so."""
    if one.n < 2:
        return Undefined("too_few_actors")
    return None if one.deviation and other.deviation else Undefined("no_variance")


def _renamed(one: Cells, other: Cells, piece: Piece) -> list[float]:
    """Correlate with the first network's actors renamed, once a run."""
    dice, keys = piece.dice(), other.keys()
    return [
        _correlation(one, other, one.keys(dice.permutation(one.n)), keys) for _ in range(piece.runs)
    ]


def _correlation(one: Cells, other: Cells, mine: Whole, theirs: Whole) -> float:
    """Correlate two tables by their cells' numbers; ``theirs`` is sorted."""
    at = np.minimum(np.searchsorted(theirs, mine), len(theirs) - 1)
    met = theirs[at] == mine
    together = float((one.value[met] * other.value[at[met]]).sum())
    together -= float(one.value.sum()) * float(other.value.sum()) / one.count
    return together / math.sqrt(one.deviation * other.deviation)
