"""The only place that holds ties within and between groups against groups of the same sizes drawn at random."""

from __future__ import annotations

from functools import partial

import numpy as np

from solmu.sna.catalogue import comparison
from solmu.sna.comparisons.cells import Whole
from solmu.sna.comparisons.chance import Chance, Each, Piece, beside, in_turn, pieces_of
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

UNSTATED = -1


@comparison("inference")
def e_i_against_chance(
    snapshot: Snapshot,
    attribute: str = "sector",
    runs: int = 1000,
    seed: int = 0,
    each: Each = in_turn,
) -> Chance | Undefined:
    """Hold the E-I index against groups of the same sizes put together at random.

    In a meeting: "our sectors keep to themselves more than chance would make them: in a thousand draws
    never as much." The index alone does not tell that: with many small groups it is high, with one large
    group low, whoever knows whom.

    Definition: (external − internal) / (external + internal) over the ties between actors whose group is
    stated. The groups are dealt out anew among those actors ``runs`` times, each group keeping its size
    and every tie its place. A low figure, ``p_low`` small, is a network that closes itself in groups.

    Edge cases: undefined when no group is stated, and without ties between actors whose group is. With a single group, or with
    as many groups as actors, chance always gives the same figure and ``spread`` is 0.

    Source: Krackhardt & Stern 1988, Social Psychology Quarterly 51, 123–140; UCINET's E-I permutation
    test.

    >>> from solmu.sna.sketch import sketch
    >>> sector = dict(zip("abcdef", ["education"] * 3 + ["employment"] * 3))
    >>> found = e_i_against_chance(sketch("a=b b=c c=a d=e e=f f=d a=d", groups=sector), runs=500)
    >>> round(found.observed, 3), round(found.mean, 1), found.p_low < 0.15
    (-0.714, 0.2, True)
    """
    values = snapshot.groups.get(attribute, ("",) * snapshot.n)
    number = {value: at for at, value in enumerate(sorted(set(values) - {""}))}
    if not number:
        return Undefined("no_group")
    groups = np.array([number.get(value, UNSTATED) for value in values], dtype=np.int64)
    source, target = np.array(snapshot.source, np.int64), np.array(snapshot.target, np.int64)
    stated = (groups[source] != UNSTATED) & (groups[target] != UNSTATED)
    source, target = source[stated], target[stated]
    if not source.size:
        return Undefined("no_ties")
    observed = _e_i(groups, source, target)
    drawn = each(partial(_dealt, groups, source, target), pieces_of(runs, seed))
    return beside(observed, [figure for piece in drawn for figure in piece])


def _dealt(groups: Whole, source: Whole, target: Whole, piece: Piece) -> list[float]:
    """Deal the groups out anew, once a run."""
    dice, stated, dealt = piece.dice(), np.flatnonzero(groups != UNSTATED), groups.copy()
    found = []
    for _ in range(piece.runs):
        dealt[stated] = dice.permutation(groups[stated])
        found.append(_e_i(dealt, source, target))
    return found


def _e_i(groups: Whole, source: Whole, target: Whole) -> float:
    within = int((groups[source] == groups[target]).sum())
    return (source.size - 2 * within) / source.size
