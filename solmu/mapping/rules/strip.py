"""The only place that counts what the strip above the map tells of the network's state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from solmu.analysis.levels import LevelGraph
from solmu.mapping.rules.filters import EXISTING

FRESH_FOR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Counts of one level; a figure that nothing is known for is None, and has no tile."""

    actors: int
    ties: int
    asked: int
    mutual: int | None
    mutual_share: int | None
    people_only: int
    cut_points: int
    old: int
    both_ends: int


def strip_of(graph: LevelGraph, *, cut_points: int) -> Strip:
    """Count ``graph``: pairs of actors, as they are drawn, not each direction by itself."""
    existing = [edge for edge in graph.edges if edge.status == EXISTING]
    mutual = sum(edge.mutual for edge in existing) if graph.directed and existing else None
    return Strip(
        actors=len(graph.nodes),
        ties=len(existing),
        asked=sum(node.asked for node in graph.nodes),
        mutual=mutual,
        mutual_share=None if mutual is None else round(100 * mutual / len(existing)),
        people_only=sum(edge.people_only for edge in existing) if graph.level != "person" else 0,
        cut_points=cut_points,
        old=sum(is_old(edge.confirmed_on, on=graph.on) for edge in existing),
        both_ends=sum(edge.both_ends for edge in existing),
    )


def is_old(confirmed_on: date | None, *, on: date) -> bool:
    """Tell whether a tie has not been confirmed for a year; who never said when is not blamed."""
    return confirmed_on is not None and on - confirmed_on > FRESH_FOR
