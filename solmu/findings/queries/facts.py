"""The only place that gathers a network's facts and lets the rules read them; once for each revision."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources

from django.core.cache import cache

from solmu.analysis.levels import EXISTING, PERSON, Level, LevelGraph, TieFact
from solmu.analysis.queries import level_graph, snapshot_of, tie_facts
from solmu.findings.queries.before import first_said, graph_then, joined_on
from solmu.findings.queries.beside import (
    Folding,
    aims_of,
    coverage_of,
    goals_of,
    invited,
    named_by,
    towns_of,
)
from solmu.findings.rules.aims import kept_aims, withheld_aims
from solmu.findings.rules.facts import Facts, Thresholds
from solmu.findings.rules.reading import Reading, read
from solmu.networks.models import Network
from solmu.registry.models import Actor, Asked
from solmu.registry.queries import standing_perspectives
from solmu.registry.queries.services import service_facts
from solmu.sna.snapshot import Snapshot

_DATA = resources.files("solmu.findings") / "data" / "thresholds.toml"
_KEPT_SECONDS = 3600


def reading_of(network: Network, level: Level, *, on: date) -> Reading:
    """Return what the map of ``network`` tells at a level on a day, and how it keeps to its aims."""
    key = f"reading:{network.pk}:{network.revision}:{level}:{on}"
    kept: Reading | None = cache.get(key)
    if kept is None:
        kept = read(facts_of(network, level, on=on))
        cache.set(key, kept, _KEPT_SECONDS)
    # Aims are no part of the map: they change without a new revision of it.
    aims = aims_of(network, on=on)
    return replace(
        kept,
        findings=(*kept.findings, *kept_aims(aims)),
        withheld=(*kept.withheld, *withheld_aims(aims)),
    )


def facts_of(network: Network, level: Level, *, on: date) -> Facts:
    """Return the facts of ``network`` at a level on a day, beside those of the map a year before."""
    graph = level_graph(network, level, on=on)
    folding, services = Folding.of(graph), service_facts(network)
    towns = towns_of(network, folding)
    asked, answered = _asked_and_answered(network, graph)
    said_on = first_said(network)
    then = on - timedelta(days=thresholds().earlier_days)
    earlier = graph_then(network, level, said_on, on=then)
    return replace(
        plain_facts(graph, towns),
        borne_by=borne_by(graph, _people_of(network), tie_facts(network, on=on)),
        asked=asked,
        answered=answered,
        earlier=plain_facts(earlier, towns) if earlier else None,
        joined_on=joined_on(folding, said_on),
        goals=goals_of(services, folding),
        coverage=coverage_of(network, services),
        named_by=named_by(network, folding),
        invited=invited(network, folding),
    )


def plain_facts(graph: LevelGraph, towns: Mapping[str, str] | None = None) -> Facts:
    """Return what a map alone tells, without what else a network knows of its actors."""
    arrows = snapshot_of(graph)
    towns = towns or {}
    groups = {**arrows.groups, "municipality": tuple(towns.get(ref, "") for ref in arrows.ids)}
    return Facts(
        graph=graph,
        refs={node.pk: node.ref for node in graph.nodes},
        arrows=arrows,
        lines=either_way(arrows, groups),
        borne_by={},
        asked=0,
        answered=0,
        thresholds=thresholds(),
        towns=towns,
    )


def either_way(snapshot: Snapshot, groups: Mapping[str, tuple[str, ...]] | None = None) -> Snapshot:
    """Return who is tied to whom, each pair once, as the lines on a map are counted."""
    pairs = dict.fromkeys((min(pair), max(pair)) for pair in snapshot.pairs())
    return Snapshot.of(
        snapshot.ids,
        snapshot.labels,
        [(snapshot.ids[one], snapshot.ids[other]) for one, other in pairs],
        directed=False,
        groups=snapshot.groups if groups is None else groups,
        asked=snapshot.asked,
        level=snapshot.level,
        revision=snapshot.revision,
    )


@lru_cache(maxsize=1)
def thresholds() -> Thresholds:
    """Return from which figure on a thing is worth saying."""
    values = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return Thresholds(**{name: entry["value"] for name, entry in values.items()})


def _asked_and_answered(network: Network, graph: LevelGraph) -> tuple[int, int]:
    """Count the actors at the level whose ties somebody was asked about, and those who answered."""
    standing = Asked.objects.filter(
        perspective__network=network, perspective__withdrawn_at=None
    ).values_list("actor_id", flat=True)
    speaking = standing_perspectives(network).exclude(speaker=None)
    asked = {*standing, *speaking.values_list("speaker_id", flat=True)}
    at_level = [
        node
        for node in graph.nodes
        if node.asked or asked.intersection((node.pk, *graph.members.get(node.pk, ())))
    ]
    return len(at_level), sum(node.asked for node in at_level)


def _people_of(network: Network) -> dict[int, str]:
    """Return the refs of a network's people by their keys."""
    people = Actor.objects.filter(network=network, kind=PERSON, removed_at=None)
    return dict(people.values_list("pk", "ref"))


def borne_by(
    graph: LevelGraph, people: Mapping[int, str], ties: Iterable[TieFact]
) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Return for each actor at the level whom it is tied to only through people of its own, and who they are."""
    if graph.level == PERSON:
        return {}
    folding = Folding.of(graph)
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for tie in ties:
        if tie.status == EXISTING:
            for actor, other in ((tie.source, tie.target), (tie.target, tie.source)):
                for home in folding.stands_at(actor):
                    for there in folding.stands_at(other):
                        # "" stands for the organisation itself: then no person alone bears the tie.
                        found[home, there].add(people.get(actor, "") if home != actor else "")
    refs = folding.refs
    borne: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for (home, there), who in found.items():
        if home != there and "" not in who and home in refs and there in refs:
            borne[refs[home]][refs[there]] = frozenset(who)
    return borne
