"""The only place for how large a network is and how full of ties."""

from __future__ import annotations

from solmu.sna.catalogue import measure
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot


@measure("network")
def size(snapshot: Snapshot) -> int:
    """Count the actors.

    In a meeting: how many the map is about. Every other figure is read against it.

    Definition: the number of actors, those without ties included.

    Edge cases: an empty map has size 0; it is always defined.

    Source: Wasserman & Faust 1994, ch. 4; R sna ``network.size``.

    >>> from solmu.sna.sketch import sketch
    >>> size(sketch("kela>ohjaamo kirjasto"))
    3
    """
    return snapshot.n


@measure("network")
def ties(snapshot: Snapshot) -> int:
    """Count the ties.

    In a meeting: how many lines there are to talk about, an arrow each way counting twice.

    Definition: the number of arcs in a directed network, of ties in an undirected one. A tie drawn
    both ways is two arcs. Loops are dropped and parallel ties merged before.

    Edge cases: 0 without ties; it is always defined.

    Source: R sna ``network.edgecount``.

    >>> from solmu.sna.sketch import sketch
    >>> ties(sketch("kela>ohjaamo ohjaamo=lukio")), ties(sketch("kela-ohjaamo ohjaamo-lukio"))
    (3, 2)
    """
    return snapshot.m


@measure("network")
def directed(snapshot: Snapshot) -> bool:
    """Say whether ties have directions.

    In a meeting: with directions one can ask who gives and who gets; without them only who is in touch.

    Definition: a property of the whole. A network with any one-way tie is directed, and a tie that
    goes both ways is then two arcs.

    Edge cases: an empty network is what it was declared to be.

    Source: R sna ``is.directed``.

    >>> from solmu.sna.sketch import sketch
    >>> directed(sketch("kela>ohjaamo")), directed(sketch("kela-ohjaamo"))
    (True, False)
    """
    return snapshot.directed


@measure("network")
def density(snapshot: Snapshot) -> float | Undefined:
    """Share of all possible ties that exist.

    In a meeting: how much of all possible cooperation is in use. A larger network is nearly always
    sparser, since nobody keeps up hundreds of ties; so compare a network with its own earlier map,
    not with another network of another size.

    Definition: arcs / (n (n − 1)) in a directed network, ties / (n (n − 1) / 2) in an undirected one.

    Edge cases: undefined with fewer than two actors, for there is no pair.

    Source: Wasserman & Faust 1994, 101–103 and 129; R sna ``gden``.

    >>> from solmu.sna.sketch import sketch
    >>> density(sketch("kela>ohjaamo ohjaamo=lukio"))
    0.5
    >>> density(sketch("ohjaamo"))
    Undefined(reason='too_few_actors')
    """
    if snapshot.n < 2:
        return Undefined("too_few_actors")
    possible = snapshot.n * (snapshot.n - 1)
    return snapshot.m / possible if snapshot.directed else 2 * snapshot.m / possible
