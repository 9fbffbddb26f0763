"""The only place where the card, the words of a tie's ends and aims are written; what was before stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from solmu.journey.models import Aim, CardAnswer, EndWords, Question, Review
from solmu.journey.queries.card import current_answers
from solmu.journey.queries.figures import figures_of
from solmu.journey.queries.relations import current_words
from solmu.ledger.actions import ActingPerson, Record, recorded
from solmu.networks.models import Network
from solmu.registry.models import Actor

# Given as what an edit began from, when that is not looked at.
WHATEVER: Any = object()


class WrittenSince(Exception):
    """Somebody has written the same since the person began; ``now`` is what stands there."""

    def __init__(self, now: CardAnswer | EndWords | None) -> None:
        super().__init__("written since")
        self.now = now


@dataclass(frozen=True, slots=True)
class Answer:
    """What is written to one question of the card."""

    text: str
    channels: Sequence[str] = ()


def write_card(
    network: Network,
    answers: Mapping[str, Answer],
    *,
    language: str,
    by: ActingPerson | None,
    at: datetime,
    began_from: int | None = WHATEVER,
) -> None:
    """Save what is said to some questions of the card; an answer that says nothing new leaves no trace.

    ``began_from`` is the saving that the writer saw. Raises ``WrittenSince`` when there is a newer one.
    """
    with recorded(network.pk, "card.write", by=by, at=at) as record:
        now = current_answers(network)
        for question, answer in answers.items():
            former = now.get(question)
            _same_as_seen(former, began_from)
            if not _is_news(network, question, former, answer):
                continue
            record.add(
                CardAnswer(
                    network=network,
                    question=question,
                    text=answer.text,
                    channels=list(answer.channels),
                    **_written(former, language=language, by=by, at=at),
                )
            )
            if question == Question.PURPOSE:
                # What the network is for is one thing, shown at home and in the settings as well.
                record.set(network, purpose=answer.text)


def say_of_tie(
    speaker: Actor,
    about: Actor,
    *,
    works: str,
    better: str,
    noted: bool,
    language: str,
    by: ActingPerson | None,
    at: datetime,
    began_from: int | None = WHATEVER,
) -> None:
    """Save what ``speaker`` says of its tie to ``about``. Raises ``WrittenSince`` as ``write_card`` does."""
    network = speaker.network
    names = {"source": speaker.label_fi, "target": about.label_fi}
    with recorded(network.pk, "relation.say", by=by, at=at, summary=names) as record:
        former = current_words(speaker, about)
        _same_as_seen(former, began_from)
        if (former.works, former.better) == (works, better) if former else not works + better:
            return
        record.add(
            EndWords(
                network=network,
                speaker=speaker,
                about=about,
                works=works,
                better=better,
                noted=noted,
                **_written(former, language=language, by=by, at=at),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AimWords:
    """What is said of an aim."""

    possibility: str
    own_words: str = ""
    text: str
    owner: Actor
    figure: str = ""
    review_on: date


def choose_aim(
    network: Network,
    words: AimWords,
    *,
    on: date,
    language: str,
    by: ActingPerson | None,
    at: datetime,
) -> Aim:
    """Choose a possibility with its aim; the figure that tells of it is kept as it is that day."""
    with _aim_act(network, "aim.choose", words.owner, by=by, at=at) as record:
        return record.add(
            Aim(
                network=network,
                chosen_on=on,
                value=_value(network, words.figure, on=on),
                language=language,
                author_id=None if by is None else by.pk,
                **_fields(words),
            )
        )


def correct_aim(aim: Aim, words: AimWords, *, by: ActingPerson | None, at: datetime) -> None:
    """Correct what is said of an aim; a figure named only now is not known of the day of choosing."""
    with _aim_act(aim.network, "aim.correct", words.owner, by=by, at=at) as record:
        named_anew = {"value": None} if words.figure != aim.figure else {}
        record.set(aim, **_fields(words), **named_anew)


def review_aim(
    aim: Aim,
    *,
    state: str,
    evidence: str,
    next_on: date | None,
    on: date,
    language: str,
    by: ActingPerson | None,
    at: datetime,
) -> Review:
    """Say how far an aim has got; without a next day the present one stays, as for what has ended."""
    with _aim_act(aim.network, "aim.review", aim.owner, by=by, at=at) as record:
        review = record.add(
            Review(
                aim=aim,
                reviewed_on=on,
                state=state,
                evidence=evidence,
                language=language,
                value=_value(aim.network, aim.figure, on=on),
                author_id=None if by is None else by.pk,
            )
        )
        if next_on is not None:
            record.set(aim, review_on=next_on)
    return review


def remove_aim(aim: Aim, *, by: ActingPerson | None, at: datetime) -> None:
    """Take an aim away with its reviews; taking that back brings all of them."""
    with _aim_act(aim.network, "aim.remove", aim.owner, by=by, at=at) as record:
        record.remove(aim)


def _aim_act(
    network: Network, verb: str, owner: Actor | None, *, by: ActingPerson | None, at: datetime
) -> AbstractContextManager[Record]:
    names = {"actor": owner.label_fi} if owner else {}
    return recorded(network.pk, verb, by=by, at=at, summary=names)


def _fields(words: AimWords) -> dict[str, Any]:
    return {
        name: getattr(words, name)
        for name in ("possibility", "own_words", "text", "owner", "figure", "review_on")
    }


def _value(network: Network, figure: str, *, on: date) -> float | None:
    return figures_of(network, on=on).of(figure) if figure else None


def _same_as_seen(now: CardAnswer | EndWords | None, began_from: int | None) -> None:
    if began_from is not WHATEVER and (now.pk if now else None) != began_from:
        raise WrittenSince(now)


def _is_news(network: Network, question: str, former: CardAnswer | None, answer: Answer) -> bool:
    if question == Question.PURPOSE and answer.text != network.purpose:
        return True
    if former is None:
        return bool(answer.text or answer.channels)
    return (former.text, former.channels) != (answer.text, list(answer.channels))


def _written(
    former: CardAnswer | EndWords | None, *, language: str, by: ActingPerson | None, at: datetime
) -> dict[str, Any]:
    return {
        "former": former,
        "language": language,
        "author_id": None if by is None else by.pk,
        "written_at": at,
    }
