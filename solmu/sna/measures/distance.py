"""The only place for how many steps lie between actors."""

from __future__ import annotations

import numpy as np

from solmu.sna.catalogue import measure
from solmu.sna.graph import graph_of
from solmu.sna.matrix import ends_of
from solmu.sna.measures.degree import if_asked
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot
from solmu.sna.waves import waves_of


@measure("network")
def average_distance(
    snapshot: Snapshot, sources: int | None = None, seed: int = 0
) -> float | Undefined:
    """Average number of steps between actors.

    In a meeting: how many hands a piece of news passes before it arrives. 2 means: usually through one
    in between.

    Definition: the mean length of the shortest paths over ordered pairs that reach each other along
    the arcs. Steps are counted, not strength. With ``sources`` only ways to so many actors, drawn at
    random from ``seed``, are looked at, and the figure is an estimate.

    Edge cases: pairs without any way are left out, so read it beside `fragmentation`; undefined when
    nobody reaches anybody.

    Source: Wasserman & Faust 1994, 110–111 and 134; R sna ``geodist``.

    >>> from solmu.sna.sketch import sketch
    >>> average_distance(sketch("kela>ohjaamo ohjaamo=lukio"))
    1.25
    """
    steps = waves_of(snapshot, sources, seed).steps
    if not steps:
        return Undefined("none_reachable")
    return sum(length * count for length, count in steps.items()) / sum(steps.values())


@measure("network")
def diameter(snapshot: Snapshot, sources: int | None = None, seed: int = 0) -> int | Undefined:
    """Count the steps between the two actors that are furthest apart.

    In a meeting: "everyone reaches everyone in at most four steps", if the map is in one part.

    Definition: the longest of the shortest paths over ordered pairs that reach each other along the
    arcs. With ``sources`` only ways to so many actors, drawn at random from ``seed``, are looked at;
    the true figure is then this or more.

    Edge cases: pairs without any way are left out, so say "everyone" only when `fragmentation` is 0;
    undefined when nobody reaches anybody.

    Source: Wasserman & Faust 1994, 111–112 and 134; R sna ``geodist``.

    >>> from solmu.sna.sketch import sketch
    >>> diameter(sketch("kela>ohjaamo ohjaamo=lukio")), diameter(sketch("ohjaamo kela"))
    (2, Undefined(reason='none_reachable'))
    """
    steps = waves_of(snapshot, sources, seed).steps
    return max(steps) if steps else Undefined("none_reachable")


@measure("actor")
def closeness(
    snapshot: Snapshot, sources: int | None = None, seed: int = 0
) -> list[float | Undefined]:
    """Say how near everybody else is to each actor.

    In a meeting: who can bring a thing to everybody in the fewest steps. 1 is a tie to everybody, 0.5
    is two steps on the average.

    Definition: (n − 1) / Σ d, with d the steps of the shortest path along the arcs to each of the
    others. With ``sources`` the ways to so many actors, drawn at random from ``seed``, stand for all.

    Edge cases: undefined (``out_of_reach``) for an actor that does not reach every other one, and with
    fewer than two actors; undefined for an actor who was not asked. A network in
    parts has none at all; `harmonic` has.

    Source: Freeman 1979; Wasserman & Faust 1994, 184–185; R sna ``closeness`` with
    ``cmode="undirected"`` or ``"directed"``.

    >>> from solmu.sna.sketch import sketch
    >>> closeness(sketch("kela>ohjaamo ohjaamo=lukio"))[:2]
    [0.6666666666666666, Undefined(reason='out_of_reach')]
    """
    if snapshot.n < 2:
        return [Undefined("too_few_actors")] * snapshot.n
    waves = waves_of(snapshot, sources, seed)
    others = waves.others(snapshot.n)
    figures: list[float | Undefined] = [
        how_many / total if all_reached and total else Undefined("out_of_reach")
        for how_many, total, all_reached in zip(
            others.tolist(), waves.total.tolist(), _reaching_everybody(snapshot), strict=True
        )
    ]
    return if_asked(snapshot, figures)


@measure("actor")
def harmonic(
    snapshot: Snapshot, sources: int | None = None, seed: int = 0
) -> list[float | Undefined]:
    """Say how near those are whom each actor reaches, those out of reach counting nothing.

    In a meeting: the same question as `closeness`, and it has an answer also when the map is in parts:
    who reaches many in few steps.

    Definition: Σ 1 / d over the others that the actor reaches along the arcs, divided by n − 1. With
    ``sources`` the ways to so many actors, drawn at random from ``seed``, stand for all.

    Edge cases: 0 for an actor that reaches nobody; undefined with fewer than two actors, and for an
    actor who was not asked.

    Source: Gil & Schmidt 1996; Marchiori & Latora 2000; R sna ``closeness`` with
    ``cmode="suminvundir"`` or ``"suminvdir"``.

    >>> from solmu.sna.sketch import sketch
    >>> harmonic(sketch("kela>ohjaamo ohjaamo=lukio"))
    [0.75, 0.5, 0.5]
    """
    if snapshot.n < 2:
        return [Undefined("too_few_actors")] * snapshot.n
    waves = waves_of(snapshot, sources, seed)
    return if_asked(snapshot, (waves.nearness / waves.others(snapshot.n).clip(1)).tolist())


@measure("actor")
def two_step_reach(snapshot: Snapshot) -> list[float | Undefined]:
    """Share of the others that each actor reaches in at most two steps.

    In a meeting: whom I know, or who is known by somebody I know. Beyond two steps a word of mouth is
    seldom heard.

    Definition: the number of others at one or two steps along the arcs, divided by n − 1.

    Edge cases: 0 for an actor that reaches nobody; undefined with fewer than two actors, and for an
    actor who was not asked.

    Source: Borgatti, Everett & Johnson 2018, Analyzing Social Networks, ch. 10 (k-reach).

    >>> from solmu.sna.sketch import sketch
    >>> two_step_reach(sketch("kela>te te>ohjaamo ohjaamo>lukio lukio>amis"))
    [0.5, 0.5, 0.5, 0.25, 0.0]
    """
    if snapshot.n < 2:
        return [Undefined("too_few_actors")] * snapshot.n
    sizes = graph_of(snapshot).neighborhood_size(order=2, mode="out")
    return if_asked(snapshot, [(size - 1) / (snapshot.n - 1) for size in sizes])


def _reaching_everybody(snapshot: Snapshot) -> list[bool]:
    """Say of each actor whether it reaches every other.

    Those who do are the one strong component that no arc enters, if there is only one such.
    """
    number = np.asarray(graph_of(snapshot).connected_components(mode="strong").membership, np.int64)
    source, target = ends_of(snapshot)
    entered = np.zeros(number.max() + 1, bool)
    entered[number[target[number[source] != number[target]]]] = True
    first = np.flatnonzero(~entered)
    return (number == first[0]).tolist() if first.size == 1 else [False] * snapshot.n
