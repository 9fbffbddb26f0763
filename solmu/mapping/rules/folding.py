"""The only place that names communities and folds a map to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from solmu.analysis.levels import Edge, LevelGraph, Node
from solmu.mapping.rules.drawing import Place
from solmu.mapping.rules.filters import EXISTING

FOLDED_FROM = 1500  # actors above which a map begins with its communities
NAMED_AFTER = 2  # of a community's best tied actors
LONGEST_LINE = 26
COMMUNITY = "community"


@dataclass(frozen=True, slots=True)
class Home:
    """Which community an actor is in, and where on the canvas of communities it stands."""

    community: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Community:
    """One community: its name, where it stands and how far its members reach around it."""

    ref: str
    name: str
    lines: tuple[str, ...]
    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class Folds:
    """A large map's communities on a canvas ``width`` by ``height``; ``homes`` by actor."""

    width: float
    height: float
    communities: tuple[Community, ...]
    homes: Mapping[int, Home]


def named_after(labels: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Name a community after its best tied actors, whole and as short lines; names never bend.

    >>> named_after(["Kela", "Lukio", "Kirjasto"])
    ('Kela, Lukio', ('Kela,', 'Lukio'))
    """
    first = labels[:NAMED_AFTER]
    short = [
        label if len(label) <= LONGEST_LINE else label[: LONGEST_LINE - 1].rstrip(" ,-") + "…"
        for label in first
    ]
    commas = [f"{line}," for line in short[:-1]]
    return ", ".join(first), (*commas, *short[-1:])


def folded(graph: LevelGraph, folds: Folds) -> tuple[LevelGraph, dict[int, Place]]:
    """Return the map of communities and where each stands; a community's ties are its members' together."""
    members: dict[int, list[Node]] = defaultdict(list)
    for node in graph.nodes:
        members[folds.homes[node.pk].community].append(node)
    edges: dict[tuple[int, int], Edge] = {}
    for edge in graph.edges:
        one, other = folds.homes[edge.one].community, folds.homes[edge.other].community
        if one == other or edge.status != EXISTING:
            continue
        turned = one > other
        forward, back = (edge.back, edge.forward) if turned else (edge.forward, edge.back)
        pair = (min(one, other), max(one, other))
        known = edges.get(pair)
        edges[pair] = replace(
            known or edge,
            one=pair[0],
            other=pair[1],
            forward=forward or bool(known and known.forward),
            back=back or bool(known and known.back),
            ways=(),
            notes=0,
            people_only=False,
            frequency=max(edge.frequency or 0, (known and known.frequency) or 0) or None,
        )
    nodes = tuple(
        Node(
            pk=at,
            ref=folds.communities[at].ref,
            label=folds.communities[at].name,
            kind=COMMUNITY,
            sector="",
            municipality="",
            asked=any(node.asked for node in within),
            folded=len(within),
        )
        for at, within in sorted(members.items())
    )
    places = {
        at: Place(x=one.x / folds.width, y=one.y / folds.height)
        for at, one in enumerate(folds.communities)
    }
    return replace(graph, nodes=nodes, edges=tuple(edges.values())), places
