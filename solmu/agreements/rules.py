"""Pure decisions of agreed actions: what is past its date, what is near, and in which order they are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, Literal, Protocol, TypeVar

Timing = Literal["overdue", "today", "soon", "ahead", "settled"]
# So long before its date an action tells how many days are left, and waits at home for whoever does it.
NEAR = timedelta(days=14)


class Dated(Protocol):
    """What is asked of an agreed action to know where it stands."""

    @property
    def due_on(self) -> date: ...

    @property
    def settled_on(self) -> date | None: ...


_Action = TypeVar("_Action", bound=Dated)


@dataclass(frozen=True, slots=True)
class Parted(Generic[_Action]):
    """Actions as they are read: past their date first, then by date; settled ones apart, the latest first."""

    overdue: list[_Action]
    ahead: list[_Action]
    settled: list[_Action]

    @property
    def open(self) -> list[_Action]:
        """All that somebody still sees to, in the order of reading."""
        return [*self.overdue, *self.ahead]


def timing(action: Dated, *, on: date) -> Timing:
    """Tell where an action stands on a day."""
    if action.settled_on is not None:
        return "settled"
    if action.due_on < on:
        return "overdue"
    if action.due_on == on:
        return "today"
    return "soon" if action.due_on <= on + NEAR else "ahead"


def parted(actions: Iterable[_Action], *, on: date) -> Parted[_Action]:
    """Part actions into those past their date, those ahead and those that are settled."""
    by_date = sorted(actions, key=lambda one: one.due_on)
    still_open = [one for one in by_date if one.settled_on is None]
    return Parted(
        overdue=[one for one in still_open if one.due_on < on],
        ahead=[one for one in still_open if one.due_on >= on],
        settled=sorted(
            (one for one in by_date if one.settled_on is not None),
            key=lambda one: one.settled_on or on,
            reverse=True,
        ),
    )
