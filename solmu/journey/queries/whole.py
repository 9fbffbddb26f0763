"""The only place that gathers the whole card as it stood at a moment: answers, aims, what both ends of ties said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from solmu.journey.models import Aim, CardAnswer, EndWords, Question, Review
from solmu.journey.queries.card import groups, in_full
from solmu.journey.queries.figures import figure_said
from solmu.journey.rules import CARD
from solmu.networks.models import Network
from solmu.registry.models import Actor, Claim
from solmu.registry.queries import current_ties, present_actors


@dataclass(frozen=True, slots=True)
class Given:
    """One question with what was answered to it; ``answer`` is empty where the settings say it alone."""

    label: str
    text: str
    answer: CardAnswer | None


@dataclass(frozen=True, slots=True)
class AimThen:
    """One aim with the latest review of the time, and its figures as they are written."""

    aim: Aim
    figure: str
    review: Review | None
    figure_reviewed: str


@dataclass(frozen=True, slots=True)
class Side:
    """What one end had said of the tie, if it had."""

    actor: Actor
    words: EndWords | None

    @property
    def said_by(self) -> str:
        """Whose words they are: the end's own, or taken down for it."""
        if self.words is None:
            return _("has not told")
        return _("told to the coordinator") if self.words.noted else _("own words")


@dataclass(frozen=True, slots=True)
class TieThen:
    """One tie of which an end had told, and how the map knows it today."""

    sides: tuple[Side, Side]
    on_map: str

    @property
    def name(self) -> str:
        return " – ".join(side.actor.label for side in self.sides)

    @property
    def both(self) -> bool:
        return all(side.words for side in self.sides)


@dataclass(frozen=True, slots=True)
class WholeCard:
    """The card at a moment; ``is_now`` tells that nothing has been written since."""

    at: datetime
    is_now: bool
    groups: Sequence[tuple[str, Sequence[Given]]]
    aims: Sequence[AimThen]
    ties: Sequence[TieThen]


def whole_card(
    network: Network, aims: Iterable[Aim], *, at: datetime, today: date, is_now: bool = True
) -> WholeCard:
    """Return the card as it was at ``at``; aims are told in the words, and ties as the map knows them, of ``today``."""
    day = timezone.localdate(at)
    return WholeCard(
        at=at,
        is_now=is_now,
        groups=_groups(network, at, is_now=is_now),
        aims=[_aim_then(one, at) for one in aims if one.chosen_on <= day],
        ties=_ties(network, at, today),
    )


def _groups(network: Network, at: datetime, *, is_now: bool) -> list[tuple[str, Sequence[Given]]]:
    latest: dict[str, CardAnswer] = {}
    saved = CardAnswer.objects.filter(network=network, written_at__lte=at)
    for row in saved.select_related("author").order_by("pk"):
        latest[row.question] = row
    names = groups()
    return [
        (names[group], [_given(network, key, latest.get(key), is_now=is_now) for key in questions])
        for group, questions in CARD
    ]


def _given(network: Network, key: str, answer: CardAnswer | None, *, is_now: bool) -> Given:
    text = in_full(answer)
    if is_now and key == Question.PURPOSE and network.purpose != text:
        return Given(str(Question(key).label), network.purpose, None)
    return Given(str(Question(key).label), text, answer if text else None)


def _aim_then(aim: Aim, at: datetime) -> AimThen:
    day = timezone.localdate(at)
    reviews = [one for one in aim.reviews.all() if one.reviewed_on <= day]
    latest = reviews[-1] if reviews else None
    reviewed = figure_said(aim.figure, latest.value) if latest and aim.figure else ""
    return AimThen(aim, figure_said(aim.figure, aim.value) if aim.figure else "", latest, reviewed)


def _ties(network: Network, at: datetime, today: date) -> list[TieThen]:
    present = present_actors(network).values("pk")
    rows = EndWords.objects.filter(
        network=network, written_at__lte=at, speaker__in=present, about__in=present
    )
    said: dict[frozenset[int], dict[int, EndWords]] = defaultdict(dict)
    actors: dict[int, Actor] = {}
    for row in rows.select_related("speaker", "about", "author").order_by("pk"):
        said[frozenset((row.speaker_id, row.about_id))][row.speaker_id] = row
        actors |= {row.speaker_id: row.speaker, row.about_id: row.about}
    confirmed = _confirmed(network, today)
    found = []
    for pair, words in said.items():
        one, other = sorted(pair, key=lambda pk: actors[pk].label.casefold())
        sides = Side(actors[one], words.get(one)), Side(actors[other], words.get(other))
        found.append(TieThen(sides, _on_map(confirmed.get(pair))))
    return sorted(found, key=lambda tie: tie.name.casefold())


def _confirmed(network: Network, today: date) -> dict[frozenset[int], bool]:
    """Return the pairs that the map ties today, with whether both ends have confirmed it."""
    found: dict[frozenset[int], bool] = {}
    ties = current_ties(network).filter(
        Q(valid_to=None) | Q(valid_to__gte=today), status=Claim.Status.EXISTING
    )
    for source, target, both in ties.values_list("source_id", "target_id", "both_ends"):
        pair = frozenset((source, target))
        found[pair] = found.get(pair, False) or both
    return found


def _on_map(both: bool | None) -> str:
    if both is None:
        return _("no tie on the map")
    return _("confirmed by both ends") if both else _("not confirmed by both ends")
