"""The only place that writes a report as a workbook: a sheet for each part, each number beside what it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import pgettext

from solmu.findings.queries.reports.wording import words
from solmu.findings.rules.report import Report
from solmu.formats.xlsx import new_book

Cell = str | float | int | None
_LONG = 60
_SHORT = 24


def write_workbook(report: Report) -> bytes:
    """Write ``report`` as XLSX; no text in it is ever taken for a formula, number or link."""
    target = BytesIO()
    book = new_book(target)
    said = words()
    writer = _Writer(book)
    writer.sheet(
        pgettext("name of a sheet", "Report"),
        (_LONG, _LONG, _LONG),
        [
            [report.title],
            [report.subtitle],
            [report.level],
            [report.revision],
            [report.opening],
            [],
            [said["next"]],
            *([step.deed, step.why, step.how] for step in report.steps),
        ],
        heads=(0, 6),
    )
    writer.sheet(
        pgettext("name of a sheet", "Findings"),
        (_SHORT, _LONG, _LONG, _SHORT, _LONG, _LONG, _LONG),
        [
            [said["about"], said["seen"], said["may_mean"], said["helps"], said["evidence"], said["sure"], said["answered"]],
            *(
                [one.topic, one.fact, one.meaning, one.helps, ", ".join(one.names), one.sure, one.answer]
                for one in (*report.faults, *report.carrying)
            ),
            *([held.topic, held.fact, held.meaning, said["held"]] for held in report.held),
        ],
    )  # fmt: skip
    writer.sheet(
        pgettext("name of a sheet", "Numbers"),
        (36, 12, 14, _LONG),
        [
            [said["number"], said["figure"], said["exact"], said["means"]],
            *([one.name, one.shown, one.number, one.meaning] for one in report.figures),
        ],
    )
    if report.between is not None:
        between = report.between
        rows = zip(between.sectors, between.rows, strict=True)
        writer.sheet(
            pgettext("name of a sheet", "Sectors"),
            (30, *(16 for _ in between.sectors)),
            [[said["sector"], *between.sectors], *([sector, *row] for sector, row in rows)],
        )
    if report.agreed:
        writer.sheet(
            pgettext("name of a sheet", "Agreed"),
            (_LONG, _LONG, 30, 14, _SHORT),
            [
                [said["what"], said["closer"], said["who"], said["until"], said["state"]],
                *([one.what, one.more, one.who, one.until, one.state] for one in report.agreed),
            ],
        )
    writer.sheet(
        pgettext("name of a sheet", "Method"),
        (30, 100),
        [[said["method"]], *([note.lead, note.text] for note in report.notes)],
    )
    book.close()
    return target.getvalue()


class _Writer:
    """A workbook being written: long texts are wrapped, heads are bold."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._plain = book.add_format({"text_wrap": True, "valign": "top"})
        self._bold = book.add_format(
            {"bold": True, "valign": "top", "text_wrap": True, "bottom": 1}
        )

    def sheet(
        self,
        name: str,
        widths: Sequence[int],
        rows: Iterable[Sequence[Cell]],
        *,
        heads: Sequence[int] = (0,),
    ) -> None:
        """Add a sheet with these rows; ``heads`` are the rows in bold."""
        sheet = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for place, row in enumerate(rows):
            style = self._bold if place in heads else self._plain
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(place, column, cell, style)
                elif cell is not None:
                    sheet.write_number(place, column, cell, style)
        if heads == (0,):
            sheet.freeze_panes(1, 0)
