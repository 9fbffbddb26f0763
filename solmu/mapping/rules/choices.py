"""The only place that decides what a reader of the map may choose among: sectors, contents, names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from solmu.analysis.levels import LevelGraph, Node
from solmu.mapping.rules.filters import UNKNOWN_SECTOR

_SECTORS = (
    "ohjaamo", "education", "employment", "wellbeing", "youth", "associations", "business",
    UNKNOWN_SECTOR,
)  # fmt: skip
MOST_FOUND = 12


def sectors_in(graph: LevelGraph) -> list[str]:
    """Return the sectors that are on the map, in the order of the palette."""
    present = {node.sector or UNKNOWN_SECTOR for node in graph.nodes}
    return [sector for sector in _SECTORS if sector in present]


def contents_in(graph: LevelGraph) -> list[str]:
    """Return what passes along the ties of the map, the commonest first."""
    found = Counter(content for edge in graph.edges for content in edge.contents)
    return [content for content, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))]


def matching(nodes: Iterable[Node], sought: str) -> list[Node]:
    """Return actors whose name holds what was ``sought``, those that begin with it first."""
    sought = sought.casefold()
    if not sought:
        return []
    found = [node for node in nodes if sought in node.label.casefold()]
    found.sort(key=lambda node: (not node.label.casefold().startswith(sought), node.label))
    return found[:MOST_FOUND]
