"""The only place that reads the state of a network for the strip above its map."""

from __future__ import annotations

from solmu.analysis.levels import LevelGraph
from solmu.analysis.queries import snapshot_of
from solmu.mapping.rules.strip import Strip, strip_of
from solmu.sna.measures.threads import cut_point


def network_strip(graph: LevelGraph) -> Strip:
    """Return the figures of ``graph``, which is whole: filters change what is drawn, not what is true."""
    return strip_of(graph, cut_points=sum(cut_point(snapshot_of(graph))))
