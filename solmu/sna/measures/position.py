"""The only place for where each actor stands among the others: on their ways, and in the dense middle."""

from __future__ import annotations

from solmu.sna.catalogue import measure
from solmu.sna.graph import graph_of, ties_of
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot
from solmu.sna.waves import some_of


@measure("actor")
def betweenness(snapshot: Snapshot, sources: int | None = None, seed: int = 0) -> list[float]:
    """Count the shortest ways between others that pass each actor.

    In a meeting: how much of the traffic between the others would go through here, if news took the
    shortest way. High is influence, and a bottleneck. For a sentence use `betweenness_share`.

    Definition: Σ over pairs of others of the share of their shortest paths that the actor is on.
    Paths count steps, not strength, and follow the arcs; in an undirected network each pair counts
    once. With ``sources`` only paths from so many actors, drawn at random from ``seed``, are counted and
    scaled up: an estimate, which in a network without hubs may miss who is highest.

    Edge cases: 0 for an actor without ties, or at the end of a chain. Pairs without any way count
    nothing.

    Source: Freeman 1977; Brandes 2001; R sna ``betweenness``.

    >>> from solmu.sna.sketch import sketch
    >>> betweenness(sketch("kela>ohjaamo ohjaamo>lukio")), betweenness(sketch("a-b b-c c-d d-a"))
    ([0.0, 1.0, 0.0], [0.5, 0.5, 0.5, 0.5])
    """
    graph = graph_of(snapshot)
    starts = some_of(snapshot.n, sources, seed)
    if len(starts) == snapshot.n:
        return list(snapshot.once("betweenness", graph.betweenness))
    scale, key = snapshot.n / len(starts), f"betweenness {sources} {seed}"
    found = snapshot.once(key, lambda: graph.betweenness(sources=starts))
    return [value * scale for value in found]


@measure("tie")
def tie_betweenness(snapshot: Snapshot, sources: int | None = None, seed: int = 0) -> list[float]:
    """Count the shortest ways between actors that pass each tie.

    In a meeting: which single line carries most between the others. It is where two groups meet, and
    where a quarrel or a vacancy would be felt furthest.

    Definition: Σ over pairs of actors of the share of their shortest paths that the tie is on. Paths
    count steps, not strength, and follow the arcs; in an undirected network each pair counts once. With
    ``sources`` only paths from so many actors, drawn at random from ``seed``, are counted and scaled up.

    Edge cases: at least 1, since a tie is the shortest way between its own ends.

    Source: Girvan & Newman 2002, PNAS 99, 7821; networkx ``edge_betweenness_centrality``.

    >>> from solmu.sna.sketch import sketch
    >>> tie_betweenness(sketch("kela>ohjaamo ohjaamo>lukio")), tie_betweenness(sketch("a-b b-c"))
    ([2.0, 2.0], [2.0, 2.0])
    """
    graph = graph_of(snapshot)
    starts = some_of(snapshot.n, sources, seed)
    if len(starts) == snapshot.n:
        return list(snapshot.once("tie betweenness", graph.edge_betweenness))
    scale, key = snapshot.n / len(starts), f"tie betweenness {sources} {seed}"
    found = snapshot.once(key, lambda: graph.edge_betweenness(sources=starts))
    return [value * scale for value in found]


@measure("actor")
def betweenness_share(snapshot: Snapshot) -> list[float | Undefined]:
    """Share of the shortest ways between others that pass each actor.

    In a meeting: "a third of the shortest routes pass here. News may pile up." It is read without
    knowing the size of the map, unlike the raw `betweenness`.

    Definition: betweenness divided by the number of pairs of others between whom there is a way,
    the pairs taken as in `betweenness`.

    Edge cases: undefined when there is no way between any two others.

    Source: Freeman 1979, normalised by the pairs that can be reached rather than by all.

    >>> from solmu.sna.sketch import sketch
    >>> betweenness_share(sketch("kela-ohjaamo ohjaamo-lukio ohjaamo-etsiva lukio-etsiva"))[1]
    0.6666666666666666
    >>> betweenness_share(sketch("kela>ohjaamo"))
    [Undefined(reason='no_route_without'), Undefined(reason='no_route_without')]
    """
    graph = graph_of(snapshot)
    reached = [size - 1 for size in graph.neighborhood_size(order=max(snapshot.n, 1), mode="out")]
    reaching = [size - 1 for size in graph.neighborhood_size(order=max(snapshot.n, 1), mode="in")]
    pairs, both = sum(reached), 1 if snapshot.directed else 2
    return [
        value * both / others if (others := pairs - out - into) else Undefined("no_route_without")
        for value, out, into in zip(betweenness(snapshot), reached, reaching, strict=True)
    ]


@measure("actor")
def core(snapshot: Snapshot) -> list[int]:
    """Say how deep in the dense middle each actor is.

    In a meeting: the actors of the highest core all work with several of the same group; those of core
    1 hang on by one tie.

    Definition: the largest k such that the actor belongs to a set within which everyone is tied to at
    least k others of the set, ties counting either way.

    Edge cases: 0 for an actor without ties.

    Source: Seidman 1983; Batagelj & Zaveršnik 2003; R sna ``kcores`` on the symmetrised network.

    >>> from solmu.sna.sketch import sketch
    >>> core(sketch("a>b b>c c>a c>d kirjasto"))
    [2, 2, 2, 1, 0]
    """
    return list(ties_of(snapshot).coreness())
