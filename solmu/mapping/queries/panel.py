"""The only place that reads what is known of one actor, or of one tie, for the panel beside the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from solmu.analysis.levels import LevelGraph, Node
from solmu.lib.alphabet import in_order
from solmu.mapping.rules.card import Accounts, Reach, reaches
from solmu.mapping.rules.panel import PairEdge, TieLine, Visit, Words, tie_lines, week
from solmu.networks.models import Network
from solmu.registry.models import Actor, Belonging, Contact, Presence, Seat, Service
from solmu.registry.queries import claims_touching, mentions_of
from solmu.registry.queries.services import presences_of, present_services
from solmu.registry.rules.services import single_services


def node_of(graph: LevelGraph, actor: Actor) -> Node | None:
    """Return ``actor`` as it stands on the map of a level, or None when it is folded into others there."""
    return next((node for node in graph.nodes if node.pk == actor.pk), None)


def ties_of(network: Network, graph: LevelGraph, actor: Actor) -> list[TieLine]:
    """Return the ties of ``actor`` on a level, closest first, each with the words of a note."""
    return tie_lines(
        graph, actor.pk, _notes(claims_touching(network, _within(graph, actor)), graph)
    )


def words_between(network: Network, graph: LevelGraph, one: Actor, other: Actor) -> list[Words]:
    """Return what each source says of the ties of a pair, also of those folded into them on this level."""
    here, there = set(_within(graph, one)), set(_within(graph, other))
    found: dict[int, Words] = {}
    for claim in claims_touching(network, here):
        source, target = _ends(claim)
        if (source in here and target in there) or (source in there and target in here):
            words = found.setdefault(claim.perspective_id, Words(claim.perspective))
            words.add(claim, forward=source in here)
    return list(found.values())


def edges_between(graph: LevelGraph, one: Actor, other: Actor) -> list[PairEdge]:
    """Return the ties of a pair on a level, read from ``one`` to ``other``: the existing one first."""
    pair = {one.pk, other.pk}
    edges = [edge for edge in graph.edges if {edge.one, edge.other} == pair]
    return sorted(
        (PairEdge(edge, turned=edge.one != one.pk) for edge in edges), key=lambda one: one.status
    )


def accounts_of(network: Network, graph: LevelGraph, actor: Actor) -> list[Accounts]:
    """Return the ties of ``actor`` of which both ends have spoken in readings of their own, by the other's name."""
    here = set(_within(graph, actor))
    homes = {
        pk: node.pk for node in graph.nodes for pk in (node.pk, *graph.members.get(node.pk, ()))
    }
    spoken: dict[int, dict[int, Words]] = defaultdict(dict)
    for claim in claims_touching(network, here).exclude(perspective__speaker=None):
        source, target = _ends(claim)
        other = homes.get(target if source in here else source)
        if other is not None and other != actor.pk:
            words = spoken[other].setdefault(claim.perspective_id, Words(claim.perspective))
            words.add(claim, forward=source in here)
    found = []
    for node in graph.nodes:
        there = {node.pk, *graph.members.get(node.pk, ())}
        said = spoken[node.pk].values()
        ours = [one for one in said if one.perspective.speaker_id in here]
        theirs = [one for one in said if one.perspective.speaker_id in there]
        if ours and theirs:
            found.append(Accounts(other=node, here=ours, there=theirs))
    return sorted(found, key=lambda one: in_order(one.other.label))


def reaches_of(actor: Actor, seen: QuerySet[Contact], *, on: date) -> list[Reach]:
    """Return whom to reach: the actor's own contacts, then those of people who belong to it."""
    people = [one for one in members_of(actor, on=on) if one.actor.kind == "person"]
    ways: dict[int, list[Contact]] = defaultdict(list)
    for contact in seen.filter(actor__in=[actor, *(one.actor for one in people)]):
        ways[contact.actor_id].append(contact)
    theirs = [
        Reach(name=one.actor.label, role=one.role, ref=one.actor.ref, ways=ways[one.actor_id], on=on)
        for one in people
        if ways[one.actor_id]
    ]  # fmt: skip
    return [*reaches(ways[actor.pk], on=on), *theirs]


def offered_by(actor: Actor) -> list[Service]:
    """Return the services that ``actor`` offers, by name."""
    offered = present_services(actor.network).filter(offers__actor=actor)
    return sorted(offered, key=lambda service: in_order(service.name))


def services_unsorted(actor: Actor, offered: Iterable[Service]) -> list[str]:
    """Return the actor's services as the sources wrote them, each once, without those ``offered`` by now."""
    known = {service.name.casefold() for service in offered}
    written = single_services(mention.services for mention in mentions_of(actor))
    return [words for words in written if words.casefold() not in known]


def visits_of(actor: Actor) -> list[Visit]:
    """Return where ``actor`` is on the spot, with the five weekdays of each place."""
    found: dict[str, dict[int, Presence]] = defaultdict(dict)
    for one in presences_of(actor):
        found[one.at.label][one.weekday] = one
    return [Visit(place, week(days)) for place, days in found.items()]


def homes_of(actor: Actor, *, on: date) -> QuerySet[Belonging]:
    """Return what ``actor`` belongs to on a day."""
    return _holding(actor.belongings.all(), on).filter(to__removed_at=None).select_related("to")


def members_of(actor: Actor, *, on: date) -> QuerySet[Belonging]:
    """Return who belongs to ``actor`` on a day, units before people."""
    within = _holding(actor.members.all(), on).filter(actor__removed_at=None)
    return within.select_related("actor").order_by("-actor__kind", "actor__label_fi")


def seats_of(actor: Actor, *, on: date) -> QuerySet[Seat]:
    """Return who represents ``actor`` in the network on a day."""
    return (
        _holding(actor.seats.all(), on)
        .filter(membership__ended_at=None)
        .select_related("membership__person")
        .order_by("membership__person__name")
    )


def _holding(rows: QuerySet, on: date) -> QuerySet:  # type: ignore[type-arg]  # belongings and seats alike
    return rows.filter(
        Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on)
    )


def _within(graph: LevelGraph, actor: Actor) -> tuple[int, ...]:
    return (actor.pk, *graph.members.get(actor.pk, ()))


def _ends(claim: Any) -> tuple[int, int]:
    return claim.source_actor, claim.target_actor  # annotated by the query


def _notes(claims: Iterable[Any], graph: LevelGraph) -> Mapping[frozenset[int], str]:
    """Return for each pair of nodes one note, the latest."""
    homes: dict[int, list[int]] = defaultdict(list)
    for home, folded in graph.members.items():
        for actor in folded:
            homes[actor].append(home)
    found: dict[frozenset[int], str] = {}
    for claim in claims:
        source, target = _ends(claim)
        for one in homes.get(source, [source]):
            for other in homes.get(target, [target]):
                if claim.note:
                    found.setdefault(frozenset((one, other)), claim.note)
    return found
