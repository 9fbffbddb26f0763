"""The only place that reads the map as tables: narrowed, sorted rows of ties and of actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from solmu.analysis.levels import ActorFact, Edge, Level, LevelGraph, Node
from solmu.analysis.queries import actor_facts, level_graph
from solmu.lib.alphabet import in_order
from solmu.mapping.rules.card import is_outdated
from solmu.networks.models import Network
from solmu.registry.models import Contact, Mention
from solmu.registry.queries import actors_named, claims_touching, present_actors

EXISTING = "existing"


@dataclass(frozen=True, slots=True, kw_only=True)
class TieFilters:
    """What a reader asked to see of the ties; ``often`` is the least frequency, ``sort`` a column, - first for down."""

    text: str = ""
    sector: str = ""
    content: str = ""
    often: int | None = None
    level: Level = "organisation"
    wished: bool = True
    sort: str = "-often"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFilters:
    """What a reader asked to see of the actors."""

    text: str = ""
    sector: str = ""
    kind: str = ""
    place: str = ""
    stale: bool = False
    sort: str = "-ties"


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """One pair in one status; what goes only one way goes from ``source``."""

    source: Node
    target: Node
    edge: Edge
    directed: bool
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The row's own name on the page."""
        return f"tie-{self.source.ref}-{self.target.ref}-{self.edge.status}"

    @property
    def more_notes(self) -> int:
        """How many notes there are beside the newest."""
        return max(len(self.notes) - 1, 0)

    @property
    def way(self) -> str:
        """``both``, ``forward``, or ``line`` where nobody draws arrows."""
        if not self.directed:
            return "line"
        return "both" if self.edge.mutual else "forward"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """One actor with what a table tells of it; ``ties`` are counted at the actor's own level."""

    actor: ActorFact
    parents: tuple[str, ...]
    ties: int
    services: str
    has_contacts: bool
    confirmed_on: date | None
    stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much there is on the map at one level."""

    actors: int
    ties: int
    wished: int


def tie_rows(network: Network, graph: LevelGraph, filters: TieFilters) -> list[TieRow]:
    """Return the pairs of ``graph`` that were asked for, in the order that was asked for."""
    named = actors_named(network, filters.text) if filters.text else None
    rows = [row for row in _all_rows(graph) if _is_asked_for(row, filters, graph, named)]
    return _sorted(rows, filters.sort, _TIE_ORDER, last=lambda row: in_order(row.target.label))


def tie_row(network: Network, graph: LevelGraph, one: int, other: int) -> TieRow | None:
    """Return the row of one pair, an existing tie first, or None when nobody says anything of it."""
    of_pair = [row for row in _all_rows(graph) if {row.source.pk, row.target.pk} == {one, other}]
    of_pair.sort(key=lambda row: row.edge.status != EXISTING)
    return next(iter(with_notes(network, graph, of_pair[:1])), None)


def with_notes(network: Network, graph: LevelGraph, rows: Sequence[TieRow]) -> list[TieRow]:
    """Add to ``rows`` what was noted of their ties, the newest first."""
    homes: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        for node in (row.source.pk, row.target.pk):
            for actor in (node, *graph.members.get(node, ())):
                homes[actor].add(node)
    found: dict[tuple[int, int, str], dict[str, None]] = defaultdict(dict)
    for source, target, status, note in _notes_among(network, homes):
        for a in homes[source]:
            for b in homes[target]:
                found[min(a, b), max(a, b), status][note] = None
    return [
        replace(row, notes=tuple(found[row.edge.one, row.edge.other, row.edge.status]))
        for row in rows
    ]


def contents_of(graph: LevelGraph) -> list[str]:
    """Return every content that some tie carries."""
    return sorted({content for edge in graph.edges for content in edge.contents})


def counts_of(graph: LevelGraph) -> Counts:
    """Count actors, existing ties and wished ties at a level."""
    statuses = [edge.status for edge in graph.edges]
    return Counts(
        actors=len(graph.nodes), ties=statuses.count(EXISTING), wished=statuses.count("wished")
    )


def count_actors(network: Network) -> int:
    """Count all actors on the map, whatever the level."""
    return present_actors(network).count()


def actor_rows(
    network: Network, filters: ActorFilters, *, contacts: QuerySet[Contact], on: date
) -> list[ActorRow]:
    """Return the actors that were asked for; ``contacts`` are those that the reader may see."""
    facts = actor_facts(network, on=on)
    labels = {fact.pk: fact.label for fact in facts}
    ties, services = _tie_counts(network, on=on), written_services(network)
    confirmed = _confirmed(contacts)
    named = actors_named(network, filters.text) if filters.text else None
    rows = [
        ActorRow(
            actor=fact,
            parents=tuple(labels[pk] for pk in fact.belongs_to if pk in labels),
            ties=ties.get(fact.pk, 0),
            services=services.get(fact.pk, ""),
            has_contacts=fact.pk in confirmed,
            confirmed_on=confirmed.get(fact.pk),
            stale=fact.pk in confirmed and is_outdated(confirmed[fact.pk], on=on),
        )
        for fact in facts
        if (not filters.sector or fact.sector == filters.sector)
        and (not filters.kind or fact.kind == filters.kind)
        and (not filters.place or fact.municipality == filters.place)
        and (named is None or fact.pk in named)
    ]
    rows = [row for row in rows if row.stale or not filters.stale]
    return _sorted(rows, filters.sort, _ACTOR_ORDER, last=lambda row: in_order(row.actor.label))


def actor_row(
    network: Network, pk: int, *, contacts: QuerySet[Contact], on: date
) -> ActorRow | None:
    """Return the row of one actor, or None when it is not on the map."""
    rows = actor_rows(network, ActorFilters(), contacts=contacts, on=on)
    return next((row for row in rows if row.actor.pk == pk), None)


def places_on_map(network: Network, *, on: date) -> list[str]:
    """Return the municipalities of the network's actors, in the reader's language and order."""
    facts = actor_facts(network, on=on)
    return sorted({fact.municipality for fact in facts if fact.municipality}, key=in_order)


def _all_rows(graph: LevelGraph) -> Iterable[TieRow]:
    nodes = {node.pk: node for node in graph.nodes}
    for edge in graph.edges:
        one, other = nodes[edge.one], nodes[edge.other]
        backwards = edge.back and not edge.forward
        if edge.mutual or not graph.directed:
            backwards = in_order(other.label) < in_order(one.label)
        source, target = (other, one) if backwards else (one, other)
        yield TieRow(source=source, target=target, edge=edge, directed=graph.directed)


def _is_asked_for(
    row: TieRow, filters: TieFilters, graph: LevelGraph, named: set[int] | None
) -> bool:
    edge = row.edge
    return (
        (filters.wished or edge.status == EXISTING)
        and (not filters.sector or filters.sector in {row.source.sector, row.target.sector})
        and (not filters.content or filters.content in edge.contents)
        and (filters.often is None or (edge.frequency or 0) >= filters.often)
        and (
            named is None
            or any(
                pk in named
                for end in (edge.one, edge.other)
                for pk in (end, *graph.members.get(end, ()))
            )
        )
    )


def _notes_among(
    network: Network, actors: Mapping[int, Any]
) -> Iterable[tuple[int, int, str, str]]:
    noted = claims_touching(network, actors.keys()).exclude(note="").order_by("-updated_at", "-pk")
    for source, target, status, note in noted.values_list(
        "source_actor", "target_actor", "status", "note"
    ):
        if source in actors and target in actors:
            yield source, target, status, note


def _tie_counts(network: Network, *, on: date) -> dict[int, int]:
    """Count partners at each actor's own level: an organisation's ties hold those of its units."""
    found: dict[int, int] = {}
    own_level: tuple[tuple[Level, Callable[[str], bool]], ...] = (
        ("person", lambda kind: kind == "person"),
        ("unit", lambda kind: kind != "person"),
        ("organisation", lambda kind: kind == "organisation"),
    )
    for level, holds in own_level:
        graph = level_graph(network, level, on=on)
        partners: dict[int, set[int]] = defaultdict(set)
        for edge in graph.edges:
            if edge.status == EXISTING:
                partners[edge.one].add(edge.other)
                partners[edge.other].add(edge.one)
        found |= {node.pk: len(partners[node.pk]) for node in graph.nodes if holds(node.kind)}
    return found


def written_services(network: Network) -> dict[int, str]:
    """Return each actor's services as they were written last."""
    written = (
        Mention.objects.filter(
            perspective__network=network,
            perspective__withdrawn_at=None,
            identities__ended_at=None,
        )
        .exclude(services="")
        .order_by("perspective__created_at", "pk")
        .annotate(actor=F("identities__actor"))
    )
    return dict(written.values_list("actor", "services"))


def _confirmed(contacts: QuerySet[Contact]) -> dict[int, date | None]:
    """Return for each actor the day of its longest unconfirmed contact; None when one never was."""
    found: dict[int, date | None] = {}
    for actor, on in contacts.order_by("pk").values_list("actor_id", "confirmed_on"):
        known = found.get(actor, on)
        found[actor] = min(known, on) if known and on else None
    return found


def _sorted(
    rows: list[Any], sort: str, orders: Mapping[str, Callable[[Any], Any]], *, last: Any
) -> list[Any]:
    """Sort by a column and then by name, which stays in its own order either way."""
    rows.sort(key=last)
    first = orders.get(sort.removeprefix("-"))
    if first is not None:
        rows.sort(key=first, reverse=sort.startswith("-"))
    return rows


_TIE_ORDER: dict[str, Callable[[TieRow], Any]] = {
    "from": lambda row: in_order(row.source.label),
    "to": lambda row: in_order(row.target.label),
    "what": lambda row: (row.edge.contents, row.edge.notes),
    "often": lambda row: (row.edge.status == EXISTING, row.edge.frequency or 0, row.edge.said),
    "said": lambda row: (row.edge.said, row.edge.both_ends),
    "confirmed": lambda row: row.edge.confirmed_on or date.min,
}
_ACTOR_ORDER: dict[str, Callable[[ActorRow], Any]] = {
    "name": lambda row: in_order(row.actor.label),
    "kind": lambda row: row.actor.kind,
    "parent": lambda row: in_order(", ".join(row.parents)),
    "place": lambda row: in_order(row.actor.municipality),
    "ties": lambda row: row.ties,
    "services": lambda row: in_order(row.services),
    "confirmed": lambda row: row.confirmed_on or date.min,
}
