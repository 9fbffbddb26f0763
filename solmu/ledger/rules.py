"""The only place for the ledger's pure decisions: how long content is kept and what clashes with an undo."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

CONTENT_KEPT_FOR = timedelta(days=730)

ConflictKind = Literal["changed", "gone", "in_use"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that a later act touched; ``field`` is empty when the whole row is meant."""

    model: str
    object_id: int
    kind: ConflictKind
    field: str = ""
    now: str = ""
    then: str = ""


class ChangedSince(Exception):
    """A later act touched what an undo would change; ``conflicts`` says what, for the person to choose."""

    def __init__(self, conflicts: list[Conflict]) -> None:
        super().__init__(f"{len(conflicts)} changed since")
        self.conflicts = conflicts


class LeansOnLater(Exception):
    """Something done later leans on the act in a way that no choice resolves; take that back first."""


class AlreadyUndone(Exception):
    """The act has been taken back already."""


def content_kept_until(at: datetime) -> date:
    """Return the day after which the words of a change recorded ``at`` are purged."""
    return (at + CONTENT_KEPT_FOR).date()


def clashing_fields(now: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return the fields whose present value is no longer the one that the act left."""
    return [field for field, value in after.items() if now.get(field) != value]


def pseudonym(key: bytes, person_id: int) -> str:
    """Return the name under which a person's events stand; without ``key`` nobody can tell whose it is."""
    return hmac.new(key, str(person_id).encode(), hashlib.sha256).hexdigest()[:32]
