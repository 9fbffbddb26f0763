"""The only place that answers with the area map: its page and what is drawn on it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET

from solmu.lib.reach import NotReachable
from solmu.mapping.queries.strip import network_strip
from solmu.mapping.rules.choices import contents_in, matching, sectors_in
from solmu.mapping.rules.drawing import degrees, hub_of
from solmu.mapping.rules.packing import PACKED_FROM, packed
from solmu.mapping.views.asking import AskedMap, asked_map
from solmu.mapping.views.panels import actor_facts, tie_facts
from solmu.registry.access import actor_for
from solmu.registry.models import Claim, content_label


@require_GET
def area_map(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the network's map with its state above it and the chosen actor beside it."""
    asked = asked_map(request, slug)
    graph, sought = asked.graph, request.GET.get("q", "").strip()
    context = {
        "entry": asked.entry,
        "asked": asked,
        "strip": network_strip(graph),
        "sectors": sectors_in(graph),
        "contents": [(code, content_label(code)) for code in contents_in(graph)],
        "frequencies": sorted(Claim.Frequency.choices, reverse=True),
        "query": request.GET.urlencode(),
        "sought": sought,
        "found": matching(graph.nodes, sought),
        "drawing": None if graph.nodes else "empty",
        **_chosen(request, asked),
    }
    return render(request, "mapping/map.html", context)


@require_GET
@gzip_page
def map_data(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer with the drawing: actors where they stand, ties between them; a large one packed into rows."""
    asked = asked_map(request, slug)
    sent: object = asked.drawing
    if len(asked.drawing.actors) > PACKED_FROM:
        pks = {node.ref: node.pk for node in asked.graph.nodes}
        sent = packed(asked.drawing, asked.folds, pks)
    return JsonResponse(
        sent,
        encoder=AsDrawn,
        safe=False,
        json_dumps_params={"separators": (",", ":"), "ensure_ascii": False},
    )


class AsDrawn(DjangoJSONEncoder):
    """Writes a drawing's parts as they are; copying them first took most of the answer's time."""

    def default(self, o: Any) -> Any:
        """Return the fields of one part."""
        if is_dataclass(o):
            return {field.name: getattr(o, field.name) for field in fields(o)}
        return super().default(o)


def _chosen(request: HttpRequest, asked: AskedMap) -> dict[str, Any]:
    """Tell of the actor or tie that the address names, else of the Ohjaamo in the middle."""
    hub = hub_of(asked.graph.nodes, degrees(asked.graph))
    ref = request.GET.get("actor") or (
        hub.ref if hub and not {"q", "show"} & {*request.GET} else ""
    )
    if not ref:
        return {}
    try:
        one = actor_for(asked.entry, ref)
        target = request.GET.get("target")
        other = actor_for(asked.entry, target) if target else None
    except NotReachable:
        return {}  # an old address of somebody who has been taken off the map
    if other is not None and other != one:
        return {"panel": "mapping/panel_tie.html", **tie_facts(asked, one, other)}
    return {"panel": "mapping/panel_actor.html", **actor_facts(asked, one)}
