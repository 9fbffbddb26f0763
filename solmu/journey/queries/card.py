"""The only place that reads the network card: as it is, as it was, and what changed between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from solmu.journey.models import CardAnswer, Channel, Question
from solmu.journey.rules import CARD, Change, compared
from solmu.networks.models import Network
from solmu.people.models import Person


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the card with what is answered to it."""

    key: str
    label: str
    hint: str
    # The latest saving, and the same when it is what stands on the card.
    latest: CardAnswer | None
    answer: CardAnswer | None
    text: str
    versions: int = 0

    @property
    def channels(self) -> list[str]:
        """The channels in the reader's language."""
        return channel_labels(self.latest.channels) if self.latest else []

    @property
    def is_answered(self) -> bool:
        return bool(self.text or self.channels)


@dataclass(frozen=True, slots=True)
class Version:
    """One saving of the card: who, when, and which questions it answered anew."""

    pk: int
    written_at: datetime
    author: Person | None
    questions: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Compared:
    """One question then and now."""

    label: str
    then: str
    language: str
    now: str
    parts: list[tuple[Change, str]]

    @property
    def changed(self) -> bool:
        return self.then != self.now


def groups() -> dict[str, str]:
    """Return what the groups of questions are called."""
    return {
        "why": _("Why the network exists"),
        "how": _("How we work together"),
        "life": _("How it lives"),
        "lead": _("Who steers"),
    }


def hints() -> dict[str, str]:
    """Return what each question means, asked as one would ask it aloud."""
    return {
        "purpose": _("What is the network there for?"),
        "aims": _("What do we want to have changed, and for whom?"),
        "tasks": _("What is the network’s own work, and what is not?"),
        "channels": _("How do we meet and keep each other informed?"),
        "done": _("What happens on an ordinary week? Small things matter too."),
        "kept": _("What keeps it going when everybody is busy?"),
        "developed": _("How do we learn and try something new?"),
        "changed": _("How does something end or change course?"),
        "led": _("Who leads, and how was that agreed?"),
        "governed": _("Where are decisions made, and who answers for them?"),
    }


def channel_labels(marks: list[str]) -> list[str]:
    """Return channels as they are said; the network's own ones as they were written."""
    return [str(Channel(one).label) if one in Channel.values else one for one in marks]


def current_answers(network: Network) -> dict[str, CardAnswer]:
    """Return what stands on the card now, by question."""
    now = CardAnswer.objects.filter(network=network, later=None).select_related("author")
    return {one.question: one for one in now}


def card_of(network: Network) -> list[tuple[str, list[Asked]]]:
    """Return the card as it is: its groups with their questions."""
    saved: dict[str, list[CardAnswer]] = {}
    for one in CardAnswer.objects.filter(network=network).select_related("author").order_by("pk"):
        saved.setdefault(one.question, []).append(one)
    names = groups()
    return [
        (names[group], [_asked(network, key, saved.get(key, [])) for key in questions])
        for group, questions in CARD
    ]


def question_of(network: Network, key: str) -> Asked:
    """Return one question of the card as it is."""
    saved = CardAnswer.objects.filter(network=network, question=key).select_related("author")
    return _asked(network, key, list(saved.order_by("pk")))


def versions_of(network: Network) -> list[Version]:
    """Return the card's savings, the latest first."""
    found: dict[datetime, Version] = {}
    rows = CardAnswer.objects.filter(network=network).select_related("author")
    for row in rows.order_by("-written_at", "-pk"):
        version = found.setdefault(row.written_at, Version(row.pk, row.written_at, row.author))
        version.questions.insert(0, str(Question(row.question).label))
    return list(found.values())


def compared_with_now(network: Network, then: datetime) -> list[Compared]:
    """Return the card question by question as it was after a saving, beside what it is now."""
    old: dict[str, CardAnswer] = {}
    for row in CardAnswer.objects.filter(network=network, written_at__lte=then).order_by("pk"):
        old[row.question] = row
    now = current_answers(network)
    return [
        _compared(network, key, old.get(key), now)
        for _group, questions in CARD
        for key in questions
        if key in old or key in now
    ]


def _compared(
    network: Network, key: str, old: CardAnswer | None, now: Mapping[str, CardAnswer]
) -> Compared:
    then_text = in_full(old)
    now_text = network.purpose if key == Question.PURPOSE else in_full(now.get(key))
    language = old.language if old else now[key].language
    parts = compared(then_text, now_text)
    return Compared(str(Question(key).label), then_text, language, now_text, parts)


def in_full(answer: CardAnswer | None) -> str:
    """Return an answer as one text: its channels, then its words."""
    if answer is None:
        return ""
    channels = ", ".join(channel_labels(answer.channels))
    return "\n".join(part for part in (channels, answer.text) if part)


def _asked(network: Network, key: str, saved: list[CardAnswer]) -> Asked:
    latest = saved[-1] if saved else None
    text = network.purpose if key == Question.PURPOSE else (latest.text if latest else "")
    # What was written in the settings since has no writer here.
    answer = latest if latest and latest.text == text else None
    label = str(Question(key).label)
    return Asked(key, label, hints()[key], latest, answer, text, len(saved))
