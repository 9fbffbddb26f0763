"""Cells come out as openpyxl, an independent reader, gives them."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest

from solmu.formats.archive import Archive
from solmu.formats.tests.corpus_seeds import FOLDER
from solmu.formats.workbook import Workbook

SEEDS = sorted(path.name for path in FOLDER.glob("*.xlsx") if path.name != "odd.xlsx")


def shown(value: object) -> str:
    """Give a value of openpyxl as the text that Solmu reads."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return (
            value.date().isoformat() if value.time() == time() else value.isoformat("T", "minutes")
        )
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def theirs(data: bytes) -> list[list[str]]:
    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
    rows = [
        [shown(value) for value in row]
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
    ]
    return [trimmed(row) for row in rows if any(row)]


def ours(data: bytes) -> list[list[str]]:
    sheets = Workbook(Archive(data)).sheets()
    return [trimmed(cells) for sheet in sheets for _, cells in sheet.rows if any(cells)]


def trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


@pytest.mark.parametrize("name", SEEDS)
def test_seeds_give_the_same_cells(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    assert ours(data) == theirs(data)


def test_values_of_every_kind_that_openpyxl_writes_give_the_same_cells() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Nimi", 1, 0.1 + 0.2, -2.5, 12345.678, True, False, None, "1.5", " väli "])
    sheet.append([date(2026, 9, 1), datetime(2026, 9, 1, 9, 30), "a\nb", "<&>\"'"])  # noqa: DTZ001
    sheet["D5"] = "viides rivi"
    target = BytesIO()
    book.save(target)
    assert ours(target.getvalue()) == theirs(target.getvalue())
    assert ours(target.getvalue())[1][:2] == ["2026-09-01", "2026-09-01T09:30"]
