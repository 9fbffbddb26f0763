"""The only place that changes where actors stand on the map."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.utils import timezone

from solmu.analysis.levels import LEVELS, LevelGraph
from solmu.ledger.actions import ActingPerson, recorded
from solmu.mapping.models import Position
from solmu.mapping.queries.map import belonging_pairs, map_graph, places_of
from solmu.mapping.rules.drawing import Place
from solmu.networks.models import Network
from solmu.registry.models import Actor
from solmu.sna.layout import canvas, positions


def place_newcomers(network: Network, graph: LevelGraph) -> dict[int, Place]:
    """Find a place for every actor of ``graph`` that has none yet; whoever has one keeps it.

    Not an act: nobody decided anything, and two who look at the same moment get the same map. Organisations
    are placed before their units and people, so that a map unfolds around what is known.
    """
    known = places_of(network)
    if all(node.pk in known for node in graph.nodes):
        return known
    found = dict(known)
    for level in LEVELS[: LEVELS.index(graph.level) + 1]:
        at_level = graph if level == graph.level else map_graph(network, level, on=graph.on)
        found |= _laid_out(network, at_level, found)
    new = [(pk, place) for pk, place in found.items() if pk not in known]
    Position.objects.bulk_create(
        (Position(actor_id=pk, x=place.x, y=place.y) for pk, place in new),
        ignore_conflicts=True,
        batch_size=1000,
    )
    return places_of(network)


def settle_map(network: Network, at: datetime) -> None:
    """Place whoever an import brought while it is still long work, so that the first to look need not wait."""
    network.refresh_from_db(fields=["revision"])
    place_newcomers(network, map_graph(network, "person", on=timezone.localdate(at)))


def pin_actor(
    actor: Actor, *, x: float, y: float, by: ActingPerson | None, at: datetime
) -> Position:
    """Let ``actor`` stand where somebody put it, in shares of the canvas; later arrangements leave it there."""
    with recorded(
        actor.network_id, "position.pin", by=by, at=at, summary={"actor": actor.label_fi}
    ) as record:
        put = {"x": _on_canvas(x), "y": _on_canvas(y), "pinned": True}
        position = Position.objects.filter(actor=actor).first()
        if position is None:
            position = record.add(Position(actor=actor, **put))
        else:
            record.set(position, **put)
    return position


def arrange_again(network: Network, *, on: date, by: ActingPerson | None, at: datetime) -> None:
    """Place everybody anew, as if nobody had moved anything."""
    found: dict[int, Place] = {}
    for level in LEVELS:
        found |= _laid_out(network, map_graph(network, level, on=on), found)
    with recorded(network.pk, "positions.arrange", by=by, at=at) as record:
        for position in Position.objects.filter(actor__network=network, actor__in=found):
            place = found[position.actor_id]
            record.set(position, x=place.x, y=place.y, pinned=False)


def _laid_out(network: Network, graph: LevelGraph, known: Mapping[int, Place]) -> dict[int, Place]:
    """Return places for the nodes of ``graph`` that are not ``known``."""
    if all(node.pk in known for node in graph.nodes):
        return {}
    number = {node.pk: index for index, node in enumerate(graph.nodes)}
    width, height = canvas(len(number))
    laid = positions(
        len(number),
        [
            (number[one], number[other])
            for one, other in _drawn_together(network, graph)
            if one in number and other in number
        ],
        [node.sector for node in graph.nodes],
        {
            number[pk]: (place.x * width, place.y * height)
            for pk, place in known.items()
            if pk in number
        },
    )
    return {
        node.pk: Place(x=x / width, y=y / height)
        for node, (x, y) in zip(graph.nodes, laid, strict=True)
        if node.pk not in known
    }


def _drawn_together(network: Network, graph: LevelGraph) -> Collection[tuple[int, int]]:
    """Return who likes to stand near whom: ties, but units and people keep to where they belong."""
    ties = [(edge.one, edge.other) for edge in graph.edges]
    if graph.level == "organisation":
        return ties
    homes = belonging_pairs(network, on=graph.on)
    placed_by_home = {actor for actor, _ in homes}
    return [pair for pair in ties if not placed_by_home.intersection(pair)] + homes


def _on_canvas(share: float) -> float:
    return min(max(share, 0.0), 1.0)
