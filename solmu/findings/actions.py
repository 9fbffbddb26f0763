"""The only place where answers to findings and to questions of diversity, and long-made reports, are kept."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.utils import timezone

from solmu.agreements.models import AgreedAction
from solmu.analysis.levels import Level
from solmu.findings.models import DiversityAnswer, FindingAnswer, MadeReport
from solmu.findings.queries.answers import standing_finding
from solmu.findings.rules.answers import evidence_of, key_of, level_in
from solmu.findings.rules.diversity import Said
from solmu.findings.rules.facts import Finding
from solmu.findings.rules.report import ReportChoice
from solmu.jobs.actions import ask_for
from solmu.jobs.models import Job
from solmu.ledger.actions import ActingPerson, Record, recorded
from solmu.networks.models import Network
from solmu.people.models import Person

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
