"""The only place for whether ties go to those alike: in how many ties they have, or in the group they are of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from solmu.sna.catalogue import measure
from solmu.sna.graph import graph_of
from solmu.sna.matrix import ends_of
from solmu.sna.measures.degree import if_asked
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot


@measure("network")
def degree_assortativity(snapshot: Snapshot) -> float | Undefined:
    """Say whether those with many ties are tied to each other.

    In a meeting: below 0, the many small ones hang on a few large ones; above 0, the large ones have each
    other and the small ones have each other.

    Definition: over the ties, the correlation of the degrees at their two ends; in a directed network of
    the out-degree of the actor that an arc leaves and the in-degree of the one that it reaches.

    Edge cases: undefined without ties, and when the degrees at one kind of end are all the same.

    Source: Newman 2003, Physical Review E 67, 026126; networkx ``degree_assortativity_coefficient``.

    >>> from solmu.sna.sketch import sketch
    >>> round(degree_assortativity(sketch("ohjaamo-kela ohjaamo-lukio lukio-amis")), 3)
    -0.5
    """
    if not snapshot.m:
        return Undefined("no_ties")
    graph, (source, target) = graph_of(snapshot), ends_of(snapshot)
    leaving = np.asarray(graph.outdegree(), np.float64)[source]
    reaching = np.asarray(graph.indegree(), np.float64)[target]
    if not snapshot.directed:
        leaving, reaching = np.append(leaving, reaching), np.append(reaching, leaving)
    if np.ptp(leaving) == 0 or np.ptp(reaching) == 0:
        return Undefined("no_variance")
    return float(np.corrcoef(leaving, reaching)[0, 1])


@measure("network")
def group_assortativity(snapshot: Snapshot, attribute: str = "sector") -> float | Undefined:
    """Say whether ties stay within groups: 1 all do, 0 as by chance, below 0 they go across.

    In a meeting: do the sectors keep to themselves? Unlike `e_i_index` it allows for how many ties each
    group has.

    Definition: (Σ e_xx − Σ a_x b_x) / (1 − Σ a_x b_x), with e_xy the share of ties from group x to group y,
    a_x and b_x the shares that leave x and that reach it. An undirected tie counts both ways.

    Edge cases: ties of actors whose group is not stated are left out. Undefined when no group is stated,
    without ties, and when all ties are of one group.

    Source: Newman 2003, eq. 2; networkx ``attribute_assortativity_coefficient``.

    >>> from solmu.sna.sketch import sketch
    >>> sector = {"kela": "employment", "te": "employment", "lukio": "education", "amis": "education"}
    >>> round(group_assortativity(sketch("kela=te lukio=amis te>amis", groups=sector)), 3)
    0.615
    """
    number, kinds = _groups(snapshot, attribute)
    if not kinds:
        return Undefined("no_group")
    source, target = _ends_in_groups(snapshot, number)
    if not source.size:
        return Undefined("no_ties")
    if not snapshot.directed:
        source, target = np.append(source, target), np.append(target, source)
    leaving, reaching = np.bincount(source, minlength=kinds), np.bincount(target, minlength=kinds)
    within, total = int((source == target).sum()), source.size
    # In whole numbers, so that "no difference at all" is not missed by a rounding.
    by_chance = int(leaving @ reaching)
    if by_chance == total * total:
        return Undefined("no_variance")
    return (within * total - by_chance) / (total * total - by_chance)


@measure("network")
def e_i_index(snapshot: Snapshot, attribute: str = "sector") -> float | Undefined:
    """Say whether ties go across groups (towards 1) or stay within them (towards −1).

    In a meeting: of our ties, how many cross a sector's border? Small groups have more outside to be tied
    to, so compare it with what chance gives at these sizes before calling it open or closed.

    Definition: (ties between groups − ties within) / their sum, over arcs, or over undirected ties.

    Edge cases: ties of actors whose group is not stated are left out. Undefined when no group is stated
    and without ties.

    Source: Krackhardt & Stern 1988, Social Psychology Quarterly 51, 123–140.

    >>> from solmu.sna.sketch import sketch
    >>> sector = {"kela": "employment", "te": "employment", "lukio": "education", "amis": "education"}
    >>> e_i_index(sketch("kela=te lukio=amis te>amis", groups=sector))
    -0.6
    """
    number, kinds = _groups(snapshot, attribute)
    if not kinds:
        return Undefined("no_group")
    source, target = _ends_in_groups(snapshot, number)
    if not source.size:
        return Undefined("no_ties")
    return float((source != target).sum() * 2 - source.size) / source.size


@measure("actor")
def actor_e_i_index(snapshot: Snapshot, attribute: str = "sector") -> list[float | Undefined]:
    """Say of each actor whether its ties go across groups (towards 1) or stay in its own (towards −1).

    In a meeting: who carries things over a sector's border, and who works mostly at home. Neither is
    better; a network needs both.

    Definition: (ties to other groups − ties to its own) / their sum, over the arcs that leave the actor;
    in an undirected network over all its ties.

    Edge cases: ties to actors whose group is not stated are left out. Undefined for an actor whose own
    group is not stated, without such ties, and for one who was not asked.

    Source: Krackhardt & Stern 1988, Social Psychology Quarterly 51, 123–140.

    >>> from solmu.sna.sketch import sketch
    >>> sector = {"kela": "employment", "te": "employment", "lukio": "education", "amis": "education"}
    >>> actor_e_i_index(sketch("kela=te lukio=amis te>amis", groups=sector))
    [-1.0, 0.0, -1.0, -1.0]
    """
    number, _ = _groups(snapshot, attribute)
    source, target = ends_of(snapshot)
    if not snapshot.directed:
        source, target = np.append(source, target), np.append(target, source)
    stated = (number[source] >= 0) & (number[target] >= 0)
    source, target = source[stated], target[stated]
    across = number[source] != number[target]
    outward = np.bincount(source[across], minlength=snapshot.n).tolist()
    every = np.bincount(source, minlength=snapshot.n).tolist()
    figures: list[float | Undefined] = [
        Undefined("no_group") if own < 0
        else (2 * out - ties) / ties if ties
        else Undefined("no_ties")
        for own, out, ties in zip(number.tolist(), outward, every, strict=True)
    ]  # fmt: skip
    return if_asked(snapshot, figures)


def _groups(snapshot: Snapshot, attribute: str) -> tuple[NDArray[np.int64], int]:
    """Number the groups: each actor's, -1 where it is not stated, and how many there are."""
    values = snapshot.groups.get(attribute, ("",) * snapshot.n)
    place = {value: at for at, value in enumerate(sorted({*values} - {""}))}
    return np.asarray([place.get(value, -1) for value in values], np.int64), len(place)


def _ends_in_groups(
    snapshot: Snapshot, number: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the groups that the arcs leave and reach, where both are stated."""
    source, target = (number[ends] for ends in ends_of(snapshot))
    stated = (source >= 0) & (target >= 0)
    return source[stated], target[stated]
