"""The only place for the queue's pure decisions: how long a lease holds, when to try again, when to give up."""

from __future__ import annotations

from datetime import datetime, timedelta

LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 3
KEPT_FOR = timedelta(days=30)
# A worker tells this often that it is alive, and counts as gone after the longer time.
BEATS_EVERY = timedelta(seconds=30)
GONE_AFTER = timedelta(minutes=2)


class Cancelled(Exception):
    """Whoever asked for the work called it off."""


def next_try(attempts: int, *, at: datetime) -> datetime | None:
    """Return when work that broke off is tried again, or ``None`` when it has been tried enough."""
    if attempts >= MOST_ATTEMPTS:
        return None
    return at + timedelta(seconds=2**attempts)


def is_due(last_at: datetime | None, every: timedelta, *, at: datetime) -> bool:
    """Tell whether scheduled work that last ran ``last_at`` should run again."""
    return last_at is None or at - last_at >= every
