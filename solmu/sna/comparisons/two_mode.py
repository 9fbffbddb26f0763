"""The only place for networks of two kinds of actor, such as organisations and the meetings they come to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Literal, TypeAlias

from solmu.sna.catalogue import comparison
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Ends, Note, Snapshot

Weighing = Literal["count", "newman"]
Members: TypeAlias = list[list[int]]


@comparison("many")
def projection(
    snapshot: Snapshot, value: str, attribute: str = "kind", weighing: Weighing = "count"
) -> Snapshot:
    """Tie those who share something: organisations by common meetings, or meetings by common organisations.

    In a meeting: who sits at the same tables, and how often. With the other value: which tables could
    be one, since the same people sit there.

    Definition: the actors whose ``attribute`` has the ``value`` are tied when both are tied to the same
    actor of another value, either way. The strength is the number of those they share (``count``), or
    the sum of 1 / (k − 1) over them, with k who share each (``newman``): a large event then ties less
    than a talk of three.

    Edge cases: those who share nothing are there without ties. Ties between two of the same side are
    left out and told in ``notes`` as ``same_side_dropped``. An actor whose value is not stated is on no
    side. Without anybody of the value the result is empty.

    Source: Breiger 1974, Social Forces 53, 181–190; Newman 2001, Physical Review E 64, 016132
    (``newman``); networkx ``bipartite.weighted_projected_graph``.

    >>> from solmu.sna.sketch import sketch
    >>> sides = {"kela": "actor", "te": "actor", "amis": "actor", "m1": "meeting", "m2": "meeting"}
    >>> drawn = sketch("kela-m1 te-m1 kela-m2 te-m2 amis-m2", groups=sides)
    >>> shared = projection(drawn, "actor", attribute="sector")
    >>> [(shared.ids[a], shared.ids[b]) for a, b in shared.pairs()], list(shared.strengths())
    ([('kela', 'te'), ('kela', 'amis'), ('te', 'amis')], [2.0, 1.0, 1.0])
    """
    values = snapshot.groups.get(attribute, ("",) * snapshot.n)
    mine = [actor for actor, own in enumerate(values) if own == value and value]
    members, within = _members(snapshot, values, value)
    strengths: dict[tuple[int, int], float] = {}
    for sharing in members:
        worth = 1.0 if weighing == "count" else 1 / max(len(sharing) - 1, 1)
        for pair in combinations(sharing, 2):
            strengths[pair] = strengths.get(pair, 0.0) + worth
    ids = snapshot.ids
    ties: Iterable[Ends] = ((ids[a], ids[b], worth) for (a, b), worth in sorted(strengths.items()))
    return Snapshot.of(
        [ids[actor] for actor in mine],
        [snapshot.labels[actor] for actor in mine],
        ties,
        directed=False,
        groups={key: [own[actor] for actor in mine] for key, own in snapshot.groups.items()},
        notes=[*snapshot.notes, *([Note("same_side_dropped", within)] if within else [])],
        level=snapshot.level,
        revision=snapshot.revision,
    )


@comparison("many")
def two_mode_density(snapshot: Snapshot, value: str, attribute: str = "kind") -> float | Undefined:
    """Share of the possible ties between two kinds of actor that exist.

    In a meeting: how full the table of who comes to what is. Ordinary density would count ties that
    cannot be, such as those between two meetings.

    Definition: pairs tied either way between the n actors whose ``attribute`` has the ``value`` and the
    m who have another, over n · m.

    Edge cases: undefined when one of the sides is empty. Actors whose value is not stated, and ties
    within a side, do not count.

    Source: Borgatti & Everett 1997, Social Networks 19, 243–269.

    >>> from solmu.sna.sketch import sketch
    >>> sides = {"kela": "actor", "te": "actor", "amis": "actor", "m1": "meeting", "m2": "meeting"}
    >>> two_mode_density(sketch("kela-m1 te-m1 kela-m2 amis", groups=sides), "actor", "sector")
    0.5
    """
    values = snapshot.groups.get(attribute, ("",) * snapshot.n)
    here = sum(own == value for own in values if own)
    there = sum(own != value for own in values if own)
    if not here or not there:
        return Undefined("no_pair")
    members, _ = _members(snapshot, values, value)
    return sum(map(len, members)) / (here * there)


def _members(snapshot: Snapshot, values: tuple[str, ...], value: str) -> tuple[Members, int]:
    """Return for each actor of the other side who of this side is tied to it, and the ties within sides."""
    members: list[set[int]] = [set() for _ in range(snapshot.n)]
    within = 0
    for a, b in snapshot.pairs():
        if not values[a] or not values[b]:
            continue
        if (values[a] == value) == (values[b] == value):
            within += 1
        elif values[a] == value:
            members[b].add(a)
        else:
            members[a].add(b)
    return [sorted(each) for each in members], within
