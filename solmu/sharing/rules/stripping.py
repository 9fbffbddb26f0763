"""The only place that decides what of a network's map leaves it by a share: an allow-list, and no persons at all."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from solmu.analysis.levels import (
    EXISTING,
    PERSON,
    ActorFact,
    Edge,
    Level,
    LevelGraph,
    Node,
    TieFact,
    Way,
    roll_up,
)
from solmu.sharing.rules.namelike import NameStore, Sign, signs_of

LEVELS: tuple[Level, ...] = ("organisation", "unit")
FIELDS = ("sector", "municipality", "services", "contents", "frequency", "wished", "people_ties")
USUAL_FIELDS = ("sector", "municipality", "contents", "frequency")
Part = Literal["title", "label", "services", "municipality", "content"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a share grants: level, fields, actors left out by hand, and texts confirmed as no person's."""

    title: str
    level: Level
    fields: frozenset[str]
    left_out: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()

    def allows(self, name: str) -> bool:
        return name in self.fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What the network holds on a day, before anything is taken away; ``own_places`` are typed by hand."""

    actors: Sequence[ActorFact]
    ties: Sequence[TieFact]
    services: Mapping[int, str]
    own_places: Set[str]
    contents: Set[str]  # those of the fixed list; all others are typed by hand
    on: date
    directed: bool
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A text that looks as if it named or reached a person; left out until somebody confirms that it does not."""

    part: Part
    text: str
    signs: tuple[Sign, ...]
    confirmed: bool = False
    ref: str = ""

    @property
    def key(self) -> str:
        return key_of(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a stranger sees, and nothing else; ``left_out`` counts actors taken off, persons not counted."""

    title: str
    graph: LevelGraph
    services: Mapping[int, str]
    asked: int
    left_out: int
    fields: frozenset[str]
    flags: tuple[Flag, ...] = field(default=(), repr=False)

    def allows(self, name: str) -> bool:
        return name in self.fields


def key_of(text: str) -> str:
    """Return by what a confirmed text is remembered, without keeping the text; a changed one is asked anew."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:24]


def level_of(name: str) -> Level:
    """Return a level that may be shared: never that of people."""
    return next((level for level in LEVELS if level == name), "organisation")


def strip(source: Source, terms: Terms, names: NameStore) -> Shown:
    """Take away everything that ``terms`` do not grant, persons first.

    Persons go before the ties are rolled up, so that nothing said of them is left in any figure. Only where
    the share says so are the ties that people carry rolled up to where those people work.
    """
    graph = _without_persons(source, terms)
    looked = _Looking(source, terms, names)
    labels = {node.pk: looked.at("label", node.label, node.ref) for node in graph.nodes}
    nodes = [node for node in graph.nodes if labels[node.pk] and node.ref not in terms.left_out]
    kept = {node.pk for node in nodes}
    services = {
        node.pk: said
        for node in nodes
        if terms.allows("services")
        and (said := looked.at("services", source.services.get(node.pk, ""), node.ref))
    }
    edges = [edge for edge in graph.edges if edge.one in kept and edge.other in kept]
    return Shown(
        title=looked.at("title", terms.title),
        graph=replace(
            graph,
            nodes=tuple(_node(node, looked) for node in nodes),
            edges=tuple(_edge(edge, looked) for edge in edges if _may_leave(edge, terms)),
            inside=0,
            members={},
        ),
        services=services,
        asked=sum(node.asked for node in nodes),
        left_out=len(graph.nodes) - len(nodes),
        fields=terms.fields,
        flags=tuple(looked.flags.values()),
    )


def _without_persons(source: Source, terms: Terms) -> LevelGraph:
    actors, ties = _with_sectors(source.actors), source.ties
    if not terms.allows("people_ties"):
        actors = [actor for actor in actors if actor.kind != PERSON]
        here = {actor.pk for actor in actors}
        ties = [tie for tie in ties if tie.source in here and tie.target in here]
    graph = roll_up(
        actors,
        ties,
        level=level_of(terms.level),
        on=source.on,
        directed=source.directed,
        revision=source.revision,
    )
    nodes = tuple(node for node in graph.nodes if node.kind != PERSON)
    return replace(graph, nodes=nodes)


def _with_sectors(actors: Sequence[ActorFact]) -> Sequence[ActorFact]:
    """Give a unit without a sector that of where it belongs, as the map does."""
    sectors = {actor.pk: actor.sector for actor in actors if actor.kind != PERSON}
    return [
        replace(actor, sector=next(filter(None, map(sectors.get, actor.belongs_to)), ""))
        if not actor.sector
        else actor
        for actor in actors
    ]


def _may_leave(edge: Edge, terms: Terms) -> bool:
    return edge.status == EXISTING or terms.allows("wished")


class _Looking:
    """Looks at each text once and remembers what looked like a person."""

    def __init__(self, source: Source, terms: Terms, names: NameStore) -> None:
        self.source, self.terms, self.names = source, terms, names
        self.flags: dict[tuple[str, str, str], Flag] = {}

    def at(self, part: Part, text: str, ref: str = "") -> str:
        """Return ``text`` if it may leave, else nothing."""
        text = text.strip()
        signs = signs_of(text, self.names) if text else ()
        if not signs:
            return text
        confirmed = key_of(text) in self.terms.confirmed
        flag = Flag(part=part, text=text, signs=signs, confirmed=confirmed, ref=ref)
        self.flags[part, text, ref] = flag
        return text if confirmed else ""


def _node(node: Node, looked: _Looking) -> Node:
    place = node.municipality if looked.terms.allows("municipality") else ""
    if place in looked.source.own_places:
        place = looked.at("municipality", place, node.ref)
    return replace(
        node,
        sector=node.sector if looked.terms.allows("sector") else "",
        municipality=place,
        asked=False,
        folded=0,
    )


def _edge(edge: Edge, looked: _Looking) -> Edge:
    terms = looked.terms
    return replace(
        edge,
        ways=_ways(edge.ways, looked),
        frequency=edge.frequency if terms.allows("frequency") else None,
        closeness=None,
        weight=None,
        said=1,
        asked=1,
        drawn_mutual=False,
        both_ends=False,
        differs=False,
        notes=0,
        confirmed_on=None,
    )


def _ways(ways: Collection[Way], looked: _Looking) -> tuple[Way, ...]:
    """Keep the contents that may leave; what may not stays as a tie whose content nobody stated."""
    united: dict[str, Way] = {}
    for way in ways:
        content = way.content if looked.terms.allows("contents") else ""
        if content not in looked.source.contents:
            content = looked.at("content", content)
        known = united.get(content, Way(content=content, forward=False, back=False))
        united[content] = replace(
            known, forward=known.forward or way.forward, back=known.back or way.back
        )
    return tuple(united[content] for content in sorted(united))
