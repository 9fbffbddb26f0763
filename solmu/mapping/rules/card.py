"""The only place that decides how a card lays out whom to reach, and what both ends say of a tie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Protocol

from solmu.analysis.levels import Node
from solmu.mapping.rules.panel import Words
from solmu.people.rules import initials_of

PERSON, EMAIL, PHONE, WEB = "person", "email", "phone", "web"
STALE_AFTER = timedelta(days=365)


def is_outdated(confirmed_on: date | None, *, on: date) -> bool:
    """Tell whether contacts want confirming: never confirmed, or not for a year."""
    return confirmed_on is None or on - confirmed_on > STALE_AFTER


class Way(Protocol):
    """One way to reach somebody."""

    kind: str
    value: str
    visibility: str
    confirmed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One row of whom to reach: a person, or the actor itself when ``name`` is empty."""

    name: str
    ways: Sequence[Way]
    role: str = ""
    ref: str = ""
    on: date

    @property
    def initials(self) -> str:
        return initials_of(self.name, "")

    @property
    def phones(self) -> list[Way]:
        return self._of(PHONE)

    @property
    def emails(self) -> list[Way]:
        return self._of(EMAIL)

    @property
    def sites(self) -> list[Way]:
        return self._of(WEB)

    @property
    def confirmed_on(self) -> date | None:
        """The day of the longest unconfirmed way; None when one never was."""
        days = [way.confirmed_on for way in self.ways]
        return None if None in days else min((day for day in days if day), default=None)

    @property
    def is_stale(self) -> bool:
        return is_outdated(self.confirmed_on, on=self.on)

    @property
    def shown_to(self) -> list[Way]:
        """One way for each who sees it, when not all are seen by the same."""
        return list({way.visibility: way for way in self.ways}.values())

    def _of(self, kind: str) -> list[Way]:
        return [way for way in self.ways if way.kind == kind]


def reaches(own: Iterable[Way], *, on: date) -> list[Reach]:
    """Lay an actor's own ways out: a single person stands with them, several stand before them.

    A file tells the numbers and the names of several people apart from each other, so nobody is given
    somebody's number by guess.
    """
    own = list(own)
    people = [way for way in own if way.kind == PERSON]
    others = [way for way in own if way.kind != PERSON]
    if len(people) == 1:
        return [Reach(name=people[0].value, ways=own, on=on)]
    rows = [Reach(name=one.value, ways=[one], on=on) for one in people]
    return [*rows, Reach(name="", ways=others, on=on)] if others else rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """What both ends of a tie say of it in readings of their own."""

    other: Node
    here: list[Words] = field(default_factory=list)
    there: list[Words] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Whether the ends give it another direction, content, strength or existence."""
        one, other = _said(self.here), _said(self.there)
        return any(a != b for a, b in zip(one, other, strict=True) if a and b)


def _said(words: Iterable[Words]) -> tuple[frozenset[Any], ...]:
    lines = [line for one in words for line in one.lines]
    return (
        frozenset(way for _, way in lines),
        frozenset(content for claim, _ in lines for content in claim.contents),
        frozenset(claim.frequency for claim, _ in lines if claim.frequency),
        frozenset(claim.status == "denied" for claim, _ in lines),
    )
