"""The only place that builds small files for tests: workbooks well-formed and raw, and lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from solmu.formats import read_file
from solmu.formats.dataset import Dataset, Problem, UnreadableFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """Build a workbook as a spreadsheet program saves it."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return target.getvalue()


def read(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Dataset:
    """Read a workbook of these sheets."""
    return read_file(workbook(sheets), "verkosto.xlsx")


def read_csv(text: str, encoding: str = "utf-8") -> Dataset:
    """Read a CSV file of this text."""
    return read_file(text.encode(encoding), "verkosto.csv")


def raw_workbook(sheet: str | Iterable[bytes], **parts: str) -> bytes:
    """Build a workbook from the XML of one sheet, for what no program would write."""
    relations = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{kind}" Target="{path}"/>'
        for place, (kind, path) in enumerate(
            [
                ("worksheet", "worksheets/sheet1.xml"),
                *((kind, f"{kind}.xml") for kind in parts),
            ]
        )
    )
    files = {
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r" '
        f'Type="{_OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Taulukko1" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
        **{f"xl/{kind}.xml": text for kind, text in parts.items()},
    }
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as stream:
            for chunk in [sheet.encode()] if isinstance(sheet, str) else sheet:
                stream.write(chunk)
    return target.getvalue()


def cells(rows: str) -> str:
    """Wrap rows of cells into a sheet."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def inline(row: int, *texts: str) -> str:
    """Write one row of texts as XML."""
    inside = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{row}">{inside}</row>'


def refusal(data: bytes, name: str) -> Problem:
    """Give the problem for which a whole file is refused."""
    with pytest.raises(UnreadableFile) as caught:
        read_file(data, name)
    return caught.value.problem


def codes(dataset: Dataset) -> list[str]:
    """List the codes of the problems of a dataset."""
    return [problem.code for problem in dataset.problems]


def told(dataset: Dataset) -> dict[str, int]:
    """Count the notes of a dataset by code."""
    counts: dict[str, int] = {}
    for note in dataset.notes:
        counts[note.code] = counts.get(note.code, 0) + note.count
    return counts
