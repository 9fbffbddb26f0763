"""The only place for what lies between three actors: trios, closed and open."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from solmu.sna.catalogue import measure
from solmu.sna.graph import graph_of, ties_of
from solmu.sna.matrix import arcs_of, pattern, product_within
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

CLASSES = (
    "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U",
    "120C", "210", "300",
)  # fmt: skip
# Of the trios of a class: how many ways i→j→k they hold, and how many of those have i→k too.
TWO_PATHS = dict(zip(CLASSES, (0, 0, 0, 0, 0, 1, 1, 1, 1, 3, 2, 2, 2, 3, 4, 6), strict=True))
CLOSED = dict(zip(CLASSES, (0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 2, 1, 3, 6), strict=True))


@measure("network")
def triad_census(snapshot: Snapshot) -> Mapping[str, int]:
    """Count the trios of actors by what lies between them.

    In a meeting: mostly for whoever asks how the whole is built. A trio tied all round (300) talks by
    itself; one actor between two who never meet (201, 111, 021) is where a meeting of three may help.

    Definition: all n (n − 1) (n − 2) / 6 trios by the numbers of mutual, one-way and absent pairs, with a
    letter for the way the arcs lie (Down, Up, Cyclic, Transitive): sixteen classes in a directed network;
    in an undirected one four: 003 no tie, 102 one, 201 two, 300 three.

    Edge cases: all counts are 0 with fewer than three actors.

    Source: Holland & Leinhardt 1970; Wasserman & Faust 1994, 564–568; R sna ``triad.census``.

    >>> from solmu.sna.sketch import sketch
    >>> census = triad_census(sketch("kela>ohjaamo ohjaamo=lukio"))
    >>> {name: count for name, count in census.items() if count}
    {'111D': 1}
    >>> dict(triad_census(sketch("a-b b-c c-a d")))
    {'003': 0, '102': 3, '201': 0, '300': 1}
    """
    return snapshot.once("triads", lambda: MappingProxyType(_trios(snapshot)))


@measure("network")
def transitivity(snapshot: Snapshot) -> float | Undefined:
    """Share of trios with two ties that have the third too, whichever way the ties go.

    In a meeting: do my contacts know each other? Low means that much hangs on those in between; very
    high means that all hear the same things.

    Definition: 3 × trios tied all round / two-paths, on ties taken either way.

    Edge cases: undefined when no actor has two contacts.

    Source: Wasserman & Faust 1994, 243; R sna ``gtrans`` with ``measure="weak"``, ``mode="graph"``, on ties
    symmetrised by maximum.

    >>> from solmu.sna.sketch import sketch
    >>> transitivity(sketch("kela>ohjaamo ohjaamo>lukio lukio>kela ohjaamo>etsiva"))
    0.6000000000000001
    >>> transitivity(sketch("kela>ohjaamo"))
    Undefined(reason='no_two_path')
    """
    found = ties_of(snapshot).transitivity_undirected(mode="nan") if snapshot.n else math.nan
    return Undefined("no_two_path") if math.isnan(found) else float(found)


@measure("network")
def transitivity_directed(snapshot: Snapshot) -> float | Undefined:
    """Share of two arcs one after the other that have the arc straight across too.

    In a meeting: does whoever I send on already know me? It follows the arrows, so that it may be read of
    referrals.

    Definition: of the ordered i→j→k with i ≠ k the share with i→k.

    Edge cases: undefined in an undirected network, and when no two arcs follow each other.

    Source: R sna ``gtrans`` with ``measure="weak"``.

    >>> from solmu.sna.sketch import sketch
    >>> transitivity_directed(sketch("kela>ohjaamo ohjaamo>lukio kela>lukio lukio>amis"))
    0.3333333333333333
    """
    if not snapshot.directed:
        return Undefined("undirected")
    census = triad_census(snapshot)
    two_paths = sum(TWO_PATHS[name] * count for name, count in census.items())
    if not two_paths:
        return Undefined("no_two_path")
    return sum(CLOSED[name] * count for name, count in census.items()) / two_paths


@measure("tie")
def simmelian(snapshot: Snapshot) -> list[bool]:
    """Say of each tie whether both ends share a third with whom both have give-and-take.

    In a meeting: a tie of two rests on two people. Where a third stands behind it, agreements outlast a
    change of staff; it also binds more.

    Definition: a mutual tie whose two actors both have a mutual tie with one and the same third.

    Edge cases: undirected ties are mutual, so there it is any tie of a triangle.

    Source: Krackhardt 1999, Research in the Sociology of Organizations 16, 183–210.

    >>> from solmu.sna.sketch import sketch
    >>> simmelian(sketch("kela=te te=ohjaamo ohjaamo=kela lukio>kela"))
    [True, True, True, True, True, True, False]
    """
    mutual = arcs_of(snapshot)
    mutual = pattern(mutual.multiply(mutual.T))
    found = product_within(mutual, mutual, mutual).tocoo()
    strong = set(zip(found.row.tolist(), found.col.tolist(), strict=True)) if found.nnz else set()
    return [pair in strong for pair in snapshot.pairs()]


def _trios(snapshot: Snapshot) -> dict[str, int]:
    graph, n = graph_of(snapshot), snapshot.n
    if snapshot.directed:
        counts = [int(count) for count in graph.triad_census()] if n > 2 else [0] * len(CLASSES)
        return dict(zip(CLASSES, counts, strict=True))
    two_paths = sum(degree * (degree - 1) // 2 for degree in graph.degree())
    share = graph.transitivity_undirected(mode="zero") if n else 0
    closed = round(share * two_paths / 3)
    open_ = two_paths - 3 * closed
    single = snapshot.m * (n - 2) - 2 * open_ - 3 * closed if n > 2 else 0
    every = n * (n - 1) * (n - 2) // 6
    return {"003": every - single - open_ - closed, "102": single, "201": open_, "300": closed}
