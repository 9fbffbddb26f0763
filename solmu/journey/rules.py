"""The only place for the network card's pure decisions: its questions, what changed in words, what is due."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Literal, Protocol, TypeVar

# The deck's questions about what a network is (M07), in the order and the groups in which they are asked.
CARD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("why", ("purpose", "aims", "tasks")),
    ("how", ("channels", "done")),
    ("life", ("kept", "developed", "changed")),
    ("lead", ("led", "governed")),
)
QUESTIONS: tuple[str, ...] = tuple(one for _, questions in CARD for one in questions)
# The ways and channels that the deck names; a network adds its own.
CHANNELS = ("encounter", "working_meeting", "meeting", "letter", "email", "telephone")

# The strategic possibilities of networks (M05) as the deck lists them; others are written.
POSSIBILITIES = (
    "gather", "interact", "cooperate", "inform", "deepen", "act", "produce",
)  # fmt: skip
OWN = "own"

BEGUN_STATES = ("not_begun", "begun", "well_on")
ENDED_STATES = ("reached", "dropped")
# How long before its day a review is told of.
TOLD_AHEAD = timedelta(days=14)

# Fewer words than this between two changes are read as changed with them.
LEAST_STAYED = 3

Change = Literal["same", "gone", "new"]


def compared(then: str, now: str) -> list[tuple[Change, str]]:
    """Return ``then`` and ``now`` as one text: what stayed, what is gone, what is new, in whole words.

    A word that stayed between two that did not is told with them: torn apart, nobody could read it.

    >>> compared("tavataan joka kuukausi", "tavataan joka toinen viikko")
    [('same', 'tavataan joka '), ('gone', 'kuukausi'), ('new', 'toinen viikko')]
    """
    before, after = _pieces(then), _pieces(now)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    parts: list[tuple[Change, str]] = []
    gone = new = ""
    for what, a1, a2, b1, b2 in matcher.get_opcodes():
        stayed = "".join(before[a1:a2])
        if what != "equal" or ((gone or new) and a2 < len(before) and _is_short(stayed)):
            gone, new = gone + stayed, new + "".join(after[b1:b2])
            continue
        parts += [*_changed(gone, new), ("same", stayed)]
        gone = new = ""
    return [*parts, *_changed(gone, new)]


def _changed(gone: str, new: str) -> list[tuple[Change, str]]:
    told: tuple[tuple[Change, str], ...] = (("gone", gone), ("new", new))
    return [(what, words) for what, words in told if words]


def _is_short(text: str) -> bool:
    return len(text.split()) < LEAST_STAYED and "\n" not in text


def _pieces(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)


class Reviewed(Protocol):
    """What is asked of an aim to know whether somebody should look at it."""

    @property
    def ended(self) -> bool: ...

    review_on: date
    chosen_on: date


Timing = Literal["overdue", "due", "later", "ended"]
_ORDER: tuple[Timing, ...] = ("overdue", "due", "later", "ended")
_Aim = TypeVar("_Aim", bound=Reviewed)


def timing(aim: Reviewed, *, on: date) -> Timing:
    """Tell where an aim's review stands on a day: over its day, near, later, or no more."""
    if aim.ended:
        return "ended"
    if aim.review_on < on:
        return "overdue"
    return "due" if aim.review_on <= on + TOLD_AHEAD else "later"


def in_order_of_review(aims: Iterable[_Aim], *, on: date) -> list[_Aim]:
    """Return aims with the reviews that are over their day first, the longest waiting of them at the top."""
    return sorted(
        aims, key=lambda aim: (_ORDER.index(timing(aim, on=on)), aim.review_on, aim.chosen_on)
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """What the first reading reckons of a map at the level of organisations, kept as it was on its day."""

    actors: int
    ties: int
    mutual: float | None
    parts: int

    def of(self, figure: str) -> float | None:
        """Return one of them by name; nothing for none."""
        value: float | None = getattr(self, figure) if figure in FIGURES else None
        return value


FIGURES = ("actors", "ties", "mutual", "parts")


def own_channels(marks: Sequence[str]) -> list[str]:
    """Return the channels that the network named itself."""
    return [mark for mark in marks if mark not in CHANNELS]
