"""The only place that answers with a network's home, with what its map tells, and with its report."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from solmu.analysis.queries import level_graph
from solmu.findings.access import (
    answer_for,
    answered_for,
    finding_for,
    level_for,
    made_report_for,
    reading_for,
    report_for,
    told_findings,
    waiting_report,
)
from solmu.findings.actions import (
    answer_diversity,
    answer_finding,
    ask_for_report,
    reopen_finding,
)
from solmu.findings.forms import DiversityForm, FindingAnswerForm, ReportForm
from solmu.findings.queries.diversity import told_kinds
from solmu.findings.queries.facts import facts_of, thresholds
from solmu.findings.queries.home import (
    changed_at,
    coordinators,
    line_count,
    seat_of,
    told_by_others,
    waiting_for,
)
from solmu.findings.queries.reports.networks import is_large
from solmu.findings.queries.reports.pdf import NotSet
from solmu.findings.queries.reports.wording import words
from solmu.findings.queries.reports.writing import FORMS, file_name
from solmu.findings.queries.telling import (
    drawing_of,
    not_asked,
    numbered_map,
    sector_names,
    told,
)
from solmu.findings.rules.diversity import ASKED
from solmu.lib.reach import NotReachable
from solmu.networks.access import Entry, enter
from solmu.registry.access import actor_for, acts_for


@require_safe
def network_home(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the network is for, its map with the first reading, and what waits; or how to begin."""
    entry = enter(request.user, slug)
    graph = level_graph(entry.network, "organisation", on=timezone.localdate())
    seat = seat_of(entry)
    about = {"entry": entry, "coordinators": coordinators(entry.network), "seat": seat}
    if not graph.nodes:
        return render(request, "findings/empty.html", about)
    reading = reading_for(entry, graph)
    drawing = drawing_of(entry.network, graph)
    context = {
        **about,
        "graph": graph,
        "lines": line_count(graph),
        "changed_at": changed_at(entry),
        "picture": numbered_map(drawing, reading),
        "sectors": sector_names(),
        "sentences": told(reading.first_five, graph),
        "not_asked": not_asked(graph),
        "waiting": waiting_for(entry, graph, seat),
        "waiting_lines": told_by_others(entry, on=graph.on),
    }
    return render(request, "findings/home.html", context)


@require_safe
def reading(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that the map tells, each sentence with what it rests on."""
    entry = enter(request.user, slug)
    level = level_for(request.GET.get("level", ""))
    facts = facts_of(entry.network, level, on=timezone.localdate())
    found = reading_for(entry, facts.graph)
    drawing = drawing_of(entry.network, facts.graph)
    faults = told([one for one in found.findings if not one.good], facts.graph, drawing)
    asked = answered_for(entry, faults, level, on=facts.on)
    context = {
        "entry": entry,
        "facts": facts,
        "changed_at": changed_at(entry),
        "faults": [one for one in asked if not one.stands],
        "answered": [one for one in asked if one.stands],
        "answer_form": FindingAnswerForm(),
        "carrying": told([one for one in found.findings if one.good], facts.graph),
        "withheld": told(found.withheld, facts.graph),
        "not_asked": not_asked(facts.graph),
        "thresholds": thresholds(),
    }
    return render(request, "findings/reading.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Keep what a member answers to a finding; a reason that is lacking is asked for on a page of its own."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    today = timezone.localdate(at)
    finding, level = finding_for(entry, key, on=today)
    form = FindingAnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said, language = form.cleaned_data, (get_language() or "fi")[:2]
        person = entry.membership.person
        answer_finding(entry.network, finding, level, **said, language=language, by=person, at=at)
        _tell_saved(request, entry, at)
        return redirect(_answered_at(slug, level))
    origin = told_findings(entry, {key}, today)[key]
    context = {"entry": entry, "form": form, "origin": origin, "guarded": bool(finding.person)}
    return render(request, "findings/answer.html", context, status=422 if form.errors else 200)


@require_POST
def reopen(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Take an answer away, so that the finding is open again."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    given = answer_for(entry, key, on=timezone.localdate(at))
    reopen_finding(given, by=entry.membership.person, at=at)
    _tell_saved(request, entry, at)
    return redirect(_answered_at(slug, given.level, place=""))


@require_safe
def actor_findings(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Show what the map tells of one actor, as a part of its panel."""
    entry = enter(request.user, slug)
    actor = actor_for(entry, ref)
    level = level_for(request.GET.get("level", ""))
    graph = level_graph(entry.network, level, on=timezone.localdate())
    about: dict[str, Any] = {
        "entry": entry,
        "actor": actor,
        "findings": told(reading_for(entry, graph).about(actor.ref), graph),
    }
    return render(request, "findings/actor_findings.html", about)


@require_safe
def diversity(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the seven kinds of diversity, and ask what the map cannot tell."""
    return _diversity(request, enter(request.user, slug))


@require_POST
def answer_kind(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Keep what a coordinator answers of one kind."""
    entry, at = enter(request.user, slug, "coordinator"), timezone.now()
    if kind not in ASKED:
        raise NotReachable(kind)
    graph = level_graph(entry.network, "organisation", on=timezone.localdate(at))
    form = DiversityForm(kind, graph, request.POST)
    if not form.is_valid():
        return _diversity(request, entry, form, kind)
    person, language = entry.membership.person, get_language() or "fi"
    answer_diversity(entry.network, kind, form.said, language=language, by=person, at=at)
    _tell_saved(request, entry, at)
    return redirect(f"{reverse('diversity', args=[slug])}#{kind}")


def _tell_saved(request: HttpRequest, entry: Entry, at: datetime) -> None:
    """Say that it was saved, with the way to undo it."""
    done = acts_for(entry).filter(person_id=entry.membership.person_id, at=at)
    act = done.order_by("-pk").first()
    undo = f"undo:{reverse('undo_act', args=[entry.network.slug, act.pk])}" if act else ""
    messages.success(request, _("Saved"), extra_tags=undo)


def _answered_at(slug: str, level: str, place: str = "#answered") -> str:
    query = "?level=unit" if level == "unit" else ""
    return f"{reverse('reading', args=[slug])}{query}{place}"


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


def _diversity(
    request: HttpRequest, entry: Entry, faulty: DiversityForm | None = None, of_kind: str = ""
) -> HttpResponse:
    graph = level_graph(entry.network, "organisation", on=timezone.localdate())
    kinds = told_kinds(entry.network, graph)
    forms = {
        one.counted.kind: DiversityForm(one.counted.kind, graph, answer=one.answer)
        for one in kinds
        if entry.may_coordinate and one.counted.kind in ASKED
    }
    if faulty is not None:
        forms[of_kind] = faulty  # type: ignore[index]  # one of ASKED
    context = {
        "entry": entry,
        "graph": graph,
        "not_asked": not_asked(graph),
        "kinds": [(one, forms.get(one.counted.kind)) for one in kinds],
        "known": sum(one.counted.count is not None for one in kinds),
        "lacking": [one for one in kinds if one.counted.is_missing],
    }
    return render(request, "findings/diversity.html", context, status=422 if faulty else 200)
