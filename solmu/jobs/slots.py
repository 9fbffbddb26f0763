"""The only place where slices say what work they have for the queue, and what runs by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

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
