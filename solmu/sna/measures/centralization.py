"""The only place for how far a network leans on one actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from solmu.sna.catalogue import measure
from solmu.sna.graph import graph_of
from solmu.sna.measures.position import betweenness
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot


@measure("network")
def centralization(
    snapshot: Snapshot, sources: int | None = None, seed: int = 0
) -> Mapping[str, float] | Undefined:
    """Say how far the whole leans on one actor: 1 is a star, 0 is everybody alike.

    In a meeting: "nearly all goes through one house." By in-degree: do all turn to the same one? By
    out-degree: does one do all the asking? By betweenness: does one stand between all the others?

    Definition: Σ (largest figure − each actor's figure), divided by what that sum would be in a star of as
    many actors. By ``degree`` in an undirected network, by ``in_degree`` and ``out_degree`` in a directed
    one, and by ``betweenness`` in both. With ``sources`` betweenness is an estimate, as there.

    Edge cases: undefined with fewer than three actors; 0 without ties.

    Source: Freeman 1979; R sna ``centralization``.

    >>> from solmu.sna.sketch import sketch
    >>> dict(centralization(sketch("ohjaamo-kela ohjaamo-lukio ohjaamo-etsiva")))
    {'degree': 1.0, 'betweenness': 1.0}
    >>> centralization(sketch("kela>ohjaamo"))
    Undefined(reason='too_few_actors')
    """
    n = snapshot.n
    if n < 3:
        return Undefined("too_few_actors")
    graph, found = graph_of(snapshot), {}
    if snapshot.directed:
        found["in_degree"] = _lean(graph.indegree(), (n - 1) ** 2)
        found["out_degree"] = _lean(graph.outdegree(), (n - 1) ** 2)
    else:
        found["degree"] = _lean(graph.degree(), (n - 1) * (n - 2))
    pairs = (n - 1) * (n - 1) * (n - 2) / (1 if snapshot.directed else 2)
    found["betweenness"] = _lean(betweenness(snapshot, sources, seed), pairs)
    return MappingProxyType(found)


def _lean(figures: Sequence[float], most: float) -> float:
    """Add up how far each figure is from the largest, against the most that it could be."""
    return (max(figures) * len(figures) - sum(figures)) / most
