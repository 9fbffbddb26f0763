"""The only place that understands tables: which rows are headers, and what each column means.

The same engine reads workbooks and CSV: both come as rows of text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

from solmu.formats import problems
from solmu.formats.columns import INSTRUCTION_SHEETS
from solmu.formats.dataset import Column, Dataset, TableTold, UnreadableFile
from solmu.formats.limits import MAX_COLUMNS, MAX_ROWS
from solmu.formats.reading import Reading
from solmu.formats.remarks import Source, refused
from solmu.formats.tables import Table, as_told, recognised, unknown_columns, would_do
from solmu.formats.values import cleaned_row, without_identity_codes

_ROWS_BEFORE_HEADERS = 20
_BLANK_ROWS_BETWEEN_SECTIONS = 2
_IGNORED = "(ignore)"
# More than anybody looks through, and a form must hold them.
_MOST_COLUMNS_TOLD = 300

Row = tuple[int, list[str]]
# By the name of a sheet and the row where its table begins.
Told = Mapping[tuple[str, int], TableTold]


class Fault(NamedTuple):
    """A cell that its reader could not make out: an error, or a formula without a value."""

    row: int
    column: int
    code: str
    value: str = ""


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One sheet of text; ``faults`` fills up while ``rows`` (counted from 1) are taken.

    With ``ends_are_ids`` nothing but an id names an end of its ties.
    """

    name: str
    rows: Iterator[Row]
    faults: deque[Fault] = field(default_factory=deque)
    hidden: bool = False
    ends_are_ids: bool = False


def read_sheets(
    sheets: Iterable[Sheet],
    *,
    also: Iterable[str] = (),
    title: str = "",
    told: Told | None = None,
) -> Dataset:
    """Read sheets into a dataset.

    Args:
        sheets: Sheets in the order of the file.
        also: Codes of notes that the caller has to tell.
        title: What the file calls itself.
        told: What a person told of tables; it goes before what their headers say.

    Raises:
        UnreadableFile: When no sheet has known headers, or a cap is met.
    """
    reader = _Reader(told or {})
    for code in also:
        reader.reading.remarks.note(code)
    for sheet in sheets:
        reader.read(sheet)
    return reader.finished(title)


class _Reader:
    """Reads sheet after sheet into one `Reading`."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._columns: list[Column] = []
        self.reading = Reading()
        self._rows = 0
        self._data_rows = 0
        self._tables: list[Table] = []
        self._unknown: list[tuple[Source, int, str, tuple[str, ...]]] = []

    def read(self, sheet: Sheet) -> None:
        if sheet.name in INSTRUCTION_SHEETS.values():
            return
        if sheet.hidden or _IGNORED in sheet.name.casefold():
            self.reading.remarks.note(problems.SHEETS_IGNORED, sheet.name)
            return
        rows = self._filled_rows(sheet)
        table, waiting = self._find_headers(sheet, rows)
        if table is None:
            if waiting:
                self._not_understood(sheet, waiting)
            return
        if sheet.ends_are_ids:
            table.source = replace(table.source, creates=False, ends_are_ids=True)
        previous = table.row
        for number, cells in chain(waiting, rows):
            gap, previous = number - previous - 1, number
            if gap >= _BLANK_ROWS_BETWEEN_SECTIONS:
                section = self._recognised(sheet, number, cells)
                if section:
                    self._close(table, sheet, before=number)
                    table = section
                    continue
            self._add(table, number, cells)
        self._close(table, sheet, before=previous + 1)

    def _filled_rows(self, sheet: Sheet) -> Iterator[Row]:
        told = False
        for number, cells in sheet.rows:
            if not any(cells):
                continue
            self._rows += 1
            if self._rows > MAX_ROWS:
                source = Source(sheet=sheet.name)
                raise refused(problems.TOO_MANY_ROWS, source, number, limit=str(MAX_ROWS))
            if len(cells) > MAX_COLUMNS:
                del cells[MAX_COLUMNS:]
                if not told:
                    told = True
                    source = Source(sheet=sheet.name)
                    self.reading.remarks.problem(
                        problems.TOO_MANY_COLUMNS, source, number, limit=str(MAX_COLUMNS)
                    )
            cells = cleaned_row(cells)
            if any(cells):
                yield number, cells

    def _find_headers(self, sheet: Sheet, rows: Iterator[Row]) -> tuple[Table | None, list[Row]]:
        """Find the first row of headers; else the likeliest, with the rows read after it."""
        waiting: list[Row] = []
        likely: Table | None = None
        for number, cells in rows:
            gap = number - waiting[-1][0] - 1 if waiting else 0
            if likely and gap >= _BLANK_ROWS_BETWEEN_SECTIONS:
                waiting.append((number, cells))
                break
            table = self._recognised(sheet, number, cells)
            if table:
                return table, [] if table.headed else [*waiting, (number, cells)]
            likely = likely or recognised(sheet.name, number, cells, surely=False)
            waiting.append((number, cells))
            if len(waiting) >= _ROWS_BEFORE_HEADERS:
                break
        if likely:
            return likely, [row for row in waiting if row[0] > likely.row]
        return None, waiting

    def _recognised(self, sheet: Sheet, number: int, cells: list[str]) -> Table | None:
        told = self._told.get((sheet.name, number))
        if told is not None:
            return as_told(sheet.name, number, cells, told)
        return recognised(sheet.name, number, cells, surely=True)

    def _add(self, table: Table, number: int, cells: list[str]) -> None:
        kept, refused_columns = without_identity_codes(cells)
        for column in refused_columns:
            self.reading.remarks.problem(
                problems.IDENTITY_CODE, table.source, number, table.header(column)
            )
        self._data_rows += 1
        table.add(self.reading, number, kept)

    def _close(self, table: Table, sheet: Sheet, *, before: int) -> None:
        remarks = self.reading.remarks
        self._tables.append(table)
        self._columns += table.columns()
        for header in table.kept:
            remarks.note(problems.COLUMNS_KEPT, header)
        while sheet.faults and sheet.faults[0].row < before:
            fault = sheet.faults.popleft()
            header = table.header(fault.column)
            remarks.problem(fault.code, table.source, fault.row, header, value=fault.value)

    def _not_understood(self, sheet: Sheet, rows: list[Row]) -> None:
        number, cells = max(rows, key=lambda row: sum(map(bool, row[1])))
        kept, _ = without_identity_codes(cells)
        found = ", ".join(cell for cell in kept if cell)[:200]
        self._unknown.append((Source(sheet=sheet.name), number, found, would_do(kept)))
        below = [cells for other, cells in rows if other > number]
        self._columns += unknown_columns(sheet.name, number, cells, below)

    def finished(self, title: str) -> Dataset:
        columns = tuple(self._columns[:_MOST_COLUMNS_TOLD])
        try:
            return replace(self._finished(title), columns=columns)
        except UnreadableFile as refusal:
            raise UnreadableFile(refusal.problem, columns) from refusal

    def _finished(self, title: str) -> Dataset:
        remarks = self.reading.remarks
        if not self._tables:
            if not self._unknown:
                raise refused(problems.EMPTY_FILE)
            source, number, found, choices = self._unknown[0]
            raise refused(problems.NO_TABLE, source, number, value=found, choices=choices)
        for source, number, found, choices in self._unknown:
            remarks.problem(
                problems.SHEET_NOT_UNDERSTOOD, source, number, value=found, choices=choices
            )
        if not self._data_rows:
            table = self._tables[0]
            remarks.problem(problems.EMPTY_TABLE, table.source, table.row)
        (kept,), _ = without_identity_codes([title[:200]])
        return self.reading.finished(title=kept)
