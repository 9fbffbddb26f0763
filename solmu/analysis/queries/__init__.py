"""The only place that takes a network from the database to a level and a day, ready to be shown and measured."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.core.cache import cache
from django.db.models import Q
from django.utils.translation import get_language

from solmu.analysis.levels import PERSON, ActorFact, Level, LevelGraph, TieFact, roll_up
from solmu.networks.models import Network
from solmu.registry.models import Asked, Belonging, Tie
from solmu.registry.queries import (
    is_directed,
    present_actors,
    shown_label,
    standing_perspectives,
)
from solmu.sna.snapshot import Snapshot

_KEPT_SECONDS = 3600


def level_graph(
    network: Network, level: Level, *, on: date, people: bool = True, keep: bool = True
) -> LevelGraph:
    """Return ``network`` at ``level`` as it is on a day; computed once for each revision of it.

    Without ``people`` neither they nor their ties are in it, not even rolled up into organisations.
    """
    who = "all" if people else "unpeopled"
    key = f"level_graph:{network.pk}:{network.revision}:{level}:{on}:{get_language()}:{who}"
    kept: LevelGraph | None = cache.get(key) if keep else None
    if kept is None:
        actors = actor_facts(network, on=on)
        kept = roll_up(
            [one for one in actors if people or one.kind != PERSON],
            tie_facts(network, on=on),
            level=level,
            on=on,
            directed=is_directed(network),
            revision=network.revision,
        )
        if keep:
            cache.set(key, kept, _KEPT_SECONDS)
    return kept


def actor_facts(network: Network, *, on: date) -> list[ActorFact]:
    """Return the present actors with what they belong to on a day and whether they were asked."""
    asked = asked_actors(network)
    above = defaultdict(list)
    belongings = Belonging.objects.filter(actor__network=network).filter(
        Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on)
    )
    for actor, to in belongings.order_by("pk").values_list("actor_id", "to_id"):
        above[actor].append(to)
    area = "municipality__name_sv" if get_language() == "sv" else "municipality__name_fi"
    rows = present_actors(network).order_by("label_fi", "pk")
    return [
        ActorFact(
            pk=pk,
            ref=ref,
            label=label,
            kind=kind,
            sector=sector,
            municipality=place or "",
            asked=pk in asked,
            belongs_to=tuple(above[pk]),
        )
        for pk, ref, label, kind, sector, place in rows.values_list(
            "pk", "ref", shown_label(), "kind", "sector", area
        )
    ]


def tie_facts(network: Network, *, on: date) -> list[TieFact]:
    """Return the resolved ties that hold on a day, wished and possible ones with their status."""
    names = (
        "source", "target", "content", "status", "frequency", "closeness", "weight", "said", "asked",
        "drawn_mutual", "both_ends", "differs", "notes", "confirmed_on",
    )  # fmt: skip
    holding = Tie.objects.filter(network=network).filter(
        Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on)
    )
    return [
        TieFact(**dict(zip(names, row, strict=True)))
        for row in holding.order_by("pk").values_list(*names)
    ]


def asked_actors(network: Network) -> set[int]:
    """Return the actors whose ties somebody standing was asked about and answered."""
    answered = Asked.objects.filter(
        perspective__network=network, perspective__withdrawn_at=None
    ).exclude(answered_at=None)
    speaking = standing_perspectives(network).exclude(speaker=None)
    return {*answered.values_list("actor_id", flat=True)} | {
        *speaking.values_list("speaker_id", flat=True)
    }


def snapshot_of(graph: LevelGraph) -> Snapshot:
    """Return the existing ties of ``graph`` as they are measured; ids are the actors' refs."""
    refs = {node.pk: node.ref for node in graph.nodes}
    ties: list[tuple[str, str, float | None]] = []
    for edge in graph.edges:
        if edge.status != "existing":
            continue
        one, other = refs[edge.one], refs[edge.other]
        strength = None if edge.frequency is None else float(edge.frequency)
        if edge.forward or not graph.directed:
            ties.append((one, other, strength))
        if edge.back and graph.directed:
            ties.append((other, one, strength))
    return Snapshot.of(
        ids=[node.ref for node in graph.nodes],
        labels=[node.label for node in graph.nodes],
        ties=ties,
        directed=graph.directed,
        groups={
            "sector": tuple(node.sector for node in graph.nodes),
            "municipality": tuple(node.municipality for node in graph.nodes),
        },
        asked=tuple(node.asked for node in graph.nodes),
        level=graph.level,
        revision=graph.revision,
    )
