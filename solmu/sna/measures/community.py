"""The only place for which actors are tied to each other more than to the rest, and how far."""

from __future__ import annotations

from solmu.sna.catalogue import measure
from solmu.sna.communities import membership_of
from solmu.sna.graph import ties_of
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot


@measure("actor")
def community(snapshot: Snapshot, seed: int = 0) -> list[int]:
    """Number the community that each actor belongs to, the largest being 0.

    In a meeting: who works together in fact, whatever the organisation charts say. Compare it with sectors
    and municipalities; where they differ there is something to talk about.

    Definition: a division of the actors, ties taken either way, for which `modularity` is as large as the
    Leiden method finds it, from ``seed``; numbered in falling order of size, and of equal ones, the one whose
    first actor comes first.

    Edge cases: an actor without ties is a community of its own. Another seed, or another order of the
    actors, may draw a border elsewhere: it is a way of looking, not a fact.

    Source: Traag, Waltman & van Eck 2019, Scientific Reports 9, 5233.

    >>> from solmu.sna.sketch import sketch
    >>> community(sketch("a-b a-c b-c d-e d-f e-f d-g c-d"))
    [1, 1, 1, 0, 0, 0, 0]
    """
    return list(membership_of(snapshot, seed))


@measure("network")
def modularity(snapshot: Snapshot, seed: int = 0) -> float | Undefined:
    """Say how much more of the ties are within communities than chance would put there.

    In a meeting: above about 0.3 the map falls into groups that mostly work among themselves; near 0 there
    are none to speak of.

    Definition: the share of ties within the communities of `community`, less the share expected when every
    actor keeps as many ties as it has and their ends are joined at random; ties taken either way.

    Edge cases: undefined without ties.

    Source: Newman & Girvan 2004, Physical Review E 69, 026113; networkx ``modularity``.

    >>> from solmu.sna.sketch import sketch
    >>> round(modularity(sketch("a-b a-c b-c d-e d-f e-f c-d")), 3)
    0.357
    """
    if not snapshot.m:
        return Undefined("no_ties")
    return float(ties_of(snapshot).modularity(membership_of(snapshot, seed)))
