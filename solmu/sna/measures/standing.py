"""The only place for how well each actor stands through those it is tied to."""

from __future__ import annotations

import math
from collections.abc import Sequence

import igraph

from solmu.sna.catalogue import measure
from solmu.sna.graph import graph_of, seeded, ties_of
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

# Two parts count as equally strong when their figures agree to so many parts.
_ALIKE = 1e-9


@measure("actor")
def eigenvector(snapshot: Snapshot) -> list[float | Undefined]:
    """Say how well tied each actor is to the well tied.

    In a meeting: few ties, but to those whom all know, may carry further than many ties at the edge.

    Definition: the eigenvector of the largest eigenvalue of the matrix of ties taken either way, each 1,
    with squares that add up to 1.

    Edge cases: undefined without ties. In a network in parts only the part with the largest eigenvalue
    has figures above 0; where two parts share it there is no single answer.

    Source: Bonacich 1972; R sna ``evcent`` on the symmetrised network.

    >>> from solmu.sna.sketch import sketch
    >>> [round(figure, 3) for figure in eigenvector(sketch("kela>ohjaamo lukio>ohjaamo kirjasto"))]
    [0.5, 0.707, 0.5, 0.0]
    """
    graph = ties_of(snapshot)
    parts = _strong_candidates(graph)
    if not parts:
        return [Undefined("no_ties")] * snapshot.n
    answers = [(_leading(graph.subgraph(part)), part) for part in parts]
    (largest, vector), winner = max(answers, key=lambda answer: answer[0][0])
    if sum(math.isclose(value, largest, rel_tol=_ALIKE) for (value, _), _ in answers) > 1:
        return [Undefined("no_single_answer")] * snapshot.n
    figures = [0.0] * snapshot.n
    length = math.hypot(*vector)
    for actor, value in zip(sorted(winner), vector, strict=True):
        figures[actor] = abs(value) / length
    return list(figures)


@measure("actor")
def pagerank(snapshot: Snapshot) -> list[float | Undefined]:
    """Share of the time that somebody sent on at random would spend at each actor.

    In a meeting: where people end up when everyone passes them on. It follows the arrows and how strong
    they are, and it counts who points here, not only how many.

    Definition: a walker follows an arc from where it is, stronger ones more likely in proportion; with a
    chance of 0.15, or where no arc leads on, it begins again anywhere. An undirected tie goes both ways.

    Edge cases: all the same without ties; undefined where a tie has negative strength. The figures add
    up to 1, so they fall as a network grows.

    Source: Brin & Page 1998; networkx ``pagerank`` with ``alpha=0.85``.

    >>> from solmu.sna.sketch import sketch
    >>> [round(figure, 3) for figure in pagerank(sketch("kela>ohjaamo lukio>ohjaamo"))]
    [0.213, 0.574, 0.213]
    """
    strengths = snapshot.strengths()
    if snapshot.m and min(strengths) < 0:
        return [Undefined("negative_strength")] * snapshot.n
    if snapshot.m and not max(strengths):
        return [1 / snapshot.n] * snapshot.n
    weights = None if snapshot.weight is None else list(strengths)
    return list(graph_of(snapshot).pagerank(damping=0.85, weights=weights)) if snapshot.n else []


def _strong_candidates(graph: igraph.Graph) -> list[list[int]]:
    """List the parts that may have the largest eigenvalue.

    It is at least the root of the largest degree and at least the mean degree, and at most the largest
    degree (Lovász 1979), so that most small parts need no reckoning.
    """
    bounds, degrees = [], graph.degree()
    for part in graph.connected_components():
        if len(part) > 1:
            largest, mean = (
                max(degrees[at] for at in part),
                sum(degrees[at] for at in part) / len(part),
            )
            bounds.append((max(math.sqrt(largest), mean), largest, part))
    least = max((low for low, _, _ in bounds), default=0.0) * (1 - _ALIKE)
    return [part for _, high, part in bounds if high >= least]


def _leading(graph: igraph.Graph) -> tuple[float, Sequence[float]]:
    """Return the largest eigenvalue of a connected graph, and its vector."""
    # Where all degrees are the same the library begins from random numbers.
    with seeded(0):
        vector, value = graph.eigenvector_centrality(return_eigenvalue=True)
    return value, vector
