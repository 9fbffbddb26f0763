"""The only place that reads answers to findings, and says what has changed since they were given."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from solmu.agreements.slots import Origin
from solmu.analysis.levels import Level
from solmu.findings.models import FindingAnswer
from solmu.findings.queries.facts import reading_of
from solmu.findings.queries.telling import Told, town_names
from solmu.findings.queries.words import sentence
from solmu.findings.rules.answers import (
    Change,
    anchor_of,
    change_between,
    evidence_of,
    key_of,
    level_in,
)
from solmu.findings.rules.facts import Finding
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.models import Actor, ActorKind


@dataclass(frozen=True, slots=True)
class Answered:
    """One finding with what was answered to it: whether that still stands, and whether its words may be read.

    ``guarded`` tells that somebody is named in the finding, so that words about it go to few.
    """

    told: Told
    key: str
    answer: FindingAnswer | None
    change: Change | None
    words_shown: bool
    guarded: bool

    @property
    def stands(self) -> bool:
        """Whether the answer holds: on the same evidence, and what was agreed has not been let go."""
        return self.answer is not None and self.change is None and not self.let_go

    @property
    def let_go(self) -> bool:
        """Whether the action that answered it was let go."""
        action = self.answer.action if self.answer else None
        return action is not None and action.state == action.State.LET_GO

    @property
    def changed(self) -> str:
        """What has come into the evidence and gone from it, counted; nothing when that is not known."""
        return "" if self.change is None else said_of(self.change)


def answers_in(network: Network) -> dict[str, FindingAnswer]:
    """Return what was answered to findings of a network, by the findings' keys."""
    rows = FindingAnswer.objects.filter(network=network)
    rows = rows.select_related("author", "action__owner", "action__member__person")
    return {row.key: row for row in rows}


def standing_finding(network: Network, key: str, *, on: date) -> Finding | None:
    """Return the finding of a key as the map tells it on a day, whoever is told; None when it does not."""
    level = level_in(key)
    if level is None:
        return None
    found = reading_of(network, level, on=on).findings
    return next((one for one in found if not one.good and key_of(one, level) == key), None)


def with_answers(
    faults: Collection[Told],
    level: Level,
    answers: Mapping[str, FindingAnswer],
    *,
    whole: Mapping[str, Finding],
    readable: Collection[str],
) -> list[Answered]:
    """Lay findings beside their answers; ``readable`` are the keys of answers whose words may be read.

    Evidence is compared on the ``whole`` finding: what a reader is told may lack the person in it.
    """
    found = []
    for told in faults:
        if told.finding is None:
            continue
        key = key_of(told.finding, level)
        answer = answers.get(key)
        found.append(
            Answered(
                told,
                key,
                answer,
                _change(answer, whole[key]),
                words_shown=key in readable,
                guarded=bool(whole[key].person),
            )
        )
    return found


def _change(answer: FindingAnswer | None, finding: Finding) -> Change | None:
    return change_between(answer.evidence, evidence_of(finding)) if answer else None


def said_then(answer: FindingAnswer) -> Finding:
    """Return a finding as it was when it was answered, to be said again."""
    return Finding(id=answer.finding, topic="shape", slots=answer.slots)


def actors_named(network: Network, findings: Iterable[Finding]) -> dict[str, Actor]:
    """Return the actors of the network that findings speak of, by their refs."""
    refs = {str(one.slots[slot]) for one in findings for slot in ("a", "b") if slot in one.slots}
    found = Actor.objects.filter(network=network, ref__in=refs) if refs else ()
    return {actor.ref: actor for actor in found}


def origin_of(
    network: Network, finding: Finding, level: str, actors: Mapping[str, Actor]
) -> Origin:
    """Return a finding as an agreed action names it: its sentence, its place on the page, whom it speaks of."""
    labels = {ref: actor.label for ref, actor in actors.items()} | town_names([finding])
    query = "level=unit&answered" if level == "unit" else "answered"
    page = reverse("reading", args=[network.slug])
    about = (actors.get(str(finding.slots.get(slot, ""))) for slot in ("a", "b"))
    owner = next((one.ref for one in about if one and one.kind != ActorKind.PERSON), "")
    return Origin(
        sentence(finding, labels).fact, f"{page}?{query}#{anchor_of(finding)}", owner=owner
    )


def said_of(change: Change) -> str:
    """Say a change in numbers."""
    parts = (
        (change.ties_new, ngettext("%(n)s tie new", "%(n)s ties new", change.ties_new)),
        (change.ties_gone, ngettext("%(n)s tie gone", "%(n)s ties gone", change.ties_gone)),
        (change.actors_new, ngettext("%(n)s actor new", "%(n)s actors new", change.actors_new)),
        (change.actors_gone, ngettext("%(n)s actor gone", "%(n)s actors gone", change.actors_gone)),
    )
    return ", ".join(words % {"n": n} for n, words in parts if n)


def words_of_answers(networks: QuerySet[Network]) -> QuerySet[FindingAnswer]:
    """Return the answers to findings of some networks, in whose reasons a name may stand."""
    return FindingAnswer.objects.filter(network__in=networks.values("pk"))


def answers_by(person: Person) -> QuerySet[FindingAnswer]:
    """Return what a person has answered to findings."""
    return FindingAnswer.objects.filter(author=person).select_related("network").order_by("pk")
