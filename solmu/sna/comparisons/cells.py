"""The only place that lays networks over the same actors as the cells of one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solmu.sna.comparisons.change import ties_by_id
from solmu.sna.snapshot import Snapshot

Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a table of actors by actors that are not 0; the diagonal does not count.

    Attributes:
        n: Number of actors.
        source: The row of each cell.
        target: Its column. An undirected tie stands once, its row before its column.
        value: 1, or the tie's strength.
        directed: Whether the table has two halves.
    """

    n: int
    source: Whole
    target: Whole
    value: Real
    directed: bool

    @property
    def count(self) -> int:
        """How many cells there are, those with 0 included."""
        return self.n * (self.n - 1) // (1 if self.directed else 2)

    @property
    def deviation(self) -> float:
        """The sum of squared deviations from the mean, 0 when all cells are alike."""
        if not self.count:
            return 0.0
        if self.value.size in (0, self.count) and (self.value == self.value[:1]).all():
            return 0.0
        return float((self.value**2).sum() - self.value.sum() ** 2 / self.count)

    def keys(self, order: Whole | None = None) -> Whole:
        """Number the cells, those of the rows and columns in another order if one is given."""
        source, target = self.source, self.target
        if order is not None:
            source, target = order[source], order[target]
        if not self.directed:
            source, target = np.minimum(source, target), np.maximum(source, target)
        return source * self.n + target

    def table(self) -> Real:
        """Return the whole table, both halves filled."""
        full = np.zeros((self.n, self.n))
        full[self.source, self.target] = self.value
        if not self.directed:
            full[self.target, self.source] = self.value
        return full


def laid_over(snapshots: Sequence[Snapshot], *, by_strength: bool) -> list[Cells]:
    """Lay networks over the actors that all of them have and asked, in the order of the first.

    When one of them is directed, an undirected tie of another is one each way.

    >>> from solmu.sna.sketch import sketch
    >>> one, other = laid_over([sketch("kela>te te>amis"), sketch("amis-te srk-te")], by_strength=False)
    >>> one.n, one.keys().tolist(), other.keys().tolist()
    (2, [1], [1, 2])
    """
    directed = any(each.directed for each in snapshots)
    first, *others = [each.answered() for each in snapshots]
    every = set(first.ids).intersection(*(each.ids for each in others))
    place = {actor: at for at, actor in enumerate(one for one in first.ids if one in every)}
    return [_cells(each, place, directed, by_strength) for each in (first, *others)]


def _cells(snapshot: Snapshot, place: dict[str, int], directed: bool, by_strength: bool) -> Cells:
    ends = [
        (place[a], place[b], value)
        for (a, b), value in ties_by_id(snapshot, directed=directed).items()
        if a in place and b in place
    ]
    rows = sorted((a, b, value) if directed or a < b else (b, a, value) for a, b, value in ends)
    table = np.array(rows, dtype=np.float64).reshape(-1, 3)
    values = table[:, 2] if by_strength else np.ones(len(rows))
    source, target = table[:, 0].astype(np.int64), table[:, 1].astype(np.int64)
    return Cells(len(place), source, target, values, directed)
