"""The only place for the headings of a report, the same on paper, on a page and in a workbook."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def words() -> dict[str, str]:
    """Return the headings in the language that is spoken now."""
    return {
        "next": _("What to do next"),
        "tells": _("What the network tells"),
        "nothing": _("No weak spot is seen on this map at this level."),
        "more": _("More that was seen"),
        "seen": pgettext("heading of a column", "Seen"),
        "helps": _("What helps"),
        "answered": pgettext("a finding", "Answered"),
        "carries": _("What carries"),
        "held": _("Cannot be said yet"),
        "numbers": _("The numbers and what they mean"),
        "number": pgettext("heading of a column", "What"),
        "figure": pgettext("heading of a column", "Number"),
        "means": _("What it means here"),
        "between": _("Who meets whom: ties between sectors"),
        "between_means": _(
            "How many ties there are within and between sectors. A zero may be a place to begin."
        ),
        "agreed": pgettext("part of a report", "What was agreed"),
        "what": pgettext("heading of a column", "What is done"),
        "closer": pgettext("heading of a column", "In more words"),
        "who": pgettext("heading of a column", "Who sees to it"),
        "until": pgettext("heading of a column", "Looked at"),
        "state": pgettext("heading of a column", "How far"),
        "method": _("How this was put together, and what cannot be concluded"),
        "evidence": _("Who"),
        "about": pgettext("heading of a column", "About"),
        "may_mean": pgettext("heading of a column", "What it may mean"),
        "sure": pgettext("heading of a column", "Answers"),
        "exact": pgettext("heading of a column", "To reckon with"),
        "sector": pgettext("heading of a column", "Sector"),
    }
