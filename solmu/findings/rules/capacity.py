"""The only place that lays a network's capacity on two days side by side, and says what has changed (M08)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

ASPECTS = ("knowledge", "skill", "motivation")
REACHES = ("individual", "collective")
HIGHEST = 4
# A square of the two by three: which aspect, and whose.
Square: TypeAlias = tuple[str, str]
SQUARES: tuple[Square, ...] = tuple((aspect, reach) for aspect in ASPECTS for reach in REACHES)
Direction = Literal["up", "down", "same", "new", "gone", "unknown"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of one square on one day; without a level it is told in words alone."""

    level: int | None = None
    words: str = ""

    @property
    def is_empty(self) -> bool:
        return self.level is None and not self.words


@dataclass(frozen=True, slots=True)
class Compared:
    """One square then and now; ``then`` is None where only one day is looked at."""

    square: Square
    then: Cell | None
    now: Cell

    @property
    def change(self) -> int | None:
        """How many levels it has gone up; None where either day has none."""
        if self.then is None or self.then.level is None or self.now.level is None:
            return None
        return self.now.level - self.then.level

    @property
    def direction(self) -> Direction:
        if self.change is not None:
            return "up" if self.change > 0 else "down" if self.change else "same"
        before = self.then.level if self.then else None
        if before is not None:
            return "gone"
        return "new" if self.then is not None and self.now.level is not None else "unknown"


def compare(then: Mapping[Square, Cell] | None, now: Mapping[Square, Cell]) -> list[Compared]:
    """Lay two days side by side, square by square."""
    empty = Cell()
    return [
        Compared(one, None if then is None else then.get(one, empty), now.get(one, empty))
        for one in SQUARES
    ]


def two_days(
    days: Sequence[date], asked_then: date | None, asked_now: date | None
) -> tuple[date | None, date | None]:
    """Return the two days to look at, earlier first: those asked for, else the first and the last.

    >>> days = [date(2026, 3, 1), date(2026, 6, 1), date(2026, 11, 1)]
    >>> two_days(days, None, None) == (days[0], days[2]), two_days(days[:1], None, None) == (None, days[0])
    (True, True)
    """
    known = sorted(days)
    if not known:
        return None, None
    now = asked_now if asked_now in known else known[-1]
    then = asked_then if asked_then in known else known[0]
    if then == now:
        return None, now
    return min(then, now), max(then, now)
