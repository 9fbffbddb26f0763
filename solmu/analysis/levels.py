"""The only place where ties are rolled up to a level: persons into units, units into organisations (M04)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Level = Literal["organisation", "unit", "person"]
LEVELS: tuple[Level, ...] = ("organisation", "unit", "person")
EXISTING = "existing"
PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFact:
    """One present actor as the database has it; ``belongs_to`` holds those valid on the as-of date."""

    pk: int
    ref: str
    label: str
    kind: str
    sector: str
    municipality: str
    asked: bool
    belongs_to: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TieFact:
    """One resolved tie of an ordered pair and content as the database has it."""

    source: int
    target: int
    content: str
    status: str
    frequency: int | None = None
    closeness: int | None = None
    weight: float | None = None
    said: int = 1
    asked: int = 1
    drawn_mutual: bool = False
    both_ends: bool = False
    differs: bool = False
    notes: int = 0
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One actor at the level, with how many others are folded into it."""

    pk: int
    ref: str
    label: str
    kind: str
    sector: str
    municipality: str
    asked: bool
    folded: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Which way one content goes between ``one`` and ``other`` of an edge."""

    content: str
    forward: bool
    back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """All that holds between two nodes in one status; ``one → other`` is forward.

    ``people_only`` tells that no organisation carries it, only persons: no agreement between
    organisations, and it never looks like one.
    """

    one: int
    other: int
    status: str
    forward: bool
    back: bool
    ways: tuple[Way, ...]
    frequency: int | None
    closeness: int | None
    weight: float | None
    said: int
    asked: int
    drawn_mutual: bool
    both_ends: bool
    differs: bool
    notes: int
    people_only: bool
    confirmed_on: date | None

    @property
    def mutual(self) -> bool:
        """Whether something goes both ways."""
        return self.forward and self.back

    @property
    def contents(self) -> tuple[str, ...]:
        """What passes, without ties whose content nobody stated."""
        return tuple(way.content for way in self.ways if way.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelGraph:
    """The network at one level on one day; ``inside`` counts ties that are within one node."""

    level: Level
    on: date
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    directed: bool
    inside: int
    revision: int
    members: Mapping[int, tuple[int, ...]]


def roll_up(
    actors: Sequence[ActorFact],
    ties: Iterable[TieFact],
    *,
    level: Level,
    on: date,
    directed: bool = True,
    revision: int = 0,
) -> LevelGraph:
    """Fold ``actors`` to ``level`` and unite their ``ties``.

    Content by union, strength by maximum, → and ← make ↔; ties inside one node are dropped and counted. A
    person with several employers is folded into each of them; who belongs nowhere stays as they are.
    """
    by_pk = {actor.pk: actor for actor in actors}
    homes = {actor.pk: _homes(actor, by_pk, level) for actor in actors}
    members: dict[int, list[int]] = defaultdict(list)
    for actor in actors:
        for home in homes[actor.pk]:
            if home != actor.pk:
                members[home].append(actor.pk)
    inside = 0
    found: dict[tuple[int, int, str], list[tuple[bool, TieFact]]] = defaultdict(list)
    for tie in ties:
        if tie.source not in homes or tie.target not in homes:
            continue
        ends = [(a, b) for a in homes[tie.source] for b in homes[tie.target]]
        if all(a == b for a, b in ends):
            inside += 1
        for a, b in ends:
            if a != b:
                low, high = min(a, b), max(a, b)
                found[low, high, tie.status].append((a == low, tie))
    persons = {actor.pk for actor in actors if actor.kind == PERSON}
    shown = {home for homes_of in homes.values() for home in homes_of}
    return LevelGraph(
        level=level,
        on=on,
        nodes=tuple(
            _node(actor, members.get(actor.pk, ()), by_pk) for actor in actors if actor.pk in shown
        ),
        edges=tuple(_edge(key, told, persons) for key, told in found.items()),
        directed=directed,
        inside=inside,
        revision=revision,
        members={home: tuple(folded) for home, folded in members.items()},
    )


def _homes(actor: ActorFact, by_pk: Mapping[int, ActorFact], level: Level) -> tuple[int, ...]:
    if level == "person" or (level == "unit" and actor.kind != PERSON):
        return (actor.pk,)
    homes: dict[int, None] = {}
    waiting, seen = [actor.pk], set[int]()
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        above = [pk for pk in by_pk[here].belongs_to if pk in by_pk]
        stops = level == "unit" and by_pk[here].kind != PERSON
        if stops or not above:
            homes[here] = None
        else:
            waiting += above
    return tuple(homes) or (actor.pk,)


def _node(actor: ActorFact, folded: Sequence[int], by_pk: Mapping[int, ActorFact]) -> Node:
    return Node(
        pk=actor.pk,
        ref=actor.ref,
        label=actor.label,
        kind=actor.kind,
        sector=actor.sector,
        municipality=actor.municipality,
        asked=actor.asked or any(by_pk[pk].asked for pk in folded),
        folded=len(folded),
    )


def _edge(
    key: tuple[int, int, str], told: Sequence[tuple[bool, TieFact]], persons: set[int]
) -> Edge:
    one, other, status = key
    ties = [tie for _, tie in told]
    ways: dict[str, list[bool]] = {}
    for forward, tie in told:
        ways.setdefault(tie.content, [False, False])[0 if forward else 1] = True
    return Edge(
        one=one,
        other=other,
        status=status,
        forward=any(way[0] for way in ways.values()),
        back=any(way[1] for way in ways.values()),
        ways=tuple(
            Way(content=content, forward=way[0], back=way[1])
            for content, way in sorted(ways.items())
        ),
        frequency=max((t.frequency for t in ties if t.frequency is not None), default=None),
        closeness=max((t.closeness for t in ties if t.closeness is not None), default=None),
        weight=max((t.weight for t in ties if t.weight is not None), default=None),
        said=max(t.said for t in ties),
        asked=max(t.asked for t in ties),
        drawn_mutual=any(t.drawn_mutual for t in ties),
        both_ends=any(t.both_ends for t in ties),
        differs=any(t.differs for t in ties),
        notes=sum({(t.source, t.target, t.status): t.notes for t in ties}.values()),
        people_only=all(t.source in persons or t.target in persons for t in ties),
        confirmed_on=max((t.confirmed_on for t in ties if t.confirmed_on), default=None),
    )
