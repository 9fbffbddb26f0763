"""The only place that holds the same figures of two snapshots against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import solmu.sna.measures  # noqa: F401 - makes the catalogue whole, in a worker too
from solmu.sna.catalogue import MEASURES
from solmu.sna.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Shift:
    """One figure before and after.

    Attributes:
        name: The measure's name.
        before: What it was, or why there was none.
        after: What it is, or why there is none.
    """

    name: str
    before: Any
    after: Any

    @property
    def difference(self) -> float | None:
        """How much more it is after; None where one of the two is no number.

        >>> Shift("ties", 4, 6).difference, Shift("directed", True, True).difference
        (2, None)
        """
        before, after = self.before, self.after
        if not (_is_number(before) and _is_number(after)):
            return None
        difference: float = after - before
        return difference


def side_by_side(before: Snapshot, after: Snapshot, names: Iterable[str]) -> tuple[Shift, ...]:
    """Measure two snapshots with the same measures of the whole network.

    >>> from solmu.sna.sketch import sketch
    >>> side_by_side(sketch("kela>ohjaamo"), sketch("kela=ohjaamo"), ["size", "ties"])
    (Shift(name='size', before=2, after=2), Shift(name='ties', before=1, after=2))
    """
    functions = [(name, of_the_whole(name)) for name in names]
    return tuple(Shift(name, measure(before), measure(after)) for name, measure in functions)


def of_the_whole(name: str) -> Callable[[Snapshot], Any]:
    """Return the measure of the whole network that has a name.

    Raises:
        ValueError: No measure of the whole network is called so.
    """
    if name not in MEASURES or MEASURES[name].level != "network":
        message = f"{name} is no measure of the whole network"
        raise ValueError(message)
    return MEASURES[name].function


def _is_number(figure: object) -> bool:
    return isinstance(figure, int | float) and not isinstance(figure, bool)
