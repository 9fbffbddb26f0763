"""The only place that gathers what a path is found from: who meets a need, over which referrals, at whose door."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import QuerySet

from solmu.analysis.levels import EXISTING, PERSON, LevelGraph, Node
from solmu.analysis.rules.ages import suits
from solmu.analysis.rules.path import (
    REFERRAL,
    Doors,
    Found,
    HandOff,
    Offered,
    Offering,
    find_path,
    hand_offs,
)
from solmu.findings.queries.needs import Need
from solmu.networks.models import Area, Network
from solmu.registry.models import Contact, Offer, Presence, Service, Tie
from solmu.registry.queries import present_actors
from solmu.registry.queries.services import present_services, service_facts
from solmu.registry.rules.services import ServiceFact

OHJAAMO = "ohjaamo"
# A service that is met in another way than at a desk is not missed where there is no desk.
COMES_TO_ONE = frozenset({"outreach", "phone", "online"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked, all of it chosen from lists: it lives as long as its answer is being made."""

    need: Need
    place: Area | None
    start: Node
    ages: str = ""

    def serves(self, service: ServiceFact) -> bool:
        """Tell whether a service is for the municipality asked of; without places it is for the whole area."""
        return not self.place or not service.places or self.place.pk in service.places


@dataclass(frozen=True, kw_only=True)
class Landscape:
    """The network as a path sees it: nodes of one level, and everything that is folded into them.

    ``actors`` holds every present actor's kind, names and municipality by key; ``seen`` the ways to reach them that
    the asking person may see.
    """

    network: Network
    graph: LevelGraph
    actors: Mapping[int, tuple[str, str, int | None]]
    seen: QuerySet[Contact]
    facts: list[ServiceFact]
    rows: Mapping[str, Service] = field(default_factory=dict)

    @cached_property
    def nodes(self) -> dict[int, Node]:
        return {node.pk: node for node in self.graph.nodes}

    @cached_property
    def homes(self) -> dict[int, list[int]]:
        """The nodes that an actor is folded into, or itself."""
        found: dict[int, list[int]] = {pk: [pk] for pk in self.nodes}
        for home, folded in self.graph.members.items():
            for actor in folded:
                found.setdefault(actor, []).append(home)
        return found

    def homes_of(self, actors: Iterable[int]) -> list[int]:
        """Return the nodes that some actors stand in, each once."""
        return list(dict.fromkeys(home for pk in actors for home in self.homes.get(pk, ())))

    def words(self, service: ServiceFact) -> str:
        """Return what a service says of itself."""
        row = self.rows[service.ref]
        return f"{row.name}. {row.description}. {row.target_group}"

    def within(self, node: int) -> list[int]:
        """Return a node's own key and those of all that is folded into it."""
        return [node, *self.graph.members.get(node, ())]


def landscape(network: Network, graph: LevelGraph, seen: QuerySet[Contact]) -> Landscape:
    """Read the network for one question; the number of queries does not grow with it."""
    rows = present_actors(network).values_list(
        "pk", "kind", "label_fi", "label_sv", "municipality_id"
    )
    return Landscape(
        network=network,
        graph=graph,
        actors={pk: (kind, f"{fi}. {sv}", town) for pk, kind, fi, sv, town in rows},
        seen=seen,
        facts=service_facts(network),
        rows={service.ref: service for service in present_services(network)},
    )


def usual_start(graph: LevelGraph) -> Node | None:
    """Return where a young person usually comes first: the Ohjaamo, the best tied one where there are several."""
    ties = Counter(end for edge in graph.edges for end in (edge.one, edge.other))
    centres = [node for node in graph.nodes if node.sector == OHJAAMO]
    return max(centres, key=lambda node: (ties[node.pk], -node.pk), default=None)


def answer_to(question: Question, land: Landscape, offered: Offered) -> Found:
    """Find who leads where to those who meet the need."""
    ends = {one.actor for one in offered.here}
    doors = Doors(
        callable=_callable(land, ends),
        away=_away(question, land, offered.here),
        leads=_leads(land.network),
    )
    offs = known_hand_offs(land)
    return find_path(land.graph.edges, offs, offered, doors, start=question.start.pk)


def who_offers(question: Question, land: Landscape) -> Offered:
    """Return who meets the need in the municipality, and who only elsewhere."""
    here: dict[int, list[tuple[ServiceFact, bool]]] = defaultdict(list)
    there: dict[int, list[ServiceFact]] = defaultdict(list)
    for service in land.facts:
        words = land.words(service)
        met = question.need.is_met_by(service, words)
        if not (met or question.need.is_answered_by(words)):
            continue
        if not suits(service.target_group, question.ages):
            continue
        for home in land.homes_of(service.actors):
            if question.serves(service):
                here[home].append((service, met))
            elif met:
                there[home].append(service)
    named = [home for home in _named_for(question, land) if home not in here]
    return Offered(
        here=(*(_offering(home, found) for home, found in here.items()), *map(_by_name, named)),
        elsewhere=tuple(
            Offering(actor=home, services=tuple(found))
            for home, found in there.items()
            if home not in here and home not in named
        ),
    )


def known_hand_offs(land: Landscape) -> list[HandOff]:
    """Return every referral between nodes, with what makes it warm."""
    spots = Presence.objects.filter(actor__network=land.network, at__removed_at=None)
    present = {
        frozenset((one, other))
        for visitor, host in spots.values_list("actor_id", "at_id").distinct()
        for one in land.homes_of([visitor])
        for other in land.homes_of([host])
    }
    personal = Tie.objects.filter(network=land.network, content=REFERRAL, status=EXISTING)
    by_person = {
        (one, other)
        for source, target in personal.values_list("source_id", "target_id")
        if PERSON in (_kind(land, source), _kind(land, target))
        for one in land.homes_of([source])
        for other in land.homes_of([target])
    }
    return hand_offs(
        land.graph.edges,
        directed=land.graph.directed,
        present=present,
        by_person=by_person,
        named=_named(land),
    )


def _offering(home: int, found: list[tuple[ServiceFact, bool]]) -> Offering:
    """Let the services that speak of the need stand for an actor; else those that usually answer it."""
    met = tuple(service for service, is_met in found if is_met)
    return Offering(
        actor=home, services=met or tuple(service for service, _ in found), beside=not met
    )


def _by_name(home: int) -> Offering:
    return Offering(actor=home)


def _named_for(question: Question, land: Landscape) -> list[int]:
    """Return the nodes that are called what usually answers the need, and that serve the municipality."""
    if not question.need.concept:
        return []
    serving = {
        home
        for service in land.facts
        if question.serves(service)
        for home in land.homes_of(service.actors)
    }
    place = question.place.pk if question.place else None
    return [
        home
        for home in land.nodes
        if any(
            kind != PERSON
            and (place is None or town == place or home in serving)
            and question.need.is_answered_by(names)
            for kind, names, town in map(land.actors.__getitem__, land.within(home))
        )
    ]


def _kind(land: Landscape, actor: int) -> str:
    return land.actors.get(actor, ("", "", None))[0]


def _named(land: Landscape) -> set[int]:
    """Return the nodes of which somebody is named to be asked for, as far as the asking person may see."""
    known = land.seen.values_list("actor_id", "kind")
    asked_for = [
        actor
        for actor, kind in known
        if kind == Contact.Kind.PERSON or _kind(land, actor) == PERSON
    ]
    return set(land.homes_of(asked_for))


def _callable(land: Landscape, ends: Collection[int]) -> set[int]:
    inside = {actor: end for end in ends for actor in land.within(end)}
    reached = land.seen.filter(actor__in=inside).exclude(kind=Contact.Kind.PERSON)
    return {inside[actor] for actor in reached.values_list("actor_id", flat=True)}


def _away(question: Question, land: Landscape, here: Iterable[Offering]) -> set[int]:
    """Return who serves the municipality only at a desk that is elsewhere, with nobody on the spot."""
    place = question.place
    if place is None:
        return set()
    on_the_spot = set(
        Presence.objects.filter(
            actor__network=land.network, at__municipality=place, at__removed_at=None
        ).values_list("actor_id", flat=True)
    )
    return {
        one.actor
        for one in here
        if one.services and all(_is_a_desk(land.rows[service.ref]) for service in one.services)
        if not on_the_spot & set(land.within(one.actor))
        if place.pk not in (towns := _towns(land, one.actor)) and towns
    }


def _is_a_desk(service: Service) -> bool:
    return "site" in service.channels and not COMES_TO_ONE & set(service.channels)


def _towns(land: Landscape, node: int) -> set[int]:
    found = (land.actors[actor][2] for actor in land.within(node))
    return {town for town in found if town is not None}


def _leads(network: Network) -> Mapping[str, int]:
    leading = Offer.objects.filter(
        service__network=network, service__removed_at=None, role=Offer.Role.RESPONSIBLE
    )
    return Counter(leading.values_list("service__ref", flat=True))
