"""The only place that reads and writes CSV: encodings, delimiters, one file or a zip of several."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from solmu.formats import problems
from solmu.formats.archive import ZIP_STARTS, Archive
from solmu.formats.columns import ACTOR_SHEETS, TIE_SHEETS
from solmu.formats.dataset import Dataset
from solmu.formats.layout import Rows, actor_rows, tie_rows
from solmu.formats.remarks import Source, refused
from solmu.formats.sheets import Row, Sheet, Told, read_sheets
from solmu.formats.tables import recognised
from solmu.formats.values import clean, without_identity_codes, write_number

_DELIMITERS = ";,\t|"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Letters that the code pages of old DOS and Mac files put where Windows-1252 has these signs:
# between two letters they are a sure mark of the wrong code page.
_MISREAD = re.compile(r"[^\W\d_][„”†‡‰ŠŒŽšœžƒ™¤¦Ž€]+[^\W\d_]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WRITTEN_AT = (1980, 1, 1, 0, 0, 0)


def read_csv(data: bytes, told: Told | None = None) -> Dataset:
    """Read one CSV file, or a zip of several.

    A file holds one table; two blank rows may start another, as in files that Solmu writes.

    Raises:
        UnreadableFile: When the letters, the quotes or the headers cannot be made out.
    """
    if data.startswith(ZIP_STARTS):
        return read_zip(data, told)
    text, notes = decoded(data)
    return read_sheets([_sheet("", text)], also=notes, told=told)


def read_zip(data: bytes, told: Told | None = None, *, only: Collection[str] = ()) -> Dataset:
    """Read a zip of CSV files, each a sheet of its own; of those named in ``only``, if any are.

    Raises:
        UnreadableFile: As `read_csv`, or when there is no CSV file in the zip.
    """
    archive = Archive(data)
    names = [name for name in archive.names if name.endswith((".csv", ".tsv", ".txt"))]
    names = [name for name in names if not name.startswith("__macosx/")]
    if only:
        names = [name for name in names if name.rpartition("/")[2] in only]
    if not names:
        raise refused(problems.WRONG_TYPE, choices=("csv",))
    sheets: list[Sheet] = []
    notes_told: list[str] = []
    for name in names:
        text, notes = decoded(archive.read(name))
        (stem,), _ = without_identity_codes([clean(name.rpartition("/")[2].rpartition(".")[0])])
        sheets.append(_sheet(stem[:100] or str(len(sheets) + 1), text))
        notes_told.extend(notes)
    return read_sheets(sheets, also=notes_told, told=told)


def csv_rows(name: str, data: bytes) -> tuple[Iterator[Row], list[str]]:
    """Read one file as rows of cells, whatever its encoding and delimiter.

    Returns:
        The rows with their numbers, and codes of notes to tell.
    """
    text, notes = decoded(data)
    first = text.partition("\n")[0]
    return _rows(name, text, max(_DELIMITERS, key=first.count)), notes


def decoded(data: bytes) -> tuple[str, list[str]]:
    """Find the encoding: UTF-8, UTF-16 with its mark, or Windows-1252 where that makes sense.

    Returns:
        The text, and codes of notes to tell.

    Raises:
        UnreadableFile: When no encoding makes sense of it, with the row of the first bad letter.
    """
    try:
        if data.startswith(_UTF16_MARKS):
            return _checked(data.decode("utf-16")), []
        return _checked(data.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        if data.startswith(_UTF16_MARKS):
            raise refused(problems.UNREADABLE_LETTERS, row=row) from error
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise refused(problems.UNREADABLE_LETTERS, row=row) from error
    if misread := _MISREAD.search(text):
        row = text.count("\n", 0, misread.start()) + 1
        raise refused(problems.UNREADABLE_LETTERS, row=row)
    return _checked(text), [problems.READ_AS_WINDOWS_1252]


def _checked(text: str) -> str:
    if found := _NOT_TEXT.search(text):
        raise refused(problems.UNREADABLE_LETTERS, row=text.count("\n", 0, found.start()) + 1)
    return text


def _sheet(name: str, text: str) -> Sheet:
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        return Sheet(name=name, rows=_rows(name, rest, first.strip()[-1], skipped=1))
    return Sheet(name=name, rows=_rows(name, text, _delimiter(text)))


def _rows(name: str, text: str, delimiter: str, *, skipped: int = 0) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    row = skipped
    while True:
        row += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise refused(problems.UNCLOSED_QUOTE, Source(sheet=name), row) from error
        yield row, cells


def _delimiter(text: str) -> str:
    """Choose the delimiter by which the first rows are headers; else the first row's own."""
    start = text[:20_000].lstrip("\ufeff\r\n")
    lines = [line for line in start.splitlines()[:30] if line.strip()]

    def known(delimiter: str) -> int:
        rows = (next(csv.reader([line], delimiter=delimiter), []) for line in lines)
        tables = (recognised("", 1, [cell.strip() for cell in row], surely=True) for row in rows)
        return max((table.known for table in tables if table), default=0)

    return max(
        _DELIMITERS,
        key=lambda delimiter: (known(delimiter), lines[0].count(delimiter) if lines else 0),
    )


def write_csv(dataset: Dataset, language: str) -> bytes:
    """Write one CSV file: the actors, and after two blank rows the ties.

    UTF-8 with a mark, semicolons and CRLF: so a Finnish spreadsheet program opens it right.
    """
    text = written(actor_rows(dataset, language), language)
    if dataset.ties:
        text += "\r\n\r\n" + written(tie_rows(dataset, language), language)
    return text.encode("utf-8-sig")


def write_zip(dataset: Dataset, language: str) -> bytes:
    """Write a zip of two CSV files, for programs that take one table at a time."""
    files = ((ACTOR_SHEETS, actor_rows), (TIE_SHEETS, tie_rows))
    return packed(
        {
            f"{names[language].lower()}.csv": written(rows(dataset, language), language).encode(
                "utf-8-sig"
            )
            for names, rows in files
        }
    )


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pack files into a zip; the same files give the same bytes."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            # A fixed time: the same dataset gives the same bytes.
            entry = ZipInfo(name, _WRITTEN_AT)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()


def written(rows: Rows, language: str, delimiter: str = ";") -> str:
    """Write rows as CSV, with the decimal mark of the language."""
    target = StringIO()
    writer = csv.writer(target, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow(
            [cell if isinstance(cell, str) else write_number(cell, language) for cell in row]
        )
    return target.getvalue()
