"""The only place that decides which findings, answers, reports and needs a person is told, and whether somebody is named."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from django.urls import reverse
from django.utils import translation

from solmu.agreements.slots import Origin
from solmu.analysis.levels import PERSON, Level, LevelGraph
from solmu.analysis.queries import level_graph
from solmu.findings.models import DeadEnd, FindingAnswer, MadeReport, Renewal
from solmu.findings.queries.answers import (
    Answered,
    actors_named,
    answers_in,
    origin_of,
    said_then,
    standing_finding,
    with_answers,
)
from solmu.findings.queries.capacity import renewals_of, told_of_renewals
from solmu.findings.queries.dead_ends import dead_ends_of, told_of
from solmu.findings.queries.diversity import NAMES
from solmu.findings.queries.facts import reading_of
from solmu.findings.queries.reports.gathering import composed
from solmu.findings.queries.reports.networks import material_of
from solmu.findings.queries.telling import Told
from solmu.findings.queries.words import is_said
from solmu.findings.rules.answers import key_of, level_in
from solmu.findings.rules.facts import Finding
from solmu.findings.rules.reading import Reading
from solmu.findings.rules.report import Report, ReportChoice
from solmu.journey.access import seated_at
from solmu.lib.reach import NotReachable
from solmu.networks.access import Entry
from solmu.registry.models import Actor, Contact, Seat


def reading_for(entry: Entry, graph: LevelGraph) -> Reading:
    """Return the part of what the map tells that the entering person is told.

    What is said of a named person goes to that person and to coordinators. Others are told of the
    organisation, without the name; where a person alone is the subject, they are told nothing.
    """
    reading = reading_of(entry.network, graph.level, on=graph.on)
    if entry.may("coordinator"):
        return reading
    own = own_refs(entry, on=graph.on)
    persons = {node.ref for node in graph.nodes if node.kind == PERSON} - own
    told = (one for one in reading.findings if not persons & _named(one))
    return replace(reading, findings=tuple(_without_name(one, own) for one in told))


def level_for(asked: str) -> Level:
    """Return the level that a reading is asked for at: units, else organisations; people are not read."""
    return "unit" if asked == "unit" else "organisation"


def report_for(entry: Entry, choice: ReportChoice, *, on: date) -> Report:
    """Return a network's report, the same for every coordinator: it is handed on, so it names nobody."""
    with translation.override(choice.language):
        return composed(material_of(entry.network, choice.level, on=on, with_map=choice.with_map))


def made_report_for(entry: Entry, ref: str) -> MadeReport:
    """Return a report that the entering person asked for, or raise ``NotReachable``."""
    found = MadeReport.objects.filter(
        network=entry.network, person=entry.membership.person, ref=ref
    ).first()
    if found is None:
        raise NotReachable(ref)
    return found


def waiting_report(entry: Entry, ref: str) -> MadeReport | None:
    """Return a report that is still kept for the entering person, or None: its day may be over."""
    try:
        return made_report_for(entry, ref)
    except NotReachable:
        return None


def own_refs(entry: Entry, *, on: date) -> frozenset[str]:
    """Return the actors of the network that are the entering person: by seat, or by their own mailbox."""
    seated = Seat.objects.filter(membership=entry.membership, actor__kind=PERSON).exclude(
        valid_to__lt=on
    )
    by_mail = Actor.objects.filter(
        network=entry.network,
        kind=PERSON,
        removed_at=None,
        contacts__kind=Contact.Kind.EMAIL,
        contacts__value__iexact=entry.membership.person.email,
    )
    return frozenset(
        (*seated.values_list("actor__ref", flat=True), *by_mail.values_list("ref", flat=True))
    )


def finding_for(entry: Entry, key: str, *, on: date) -> tuple[Finding, Level]:
    """Return a finding that the entering person is told and may answer, whole; or raise ``NotReachable``.

    The whole one may name somebody whom this person is not told of: it is for keeping, not for showing.
    """
    level = level_in(key)
    whole = standing_finding(entry.network, key, on=on)
    if level is None or whole is None or key not in _told_keys(entry, level, on=on):
        raise NotReachable(key)
    return whole, level


def answer_for(entry: Entry, key: str, *, on: date) -> FindingAnswer:
    """Return the answer to a finding that the entering person is told, or raise ``NotReachable``."""
    finding_for(entry, key, on=on)
    answer = FindingAnswer.objects.filter(network=entry.network, key=key).first()
    if answer is None:
        raise NotReachable(key)
    return answer


def answered_for(
    entry: Entry, faults: Collection[Told], level: Level, *, on: date
) -> list[Answered]:
    """Return findings with their answers.

    A reason may speak of whoever the finding names, so it goes to them, to coordinators and to its writer.
    """
    answers = answers_in(entry.network)
    own = own_refs(entry, on=on) if any(one.person for one in answers.values()) else frozenset()
    whole = reading_of(entry.network, level, on=on).findings
    return with_answers(
        faults,
        level,
        answers,
        whole={key_of(one, level): one for one in whole},
        readable={key for key, one in answers.items() if _reads(entry, one, own)},
    )


def told_findings(entry: Entry, keys: Collection[str], on: date) -> dict[str, Origin]:
    """Return what agreed actions came from: findings as they were answered, or as they stand now."""
    rows = FindingAnswer.objects.filter(network=entry.network, key__in=keys)
    found = {row.key: (said_then(row), row.level) for row in rows}
    for level in {level_in(key) for key in keys if key not in found}:
        if level is not None:
            graph = level_graph(entry.network, level, on=on)
            told = (one for one in reading_for(entry, graph).findings if not one.good)
            found |= {key: (one, level) for one in told if (key := key_of(one, level)) in keys}
    actors = actors_named(entry.network, [one for one, _ in found.values()])
    hidden = {ref for ref, one in actors.items() if one.kind == PERSON}
    if hidden:
        hidden = set() if entry.may("coordinator") else hidden - own_refs(entry, on=on)
    return {
        key: origin_of(entry.network, one, level, actors)
        for key, (one, level) in found.items()
        if is_said(one) and not hidden & _named(one)
    }


def told_diversity(entry: Entry, keys: Collection[str], on: date) -> dict[str, Origin]:
    """Return the kinds of diversity that agreed actions came from: everybody in the network sees them."""
    del on
    page = reverse("diversity", args=[entry.network.slug])
    return {key: Origin(str(NAMES[key]), f"{page}#{key}") for key in keys if key in NAMES}


def _reads(entry: Entry, answer: FindingAnswer, own: frozenset[str]) -> bool:
    if not answer.person or entry.may("coordinator"):
        return True
    return answer.author_id == entry.membership.person_id or answer.person in own


def _told_keys(entry: Entry, level: Level, *, on: date) -> set[str]:
    graph = level_graph(entry.network, level, on=on)
    return {key_of(one, level) for one in reading_for(entry, graph).findings}


def told_dead_ends(entry: Entry, keys: Collection[str], on: date) -> dict[str, Origin]:
    """Return the dead ends that agreed actions came from: everybody in the network sees them."""
    del on
    return told_of(entry.network, keys)


def dead_end_for(entry: Entry, ref: str) -> DeadEnd:
    """Return one reported dead end of the entered network, or raise ``NotReachable``."""
    found = dead_ends_of(entry.network).filter(ref=ref).first()
    if found is None:
        raise NotReachable(ref)
    return found


def told_renewals(entry: Entry, keys: Collection[str], on: date) -> dict[str, Origin]:
    """Return the needs to renew that agreed actions came from: everybody in the network sees them."""
    del on
    return told_of_renewals(entry.network, keys)


def renewal_for(entry: Entry, ref: str) -> Renewal:
    """Return one need to renew of the entered network, or raise ``NotReachable``."""
    found = renewals_of(entry.network).filter(ref=ref).first()
    if found is None:
        raise NotReachable(ref)
    return found


def holds_seat_of(entry: Entry, renewal: Renewal, *, on: date) -> bool:
    """Tell whether the entering person represents the organisation that is asked."""
    return entry.may("member") and renewal.owner_id in seated_at(entry, on=on)


def may_answer(entry: Entry, renewal: Renewal, *, on: date) -> bool:
    """Tell whether the entering person may answer: the organisation's own seat holder, or a coordinator for it."""
    return entry.may("coordinator") or holds_seat_of(entry, renewal, on=on)


def _named(finding: Finding) -> set[str]:
    return {str(finding.slots[slot]) for slot in ("a", "b") if slot in finding.slots}


def _without_name(finding: Finding, own: frozenset[str]) -> Finding:
    return finding if finding.person in own else replace(finding, person="")
