"""The only place that answers with what is known of one actor or of one tie, as a fragment beside the map."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from solmu.analysis.levels import LEVELS
from solmu.lib.fragments import asks_for_part
from solmu.mapping.queries.map import map_graph
from solmu.mapping.queries.panel import (
    accounts_of,
    edges_between,
    homes_of,
    members_of,
    node_of,
    offered_by,
    reaches_of,
    seats_of,
    services_unsorted,
    ties_of,
    visits_of,
    words_between,
)
from solmu.mapping.rules.filters import EXISTING
from solmu.mapping.views.asking import AskedMap, asked_map
from solmu.registry.access import actor_for, may_undo, seen_contacts_for, visibilities_for
from solmu.registry.models import Actor
from solmu.registry.queries.confirming import last_ask, last_correction, whom_to_ask

FIRST_TIES = 6


@require_GET
def actor_panel(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Tell of one actor; opened by itself, it leads to the map with the actor chosen."""
    asked = asked_map(request, slug)
    actor = actor_for(asked.entry, ref)
    if not asks_for_part(request.headers):
        return _on_the_map(asked, actor=actor.ref)
    return render(request, "mapping/panel_actor.html", actor_facts(asked, actor))


@require_GET
def actor_card(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Tell of one actor on a page of its own, to be read, linked to and printed."""
    asked = asked_map(request, slug)
    actor = actor_for(asked.entry, ref)
    here = reverse("actor_card", args=[slug, ref])
    context = {**actor_facts(asked, actor), "back": here, "is_page": True}
    return render(request, "mapping/card.html", context)


@require_GET
def tie_panel(request: HttpRequest, slug: str, source: str, target: str) -> HttpResponse:
    """Tell of one tie what each source says; opened by itself, it leads to the map with the tie chosen."""
    asked = asked_map(request, slug)
    one, other = actor_for(asked.entry, source), actor_for(asked.entry, target)
    if not asks_for_part(request.headers):
        return _on_the_map(asked, actor=one.ref, target=other.ref)
    return render(request, "mapping/panel_tie.html", tie_facts(asked, one, other))


def actor_facts(asked: AskedMap, actor: Actor) -> dict[str, Any]:
    """Gather what the panel tells of ``actor`` on the asked level, or on the first one where it stands by itself."""
    network = asked.entry.network
    levels = [asked.level, *LEVELS[LEVELS.index(asked.level) :]]
    graphs = (map_graph(network, level, on=asked.on) for level in dict.fromkeys(levels))
    graph, node = next((graph, node) for graph in graphs if (node := node_of(graph, actor)))
    ties = ties_of(network, graph, actor)
    return {
        "entry": asked.entry,
        "asked": asked,
        "back": _address(asked, actor=actor.ref),
        "actor": actor,
        "node": node,
        "shown_level": graph.level,
        **_services(actor),
        **_contacts(asked, actor),
        "accounts": accounts_of(network, graph, actor),
        "tie_count": sum(line.edge.status == EXISTING for line in ties),
        "ties": ties[:FIRST_TIES],
        "more_ties": ties[FIRST_TIES:],
        "homes": homes_of(actor, on=asked.on),
        "members": members_of(actor, on=asked.on),
        "seats": seats_of(actor, on=asked.on),
    }


def _services(actor: Actor) -> dict[str, Any]:
    offered = offered_by(actor)
    return {
        "offered": offered,
        "services": services_unsorted(actor, offered),
        "visits": visits_of(actor),
    }


def _contacts(asked: AskedMap, actor: Actor) -> dict[str, Any]:
    """Gather whom to reach, when the actor was asked last, and whether the person may ask now."""
    entry, ask = asked.entry, last_ask(actor, at=asked.at)
    reaches = reaches_of(actor, seen_contacts_for(entry), on=asked.on)
    may_ask = entry.may_write and (
        ask is None or entry.may_coordinate or not ask.is_recent(asked.at)
    )
    seen, corrected = visibilities_for(entry), last_correction(actor)
    return {
        "reaches": reaches,
        "corrected": corrected,
        "may_undo_correction": corrected and may_undo(entry, corrected),
        "ask": ask,
        "may_ask": may_ask and whom_to_ask(actor, seen, language="", on=asked.on),
        "wants_confirming": any(one.is_stale for one in reaches if not one.ref),
    }


def tie_facts(asked: AskedMap, one: Actor, other: Actor) -> dict[str, Any]:
    """Gather what the panel tells of the tie of a pair on the asked level, as each source says it."""
    network = asked.entry.network
    return {
        "entry": asked.entry,
        "asked": asked,
        "shown_level": asked.level,
        "back": _address(asked, actor=one.ref, target=other.ref),
        "one": one,
        "other": other,
        "edges": edges_between(asked.graph, one, other),
        "said": words_between(network, asked.graph, one, other),
    }


def _on_the_map(asked: AskedMap, **chosen: str) -> HttpResponse:
    return redirect(_address(asked, **chosen))


def _address(asked: AskedMap, **chosen: str) -> str:
    """Return where the map is with somebody chosen."""
    there = reverse("map", args=[asked.entry.network.slug])
    return f"{there}?{urlencode({'level': asked.level, **chosen})}"
