"""The only place that lays agreed actions out as rows of a table, for a spreadsheet program."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from solmu.agreements.queries.listing import Line
from solmu.formats.csv_sheets import written
from solmu.formats.layout import Cell
from solmu.formats.values import clean, neutral
from solmu.formats.xlsx import write_table

ENDINGS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def file_of(lines: Iterable[Line], ending: str, language: str) -> bytes:
    """Return actions as an Excel workbook or as CSV, in the words and dates of the reader's language."""
    rows: list[list[Cell]] = [_heads()]
    rows += [[neutral(clean(cell)) for cell in _cells(line)] for line in lines]
    if ending == "csv":
        return written(rows, language).encode("utf-8-sig")
    return write_table(_("Agreed actions"), rows)


def _heads() -> list[Cell]:
    return [
        _("What is done"),
        _("Organisation"),
        pgettext("agreed action", "Who"),
        pgettext("agreed action", "By"),
        pgettext("agreed action", "State"),
        pgettext("agreed action", "Settled"),
        pgettext("agreed action", "Why"),
        pgettext("agreed action", "Where from"),
        _("Follow-up"),
    ]


def _cells(line: Line) -> list[str]:
    action = line.action
    return [
        action.what,
        action.owner.label if action.owner else "",
        action.doer,
        date_format(action.due_on, "SHORT_DATE_FORMAT"),
        str(action.get_state_display()),
        date_format(action.settled_on, "SHORT_DATE_FORMAT") if action.settled_on else "",
        action.why,
        line.origin.label if line.origin else "",
        " | ".join(
            f"{date_format(one.written_at, 'SHORT_DATE_FORMAT')} {one.words}"
            for one in action.follow_ups.all()
        ),
    ]
