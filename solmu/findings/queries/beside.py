"""The only place that reads what a network knows beside its ties: services, invitations, mentions, municipalities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from solmu.analysis.levels import LevelGraph
from solmu.analysis.rules.coverage import OHJAAMO, Coverage, coverage
from solmu.findings.rules.aims import AimFact
from solmu.journey.models import Aim
from solmu.journey.rules import timing
from solmu.networks.models import Area, Network
from solmu.registry.models import Actor, Asked, Identity, Perspective, Seat, Sector
from solmu.registry.queries import present_actors, standing_perspectives
from solmu.registry.rules.services import ServiceFact

# These speak for the network itself: that they name somebody is no answer of anybody.
NO_ANSWERS = (Perspective.Kind.COORDINATOR, Perspective.Kind.DIRECTORY)
ANYWHERE = 0  # the only place of a network that has no municipalities


@dataclass(frozen=True, slots=True)
class Folding:
    """Which actors stand for which others at a level, by their public ids."""

    homes: Mapping[int, Sequence[int]]
    refs: Mapping[int, str]

    @classmethod
    def of(cls, graph: LevelGraph) -> Folding:
        """Return how actors are folded in ``graph``."""
        homes: dict[int, list[int]] = defaultdict(list)
        for home, folded in graph.members.items():
            for actor in folded:
                homes[actor].append(home)
        return cls(homes, {node.pk: node.ref for node in graph.nodes})

    def stands_at(self, actor: int) -> Sequence[int]:
        """Return the actors at the level that an actor is, or is folded into."""
        return self.homes.get(actor, [actor])

    def refs_of(self, actors: Iterable[int]) -> frozenset[str]:
        """Return the public ids of the actors at the level that some actors are, or are folded into."""
        return frozenset(
            self.refs[home]
            for actor in actors
            for home in self.stands_at(actor)
            if home in self.refs
        )


def goals_of(services: Sequence[ServiceFact], folding: Folding) -> dict[str, frozenset[str]]:
    """Return for each actor at the level what its services are for."""
    found: dict[str, set[str]] = defaultdict(set)
    for service in services:
        for ref in folding.refs_of(service.actors) if service.goal_areas else ():
            found[ref].update(service.goal_areas)
    return {ref: frozenset(goals) for ref, goals in found.items()}


def coverage_of(network: Network, services: Sequence[ServiceFact]) -> Coverage | None:
    """Return the grid of who supports whom in what, or None when no service says what it is."""
    if not any(service.kinds and service.goal_areas for service in services):
        return None
    towns = network.areas.filter(kind=Area.Kind.MUNICIPALITY).order_by("pk")
    return coverage(
        services,
        places=list(towns.values_list("pk", flat=True)) or [ANYWHERE],
        sectors=dict(present_actors(network).values_list("pk", "sector")),
        all_sectors=[sector for sector in Sector.values if sector != OHJAAMO],
    )


def named_by(network: Network, folding: Folding) -> dict[str, int]:
    """Count for each actor at the level the answers that name it, its own aside."""
    rows = (
        Identity.objects.filter(
            actor__network=network,
            actor__removed_at=None,
            ended_at=None,
            mention__perspective__withdrawn_at=None,
        )
        .exclude(mention__perspective__kind__in=NO_ANSWERS)
        .values_list("actor_id", "mention__perspective_id", "mention__perspective__speaker_id")
        .distinct()
    )
    answers: dict[str, set[int]] = defaultdict(set)
    for actor, perspective, speaker in rows:
        own = folding.refs_of([speaker] if speaker else [])
        for ref in folding.refs_of([actor]) - own:
            answers[ref].add(perspective)
    return {ref: len(found) for ref, found in answers.items()}


def invited(network: Network, folding: Folding) -> frozenset[str]:
    """Return the actors at the level that were asked, speak for themselves, or have a member's seat."""
    asked = Asked.objects.filter(
        perspective__network=network, perspective__withdrawn_at=None
    ).values_list("actor_id", flat=True)
    speaking = standing_perspectives(network).exclude(speaker=None)
    seated = Seat.objects.filter(
        membership__network=network, membership__ended_at=None, valid_to=None
    ).values_list("actor_id", flat=True)
    known = {*asked, *speaking.values_list("speaker_id", flat=True), *seated}
    return folding.refs_of(known)


def aims_of(network: Network, *, on: date) -> list[AimFact]:
    """Return the network's aims, each with what its latest review said."""
    aims = Aim.objects.filter(network=network).prefetch_related("reviews").order_by("pk")
    return [
        AimFact(
            state=one.latest.state if one.latest else "", overdue=timing(one, on=on) == "overdue"
        )
        for one in aims
    ]


def towns_of(network: Network, folding: Folding) -> dict[str, str]:
    """Return the municipality of each actor at the level that has one, by a code that is the same in all languages."""
    shown = set(folding.refs.values())
    stated = Actor.objects.filter(network=network, removed_at=None).exclude(municipality=None)
    return {
        ref: str(town) for ref, town in stated.values_list("ref", "municipality_id") if ref in shown
    }
