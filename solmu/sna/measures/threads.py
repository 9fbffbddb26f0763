"""The only place for what holds by one thread: the actors and ties without which a part is cut off."""

from __future__ import annotations

from solmu.sna.catalogue import measure
from solmu.sna.graph import ties_of
from solmu.sna.snapshot import Snapshot
from solmu.sna.walk import Part, Walk, walk_of


@measure("actor")
def cut_point(snapshot: Snapshot) -> list[bool]:
    """Say of each actor whether the map falls apart without it.

    In a meeting: others reach each other only through here. That is a place of trust and a weak spot
    at once; a second way round is worth planning.

    Definition: an articulation point: without it there are more weak components among the others than
    before.

    Edge cases: an actor without ties, or with a single one, is never a cut point.

    Source: Wasserman & Faust 1994, 112–113; R sna ``cutpoints`` with ``connected="weak"``.

    >>> from solmu.sna.sketch import sketch
    >>> cut_point(sketch("kela>ohjaamo lukio>ohjaamo"))
    [False, True, False]
    """
    points = set(ties_of(snapshot).articulation_points())
    return [actor in points for actor in range(snapshot.n)]


@measure("actor")
def cut_off(snapshot: Snapshot) -> list[tuple[Part, ...]]:
    """List for each actor the parts that would lose their way to the rest without it.

    In a meeting: "five actors reach the others only through here", with the five to point at.

    Definition: the parts that the actor's weak component falls into without the actor, except the
    largest (of equal ones, except the one whose first actor comes first), as tuples of indices,
    larger ones first.

    Edge cases: nothing for an actor that is not a cut point.

    Source: the blocks at an articulation point, Wasserman & Faust 1994, 112–113.

    >>> from solmu.sna.sketch import sketch
    >>> cut_off(sketch("srk>mty etsiva=srk ohjaamo=etsiva kela>ohjaamo lukio>ohjaamo"))[1:3]
    [(), ((0, 1),)]
    """
    walk, points = _walk(snapshot), cut_point(snapshot)
    return [walk.lost_without(actor) if point else () for actor, point in enumerate(points)]


@measure("tie")
def bridge(snapshot: Snapshot) -> list[bool]:
    """Say of each tie whether the map falls apart without it.

    In a meeting: this one line is the only way between two parts. If the people behind it change, the
    parts lose each other.

    Definition: a pair whose ties, taken away together, leave more weak components than before.

    Edge cases: both arcs of a mutual pair are bridges, or neither is.

    Source: Wasserman & Faust 1994, 114; networkx ``bridges`` on the symmetrised network.

    >>> from solmu.sna.sketch import sketch
    >>> bridge(sketch("a>b b>c c>a c=d"))
    [False, False, False, True, True]
    """
    graph = ties_of(snapshot)
    single = {graph.es[edge].tuple for edge in graph.bridges()}
    return [(min(pair), max(pair)) in single for pair in snapshot.pairs()]


@measure("tie")
def far_side(snapshot: Snapshot) -> list[Part]:
    """List for each bridge the actors of the smaller side that it alone joins to the others.

    In a meeting: "these three are on the map by one thread", with the three to point at.

    Definition: of the two parts that the weak component falls into without the pair's ties, the smaller
    one (of equal ones, the one whose first actor comes later), as indices.

    Edge cases: nothing for a tie that is not a bridge.

    Source: Wasserman & Faust 1994, 114.

    >>> from solmu.sna.sketch import sketch
    >>> far_side(sketch("a>b b>c c>a c>d d>e"))
    [(), (), (), (3, 4), (4,)]
    """
    walk, found = _walk(snapshot), bridge(snapshot)
    return [
        walk.far_side(*pair) if single else ()
        for pair, single in zip(snapshot.pairs(), found, strict=True)
    ]


def _walk(snapshot: Snapshot) -> Walk:
    return snapshot.once("walk", lambda: walk_of(ties_of(snapshot)))
