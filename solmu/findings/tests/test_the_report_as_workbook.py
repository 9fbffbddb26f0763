"""A report as a workbook: a sheet a part, every number beside what it means, and no text that reckons."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from django.utils import translation
from openpyxl import Workbook, load_workbook

from solmu.findings.queries.reports.workbook import write_workbook
from solmu.findings.rules.report import Report
from solmu.findings.tests.report_makers import make_dataset, make_report


def book_of(report: Report) -> Workbook:
    with translation.override(report.language):
        return load_workbook(BytesIO(write_workbook(report)))


def test_it_has_a_sheet_for_each_part_in_its_language() -> None:
    assert book_of(make_report(make_dataset())).sheetnames == ["Raportti", "Havainnot", "Luvut", "Menetelmä"]  # fmt: skip
    assert book_of(make_report(make_dataset(), language="sv")).sheetnames[1:3] == ["Iakttagelser", "Siffror"]  # fmt: skip


def test_each_number_stands_beside_what_it_means() -> None:
    report = make_report(make_dataset())
    rows = list(book_of(report)["Luvut"].iter_rows(values_only=True))[1:]
    assert [row[0] for row in rows] == [figure.name for figure in report.figures]
    assert all(row[3] for row in rows)
    by_name = {row[0]: row for row in rows}
    assert by_name["Kaksisuuntaisia suhteita"][1:3] == ("100\N{NO-BREAK SPACE}%", 1)
    assert by_name["Toimijat"][2] == 7
    assert by_name["Alojen välisiä suhteita"][2] == 0


def test_every_finding_is_there_with_what_helps_and_whom_it_is_about() -> None:
    report = make_report(make_dataset())
    rows = list(book_of(report)["Havainnot"].iter_rows(values_only=True))[1:]
    assert len(rows) == len(report.faults) + len(report.carrying) + len(report.held)
    (cut,) = (row for row in rows if row[1].startswith("Seurakunta:"))
    assert cut[3] == "Etsi reittejä"
    assert "Vertaistalo" in cut[4]


def test_what_looks_like_a_formula_stays_text() -> None:
    dataset = make_dataset()
    names = {"Seurakunta": '=HYPERLINK("http://x")', "Vertaistalo": "@SUM(A1)", "Kaari": "+358\t1"}
    actors = tuple(replace(one, label=names.get(one.label, one.label)) for one in dataset.actors)
    book = book_of(make_report(replace(dataset, actors=actors), title="-2+3"))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    assert book["Raportti"]["A1"].value == "-2+3"
