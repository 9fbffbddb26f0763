"""The only place that explains the ties of one network by those of several others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from solmu.sna.catalogue import comparison
from solmu.sna.comparisons.cells import Cells, Real, laid_over
from solmu.sna.comparisons.chance import Chance, Each, Piece, beside, in_turn, pieces_of
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

# Tables of this many actors by as many take 130 MB each, and there are a few of them.
MOST_ACTORS = 4_000


@dataclass(frozen=True, slots=True)
class Term:
    """What one network explains of another.

    Attributes:
        name: The explaining network.
        coefficient: How much more of a tie there is where it has one more, the others held still.
        chance: The coefficient's t beside those that chance gave; undefined when the outcome is explained
            to the last cell, for there is then no error to measure by.
    """

    name: str
    coefficient: float
    chance: Chance | Undefined


@dataclass(frozen=True, slots=True)
class Explanation:
    """A network explained by others.

    Attributes:
        intercept: What is there where no explaining network has a tie.
        terms: One for each explaining network, in their order.
        explained: Share of the variance that is explained, R².
        actors: How many actors all the networks have, and asked.
    """

    intercept: float
    terms: tuple[Term, ...]
    explained: float
    actors: int


@comparison("inference")
def mrqap(
    outcome: Snapshot,
    explaining: Mapping[str, Snapshot],
    by_strength: bool = False,
    runs: int = 1000,
    seed: int = 0,
    each: Each = in_turn,
) -> Explanation | Undefined:
    """Explain one network by several others over the same actors, each with the others held still.

    In a meeting: "who works together is explained by who meets, even when one knows who is in the same
    town." It is for researchers and for evaluations; in a meeting one sentence of it is enough.

    Definition: least squares over all ordered pairs (unordered ones when all networks are undirected).
    For each explaining network the part that the others do not explain is shuffled by actors, and the t
    of its coefficient is reckoned anew, ``runs`` times: double semi-partialling, which holds when the
    explaining networks go along with each other.

    Edge cases: only actors that all networks have, and asked, count. Undefined when fewer than three are
    left, when a network has every tie or none, when an explaining one is a sum of others or there are
    none, and above 4,000 actors.

    Source: Dekker, Krackhardt & Snijders 2007, Psychometrika 72, 563–581; R sna ``netlm`` with
    ``nullhyp="qapspp"``.

    >>> from solmu.sna.sketch import sketch
    >>> meets, near = sketch("a=b b=c c=d d=e e=a"), sketch("a=c b=d c>e d=a e=b")
    >>> found = mrqap(sketch("a=b b=c c>d d=e e>b"), {"meets": meets, "near": near}, runs=99)
    >>> [(term.name, round(term.coefficient, 2)) for term in found.terms], round(found.explained, 2)
    ([('meets', 0.7), ('near', 0.11)], 0.38)
    """
    y, *xs = laid_over([outcome, *explaining.values()], by_strength=by_strength)
    if y.n < 3:
        return Undefined("too_few_actors")
    if y.n > MOST_ACTORS:
        return Undefined("too_large")
    if not xs or not all(each.deviation for each in (y, *xs)):
        return Undefined("no_variance")
    design = np.column_stack([np.ones(y.count), *(_column(x.table(), y) for x in xs)])
    column = _column(y.table(), y)
    found, _, rank, _ = np.linalg.lstsq(design, column)
    if rank < design.shape[1]:
        return Undefined("no_variance")
    left = column - design @ found
    terms = []
    for at, name in enumerate(explaining, start=1):
        others = np.delete(design, at, axis=1)
        chance = _chance(_Given(column, others, y), xs[at - 1], runs, seed, each)
        terms.append(Term(name, float(found[at]), chance))
    return Explanation(
        intercept=float(found[0]),
        terms=tuple(terms),
        explained=1 - float(left @ left) / y.deviation,
        actors=y.n,
    )


class _Given:
    """The outcome, and what is held still while one explaining network is looked at."""

    def __init__(self, column: Real, others: Real, cells: Cells) -> None:
        self.basis, _ = np.linalg.qr(others)
        self.cells = cells
        self.left = self.without(column)
        self.free = len(column) - others.shape[1] - 1

    def without(self, column: Real) -> Real:
        """Take out of a column what the others explain."""
        return column - self.basis @ (self.basis.T @ column)

    def t(self, column: Real) -> float | Undefined:
        """Return the t of a column beside the others."""
        own = self.without(column)
        size = float(own @ own)
        if size < 1e-9:
            return Undefined("no_variance")
        coefficient = float(own @ self.left) / size
        error = float(self.left @ self.left) - coefficient**2 * size
        if error < 1e-9 or self.free < 1:
            return Undefined("no_variance")
        t: float = coefficient / (error / self.free / size) ** 0.5
        return t


def _chance(given: _Given, cells: Cells, runs: int, seed: int, each: Each) -> Chance | Undefined:
    """Hold the t of one explaining network against those of its own part, shuffled by actors."""
    column = _column(cells.table(), cells)
    observed = given.t(column)
    if isinstance(observed, Undefined):
        return observed
    own = _table(given.without(column), cells)
    drawn = each(partial(_shuffled, given, own), pieces_of(runs, seed))
    return beside(observed, [figure for piece in drawn for figure in piece])


def _shuffled(given: _Given, own: Real, piece: Piece) -> list[float | Undefined]:
    """Reckon t with the actors of a table in another order, once a run."""
    dice, found = piece.dice(), []
    for _ in range(piece.runs):
        order = dice.permutation(len(own))
        found.append(given.t(_column(own[np.ix_(order, order)], given.cells)))
    return found


def _column(table: Real, cells: Cells) -> Real:
    """Return a table's cells, its diagonal left out, one below the other."""
    here: Real = table[_counted(cells)]
    return here


def _table(column: Real, cells: Cells) -> Real:
    """Put a column back into a table, both halves filled."""
    table = np.zeros((cells.n, cells.n))
    table[_counted(cells)] = column
    return table if cells.directed else table + table.T


def _counted(cells: Cells) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Say of each cell whether it counts: all but the diagonal, or the half above it."""
    every = np.ones((cells.n, cells.n), dtype=np.bool_)
    return np.triu(every, 1) if not cells.directed else every & ~np.eye(cells.n, dtype=np.bool_)
