"""The only place for the parts that a network is in."""

from __future__ import annotations

from solmu.sna.catalogue import measure
from solmu.sna.graph import graph_of, ties_of
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot
from solmu.sna.walk import Part


def parts(snapshot: Snapshot) -> list[Part]:
    """List the parts as tuples of indices, the largest first; of equal ones the one that starts first.

    Ties count either way; an actor without ties is a part of its own.

    >>> from solmu.sna.sketch import sketch
    >>> parts(sketch("kirjasto kela>ohjaamo lukio>ohjaamo"))
    [(1, 2, 3), (0,)]
    """
    return snapshot.once("parts", lambda: _parts(snapshot))


def _parts(snapshot: Snapshot) -> list[Part]:
    found = [tuple(sorted(part)) for part in ties_of(snapshot).connected_components()]
    return sorted(found, key=lambda part: (-len(part), part))


@measure("network")
def components(snapshot: Snapshot) -> int:
    """Count the parts of the map between which there is no way at all.

    In a meeting: in one part, news can in principle reach everybody. Several parts may be real, or a
    tie may not have been drawn; ask before believing it.

    Definition: weak components: the largest sets within which everyone is joined by a chain of ties,
    their directions left aside. An actor without ties is a part of its own.

    Edge cases: 0 when there are no actors.

    Source: Wasserman & Faust 1994, 109; R sna ``components`` with ``connected="weak"``.

    >>> from solmu.sna.sketch import sketch
    >>> components(sketch("kela>ohjaamo lukio>ohjaamo kirjasto"))
    2
    """
    return len(parts(snapshot))


@measure("network")
def components_strong(snapshot: Snapshot) -> int:
    """Count the parts within which everyone reaches everyone along the arrows.

    In a meeting: many parts here and few in `components` means that things flow one way: some send and
    never hear back.

    Definition: strong components: the largest sets within which each actor reaches each other one
    along the arcs.

    Edge cases: 0 when there are no actors; in an undirected network the same as `components`.

    Source: Wasserman & Faust 1994, 131–133; R sna ``components`` with ``connected="strong"``.

    >>> from solmu.sna.sketch import sketch
    >>> components_strong(sketch("kela>ohjaamo ohjaamo=lukio"))
    2
    """
    return len(graph_of(snapshot).connected_components(mode="strong"))


@measure("actor")
def component(snapshot: Snapshot) -> list[int]:
    """Number the part that each actor belongs to, the largest part being 0.

    In a meeting: which actors are joined with which, to colour or to list a map that is in parts.

    Definition: weak components in falling order of size; of equal ones, the one whose first actor
    comes first.

    Edge cases: an actor without ties has a part of its own.

    Source: R sna ``component.dist`` with ``connected="weak"``.

    >>> from solmu.sna.sketch import sketch
    >>> component(sketch("kirjasto kela>ohjaamo lukio>ohjaamo"))
    [1, 0, 0, 0]
    """
    number = [0] * snapshot.n
    for order, part in enumerate(parts(snapshot)):
        for actor in part:
            number[actor] = order
    return number


@measure("network")
def fragmentation(snapshot: Snapshot) -> float | Undefined:
    """Share of pairs between whom there is no way.

    In a meeting: 0 % when everyone can be reached from everyone, 100 % when nobody is tied to anybody.
    Unlike the number of parts it says whether one actor or half of the network is apart.

    Definition: 1 − Σ s (s − 1) / (n (n − 1)) over the sizes s of the weak components.

    Edge cases: undefined with fewer than two actors, for there is no pair.

    Source: Borgatti 2006, Computational & Mathematical Organization Theory 12, eq. 4.

    >>> from solmu.sna.sketch import sketch
    >>> fragmentation(sketch("kela>ohjaamo lukio>ohjaamo kirjasto"))
    0.5
    """
    if snapshot.n < 2:
        return Undefined("too_few_actors")
    joined = sum(len(part) * (len(part) - 1) for part in parts(snapshot))
    return 1 - joined / (snapshot.n * (snapshot.n - 1))
