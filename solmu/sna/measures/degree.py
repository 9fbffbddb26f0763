"""The only place for how many ties each actor has, and how strong they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from solmu.sna.catalogue import measure
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

Figure = TypeVar("Figure")


@measure("actor")
def in_degree(snapshot: Snapshot) -> list[int]:
    """Count the ties that reach each actor.

    In a meeting: how many others say that they turn to it. That is known even of an actor who was not
    asked, since it is the others who say it.

    Definition: the number of arcs that end at the actor; in an undirected network the number of its
    ties.

    Edge cases: 0 for an actor without ties.

    Source: Wasserman & Faust 1994, 126; R sna ``degree`` with ``cmode="indegree"``.

    >>> from solmu.sna.sketch import sketch
    >>> in_degree(sketch("kela>ohjaamo ohjaamo=lukio"))
    [0, 2, 1]
    """
    counts = [0] * snapshot.n
    for source, target in snapshot.pairs():
        counts[target] += 1
        if not snapshot.directed:
            counts[source] += 1
    return counts


@measure("actor")
def out_degree(snapshot: Snapshot) -> list[int | Undefined]:
    """Count the ties that leave each actor.

    In a meeting: how many others it turns to.

    Definition: the number of arcs that start at the actor; in an undirected network the number of its
    ties.

    Edge cases: 0 for an actor without ties; undefined for an actor who was not asked, whose ties are
    unknown, not absent.

    Source: Wasserman & Faust 1994, 126; R sna ``degree`` with ``cmode="outdegree"``.

    >>> from solmu.sna.sketch import sketch
    >>> out_degree(sketch("kela>ohjaamo ohjaamo=lukio"))
    [1, 1, 1]
    >>> out_degree(sketch("kela>ohjaamo", asked=[True, False]))
    [1, Undefined(reason='not_asked')]
    """
    counts = [0] * snapshot.n
    for source, target in snapshot.pairs():
        counts[source] += 1
        if not snapshot.directed:
            counts[target] += 1
    return if_asked(snapshot, counts)


@measure("actor")
def degree(snapshot: Snapshot) -> list[int | Undefined]:
    """Count the ties of each actor.

    In a meeting: how many lines meet here. Many lines are also much work; few lines may be the right
    number for a small service.

    Definition: arcs that start or end at the actor, so that a tie both ways counts twice; in an
    undirected network the number of its ties.

    Edge cases: 0 for an actor without ties; undefined for an actor who was not asked, some of whose
    ties are unknown.

    Source: Freeman 1979; R sna ``degree`` (``gmode="graph"`` for undirected networks).

    >>> from solmu.sna.sketch import sketch
    >>> degree(sketch("kela>ohjaamo ohjaamo=lukio")), degree(sketch("kela-ohjaamo ohjaamo-lukio"))
    ([1, 3, 2], [1, 2, 1])
    """
    counts = [0] * snapshot.n
    for source, target in snapshot.pairs():
        counts[source] += 1
        counts[target] += 1
    return if_asked(snapshot, counts)


@measure("actor")
def strength(snapshot: Snapshot) -> list[float | Undefined]:
    """Add up the strength of the ties of each actor.

    In a meeting: where the daily work is. Two weekly ties may weigh more than six that are used once
    a year.

    Definition: the summed strength of arcs in and out; in an undirected network each tie once. Where
    no tie states a strength each counts as 1.

    Edge cases: 0 for an actor without ties; undefined for an actor who was not asked, some of whose
    ties are unknown.

    Source: Barrat et al. 2004, PNAS 101, 3747; R sna ``degree`` with ``ignore.eval=FALSE``.

    >>> from solmu.sna.sketch import sketch
    >>> strength(sketch("kela>ohjaamo:4 ohjaamo>lukio:1"))
    [4.0, 5.0, 1.0]
    """
    sums = [0.0] * snapshot.n
    for (source, target), value in zip(snapshot.pairs(), snapshot.strengths(), strict=True):
        sums[source] += value
        sums[target] += value
    return if_asked(snapshot, sums)


def if_asked(snapshot: Snapshot, figures: Sequence[Figure | Undefined]) -> list[Figure | Undefined]:
    """Keep the figures of the actors who were asked."""
    asked = snapshot.asked or (True,) * snapshot.n
    return [
        figure if known else Undefined("not_asked")
        for figure, known in zip(figures, asked, strict=True)
    ]
