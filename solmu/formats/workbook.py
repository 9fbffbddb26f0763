"""The only place that knows the inside of an XLSX file: parts, shared strings, styles, cells.

Written for speed and for bad files: it never trusts a sheet's stated size, keeps no tree, tells a
formula that was never calculated from an empty cell, and names the row of every fault.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from solmu.formats import problems
from solmu.formats.archive import Archive
from solmu.formats.limits import (
    MAX_COLUMNS,
    MAX_PROBLEMS,
    MAX_SHARED_STRINGS,
    MAX_XML_ELEMENTS,
)
from solmu.formats.remarks import Source, refused
from solmu.formats.sheets import Fault, Row, Sheet
from solmu.formats.values import clean, without_identity_codes
from solmu.formats.xml_stream import XmlStream, local

# ECMA-376 part 1, 18.8.30: formats that every program knows by number, here those of dates.
_BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NOT_OF_DATE = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]|general|standard', re.IGNORECASE)
_OF_DATE = re.compile(r"[dmyhs]", re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LAST_DAY = 2_958_466
# Expat hands text over in pieces of 8 kB and more; a cell of a spreadsheet program holds 32 kB.
_MAX_TEXT_PIECES = 250
_LONGEST_TEXT = "2 MB"

_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "http://purl.oclc.org/ooxml/spreadsheetml/main}",
    "",
)
_TAGS = {
    namespace + tag: tag
    for namespace in _NAMESPACES
    for tag in ("row", "c", "v", "f", "t", "rPh", "si")
}


class _Relation(NamedTuple):
    kind: str
    path: str


class _Part(NamedTuple):
    name: str
    path: str
    hidden: bool


class Workbook:
    """An opened workbook; `sheets` gives its sheets as rows of text."""

    def __init__(self, archive: Archive) -> None:
        """Read what all sheets share.

        Raises:
            UnreadableFile: When the zip is no workbook, or is broken.
        """
        self._archive = archive
        self._epoch = date(1899, 12, 30)
        roots = self._relations("")
        main = _path_of(roots.values(), "officeDocument") or "xl/workbook.xml"
        if main not in archive:
            raise refused(problems.ARCHIVE_BROKEN, value=main)
        relations = self._relations(main)
        self._parts = self._list_parts(main, relations)
        self._strings = self._read_strings(_path_of(relations.values(), "sharedStrings"))
        self._date_styles = self._read_styles(_path_of(relations.values(), "styles"))

    def sheets(self) -> Iterator[Sheet]:
        """Give the sheets in their order; rows are unpacked only as they are taken."""
        for part in self._parts:
            faults: deque[Fault] = deque()
            rows = self._rows(part, faults)
            yield Sheet(name=part.name, rows=rows, faults=faults, hidden=part.hidden)

    def _relations(self, part: str) -> dict[str, _Relation]:
        folder, _, name = part.rpartition("/")
        path = f"{folder}/_rels/{name}.rels".lstrip("/")
        found: dict[str, _Relation] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if local(tag) == "Relationship" and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                target = _resolved(folder, attributes.get("Target", ""))
                found[attributes.get("Id", "")] = _Relation(kind, target)

        if path in self._archive:
            XmlStream(start, _ignore, _ignore).parse(self._archive.chunks(path))
        return found

    def _list_parts(self, main: str, relations: dict[str, _Relation]) -> list[_Part]:
        parts: list[_Part] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            name = local(tag)
            if name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
                self._epoch = date(1904, 1, 1)
            elif name == "sheet":
                ids = [value for key, value in attributes.items() if key.endswith("}id")]
                relation = relations.get(ids[0]) if ids else None
                if relation and relation.kind == "worksheet":
                    hidden = attributes.get("state", "visible") != "visible"
                    title = _sheet_name(attributes.get("name", ""), len(parts) + 1)
                    parts.append(_Part(title, relation.path, hidden))

        XmlStream(start, _ignore, _ignore).parse(self._archive.chunks(main))
        return parts

    def _read_strings(self, path: str) -> list[str]:
        strings: list[str] = []
        if not path or path not in self._archive:
            return strings
        pieces: list[str] = []
        text: list[str] = []
        phonetic = False

        def start(tag: str, _: dict[str, str]) -> None:
            nonlocal phonetic
            kind = _TAGS.get(tag)
            if kind == "t":
                pieces.clear()
            elif kind == "si":
                text.clear()
            elif kind == "rPh":
                phonetic = True

        def end(tag: str) -> None:
            nonlocal phonetic
            kind = _TAGS.get(tag)
            if kind == "t":
                if not phonetic:
                    text.append("".join(pieces))
            elif kind == "rPh":
                phonetic = False
            elif kind == "si":
                strings.append(_unescaped("".join(text)))

        for _ in XmlStream(start, end, pieces.append).feed(self._archive.chunks(path)):
            if len(strings) > MAX_SHARED_STRINGS:
                raise refused(problems.ARCHIVE_TOO_LARGE, limit=str(MAX_SHARED_STRINGS))
            if len(pieces) > _MAX_TEXT_PIECES:
                raise refused(problems.ARCHIVE_TOO_LARGE, limit=_LONGEST_TEXT)
        return strings

    def _read_styles(self, path: str) -> frozenset[str]:
        """Find which cell styles show dates: they are only numbers otherwise."""
        dates = set(_BUILT_IN_DATES)
        formats: list[int] = []
        inside = False

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal inside
            name = local(tag)
            if name == "numFmt":
                shown = _NOT_OF_DATE.sub("", attributes.get("formatCode", ""))
                if _OF_DATE.search(shown):
                    dates.add(_integer(attributes.get("numFmtId"), 0))
            elif name == "cellXfs":
                inside = True
            elif name == "xf" and inside:
                formats.append(_integer(attributes.get("numFmtId"), 0))

        def end(tag: str) -> None:
            nonlocal inside
            if local(tag) == "cellXfs":
                inside = False

        if path and path in self._archive:
            XmlStream(start, end, _ignore).parse(self._archive.chunks(path))
        return frozenset(str(place) for place, code in enumerate(formats) if code in dates)

    def _rows(self, part: _Part, faults: deque[Fault]) -> Iterator[Row]:
        cells = _Cells(self._strings, self._date_styles, self._epoch, faults)
        stream = XmlStream(cells.start, cells.end, cells.pieces.append)
        for _ in stream.feed(self._archive.chunks(part.path)):
            if len(cells.pieces) > _MAX_TEXT_PIECES:
                source, row = Source(sheet=part.name), cells.row
                raise refused(problems.ARCHIVE_TOO_LARGE, source, row, limit=_LONGEST_TEXT)
            if cells.elements > MAX_XML_ELEMENTS:
                limit = str(MAX_XML_ELEMENTS)
                raise refused(problems.TOO_MANY_ROWS, Source(sheet=part.name), limit=limit)
            yield from cells.taken()


class _Cells:
    """The state of reading one sheet: handlers for the parser, and the rows made so far."""

    def __init__(
        self, strings: list[str], date_styles: frozenset[str], epoch: date, faults: deque[Fault]
    ) -> None:
        self.pieces: list[str] = []
        self.row = 0
        self.elements = 0
        self._strings = strings
        self._date_styles = date_styles
        self._epoch = epoch
        self._faults = faults
        self._done: list[Row] = []
        self._cells: list[str] = []
        self._columns: dict[str, int] = {}
        self._column = -1
        self._kind = ""
        self._style = ""
        self._value: str | None = None
        self._inline: list[str] = []
        self._formula = False
        self._phonetic = False

    def taken(self) -> list[Row]:
        """Hand over the rows made since last asked."""
        done, self._done = self._done, []
        return done

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        kind = _TAGS.get(tag)
        if kind == "c":
            self._kind = attributes.get("t", "n")
            self._style = attributes.get("s", "")
            self._value = None
            self._formula = False
            where = attributes.get("r")
            self._column = self._column_of(where) if where else self._column + 1
        elif kind in ("v", "t"):
            self.pieces.clear()
        elif kind == "f":
            self._formula = True
        elif kind == "row":
            self.row = max(_integer(attributes.get("r"), self.row + 1), self.row + 1)
            self._cells = []
            self._column = -1
        elif kind == "rPh":
            self._phonetic = True

    def end(self, tag: str) -> None:
        kind = _TAGS.get(tag)
        if kind == "v":
            self._value = "".join(self.pieces)
        elif kind == "c":
            self._place()
        elif kind == "t":
            if not self._phonetic:
                self._inline.append("".join(self.pieces))
        elif kind == "row":
            self._done.append((self.row, self._cells))
        elif kind == "rPh":
            self._phonetic = False

    def _column_of(self, where: str) -> int:
        letters = where.rstrip("0123456789")
        column = self._columns.get(letters)
        if column is None:
            column = 0
            for letter in letters[:3]:
                column = column * 26 + (ord(letter.upper()) - 64 if letter.isalpha() else 0)
            self._columns[letters] = column = max(min(column - 1, MAX_COLUMNS), 0)
        return column

    def _place(self) -> None:
        text = self._text()
        if not text:
            return
        cells, column = self._cells, min(self._column, MAX_COLUMNS)
        missing = column - len(cells)
        if missing > 0:
            cells.extend([""] * missing)
        if missing >= 0:
            cells.append(text)
        else:
            cells[column] = text

    def _text(self) -> str:
        kind, value = self._kind, self._value
        if kind == "inlineStr":
            text = _unescaped("".join(self._inline))
            self._inline.clear()
            return text
        if value is None:
            if self._formula:
                self._fault(problems.FORMULA_WITHOUT_VALUE)
            return ""
        if kind == "s":
            try:
                return self._strings[int(value)] if value else ""
            except (ValueError, IndexError) as error:
                raise refused(problems.ARCHIVE_BROKEN, row=self.row) from error
        if kind == "n":
            return self._number(value)
        if kind == "e":
            self._fault(problems.ERROR_CELL, value[:20])
            return ""
        if kind == "b":
            return "true" if value == "1" else "false"
        return _unescaped(value)

    def _number(self, value: str) -> str:
        if self._style in self._date_styles:
            return self._day(value)
        if value.isdigit():
            return value
        try:
            number = float(value)
        except ValueError:
            return value
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)

    def _day(self, value: str) -> str:
        try:
            days = float(value)
        except ValueError:
            return value
        if not 0 <= days < _LAST_DAY:
            return value
        whole, seconds = divmod(round(days * 86_400), 86_400)
        clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
        if not whole:
            return clock
        day = (self._epoch + timedelta(days=whole)).isoformat()
        return f"{day}T{clock}" if seconds else day

    def _fault(self, code: str, value: str = "") -> None:
        if len(self._faults) < MAX_PROBLEMS:
            self._faults.append(Fault(self.row, self._column, code, value))


def _ignore(*_: object) -> None:
    """Take what the parser gives and do nothing."""


def _path_of(relations: Iterable[_Relation], kind: str) -> str:
    return next((relation.path for relation in relations if relation.kind == kind), "")


def _resolved(folder: str, target: str) -> str:
    """Give the path in the zip that a relation of a part in ``folder`` means."""
    parts: list[str] = [] if target.startswith("/") else folder.split("/")
    for step in target.replace("\\", "/").split("/"):
        if step == ".." and parts:
            parts.pop()
        elif step not in ("", ".", ".."):
            parts.append(step)
    return "/".join(part for part in parts if part)


def _sheet_name(name: str, place: int) -> str:
    kept, _ = without_identity_codes([clean(name)[:100]])
    return kept[0] or str(place)


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _unescaped(text: str) -> str:
    """Read the spreadsheet's own writing of characters that XML cannot hold: ``_x000D_``."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
