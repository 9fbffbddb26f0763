"""The only place for the interchange value that every file format is read into and written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

Direction = Literal["forward", "both", "undirected"]
Status = Literal["existing", "wished", "possible"]
# Told of a column that stays out.
NOT_READ = "-"
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """One actor as a file names it; ``ref`` is unique in its dataset, empty text means not stated."""

    ref: str
    label: str
    kind: str = ""
    sector: str = ""
    municipality: str = ""
    parent: str = ""
    services: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    business_id: str = ""
    contact_person: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    other_names: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=lambda: _NONE)
    sheet: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """One tie as a file states it; an arrow to the left is written with its ends swapped.

    ``frequency`` and ``closeness`` run from 1 (seldom, distant) to 4 (daily, near); ``weight`` is the
    file's own number, kept as it was.
    """

    source: str
    target: str
    direction: Direction = "forward"
    contents: tuple[str, ...] = ()
    means: str = ""
    frequency: int | None = None
    closeness: int | None = None
    weight: float | None = None
    note: str = ""
    status: Status = "existing"
    valid_from: date | None = None
    valid_to: date | None = None
    confirmed_on: date | None = None
    extra: Mapping[str, str] = field(default_factory=lambda: _NONE)
    sheet: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that could not be read: what (``code``), where, and what would do instead.

    The sentences live where a person reads them; a problem carries only facts.
    """

    code: str
    sheet: str = ""
    row: int | None = None
    field: str = ""
    value: str = ""
    choices: tuple[str, ...] = ()
    other_row: int | None = None
    limit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing that reading changed or counted, such as dropped loops; ``count`` says how many."""

    code: str
    count: int = 1
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table and what it was understood as: a field, ``""`` kept as it is, or `NOT_READ`.

    ``row`` is that of the headers, or of the first actor or tie where there are none (``headed``). An empty
    ``kind`` tells that nothing of the table was understood.
    """

    sheet: str
    row: int
    place: int
    header: str
    kind: str = ""
    field: str = ""
    headed: bool = True
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableTold:
    """What a person told of one table: of what it is, and what its columns mean, by their places."""

    kind: Literal["actors", "ties"]
    fields: Mapping[int, str]
    headed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Actors and ties of one file; ``directed`` is a property of the whole.

    ``left_out`` holds rows that a problem kept out and that one answer would bring in: actors without
    a name, and ties whose end, given as written, is none of the actors.
    """

    actors: tuple[ActorRow, ...]
    ties: tuple[TieRow, ...] = ()
    directed: bool = True
    title: str = ""
    notes: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: tuple[ActorRow | TieRow, ...] = ()
    # How a table was read is no part of what it says.
    columns: tuple[Column, ...] = field(default=(), compare=False)


class UnreadableFile(Exception):
    """A whole file was refused; ``problem`` says why and what to do.

    ``columns`` are those of tables that would be read if somebody told what they mean.
    """

    def __init__(self, problem: Problem, columns: tuple[Column, ...] = ()) -> None:
        """Keep the ``problem`` for whoever words it."""
        super().__init__(problem.code)
        self.problem = problem
        self.columns = columns
