"""The only place for the shell's pure decisions: which menu entry is current, when feedback is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from solmu.passes.rules import Limit

THEMES = ("system", "light", "dark", "contrast")
ANSWERED_WITHIN = timedelta(days=14)  # as Finnish law asks of feedback on accessibility
KEPT_AFTER_ANSWER = timedelta(days=365)
FEEDBACK_PER_ADDRESS = Limit("feedback", failures=20, seconds=60 * 60)


def current_of(path: str, addresses: Iterable[str]) -> str | None:
    """Return the address that ``path`` lies under, the longest one when several do.

    A network's home is the beginning of every address in it, so it is current only when it is the path.

    >>> current_of("/networks/lakeus/map/table/", ["/networks/lakeus/", "/networks/lakeus/map/"])
    '/networks/lakeus/map/'
    >>> current_of("/networks/lakeus/members/", ["/networks/lakeus/", "/networks/lakeus/map/"]) is None
    True
    """
    under = [
        address
        for address in addresses
        if path == address or (address.count("/") > 3 and path.startswith(address))
    ]
    return max(under, key=len, default=None)


def due_at(asked_at: datetime) -> datetime:
    """Return when feedback on accessibility must have been answered."""
    return asked_at + ANSWERED_WITHIN
