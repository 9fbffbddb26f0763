"""The only place for what goes both ways and what goes one way only."""

from __future__ import annotations

from dataclasses import dataclass

from solmu.sna.catalogue import measure
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class DyadCensus:
    """Pairs of actors by what lies between them.

    Attributes:
        mutual: Pairs tied both ways.
        asymmetric: Pairs tied one way.
        null: Pairs without a tie.
    """

    mutual: int
    asymmetric: int
    null: int


@measure("tie")
def mutual(snapshot: Snapshot) -> list[bool]:
    """Say of each tie whether it goes both ways.

    In a meeting: an answered tie carries a conversation; a one-way tie may be as it should (a referral
    needs no referral back) or the giver may never hear how it went.

    Definition: an arc is mutual when the opposite arc exists too.

    Edge cases: an undirected tie binds both ends alike and is mutual.

    Source: Wasserman & Faust 1994, 510; R sna ``dyad.census``.

    >>> from solmu.sna.sketch import sketch
    >>> mutual(sketch("kela>ohjaamo ohjaamo=lukio"))
    [False, True, True]
    """
    if not snapshot.directed:
        return [True] * snapshot.m
    arcs = set(snapshot.pairs())
    return [(target, source) in arcs for source, target in snapshot.pairs()]


@measure("network")
def dyad_census(snapshot: Snapshot) -> DyadCensus:
    """Count the pairs of actors that are tied both ways, one way and not at all.

    In a meeting: the ground for "about half of our ties go both ways", in whole pairs that can be
    pointed at on the map.

    Definition: of the n (n − 1) / 2 pairs, those with two arcs, with one and with none.

    Edge cases: an undirected tie counts as mutual; with fewer than two actors all three are 0.

    Source: Holland & Leinhardt 1970; R sna ``dyad.census``.

    >>> from solmu.sna.sketch import sketch
    >>> dyad_census(sketch("kela>ohjaamo ohjaamo=lukio"))
    DyadCensus(mutual=1, asymmetric=1, null=1)
    """
    answered = sum(mutual(snapshot))
    both = answered // 2 if snapshot.directed else answered
    one_way = snapshot.m - answered
    return DyadCensus(both, one_way, snapshot.n * (snapshot.n - 1) // 2 - both - one_way)


@measure("network")
def reciprocity(snapshot: Snapshot) -> float | Undefined:
    """Share of arcs that are answered.

    In a meeting: how much of what is given also comes back. Read it on contents where give-and-take
    is expected (information, joint work, expertise), and against the network's own earlier map.

    Definition: 2 M / (2 M + A), with M pairs tied both ways and A pairs tied one way.

    Edge cases: undefined in an undirected network and without arcs.

    Source: R sna ``grecip`` with ``measure="edgewise"``.

    >>> from solmu.sna.sketch import sketch
    >>> round(reciprocity(sketch("kela>ohjaamo ohjaamo=lukio")), 3)
    0.667
    >>> reciprocity(sketch("kela-ohjaamo"))
    Undefined(reason='undirected')
    """
    if not snapshot.directed:
        return Undefined("undirected")
    if not snapshot.m:
        return Undefined("no_ties")
    return sum(mutual(snapshot)) / snapshot.m


@measure("network")
def reciprocity_dyadic(snapshot: Snapshot) -> float | Undefined:
    """Share of tied pairs that are tied both ways.

    In a meeting: of the pairs that have anything to do with each other, how many both give and get.
    It is the stricter of the two figures: a mutual pair counts once, not twice.

    Definition: M / (M + A), with M pairs tied both ways and A pairs tied one way.

    Edge cases: undefined in an undirected network and without arcs.

    Source: R sna ``grecip`` with ``measure="dyadic.nonnull"``.

    >>> from solmu.sna.sketch import sketch
    >>> reciprocity_dyadic(sketch("kela>ohjaamo ohjaamo=lukio"))
    0.5
    """
    if not snapshot.directed:
        return Undefined("undirected")
    if not snapshot.m:
        return Undefined("no_ties")
    pairs = dyad_census(snapshot)
    return pairs.mutual / (pairs.mutual + pairs.asymmetric)
