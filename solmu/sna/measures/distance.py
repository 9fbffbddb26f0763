"""The only place for how many steps lie between actors."""

from __future__ import annotations

from solmu.sna.catalogue import measure
from solmu.sna.graph import graph_of
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot


def steps_between(snapshot: Snapshot) -> dict[int, int]:
    """Count the ordered pairs by the steps of the shortest way along the arcs, unreachable ones left out.

    >>> from solmu.sna.sketch import sketch
    >>> steps_between(sketch("kela>ohjaamo ohjaamo=lukio"))
    {1: 3, 2: 1}
    """
    return snapshot.once("steps", lambda: _steps(snapshot))


def _steps(snapshot: Snapshot) -> dict[int, int]:
    lengths = graph_of(snapshot).path_length_hist(directed=snapshot.directed)
    both = 1 if snapshot.directed else 2
    return {int(low): int(count) * both for low, _, count in lengths.bins() if count}


@measure("network")
def average_distance(snapshot: Snapshot) -> float | Undefined:
    """Average number of steps between actors.

    In a meeting: how many hands a piece of news passes before it arrives. 2 means: usually through one
    in between.

    Definition: the mean length of the shortest paths over ordered pairs that reach each other along
    the arcs. Steps are counted, not strength.

    Edge cases: pairs without any way are left out, so read it beside `fragmentation`; undefined when
    nobody reaches anybody.

    Source: Wasserman & Faust 1994, 110–111 and 134; R sna ``geodist``.

    >>> from solmu.sna.sketch import sketch
    >>> average_distance(sketch("kela>ohjaamo ohjaamo=lukio"))
    1.25
    """
    steps = steps_between(snapshot)
    if not steps:
        return Undefined("none_reachable")
    return sum(length * count for length, count in steps.items()) / sum(steps.values())


@measure("network")
def diameter(snapshot: Snapshot) -> int | Undefined:
    """Count the steps between the two actors that are furthest apart.

    In a meeting: "everyone reaches everyone in at most four steps", if the map is in one part.

    Definition: the longest of the shortest paths over ordered pairs that reach each other along the
    arcs.

    Edge cases: pairs without any way are left out, so say "everyone" only when `fragmentation` is 0;
    undefined when nobody reaches anybody.

    Source: Wasserman & Faust 1994, 111–112 and 134; R sna ``geodist``.

    >>> from solmu.sna.sketch import sketch
    >>> diameter(sketch("kela>ohjaamo ohjaamo=lukio")), diameter(sketch("ohjaamo kela"))
    (2, Undefined(reason='none_reachable'))
    """
    steps = steps_between(snapshot)
    return max(steps) if steps else Undefined("none_reachable")
