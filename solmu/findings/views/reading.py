"""The only place that answers with a network's home and with what its map tells."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from solmu.analysis.queries import level_graph
from solmu.findings.access import (
    answer_for,
    answered_for,
    finding_for,
    level_for,
    reading_for,
    told_findings,
)
from solmu.findings.actions import answer_diversity, answer_finding, reopen_finding
from solmu.findings.forms.diversity import DiversityForm
from solmu.findings.forms.findings import FindingAnswerForm
from solmu.findings.queries.capacity import capacity_view
from solmu.findings.queries.diversity import told_kinds
from solmu.findings.queries.facts import thresholds
from solmu.findings.queries.home import (
    changed_at,
    coordinators,
    line_count,
    seat_of,
    told_by_others,
    waiting_for,
)
from solmu.findings.queries.items import METHODS, Page, shown_on, summaries
from solmu.findings.queries.matrix import sector_names
from solmu.findings.queries.telling import (
    by_reason,
    drawing_of,
    not_asked,
    numbered_map,
    told,
)
from solmu.findings.queries.words import TOPICS
from solmu.findings.rules.diversity import ASKED
from solmu.lib.reach import NotReachable
from solmu.networks.access import Entry, enter
from solmu.registry.access import actor_for
from solmu.registry.saving import language, posted, tell_saved


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
        "capacity": capacity_view(entry.network),
        "waiting_lines": told_by_others(entry, on=graph.on),
    }
    return render(request, "findings/home.html", context)


@require_safe
def reading(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that the map tells, each sentence with what it rests on."""
    entry = enter(request.user, slug)
    level = level_for(request.GET.get("level", ""))
    graph = level_graph(entry.network, level, on=timezone.localdate())
    found = reading_for(entry, graph)
    drawing = drawing_of(entry.network, graph)
    faults = told([one for one in found.findings if not one.good], graph, drawing)
    asked = answered_for(entry, faults, level, on=graph.on)
    context = {
        "entry": entry,
        "graph": graph,
        "read": found,
        "changed_at": changed_at(entry),
        "faults": [one for one in asked if not one.stands],
        "answered": [one for one in asked if one.stands],
        "answer_form": FindingAnswerForm(),
        "carrying": told([one for one in found.findings if one.good], graph),
        "withheld": by_reason(told(found.withheld, graph)),
        "untold": [(TOPICS[topic], n) for topic, n in found.untold.items()],
        "not_asked": not_asked(graph),
        "standing": summaries(found),
        "thresholds": thresholds(),
    }
    return render(request, "findings/reading.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Keep what a member answers to a finding; a reason that is lacking is asked for on a page of its own."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    today = timezone.localdate(at)
    finding, level = finding_for(entry, key, on=today)
    form = FindingAnswerForm(posted(request))
    if form.is_valid():
        said, person = form.cleaned_data, entry.membership.person
        answer_finding(entry.network, finding, level, **said, language=language(), by=person, at=at)
        tell_saved(request, entry, at=at)
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
    tell_saved(request, entry, at=at)
    return redirect(_answered_at(slug, given.level, place=""))


@require_safe
def pitfalls(request: HttpRequest, slug: str) -> HttpResponse:
    """Show which pitfalls of networks show here, which do not, and of which nobody has asked."""
    return _items(request, enter(request.user, slug), "pitfalls")


@require_safe
def success(request: HttpRequest, slug: str) -> HttpResponse:
    """Show which success factors of networks are seen here, which are not, and of which nobody has asked."""
    return _items(request, enter(request.user, slug), "success")


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
    person = entry.membership.person
    answer_diversity(entry.network, kind, form.said, language=language(), by=person, at=at)
    tell_saved(request, entry, at=at)
    return redirect(f"{reverse('diversity', args=[slug])}#{kind}")


def _answered_at(slug: str, level: str, place: str = "#answered") -> str:
    query = "?level=unit" if level == "unit" else ""
    return f"{reverse('reading', args=[slug])}{query}{place}"


def _items(request: HttpRequest, entry: Entry, page: Page) -> HttpResponse:
    graph = level_graph(entry.network, "organisation", on=timezone.localdate())
    found = reading_for(entry, graph)
    context = {
        "entry": entry,
        "graph": graph,
        "level": graph.level,
        "page": page,
        "method": METHODS[page],
        "groups": shown_on(page, found, graph),
        "not_asked": not_asked(graph),
    }
    return render(request, "findings/items.html", context)


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
