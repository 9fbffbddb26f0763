"""The only place where the invented region says what it is, what its ties need, what it aims at, lacks, can and agreed."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from solmu.agreements.actions import ActionWords, agree_action, follow_action, settle_action
from solmu.agreements.models import AgreedAction
from solmu.findings.actions import (
    Met,
    RenewalWords,
    answer_dead_end,
    answer_diversity,
    answer_finding,
    answer_renewal,
    assess_capacity,
    raise_renewal,
    report_dead_end,
)
from solmu.findings.queries.facts import reading_of
from solmu.findings.rules.answers import key_of
from solmu.findings.rules.capacity import SQUARES, Cell
from solmu.findings.rules.diversity import Said
from solmu.findings.rules.facts import Finding
from solmu.journey.actions import (
    AimWords,
    Answer,
    choose_aim,
    review_aim,
    say_of_tie,
    write_card,
)
from solmu.journey.models import Aim
from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.models import Actor, Seat

CARD = Path(__file__).parent / "data" / "demo_card.toml"
Ago = Callable[[float], datetime]


def read_card() -> dict[str, Any]:
    """Return what the region says of itself."""
    return tomllib.loads(CARD.read_text(encoding="utf-8"))


def write_versions(network: Network, cast: Mapping[str, Person], ago: Ago) -> None:
    """Write the network's card, and write it again."""
    for version in read_card()["card"]:
        answers = {question: Answer(text) for question, text in version["answers"].items()}
        answers["channels"] = Answer(answers["channels"].text, version["channels"])
        if not network.card_answers.exists():
            answers["purpose"] = Answer(network.purpose)
        at = ago(version["months"])
        write_card(network, answers, language="fi", by=cast[version["who"]], at=at)


def choose_aims(
    network: Network, actors: Mapping[str, Actor], cast: Mapping[str, Person], ago: Ago
) -> None:
    """Choose what the region aims at, when its map is as young as its choices."""
    for one in read_card()["aims"]:
        at = ago(one["months"])
        words = AimWords(
            possibility=one["possibility"],
            own_words=one.get("own_words", ""),
            text=one["text"],
            owner=actors[one["owner"]],
            figure=one["figure"],
            review_on=ago(one["first_review"]).date(),
        )
        choose_aim(network, words, on=at.date(), language="fi", by=cast["aino"], at=at)


def review_aims(network: Network, cast: Mapping[str, Person], ago: Ago) -> None:
    """Say how far the aims have got."""
    for one in read_card()["aims"]:
        aim = Aim.objects.get(network=network, possibility=one["possibility"])
        for review in one.get("reviews", ()):
            at = ago(review["months"])
            review_aim(
                aim,
                state=review["state"],
                evidence=review["evidence"],
                next_on=ago(review["months"] - review["next_in"]).date(),
                on=at.date(),
                language="fi",
                by=cast[review["who"]],
                at=at,
            )


def tell_of_ties(actors: Mapping[str, Actor], cast: Mapping[str, Person], ago: Ago) -> None:
    """Let both ends tell of some ties: who has a seat themselves, others in the coordinator's pen."""
    for one in read_card()["ties"]:
        person, speaker = cast[one["who"]], actors[one["speaker"]]
        say_of_tie(
            speaker,
            actors[one["about"]],
            works=one["works"],
            better=one["better"],
            noted=not Seat.objects.filter(membership__person=person, actor=speaker).exists(),
            language="fi",
            by=person,
            at=ago(one["months"]),
        )


def answer_kinds(
    network: Network, actors: Mapping[str, Actor], cast: Mapping[str, Person], ago: Ago
) -> None:
    """Answer what the map cannot tell of diversity; one question is left to be asked."""
    for one in read_card()["diversity"]:
        said = Said(
            words=one["words"],
            levels=tuple(one.get("levels", ())),
            actors=tuple(actors[key].ref for key in one["actors"]),
        )
        at = ago(one["months"])
        answer_diversity(network, one["kind"], said, language="fi", by=cast["aino"], at=at)


def agree_actions(
    network: Network, actors: Mapping[str, Actor], cast: Mapping[str, Person], ago: Ago
) -> None:
    """Agree what the region does next, tell how it goes, and settle some of it."""
    for one in read_card()["agreements"]:
        at, who = ago(one["months"]), one.get("member")
        kind, key = one.get("origin", ("", ""))
        if "finding" in one:
            kind, key = "finding", key_of(_told(network, one["finding"], at), "organisation")
        seated = Membership.objects.get(network=network, person=cast[who]) if who else None
        words = ActionWords(
            what=one["what"],
            owner=actors[one["owner"]],
            member=seated,
            by_role=one.get("role", ""),
            due_on=ago(one["due"]).date(),
        )
        by = cast[one["who"]]
        action = agree_action(network, words, origin=(kind, key), language="fi", by=by, at=at)
        for writer, months, said in one["follow_ups"]:
            follow_action(action, said, language="fi", by=cast[writer], at=ago(months))
        _settle(action, one, by, ago)


def _settle(action: AgreedAction, one: Mapping[str, Any], by: Person, ago: Ago) -> None:
    if "state" in one:
        at = ago(one["settled"])
        settle_action(action, one["state"], why=one.get("why", ""), on=at.date(), by=by, at=at)


def answer_findings(network: Network, cast: Mapping[str, Person], ago: Ago) -> None:
    """Answer some of what the map tells."""
    for one in read_card()["answers"]:
        at, kind, reason = ago(one["months"]), one["kind"], one["reason"]
        finding, by = _told(network, one["finding"], at), cast[one["who"]]
        answer_finding(network, finding, "organisation", kind, reason=reason, language="fi", by=by, at=at)  # fmt: skip


def _told(network: Network, finding: str, at: datetime) -> Finding:
    """Return the first finding of a kind that the map tells on a day."""
    told = reading_of(network, "organisation", on=timezone.localdate(at)).findings
    return next(one for one in told if one.id == finding)


def report_dead_ends(
    network: Network, actors: Mapping[str, Actor], cast: Mapping[str, Person], ago: Ago
) -> None:
    """Report where paths broke off, and say of some how far it is."""
    towns = {area.name_fi: area for area in network.own_areas.all()}
    for one in read_card()["dead_ends"]:
        met = Met(
            kind=one["kind"],
            need=one["need"],
            place=towns[one["place"]],
            start=actors[one["start"]],
            actor=actors.get(one["actor"]),
            note=one["note"],
        )
        by = cast[one["who"]]
        made = report_dead_end(network, met, language="fi", by=by, at=ago(one["months"]))
        if "state" in one:
            said = {"state": one["state"], "answer": one["answer"], "language": "fi"}
            answer_dead_end(made, **said, by=cast["aino"], at=ago(one["answered"]))


def assess_capacities(network: Network, cast: Mapping[str, Person], ago: Ago) -> None:
    """Judge the network's capacity on two days."""
    for one in read_card()["capacity"]:
        at, told = ago(one["months"]), one["cells"]
        cells = {square: Cell(*told["_".join(square)]) for square in SQUARES}
        by = cast[one["who"]]
        assess_capacity(network, cells, on=at.date(), language="fi", by=by, at=at)


def raise_renewals(
    network: Network, actors: Mapping[str, Actor], cast: Mapping[str, Person], ago: Ago
) -> None:
    """Put needs to renew to organisations; one has answered through the coordinator."""
    for one in read_card()["renewals"]:
        at = ago(one["months"])
        answer_by = ago(one["months"] - one["answer_in"]).date()
        words = RenewalWords(text=one["text"], owner=actors[one["owner"]], answer_by=answer_by)
        by = cast[one["who"]]
        made = raise_renewal(network, words, on=at.date(), language="fi", by=by, at=at)
        if "state" in one:
            answered = ago(one["answered"])
            answer_renewal(
                made,
                state=one["state"],
                answer=one["answer"],
                noted=True,
                on=answered.date(),
                language="fi",
                by=cast["aino"],
                at=answered,
            )
