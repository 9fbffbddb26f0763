"""The only list of the forms that a report is written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import slugify

from solmu.findings.queries.reports.page import write_page
from solmu.findings.queries.reports.pdf import write_pdf
from solmu.findings.queries.reports.workbook import write_workbook
from solmu.findings.rules.report import Report


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a report, as a file."""

    ending: str
    media_type: str
    write: Callable[[Report], bytes]


FORMS = {
    one.ending: one
    for one in (
        Form("pdf", "application/pdf", write_pdf),
        Form("html", "text/html; charset=utf-8", write_page),
        Form(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            write_workbook,
        ),
    )
}


def file_name(title: str, day: str, ending: str) -> str:
    """Return what a report's file is called."""
    return f"{slugify(title) or 'solmu'}-{day}.{ending}"
