"""Workbooks that are broken, odd or made to hurt are refused or read, in bounded time and memory."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from solmu.formats import problems, read_file
from solmu.formats.limits import MAX_FILE_BYTES
from solmu.formats.tests.workbooks import (
    MAIN,
    cells,
    inline,
    raw_workbook,
    refusal,
    workbook,
)

SMALL = workbook({"Toimijat": [["Nimi", "Kunta"], ["Kela", "Oulu"]]})
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOCKED = "EncryptedPackage".encode("utf-16-le")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Bound the time of what is inside; generous, for a busy machine is no defect."""
    started = time.perf_counter()
    yield
    assert time.perf_counter() - started < seconds


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "tyhja.xlsx", problems.EMPTY_FILE),
        (b" \r\n ", "tyhja.csv", problems.EMPTY_FILE),
        (OLD_EXCEL, "vanha.xlsx", problems.OLD_OR_LOCKED_EXCEL),
        (OLD_EXCEL, "vanha.xls", problems.OLD_OR_LOCKED_EXCEL),
        (OLD_EXCEL + LOCKED, "lukossa.xlsx", problems.ARCHIVE_LOCKED),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "kuva.csv", problems.WRONG_TYPE),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "kuva.xlsx", problems.WRONG_TYPE),
        (b"%PDF-1.7 ...", "esite.pdf", problems.WRONG_TYPE),
        (b"Nimi;Kunta\nKela;Oulu\n", "lista.xlsx", problems.WRONG_TYPE),
        (b"\x00\x01\x02\x03" * 9, "roska.csv", problems.WRONG_TYPE),
        (SMALL[:-200], "katkennut.xlsx", problems.ARCHIVE_BROKEN),
        (b"PK\x03\x04" + b"x" * 500, "rikki.xlsx", problems.ARCHIVE_BROKEN),
        (b"Vuosi;Euroa\n2026;12\n", "budjetti.csv", problems.NO_TABLE),
    ],
)
def test_a_file_of_the_wrong_kind_is_refused(data: bytes, name: str, code: str) -> None:
    assert refusal(data, name).code == code


def test_a_file_of_200_megabytes_is_refused_by_its_size() -> None:
    problem = refusal(bytes(200_000_000), "iso.xlsx")
    assert (problem.code, problem.limit) == (problems.FILE_TOO_LARGE, "25 MB")
    assert refusal(b"x" * (MAX_FILE_BYTES + 1), "iso.csv").code == problems.FILE_TOO_LARGE


def test_a_workbook_is_read_whatever_its_name() -> None:
    assert read_file(SMALL, "lista.csv").actors == read_file(SMALL, "lista.xlsx").actors


def test_a_flipped_byte_inside_a_sheet_is_noticed() -> None:
    with ZipFile(BytesIO(SMALL)) as archive:
        member = archive.getinfo("xl/worksheets/sheet1.xml")
    at = member.header_offset + 30 + len(member.filename) + 40
    broken = SMALL[:at] + bytes([SMALL[at] ^ 0xFF]) + SMALL[at + 1 :]
    assert refusal(broken, "rikki.xlsx").code in (problems.ARCHIVE_BROKEN, problems.BROKEN_XML)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as stream:
            for _ in range(100):
                stream.write(bytes(1_000_000))
    with within(5):
        problem = refusal(target.getvalue(), "pommi.xlsx")
    assert problem.code == problems.ARCHIVE_TOO_LARGE


def test_a_cell_of_many_megabytes_is_refused() -> None:
    sheet = cells(inline(1, "Nimi") + inline(2, random.Random(1).randbytes(15_000_000).hex()))
    problem = refusal(raw_workbook(sheet), "solu.xlsx")
    assert (problem.code, problem.row) == (problems.ARCHIVE_TOO_LARGE, 2)


def test_a_zip_that_lies_about_its_sizes_gives_no_more_than_it_says() -> None:
    honest = raw_workbook(cells(inline(1, "Nimi") + inline(2, "Kela" * 5_000)))
    with ZipFile(BytesIO(honest)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = honest.replace(size.to_bytes(4, "little"), (300).to_bytes(4, "little"))
    assert lying != honest
    assert refusal(lying, "vale.xlsx").code in (problems.ARCHIVE_BROKEN, problems.BROKEN_XML)


def test_a_zip_behind_a_password_says_so() -> None:
    locked = bytearray(SMALL)
    at = locked.rfind(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert refusal(bytes(locked), "lukossa.xlsx").code == problems.ARCHIVE_LOCKED


def _million(row: bytes) -> bytes:
    """Build a sheet of a million rows; ``row`` has a place for its number."""

    def chunks() -> Iterator[bytes]:
        yield f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>'.encode()
        yield inline(1, "Nimi", "Kunta").encode()
        for start in range(0, 1_000_000, 1_000):
            yield b"".join(row % number for number in range(start, start + 1_000))
        yield b"</sheetData></worksheet>"

    return raw_workbook(chunks())


NAMED = b'<row><c t="inlineStr"><is><t>Kela</t></is></c><c><v>%d</v></c></row>'


def test_a_million_rows_stop_at_the_cap() -> None:
    data = _million(NAMED)
    with within(30):
        problem = refusal(data, "miljoona.xlsx")
    assert (problem.code, problem.limit) == (problems.TOO_MANY_ACTORS, "50000")
    assert problem.sheet == "Taulukko1"


@pytest.mark.long
def test_a_million_rows_stay_small_in_memory() -> None:
    data = _million(NAMED)
    tracemalloc.start()
    refusal(data, "miljoona.xlsx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150_000_000


def test_a_million_blank_rows_are_passed_over() -> None:
    data = _million(b'<row><c s="%d"/></row>')
    with within(60):
        dataset = read_file(data, "tyhjia.xlsx")
    assert [problem.code for problem in dataset.problems] == [problems.EMPTY_TABLE]


def test_a_row_at_the_end_of_the_sheet_costs_nothing() -> None:
    rows = inline(1, "Nimi") + inline(1_048_576, "Kela")
    (actor,) = read_file(raw_workbook(cells(rows)), "kaukana.xlsx").actors
    assert (actor.label, actor.row) == ("Kela", 1_048_576)


def test_columns_past_the_cap_are_left_out_and_told() -> None:
    far = '<row r="2"><c r="A2" t="str"><v>Kela</v></c><c r="XFD2" t="str"><v>x</v></c></row>'
    dataset = read_file(raw_workbook(cells(inline(1, "Nimi") + far)), "leved.xlsx")
    assert [actor.label for actor in dataset.actors] == ["Kela"]
    assert [(found.code, found.limit) for found in dataset.problems] == [
        (problems.TOO_MANY_COLUMNS, "256")
    ]


def test_a_formula_gives_its_kept_value_and_one_never_calculated_is_told() -> None:
    rows = inline(1, "Nimi", "Kunta", "Puh.") + (
        '<row r="2"><c r="A2" t="str"><f>B1&amp;"x"</f><v>Kela</v></c>'
        '<c r="B2"><f>1+1</f></c><c r="C2" t="e"><f>1/0</f><v>#REF!</v></c></row>'
    )
    dataset = read_file(raw_workbook(cells(rows)), "kaavat.xlsx")
    (actor,) = dataset.actors
    assert (actor.label, actor.municipality, actor.phone) == ("Kela", "", "")
    assert [(found.code, found.row, found.field, found.value) for found in dataset.problems] == [
        (problems.FORMULA_WITHOUT_VALUE, 2, "Kunta", ""),
        (problems.ERROR_CELL, 2, "Puh.", "#REF!"),
    ]


def test_rich_text_phonetic_signs_and_escapes_give_the_text_one_sees() -> None:
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>Nimi</t></si><si><r><t>Nuorten</t></r><r><t xml:space='
        '"preserve"> paja</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>a_x000A_b</t></si></sst>'
    )
    rows = "".join(
        f'<row><c t="s"><v>{place}</v></c><c t="s"><v>2</v></c></row>' for place in range(2)
    )
    (actor,) = read_file(raw_workbook(cells(rows), sharedStrings=strings), "t.xlsx").actors
    assert (actor.label, dict(actor.extra)) == ("Nuorten paja", {"a\nb": "a\nb"})


def test_dates_come_as_days_though_the_sheet_keeps_numbers() -> None:
    target = BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("Suhteet")
        sheet.write_row(0, 0, ["Mistä", "Mihin", "Vahvistettu", "Muistio", "Hinta"])
        sheet.write_row(1, 0, ["A", "B"])
        sheet.write_number(1, 2, 46266, book.add_format({"num_format": "d.m.yyyy"}))
        sheet.write_number(1, 3, 46266.5, book.add_format({"num_format": "dd.mm.yy hh:mm"}))
        sheet.write_number(1, 4, 12.5, book.add_format({"num_format": '0.00 "päivää"'}))
    (tie,) = read_file(target.getvalue(), "t.xlsx").ties
    assert str(tie.confirmed_on) == "2026-09-01"
    assert dict(tie.extra) == {"Muistio": "2026-09-01T12:00", "Hinta": "12.5"}


@pytest.mark.parametrize(
    "sheet",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>',
    ],
)
def test_entities_in_a_sheet_are_refused(sheet: str) -> None:
    assert refusal(raw_workbook(sheet), "pommi.xlsx").code == problems.XML_WITH_DTD


def test_many_names_alike_do_not_slow_reading_down() -> None:
    rows = [["Nimi", "Kunta"], *(["Paja", f"Kunta {place}"] for place in range(20_000))]
    data = workbook(
        {"Toimijat": rows, "Suhteet": [["Mistä", "Mihin"], ["Paja (Kunta 7)", "Pajaa"]]}
    )
    with within(20):
        dataset = read_file(data, "samoja.xlsx")
    assert len({actor.ref for actor in dataset.actors}) == 20_000
