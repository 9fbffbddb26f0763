"""The only place that decides which findings a person is told, and whether somebody in them is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from solmu.analysis.levels import PERSON, Level, LevelGraph
from solmu.findings.queries.facts import reading_of
from solmu.findings.rules.facts import Finding
from solmu.findings.rules.reading import Reading
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
    return Reading(tuple(_without_name(one, own) for one in told), reading.withheld)


def level_for(asked: str) -> Level:
    """Return the level that a reading is asked for at: units, else organisations; people are not read."""
    return "unit" if asked == "unit" else "organisation"


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


def _named(finding: Finding) -> set[str]:
    return {str(finding.slots[slot]) for slot in ("a", "b") if slot in finding.slots}


def _without_name(finding: Finding, own: frozenset[str]) -> Finding:
    return finding if finding.person in own else replace(finding, person="")
