"""The only place that recognises a row of headers and reads the rows under it."""

from __future__ import annotations

from typing import Final, Literal

from solmu.formats.columns import (
    EXTRA_PREFIX,
    KUMU_ACTOR_HEADER,
    KUMU_TIE_HEADERS,
    TIE_HEADER_OF_DRAWN_WEIGHT,
    TIE_HEADER_OF_STATED_WEIGHT,
    TIE_HEADER_OF_WAY,
    field_of,
    fold_header,
    header_for,
    language_of,
)
from solmu.formats.dataset import NOT_READ, Column, TableTold
from solmu.formats.limits import MAX_NAME
from solmu.formats.reading import Reading
from solmu.formats.remarks import Source
from solmu.formats.values import without_identity_codes
from solmu.formats.vocabulary import LANGUAGES, code_of

Kind = Literal["actors", "ties"]

_NAMING: Final = frozenset({"label", "unit", "organisation", "last_name"})
_SETTLED: Final = frozenset({"unit", "organisation", "first_name", "last_name"})
_ENDS: Final = frozenset({"source", "target"})
_SAMPLES, _SAMPLED_ROWS, _SAMPLE_LENGTH = 3, 20, 60


class Table:
    """The columns of one table, known by its headers."""

    def __init__(
        self, kind: Kind, sheet: str, row: int, headers: list[str], told: TableTold | None = None
    ) -> None:
        """Tell what each column means; a second column of one field is kept as it is.

        What a person ``told`` goes before what the headers say.
        """
        self.kind = kind
        self.headed = told is None or told.headed
        self._samples: dict[int, dict[str, None]] = {}
        self._sampled = 0
        self.row = row
        self.kept: dict[str, None] = {}
        self._headers = headers = [header[:MAX_NAME].rstrip() for header in headers]
        self._fields: list[tuple[int, str]] = []
        self._extras: list[tuple[int, str]] = []
        names: dict[str, str] = {}
        self._way_place, passed_over = _outranked(kind, headers)
        for place, header in enumerate(headers):
            if place in passed_over and (told is None or place not in told.fields):
                continue
            field = field_of(kind, header)
            if told is not None and (field := told.fields.get(place, field)) == NOT_READ:
                continue
            if field and field not in names:
                names[field] = header or column_letters(place)
                self._fields.append((place, field))
            else:
                self._extras.append((place, self._extra_name(place)))
        self.known = len(self._fields)
        self._settles = bool(_SETTLED & names.keys())
        self._width = len(headers)
        self.source = _source(kind, sheet, headers, names)
        # Gephi's edge lists say Directed or Undirected under Type.
        self._type_may_be_direction = self.source.foreign and "direction" not in names

    def _extra_name(self, place: int) -> str:
        header = self._headers[place].removeprefix(EXTRA_PREFIX) or column_letters(place)
        earlier = [name for _, name in self._extras]
        number, name = 1, header
        while name in earlier:
            number += 1
            name = f"{header} ({number})"
        return name

    def columns(self) -> list[Column]:
        """Tell what each column was understood as, with the first of its values."""
        fields = {**dict.fromkeys((place for place, _ in self._extras), ""), **dict(self._fields)}
        return [
            Column(
                sheet=self.source.sheet,
                row=self.row if self.headed else self.row + 1,
                place=place,
                header=self.header(place),
                kind=self.kind,
                field=fields.get(place, NOT_READ),
                headed=self.headed,
                samples=tuple(self._samples.get(place, ())),
            )
            for place in range(self._width)
        ]

    def header(self, column: int) -> str:
        """Give the header of a column, or its letters when it has none."""
        known = self._headers[column] if column < self._width else ""
        return known or column_letters(column)

    def add(self, reading: Reading, row: int, cells: list[str]) -> None:
        """Read one row of cells under these headers."""
        if self._sampled < _SAMPLED_ROWS:
            self._sampled += 1
            take_samples(self._samples, cells)
        if len(cells) < self._width:
            cells = cells + [""] * (self._width - len(cells))
        record = {field: text for place, field in self._fields if (text := cells[place])}
        extra = {name: text for place, name in self._extras if (text := cells[place])}
        for place in range(self._width, len(cells)):
            if cells[place]:
                extra[column_letters(place)] = cells[place]
        if extra:
            self.kept.update(dict.fromkeys(extra))
        if self.kind == "ties":
            if self._way_place is not None and (word := cells[self._way_place]):
                if code_of("direction", word):
                    record.setdefault("direction", word)
                else:
                    extra.setdefault(self.header(self._way_place), word)
            if self._type_may_be_direction and code_of("direction", record.get("contents", "")):
                record["direction"] = record.pop("contents")
            reading.add_tie(record, extra, self.source, row)
        else:
            if self._settles:
                self._settle_name(record, extra)
            reading.add_actor(record, extra, self.source, row)

    def _settle_name(self, record: dict[str, str], extra: dict[str, str]) -> None:
        """Decide whom a row of a contact list is about, and whom that belongs to."""
        first, last = record.pop("first_name", ""), record.pop("last_name", "")
        person = f"{first} {last}".strip()
        owners = {field: record.pop(field, "") for field in ("unit", "organisation")}
        owners = {field: owner for field, owner in owners.items() if owner}
        if "label" not in record and owners:
            record["label"] = owners.pop(next(iter(owners)))
        if "label" not in record and person:
            record["label"] = person
            record.setdefault("kind", "person")
        elif person:
            record.setdefault("contact_person", person)
        for field, owner in owners.items():
            if owner == record.get("label"):
                continue
            if record.setdefault("parent", owner) != owner:
                extra[self.source.headers[field]] = owner


def _outranked(kind: Kind, headers: list[str]) -> tuple[int | None, set[int]]:
    """Find columns of Gephi that give way to a better one: the place of ``Type``, and all places."""
    if kind == "actors":
        return None, set()
    folded = [fold_header(header) for header in headers]
    contents = {name for name in folded if field_of("ties", name) == "contents"}
    way = None
    if TIE_HEADER_OF_WAY in folded and len(contents) > 1:
        way = folded.index(TIE_HEADER_OF_WAY)
    places = {way} - {None}
    if {TIE_HEADER_OF_DRAWN_WEIGHT, TIE_HEADER_OF_STATED_WEIGHT} <= set(folded):
        places.add(folded.index(TIE_HEADER_OF_DRAWN_WEIGHT))
    return way, {place for place in places if place is not None}


def _source(kind: Kind, sheet: str, headers: list[str], names: dict[str, str]) -> Source:
    folded = {fold_header(header) for header in headers}
    if kind == "actors":
        foreign = fold_header(names.get("label", "")) == KUMU_ACTOR_HEADER
    else:
        foreign = bool(folded & KUMU_TIE_HEADERS)
    return Source(
        sheet=sheet,
        language=language_of(tuple(headers)),
        headers=names,
        foreign=foreign,
        merges=foreign and kind == "actors",
        creates=foreign and kind == "ties",
    )


def recognised(sheet: str, row: int, cells: list[str], *, surely: bool) -> Table | None:
    """Read a row as headers, if it is one.

    Args:
        sheet: The name of the sheet.
        row: The number of the row.
        cells: Its cells.
        surely: Whether more than one column must be known: data may hold the word *name* too.
    """
    kept, _ = without_identity_codes(cells)
    headers = list(kept)
    while headers and not headers[-1]:
        headers.pop()
    if {field_of("ties", header) for header in headers} >= _ENDS:
        return Table("ties", sheet, row, headers)
    fields = {field_of("actors", header) for header in headers} - {""}
    if not fields & _NAMING or (surely and len(fields) < 2):
        return None
    return Table("actors", sheet, row, headers)


def as_told(sheet: str, row: int, cells: list[str], told: TableTold) -> Table:
    """Read a row as the headers, or as the first row without headers, that a person told of."""
    if not told.headed:
        return Table(told.kind, sheet, row - 1, [""] * len(cells), told)
    kept, _ = without_identity_codes(cells)
    return Table(told.kind, sheet, row, list(kept), told)


def unknown_columns(sheet: str, row: int, cells: list[str], below: list[list[str]]) -> list[Column]:
    """Tell of the columns of a table of which nothing was understood."""
    samples: dict[int, dict[str, None]] = {}
    for others in below[:_SAMPLED_ROWS]:
        take_samples(samples, list(without_identity_codes(others)[0]))
    kept, _ = without_identity_codes(cells)
    return [
        Column(
            sheet=sheet,
            row=row,
            place=place,
            header=header[:MAX_NAME] or column_letters(place),
            samples=tuple(samples.get(place, ())),
        )
        for place, header in enumerate(kept)
    ]


def take_samples(samples: dict[int, dict[str, None]], cells: list[str]) -> None:
    """Keep the first few different values of each column, cut short."""
    for place, text in enumerate(cells):
        if text and len(found := samples.setdefault(place, {})) < _SAMPLES:
            found[text[:_SAMPLE_LENGTH]] = None


def would_do(cells: list[str]) -> tuple[str, ...]:
    """List headers that would make a table of these cells: the end of a tie that lacks, or all."""
    ends = {field_of("ties", cell) for cell in cells} & _ENDS
    if len(ends) == 1:
        (lacking,) = _ENDS - ends
        return tuple(header_for("ties", lacking, language) for language in LANGUAGES)
    names = (header_for("actors", "label", language) for language in LANGUAGES)
    pairs = (
        f"{header_for('ties', 'source', language)} + {header_for('ties', 'target', language)}"
        for language in LANGUAGES
    )
    return (*names, *pairs)


def column_letters(place: int) -> str:
    """Name a column as spreadsheets do.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(65 + letter) + letters
    return letters
