"""The only place that turns a snapshot into a graph of the graph library."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import igraph

from solmu.sna.snapshot import Snapshot

_one_at_a_time = Lock()


def graph_of(snapshot: Snapshot) -> igraph.Graph:
    """Return the snapshot's arcs as a graph, directed as the snapshot is; it is made once."""
    return snapshot.once(
        "graph",
        lambda: igraph.Graph(
            n=snapshot.n, edges=list(snapshot.pairs()), directed=snapshot.directed
        ),
    )


def ties_of(snapshot: Snapshot) -> igraph.Graph:
    """Return the graph of who is tied to whom either way: undirected, each pair once; it is made once."""
    return snapshot.once("ties", lambda: _ties(snapshot))


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Let the graph library draw the same random numbers every time.

    Its generator belongs to the whole process, so only one thread at a time may be here.
    """
    with _one_at_a_time:
        igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 - not for secrets
        try:
            yield
        finally:
            igraph.set_random_number_generator(random)


def _ties(snapshot: Snapshot) -> igraph.Graph:
    """Leave the directions aside and take each pair once, in the order in which it first came."""
    pairs = dict.fromkeys((min(pair), max(pair)) for pair in snapshot.pairs())
    return igraph.Graph(n=snapshot.n, edges=list(pairs))
