"""The only place that reads and writes workbooks of actors and ties."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from solmu.formats import problems
from solmu.formats.archive import ZIP_STARTS, Archive
from solmu.formats.columns import ACTOR_SHEETS, TIE_SHEETS
from solmu.formats.dataset import Dataset
from solmu.formats.layout import Rows, actor_rows, tie_rows
from solmu.formats.remarks import refused
from solmu.formats.sheets import Told, read_sheets
from solmu.formats.values import write_number
from solmu.formats.workbook import Workbook

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": False,
}
WIDEST = 48
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
# A workbook with a password is such an old container around an encrypted new one.
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")
_SAVED_AS = ("xlsx", "csv")


def read_xlsx(data: bytes, told: Told | None = None) -> Dataset:
    """Read a workbook: Solmu's own template, a contact list, or Kumu's Elements and Connections.

    Raises:
        UnreadableFile: When it is no workbook, is locked or broken, or has no known headers.
    """
    if data.startswith(_OLD_EXCEL):
        if _LOCKED_PART in data:
            raise refused(problems.ARCHIVE_LOCKED)
        raise refused(problems.OLD_OR_LOCKED_EXCEL, choices=_SAVED_AS)
    if not data.startswith(ZIP_STARTS):
        raise refused(problems.WRONG_TYPE, choices=_SAVED_AS)
    return read_sheets(Workbook(Archive(data)).sheets(), told=told)


def write_xlsx(dataset: Dataset, language: str) -> bytes:
    """Write a workbook with a sheet of actors and a sheet of ties in the words of a language."""
    target = BytesIO()
    book = new_book(target)
    header = book.add_format({"bold": True, "bottom": 1})
    write_sheet(book.add_worksheet(ACTOR_SHEETS[language]), actor_rows(dataset, language), header)
    write_sheet(book.add_worksheet(TIE_SHEETS[language]), tie_rows(dataset, language), header)
    book.close()
    return target.getvalue()


def write_table(title: str, rows: Rows) -> bytes:
    """Write a workbook of one sheet; the first row is its headers."""
    target = BytesIO()
    book = new_book(target)
    write_sheet(book.add_worksheet(title), rows, book.add_format({"bold": True, "bottom": 1}))
    book.close()
    return target.getvalue()


def new_book(target: BytesIO) -> Any:
    """Open a workbook for writing, where no text is ever taken for a formula, number or link."""
    book = xlsxwriter.Workbook(target, OPTIONS)
    # A fixed time: the same dataset gives the same bytes.
    book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001
    return book


def write_sheet(sheet: Any, rows: Rows, header: Any, words: Any = None) -> None:
    """Write rows with a frozen row of headers, and columns as wide as their texts ask; ``words`` is their format."""
    widths: list[int] = []
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if cell:
                    sheet.write_string(place, column, cell, words if place else header)
                length = len(cell)
            elif float(f"{cell:.16G}") == cell:
                sheet.write_number(place, column, cell)
                length = 6
            else:
                # Numbers go out with 16 digits; this one needs its 17th to come back the same.
                sheet.write_string(place, column, write_number(cell, "en"))
                length = 6
            if column == len(widths):
                widths.append(length)
            widths[column] = max(widths[column], length)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width + 2, 8), WIDEST))
    sheet.freeze_panes(1, 0)
