"""The only place that answers with a network's home and with what its map tells."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from solmu.analysis.queries import level_graph
from solmu.findings.access import level_for, reading_for
from solmu.findings.queries.facts import facts_of, thresholds
from solmu.findings.queries.home import (
    changed_at,
    coordinators,
    line_count,
    seat_of,
    told_by_others,
    waiting_for,
)
from solmu.findings.queries.telling import (
    drawing_of,
    not_asked,
    numbered_map,
    sector_names,
    told,
)
from solmu.networks.access import enter
from solmu.registry.access import actor_for


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
    context = {
        "entry": entry,
        "facts": facts,
        "changed_at": changed_at(entry),
        "faults": told([one for one in found.findings if not one.good], facts.graph, drawing),
        "carrying": told([one for one in found.findings if one.good], facts.graph),
        "withheld": told(found.withheld, facts.graph),
        "not_asked": not_asked(facts.graph),
        "thresholds": thresholds(),
    }
    return render(request, "findings/reading.html", context)


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
