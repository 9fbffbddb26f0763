"""The only place where slices say what work they have for the queue, what runs by itself, and what goes in time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.db.models import QuerySet
from django.utils.functional import Promise


class Working(Protocol):
    """What running work may ask of the queue."""

    payload: Mapping[str, Any]
    person_id: int | None

    def progress(self, done: int, total: int) -> None:
        """Tell how far it is; raises ``Cancelled`` when it was called off."""

    def now(self) -> datetime:
        """Return the time."""


Work = Callable[[Working], Mapping[str, Any]]
KINDS: dict[str, Work] = {}
# What the work is called while one waits for it.
LABELS: dict[str, str | Promise] = {}


@dataclass(frozen=True, slots=True)
class Routine:
    """Work that runs by itself every so often; it gets the time and returns nothing."""

    every: timedelta
    run: Callable[[datetime], object]


ROUTINES: dict[str, Routine] = {}


@dataclass(frozen=True, slots=True)
class Purge:
    """Rows that go when their time is over, as the privacy registry says; ``over`` finds them at a time."""

    label: str | Promise
    over: Callable[[datetime], QuerySet[Any]]


# By table, as `registry.Upload`.
PURGES: dict[str, Purge] = {}
