"""The only place that takes what a report is made of from a network in the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from solmu.analysis.levels import Level
from solmu.findings.queries.facts import facts_of, reading_of
from solmu.findings.queries.reports.agreed import agreed_in, answers_said
from solmu.findings.queries.reports.gathering import Material, person_word
from solmu.findings.queries.telling import drawing_of
from solmu.findings.rules.report import impersonal, nameless
from solmu.networks.models import Network
from solmu.registry.queries import present_actors, standing_perspectives
from solmu.sharing.queries import names_around

MOST_AT_ONCE = 1000  # actors; a larger network's report is made in the queue


def material_of(network: Network, level: Level, *, on: date, with_map: bool = True) -> Material:
    """Return what the report of ``network`` is made of; persons are out of it before anything is said or drawn."""
    facts = facts_of(network, level, on=on)
    whole, names = reading_of(network, level, on=on), names_around(network)
    reading, personal = impersonal(whole, facts.graph)
    graph = nameless(facts.graph, person_word())
    return Material(
        title=network.name,
        facts=replace(facts, graph=graph),
        reading=reading,
        personal=personal,
        drawing=drawing_of(network, graph) if with_map else None,
        agreed=agreed_in(network, names, on=on),
        answers=answers_said(network, whole, level, names),
        sources=standing_perspectives(network).count(),
    )


def is_large(network: Network) -> bool:
    """Tell whether a report takes so long that it is made in the queue."""
    return present_actors(network).count() > MOST_AT_ONCE
