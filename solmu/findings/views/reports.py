"""The only place that answers with a network's report, as a page and as files."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.http import require_POST, require_safe

from solmu.findings.access import made_report_for, report_for, waiting_report
from solmu.findings.actions import ask_for_report
from solmu.findings.forms.report import ReportForm
from solmu.findings.queries.reports.networks import is_large
from solmu.findings.queries.reports.pdf import NotSet
from solmu.findings.queries.reports.wording import words
from solmu.findings.queries.reports.writing import FORMS, file_name
from solmu.lib.reach import NotReachable
from solmu.networks.access import Entry, enter


@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the report as it is handed on, with ways to take it along."""
    return _report(request, enter(request.user, slug, "coordinator"))


@require_safe
def report_file(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """Answer with the report as a file; a large network's is asked for instead."""
    entry = enter(request.user, slug, "coordinator")
    if ending not in FORMS:
        raise NotReachable(ending)
    if is_large(entry.network):
        return redirect("report", slug)
    choice, on = ReportForm(request.GET).choice, timezone.localdate()
    try:
        with translation.override(choice.language):
            content = FORMS[ending].write(report_for(entry, choice, on=on))
    except NotSet:
        return _report(request, entry, status=503)
    return _report_file(entry, content, ending)


@require_POST
def ask_report(request: HttpRequest, slug: str) -> HttpResponse:
    """Put the report of a large network in the queue, and go to where one sees how far it is."""
    entry, at = enter(request.user, slug, "coordinator"), timezone.now()
    choice, ending = ReportForm(request.POST).choice, request.POST.get("ending", "")
    if ending not in FORMS:
        raise NotReachable(ending)
    job = ask_for_report(entry.network, choice, ending, by=entry.membership.person, at=at)
    return redirect("job_progress", job.ref)


@require_safe
def made_report(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Answer with a report that was asked for and has been made."""
    entry = enter(request.user, slug, "coordinator")
    made = made_report_for(entry, ref)
    return _report_file(entry, bytes(made.content), made.ending)


def _report(request: HttpRequest, entry: Entry, status: int = 200) -> HttpResponse:
    form, large = ReportForm(request.GET), is_large(entry.network)
    ref, on = request.GET.get("made", ""), timezone.localdate()
    context: dict[str, Any] = {
        "entry": entry,
        "form": form,
        "chosen": form.choice,
        "forms": FORMS,
        "large": large,
        "made": waiting_report(entry, ref) if ref else None,
        "failed": status != 200,
    }
    if not large:
        context["report"] = report_for(entry, form.choice, on=on)
        with translation.override(form.choice.language):
            context["words"] = words()
    return render(request, "findings/report/page.html", context, status=status)


def _report_file(entry: Entry, content: bytes, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=FORMS[ending].media_type)
    name = file_name(entry.network.name, timezone.localdate().isoformat(), ending)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
