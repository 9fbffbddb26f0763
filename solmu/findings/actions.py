"""The only place where what people tell the findings is kept, and reports that were long in the making."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from solmu.agreements.models import AgreedAction
from solmu.analysis.levels import Level
from solmu.findings.models import (
    CapacityEntry,
    DeadEnd,
    DiversityAnswer,
    FindingAnswer,
    MadeReport,
    Renewal,
)
from solmu.findings.queries.answers import standing_finding
from solmu.findings.rules.answers import evidence_of, key_of, level_in
from solmu.findings.rules.capacity import Cell, Square
from solmu.findings.rules.diversity import Said
from solmu.findings.rules.facts import Finding
from solmu.findings.rules.report import ReportChoice
from solmu.jobs.actions import ask_for
from solmu.jobs.models import Job
from solmu.ledger.actions import ActingPerson, Record, recorded
from solmu.networks.models import Area, Network
from solmu.people.models import Person
from solmu.registry.models import Actor

REPORT = "findings.report"


def answer_diversity(
    network: Network,
    kind: str,
    said: Said,
    *,
    language: str,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    """Keep what was answered of one kind; a later answer takes its place."""
    facts = {
        "words": said.words,
        "levels": list(said.levels),
        "actors": list(said.actors),
        "language": language,
        "answered_at": at,
        "author_id": None if by is None else by.pk,
    }
    with recorded(network.pk, "diversity.answer", by=by, at=at) as record:
        known = DiversityAnswer.objects.filter(network=network, kind=kind).first()
        if known is None:
            record.add(DiversityAnswer(network=network, kind=kind, **facts))
        else:
            record.set(known, **facts)


def answer_finding(
    network: Network,
    finding: Finding,
    level: Level,
    kind: str,
    *,
    reason: str = "",
    language: str,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    """Keep what is answered to a finding, with the evidence on which it stands; a later answer takes its place."""
    with recorded(network.pk, "finding.answer", by=by, at=at) as record:
        facts = {"kind": kind, "reason": reason, "language": language, "action": None}
        _keep(record, network, finding, level, **facts)


def reopen_finding(answer: FindingAnswer, *, by: ActingPerson | None, at: datetime) -> None:
    """Take an answer away, so that the finding is open again; what was agreed of it stays."""
    with recorded(answer.network_id, "finding.reopen", by=by, at=at) as record:
        record.remove(answer)


def answer_by_action(record: Record, action: AgreedAction) -> None:
    """Answer the finding that ``action`` was agreed from, in the same act; nothing when the map no longer tells it."""
    on = timezone.localdate(record.act.at)
    level = level_in(action.origin_key)
    finding = standing_finding(action.network, action.origin_key, on=on)
    if level is None or finding is None:
        return
    facts = {"kind": FindingAnswer.Kind.AGREED, "reason": "", "language": action.language}
    _keep(record, action.network, finding, level, action=action, **facts)


def _keep(record: Record, network: Network, finding: Finding, level: Level, **facts: Any) -> None:
    evidence, key = evidence_of(finding), key_of(finding, level)
    facts |= {
        "finding": finding.id,
        "level": level,
        "slots": dict(finding.slots),
        "person": finding.person,
        "actors": list(evidence.actors),
        "ties": [list(pair) for pair in evidence.ties],
        "fingerprint": evidence.fingerprint,
        "answered_at": record.act.at,
        "author_id": record.act.person_id,
    }
    known = FindingAnswer.objects.filter(network=network, key=key).first()
    if known is None:
        record.add(FindingAnswer(network=network, key=key, **facts))
    else:
        record.set(known, **facts)


def ask_for_report(
    network: Network, choice: ReportChoice, ending: str, *, by: Person, at: datetime
) -> Job:
    """Put a report in the queue for whoever asks for it."""
    asked = {"network": network.slug, "ending": ending, **asdict(choice)}
    return ask_for(REPORT, asked, network_id=network.pk, person_id=by.pk, at=at)


def keep_report(
    network: Network, content: bytes, ending: str, *, by: Person, at: datetime
) -> MadeReport:
    """Keep a report for whoever asked for it; not an act, for nothing of the network changes."""
    return MadeReport.objects.create(
        network=network, person=by, ending=ending, content=content, made_at=at
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What somebody met on a path: which need from where, and how it broke off."""

    kind: str
    need: str
    place: Area | None = None
    start: Actor | None = None
    actor: Actor | None = None
    note: str = ""


def report_dead_end(
    network: Network, met: Met, *, language: str, by: ActingPerson | None, at: datetime
) -> DeadEnd:
    """Keep a dead end that somebody met, for the coordinator to take up."""
    with recorded(network.pk, "dead_end.report", by=by, at=at) as record:
        return record.add(
            DeadEnd(
                network=network,
                kind=met.kind,
                need=met.need,
                place=met.place,
                start=met.start,
                actor=met.actor,
                note=met.note,
                language=language,
                reported_at=at,
                author_id=_pk(by),
            )
        )


def answer_dead_end(
    dead_end: DeadEnd,
    *,
    state: str,
    answer: str,
    language: str,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    """Say how far the network has got with a dead end."""
    with recorded(dead_end.network_id, "dead_end.answer", by=by, at=at) as record:
        record.set(
            dead_end,
            state=state,
            answer=answer,
            answer_language=language,
            answered_at=at,
            answered_by_id=_pk(by),
        )


def take_up_dead_end(record: Record, action: AgreedAction) -> None:
    """Say that a dead end is taken up, in the act in which ``action`` was agreed from it."""
    open_ones = DeadEnd.objects.filter(network=action.network, ref=action.origin_key)
    dead_end = open_ones.filter(state=DeadEnd.State.REPORTED).first()
    if dead_end is not None:
        at, by = record.act.at, record.act.person_id
        state = DeadEnd.State.IN_PROGRESS
        record.set(dead_end, state=state, answered_at=at, answered_by_id=by)


def remove_dead_end(dead_end: DeadEnd, *, by: ActingPerson | None, at: datetime) -> None:
    """Take a report away."""
    with recorded(dead_end.network_id, "dead_end.remove", by=by, at=at) as record:
        record.remove(dead_end)


def assess_capacity(
    network: Network,
    cells: Mapping[Square, Cell],
    *,
    on: date,
    language: str,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    """Keep the squares of one day; one that is left empty is no longer there."""
    told = {"day": on.isoformat()}
    with recorded(network.pk, "capacity.assess", by=by, at=at, summary=told) as record:
        rows = CapacityEntry.objects.filter(network=network, assessed_on=on)
        known = {(row.aspect, row.reach): row for row in rows}
        for square, cell in cells.items():
            row = known.get(square)
            if row is None and not cell.is_empty:
                aspect, reach = square
                record.add(
                    CapacityEntry(
                        network=network,
                        assessed_on=on,
                        aspect=aspect,
                        reach=reach,
                        **_written(cell, language=language, by=by, at=at),
                    )
                )
            elif row is not None and cell.is_empty:
                record.remove(row)
            elif row is not None and (row.level, row.words) != (cell.level, cell.words):
                record.set(row, **_written(cell, language=language, by=by, at=at))


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalWords:
    """What wants renewing, who is asked, and by when an answer is hoped for."""

    text: str
    owner: Actor
    answer_by: date


def raise_renewal(
    network: Network,
    words: RenewalWords,
    *,
    on: date,
    language: str,
    by: ActingPerson | None,
    at: datetime,
) -> Renewal:
    """Put a need to renew a structure to a named organisation."""
    told = {"actor": words.owner.label_fi}
    with recorded(network.pk, "renewal.raise", by=by, at=at, summary=told) as record:
        return record.add(
            Renewal(
                network=network,
                text=words.text,
                owner=words.owner,
                answer_by=words.answer_by,
                raised_on=on,
                language=language,
                author_id=_pk(by),
            )
        )


def answer_renewal(
    renewal: Renewal,
    *,
    state: str,
    answer: str,
    noted: bool,
    on: date,
    language: str,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    """Keep what the organisation answers, or what a coordinator notes of its answer."""
    with recorded(
        renewal.network_id, "renewal.answer", by=by, at=at, summary=_named(renewal)
    ) as record:
        record.set(
            renewal,
            state=state,
            answer=answer,
            answer_language=language,
            noted=noted,
            answered_on=on,
            answered_by_id=_pk(by),
        )


def remove_renewal(renewal: Renewal, *, by: ActingPerson | None, at: datetime) -> None:
    """Take a need to renew away."""
    with recorded(
        renewal.network_id, "renewal.remove", by=by, at=at, summary=_named(renewal)
    ) as record:
        record.remove(renewal)


def _named(renewal: Renewal) -> dict[str, str]:
    return {"actor": renewal.owner.label_fi} if renewal.owner else {}


def _written(cell: Cell, *, language: str, by: ActingPerson | None, at: datetime) -> dict[str, Any]:
    return {
        "level": cell.level,
        "words": cell.words,
        "language": language,
        "written_at": at,
        "author_id": _pk(by),
    }


def _pk(by: ActingPerson | None) -> Any:
    return None if by is None else by.pk
