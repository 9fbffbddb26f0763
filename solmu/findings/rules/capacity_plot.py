"""The only place that reckons the small plot of capacity: each square's level then and now on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solmu.findings.rules.capacity import HIGHEST, Compared, Direction

LEFT, STEP, TOP, LINE, HEADING = 132.0, 50.0, 26.0, 28.0, 34.0
DOT = 7.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the plot; ``then`` and ``now`` are where the dots stand, None where there is no level."""

    at: int
    y: float
    then: float | None
    now: float | None
    direction: Direction

    @property
    def shaft(self) -> str:
        """The arrow from then to now, ending before the dot; nothing where nothing moved."""
        if self.then is None or self.now is None or self.then == self.now:
            return ""
        off = DOT + 4 if self.now > self.then else -DOT - 4
        return f"M{self.then:.0f},{self.y:.0f}H{self.now - off:.0f}"


@dataclass(frozen=True, slots=True)
class Plot:
    """The plot with its scale: each level's place and the lines."""

    width: float
    height: float
    scale: tuple[tuple[int, float], ...]
    # Which line of the plot an aspect's name stands over, and where.
    headings: tuple[tuple[int, float], ...]
    marks: tuple[Mark, ...]


def plot_of(rows: Sequence[Compared]) -> Plot:
    """Place every square's levels; a level that nobody gave has no dot."""
    marks, headings = [], []
    y = TOP
    for at, row in enumerate(rows):
        if not at or row.square[0] != rows[at - 1].square[0]:
            y += HEADING
            headings.append((at, y))
        y += LINE
        marks.append(
            Mark(at, y, _x(row.then.level if row.then else None), _x(row.now.level), row.direction)
        )
    scale = tuple((level, LEFT + level * STEP) for level in range(HIGHEST + 1))
    return Plot(LEFT + HIGHEST * STEP + 16, y + LINE / 2, scale, tuple(headings), tuple(marks))


def _x(level: int | None) -> float | None:
    return None if level is None else LEFT + level * STEP
