"""The findings' long work: the report of a network that is too large to be read while one waits for a page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy

from solmu.findings.access import report_for
from solmu.findings.actions import REPORT, keep_report
from solmu.findings.models import MadeReport
from solmu.findings.queries.reports.writing import FORMS
from solmu.findings.rules.report import ReportChoice, level_of
from solmu.jobs.slots import KINDS, LABELS, PURGES, Purge, Working
from solmu.networks.access import enter
from solmu.people.models import Person

_KEPT_FOR = timedelta(days=1)
_STEPS = 3


def report_work(working: Working) -> Mapping[str, Any]:
    """Read the network, write its report, and go on to where it is fetched."""
    asked = working.payload
    person = Person.objects.get(pk=working.person_id or 0)
    # Whoever has lost the role since asks in vain.
    entry = enter(person, asked["network"], "coordinator")
    choice = ReportChoice(
        level=level_of(asked["level"]), language=asked["language"], with_map=asked["with_map"]
    )
    working.progress(0, _STEPS)
    report = report_for(entry, choice, on=timezone.localdate(working.now()))
    working.progress(1, _STEPS)
    with translation.override(choice.language):
        content = FORMS[asked["ending"]].write(report)
    working.progress(2, _STEPS)
    with transaction.atomic():
        made = keep_report(entry.network, content, asked["ending"], by=person, at=working.now())
        working.progress(_STEPS, _STEPS)
    return {"next": f"{reverse('report', args=[entry.network.slug])}?made={made.ref}"}


def old_reports(at: datetime) -> QuerySet[MadeReport]:
    """Return reports whose day is over."""
    return MadeReport.objects.filter(made_at__lt=at - _KEPT_FOR)


def offer() -> None:
    """Put this slice's work on offer."""
    KINDS[REPORT] = report_work
    LABELS[REPORT] = gettext_lazy("Writing the report")
    PURGES["findings.MadeReport"] = Purge(
        gettext_lazy("Reports that were fetched or not"), old_reports
    )
