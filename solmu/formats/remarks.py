"""The only place that collects what was wrong with a file and what reading has to tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from solmu.formats import problems
from solmu.formats.dataset import ActorRow, Note, Problem, TieRow, UnreadableFile
from solmu.formats.limits import MAX_PROBLEMS


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where rows come from, and by which rules they are read.

    ``headers`` maps a field to what the file calls it. In a ``foreign`` file (another program's)
    words that Solmu does not know are no mistakes: they are kept aside. ``merges`` is Kumu's rule:
    of rows that match, the lower one wins. ``creates`` makes actors of unknown ends of ties, and
    with ``ends_are_ids`` nothing but an id names an end.
    """

    sheet: str = ""
    language: str = "fi"
    headers: Mapping[str, str] = field(default_factory=dict)
    foreign: bool = False
    merges: bool = False
    creates: bool = False
    ends_are_ids: bool = False


class Remarks:
    """Collects problems and notes; problems beyond the first ones are only counted."""

    def __init__(self) -> None:
        """Start with nothing to remark."""
        self._problems: list[Problem] = []
        self._left_out = 0
        self._notes: Counter[tuple[str, str]] = Counter()
        self.left_out: list[ActorRow | TieRow] = []

    def problem(
        self, code: str, source: Source, row: int | None, name: str = "", **facts: Any
    ) -> None:
        """Keep one problem of a row; ``name`` is the field, worded as the file's own header."""
        if len(self._problems) >= MAX_PROBLEMS:
            self._left_out += 1
            return
        header = source.headers.get(name, name)
        self._problems.append(
            Problem(code=code, sheet=source.sheet, row=row, field=header, **facts)
        )

    def leave_out(self, row: ActorRow | TieRow) -> None:
        """Keep a row aside that an answer to its problem would bring in; no more than problems."""
        if len(self.left_out) < MAX_PROBLEMS:
            self.left_out.append(row)

    def note(self, code: str, value: str = "", count: int = 1) -> None:
        """Count one more of what is told but not wrong."""
        self._notes[code, value] += count

    def notes(self) -> tuple[Note, ...]:
        """Give what to tell, in the order met."""
        left_out = Counter({(problems.PROBLEMS_LEFT_OUT, ""): self._left_out})
        return tuple(
            Note(code=code, value=value, count=count)
            for (code, value), count in (self._notes + left_out).items()
        )

    def problems(self) -> tuple[Problem, ...]:
        """Give the problems by sheet, in the order of rows."""
        sheets = {found.sheet: None for found in self._problems}
        places = {sheet: place for place, sheet in enumerate(sheets)}
        return tuple(
            sorted(self._problems, key=lambda found: (places[found.sheet], found.row or 0))
        )


def refused(
    code: str, source: Source | None = None, row: int | None = None, **facts: Any
) -> UnreadableFile:
    """Build the refusal of a whole file, for the caller to raise."""
    sheet = source.sheet if source else ""
    return UnreadableFile(Problem(code=code, sheet=sheet, row=row, **facts))
