"""The only place that draws random networks for the tests, for this code and for networkx alike."""

from __future__ import annotations

import random

import networkx as nx

from solmu.sna.snapshot import Ends, Snapshot

Drawn = tuple[Snapshot, "nx.Graph[str]"]


def drawn_at_random(seed: int) -> Drawn:
    """Draw a network of 0 to 29 actors, some without ties, half of the seeds directed and weighted."""
    dice = random.Random(seed)
    n = dice.randrange(30)
    directed, weighted = seed % 2 == 0, seed % 4 < 2
    graph = nx.gnp_random_graph(n, dice.choice((0.03, 0.08, 0.2, 0.5)), seed, directed=directed)
    graph = nx.relabel_nodes(graph, {node: f"actor {node}" for node in graph})
    for _, _, data in graph.edges(data=True):
        data["weight"] = float(dice.randint(1, 4)) if weighted else 1.0
    ties: list[Ends] = [
        (a, b, data["weight"] if weighted else None) for a, b, data in graph.edges(data=True)
    ]
    dice.shuffle(ties)
    return Snapshot.of(graph.nodes, graph.nodes, ties, directed=directed), graph
