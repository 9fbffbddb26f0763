"""The only place that decides which part of the map the reader's filters let through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from solmu.analysis.levels import LEVELS, Edge, Level, LevelGraph

UNKNOWN_SECTOR = "unknown"
EXISTING = "existing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the reader wants to see; nothing said means all of it."""

    sectors: frozenset[str] = frozenset()
    content: str = ""
    frequency: int = 0
    wished: bool = True

    @property
    def count(self) -> int:
        """How many of them narrow the map."""
        return sum((bool(self.sectors), bool(self.content), bool(self.frequency), not self.wished))


def level_of(asked: str) -> Level:
    """Return the level that was asked for; organisations when it is none."""
    return next((level for level in LEVELS if level == asked), "organisation")


def narrowed(graph: LevelGraph, filters: Filters) -> LevelGraph:
    """Return the part of ``graph`` that ``filters`` let through; islands/_filters.ts decides the same.

    A content shows ties that carry it, with its own direction. A frequency bounds existing ties only: how
    often a wished one would be is seldom said.
    """
    nodes = tuple(
        node
        for node in graph.nodes
        if not filters.sectors or (node.sector or UNKNOWN_SECTOR) in filters.sectors
    )
    shown = {node.pk for node in nodes}
    among = (edge for edge in graph.edges if edge.one in shown and edge.other in shown)
    edges = (kept for edge in among if (kept := _narrowed(edge, filters)) is not None)
    return replace(graph, nodes=nodes, edges=tuple(edges))


def _narrowed(edge: Edge, filters: Filters) -> Edge | None:
    if edge.status != EXISTING and not filters.wished:
        return None
    if edge.status == EXISTING and (edge.frequency or 0) < filters.frequency:
        return None
    if not filters.content:
        return edge
    ways = tuple(way for way in edge.ways if way.content == filters.content)
    if not ways:
        return None
    return replace(
        edge,
        ways=ways,
        forward=any(way.forward for way in ways),
        back=any(way.back for way in ways),
    )


def filters_of(*, sectors: Iterable[str], content: str, frequency: str, wished: bool) -> Filters:
    """Read filters as an address holds them; what is not understood filters nothing."""
    return Filters(
        sectors=frozenset(sectors),
        content=content,
        frequency=int(frequency) if frequency in {"1", "2", "3", "4"} else 0,
        wished=wished,
    )
