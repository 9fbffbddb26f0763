"""The only place that reads the area map: the network at one level, and where its actors stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db.models import Q, QuerySet

from solmu.analysis.levels import Level, LevelGraph
from solmu.analysis.queries import level_graph
from solmu.mapping.models import Position
from solmu.mapping.rules.drawing import Place
from solmu.networks.models import Network
from solmu.registry.models import Belonging


def map_graph(network: Network, level: Level, *, on: date) -> LevelGraph:
    """Return ``network`` as the map shows it: who has no sector of their own takes it from where they belong."""
    graph = level_graph(network, level, on=on)
    if level == "organisation" or all(node.sector for node in graph.nodes):
        return graph
    above = {
        actor: sector
        for actor, sector in _belongings(network, on).values_list("actor_id", "to__sector")
        if sector
    }
    nodes = tuple(replace(one, sector=one.sector or above.get(one.pk, "")) for one in graph.nodes)
    return replace(graph, nodes=nodes)


def places_of(network: Network) -> dict[int, Place]:
    """Return where each actor of ``network`` stands that has been placed so far."""
    rows = Position.objects.filter(actor__network=network)
    return {
        actor: Place(x=x, y=y, pinned=pinned)
        for actor, x, y, pinned in rows.values_list("actor_id", "x", "y", "pinned")
    }


def belonging_pairs(network: Network, *, on: date) -> list[tuple[int, int]]:
    """Return who belongs to whom on a day: those like to stand near each other."""
    return list(_belongings(network, on).values_list("actor_id", "to_id"))


def _belongings(network: Network, on: date) -> QuerySet[Belonging]:
    return Belonging.objects.filter(
        Q(valid_from=None) | Q(valid_from__lte=on),
        Q(valid_to=None) | Q(valid_to__gte=on),
        actor__network=network,
    )
