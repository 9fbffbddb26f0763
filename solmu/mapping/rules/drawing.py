"""The only place that turns a network at one level into what a map draws: shapes, lines and their sizes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from solmu.analysis.levels import Edge, Level, LevelGraph, Node
from solmu.mapping.rules.filters import EXISTING
from solmu.mapping.rules.names import lines_of

MIDDLE_SECTOR = "ohjaamo"
SMALLEST, LARGEST, HUB = 8.5, 18.0, 26.0  # radii of shapes
FORWARD, BACK = 1, 2  # added up: both ways is 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an actor stands, as shares of the canvas."""

    x: float
    y: float
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnActor:
    """One shape with its name; ``ties`` counts existing ones, also those that a filter hides."""

    ref: str
    name: str
    lines: tuple[str, ...]
    kind: str
    sector: str
    place: str
    x: float
    y: float
    r: float
    hub: bool
    pinned: bool
    ties: int
    folded: int
    asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnTie:
    """One line between two actors; ``ways`` tells for each content which way it goes (1 →, 2 ←, 3 ↔)."""

    one: str
    other: str
    status: str
    way: int
    ways: Mapping[str, int]
    frequency: int | None
    notes: int
    people: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole map, its canvas ``width`` by ``height``; ``inside`` ties are folded away with their actors."""

    level: Level
    on: date
    revision: int
    directed: bool
    width: float
    height: float
    inside: int
    actors: tuple[DrawnActor, ...]
    ties: tuple[DrawnTie, ...]


def drawn(
    graph: LevelGraph,
    places: Mapping[int, Place],
    *,
    canvas: tuple[float, float],
    whole: LevelGraph | None = None,
) -> Drawing:
    """Draw ``graph``; sizes go by the ties of the ``whole`` of which it is a filtered part."""
    whole = whole or graph
    ties = degrees(whole)
    hub = hub_of(whole.nodes, ties)
    refs = {node.pk: node.ref for node in graph.nodes}
    return Drawing(
        level=graph.level,
        on=graph.on,
        revision=graph.revision,
        directed=graph.directed,
        width=round(canvas[0], 1),
        height=round(canvas[1], 1),
        inside=graph.inside,
        actors=tuple(
            _actor(node, places[node.pk], canvas, ties[node.pk], is_hub=node == hub)
            for node in graph.nodes
        ),
        ties=tuple(_tie(edge, refs) for edge in graph.edges),
    )


def degrees(graph: LevelGraph) -> Counter[int]:
    """Return for each node with how many others it has an existing tie."""
    found: Counter[int] = Counter()
    for edge in graph.edges:
        if edge.status == EXISTING:
            found[edge.one] += 1
            found[edge.other] += 1
    return found


def hub_of(nodes: Iterable[Node], ties: Mapping[int, int]) -> Node | None:
    """Return the Ohjaamo that stands in the middle: of several, the one with most ties."""
    inner = [node for node in nodes if node.sector == MIDDLE_SECTOR and node.kind != "person"]
    return max(inner, key=lambda node: (ties.get(node.pk, 0), -node.pk), default=None)


def radius(ties: int, *, is_hub: bool = False) -> float:
    """Return how large a shape is drawn: its area grows with the number of ties.

    >>> radius(0), radius(4), radius(400), radius(3, is_hub=True)
    (8.5, 12.5, 18.0, 26.0)
    """
    return HUB if is_hub else round(min(SMALLEST + 2 * math.sqrt(ties), LARGEST), 1)


def way_of(*, forward: bool, back: bool) -> int:
    """Return which way something goes as one figure: 1 →, 2 ←, 3 ↔."""
    return FORWARD * forward + BACK * back


def _actor(
    node: Node, place: Place, canvas: tuple[float, float], ties: int, *, is_hub: bool
) -> DrawnActor:
    return DrawnActor(
        ref=node.ref,
        name=node.label,
        lines=lines_of(node.label),
        kind=node.kind,
        sector=node.sector,
        place=node.municipality,
        x=round(place.x * canvas[0], 1),
        y=round(place.y * canvas[1], 1),
        r=radius(ties, is_hub=is_hub),
        hub=is_hub,
        pinned=place.pinned,
        ties=ties,
        folded=node.folded,
        asked=node.asked,
    )


def _tie(edge: Edge, refs: Mapping[int, str]) -> DrawnTie:
    return DrawnTie(
        one=refs[edge.one],
        other=refs[edge.other],
        status=edge.status,
        way=way_of(forward=edge.forward, back=edge.back),
        ways={way.content: way_of(forward=way.forward, back=way.back) for way in edge.ways},
        frequency=edge.frequency,
        notes=edge.notes,
        people=edge.people_only,
    )
