"""The only place that answers who leads where, and with the dead ends that were met on the way."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from solmu.analysis.levels import LevelGraph
from solmu.analysis.queries import level_graph
from solmu.findings.access import dead_end_for
from solmu.findings.actions import answer_dead_end, remove_dead_end, report_dead_end
from solmu.findings.forms.path import DeadEndForm, PathForm, ReportForm
from solmu.findings.queries.dead_ends import dead_ends_of, listed
from solmu.findings.queries.path import Question, answer_to, landscape, who_offers
from solmu.findings.queries.path_telling import tell_path
from solmu.mapping.queries.coverage import own_municipalities
from solmu.networks.access import Entry, enter
from solmu.passes.actions import attempt
from solmu.registry.access import actors_for, seen_contacts_for, services_for
from solmu.registry.rules.limits import SEARCHES
from solmu.registry.saving import language, posted, tell_saved


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def find_path(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who leads where. What is asked comes by POST alone and is kept nowhere: no address, log or session has it."""
    entry, at = enter(request.user, slug), timezone.now()
    graph = level_graph(entry.network, "organisation", on=timezone.localdate(at))
    form = PathForm(graph, own_municipalities(entry.network), posted(request))
    context: dict[str, Any] = {
        "entry": entry,
        "form": form,
        "has_services": services_for(entry).exists(),
        "reports": dead_ends_of(entry.network).exists(),
    }
    if request.method == "POST" and form.is_valid():
        with attempt((SEARCHES, str(entry.membership.person_id)), at=at):
            context |= _answer(entry, form.question, graph)
    return render(request, "findings/path.html", context, status=422 if form.errors else 200)


def _answer(entry: Entry, question: Question, graph: LevelGraph) -> dict[str, Any]:
    land = landscape(entry.network, graph, seen_contacts_for(entry))
    offered = who_offers(question, land)
    found = answer_to(question, land, offered)
    return {"question": question, "path": tell_path(question, offered, found, land)}


@require_POST
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep a dead end that was met, for the coordinator."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    named = [request.POST.get(name, "") for name in ("start", "actor")]
    actors = actors_for(entry).filter(ref__in=named)
    form = ReportForm(actors, own_municipalities(entry.network), request.POST)
    if not form.is_valid():
        context = {"entry": entry, "form": form}
        return render(request, "findings/dead_end_form.html", context, status=422)
    report_dead_end(entry.network, form.met, language=language(), by=entry.membership.person, at=at)
    tell_saved(request, entry, at=at, text=_("Reported to the coordinator"))
    return redirect("dead_ends", slug)


@require_safe
def dead_ends(request: HttpRequest, slug: str) -> HttpResponse:
    """List the dead ends that were met, those that wait first."""
    return _dead_ends(request, enter(request.user, slug))


@require_POST
def answer(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Say how far the network has got with a dead end."""
    entry, at = enter(request.user, slug, "coordinator"), timezone.now()
    dead_end = dead_end_for(entry, ref)
    form = DeadEndForm(dead_end, request.POST)
    if not form.is_valid():
        return _dead_ends(request, entry, form, ref)
    person = entry.membership.person
    answer_dead_end(dead_end, **form.cleaned_data, language=language(), by=person, at=at)
    tell_saved(request, entry, at=at)
    return redirect(f"{reverse('dead_ends', args=[slug])}#dead-end-{ref}")


@require_POST
def remove(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Take a report away; the message leads back."""
    entry, at = enter(request.user, slug, "coordinator"), timezone.now()
    remove_dead_end(dead_end_for(entry, ref), by=entry.membership.person, at=at)
    tell_saved(request, entry, at=at, text=_("Report removed"))
    return redirect("dead_ends", slug)


def _dead_ends(
    request: HttpRequest, entry: Entry, faulty: DeadEndForm | None = None, ref: str = ""
) -> HttpResponse:
    rows = listed(dead_ends_of(entry.network))
    forms = {
        one.row.ref: faulty if one.row.ref == ref and faulty else DeadEndForm(one.row)
        for one in rows
        if entry.may_coordinate
    }
    context = {"entry": entry, "dead_ends": [(one, forms.get(one.row.ref)) for one in rows]}
    return render(request, "findings/dead_ends.html", context, status=422 if faulty else 200)
