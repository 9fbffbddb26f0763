"""The only place that gathers what the directory's page tells of whom a query finds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from solmu.networks.models import Network
from solmu.registry.models import Actor, Belonging
from solmu.registry.queries.directory_texts import texts_of
from solmu.registry.queries.searching import Answer
from solmu.search import Analyser, Asked, Found, Need, Reason, Text, reasons

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One actor of an answer: which needs it answers, where it belongs, and why it is there."""

    actor: Actor
    answers: tuple[int, ...]
    homes: tuple[str, ...]
    reasons: list[Reason]


@dataclass(frozen=True, slots=True)
class Group:
    """The actors that answer so many of the needs."""

    answered: int
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Answered:
    """A query's needs, how many actors answer any of them, and the best of these by how many they answer."""

    needs: tuple[Need, ...]
    total: int
    groups: list[Group]

    @property
    def first(self) -> Line | None:
        """The best answer."""
        return self.groups[0].lines[0] if self.groups else None

    @property
    def shown(self) -> int:
        """How many are listed."""
        return sum(len(group.lines) for group in self.groups)


def tell(network: Network, answer: Answer, seen_by: Sequence[str]) -> Answered:
    """Return whom ``answer`` finds with the reasons, told by words that ``seen_by`` may read."""
    best = answer.found[:MOST_SHOWN]
    said: dict[int, list[Text]] = defaultdict(list)
    for place, texts in texts_of(network, [one.key for one in best]).items():
        if place.seen_by in seen_by:
            said[place.actor] += texts
    groups: dict[int, list[Line]] = defaultdict(list)
    for line in lines_of(answer.asked, best, said):
        groups[len(line.answers)].append(line)
    listed = [Group(answered, groups[answered]) for answered in sorted(groups, reverse=True)]
    return Answered(answer.asked.needs, len(answer.found), listed)


def lines_of(
    asked: Asked, found: Sequence[Found], said: Mapping[int, Sequence[Text]]
) -> list[Line]:
    """Return the actors of some answers in their order, each with why it is there by what was ``said`` of it."""
    keys = [one.key for one in found]
    actors = Actor.objects.select_related("municipality").in_bulk(keys)
    homes = _homes(keys)
    return [
        Line(
            actors[one.key],
            one.answers,
            tuple(homes[one.key]),
            reasons(Analyser.here(), asked, said.get(one.key, ())),
        )
        for one in found
    ]


def _homes(actors: Sequence[int]) -> dict[int, list[str]]:
    homes: dict[int, list[str]] = defaultdict(list)
    standing = Belonging.objects.filter(actor__in=actors, valid_to=None, to__removed_at=None)
    for belonging in standing.select_related("to").order_by("pk"):
        homes[belonging.actor_id].append(belonging.to.label)
    return homes
