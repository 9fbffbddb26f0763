"""The only place that decides how often an actor may be asked to confirm its contacts, and what an answer changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from solmu.passes.rules import Limit

CONTACTS = "contacts"
# The act by which an actor corrects what is said of it, by its own link.
CORRECTED = "contact.correct_by_link"
LINK_LASTS = timedelta(days=30)
ASK_AGAIN_AFTER = timedelta(days=14)
# A letter goes to whomever the card names, so one person asks only so many.
ASKS_A_DAY = Limit("contact-asks-a-day", failures=50, seconds=24 * 60 * 60)
MOST_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Ask:
    """The last time that an actor was asked, and what has come of it."""

    asked_at: datetime
    is_answered: bool
    is_open: bool

    def is_recent(self, at: datetime) -> bool:
        """Tell whether members must wait before asking again."""
        return at - self.asked_at < ASK_AGAIN_AFTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an actor corrects of itself.

    ``values`` is by a contact's key what it is now, empty when it is no longer; ``new`` holds kinds and values;
    ``ended`` the keys of services that it no longer offers; ``missing`` those that lack, in its own words.
    """

    values: Mapping[int, str] = field(default_factory=dict)
    new: Collection[tuple[str, str]] = ()
    ended: Collection[int] = ()
    missing: str = ""
