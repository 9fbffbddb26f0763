"""The only place that reads what a network's map was on an earlier day, and since when its ties are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from solmu.analysis.levels import Level, LevelGraph, roll_up
from solmu.analysis.queries import actor_facts, tie_facts
from solmu.findings.queries.beside import Folding
from solmu.networks.models import Network
from solmu.registry.models import Actor, Asked
from solmu.registry.queries import claims_in, is_directed, standing_perspectives

SaidOn = Mapping[tuple[int, int], date]


def first_said(network: Network) -> SaidOn:
    """Return for each pair of actors since when a tie of theirs is known, whichever way it goes.

    That is the day from which somebody says it has held; where nobody says, the beginning of the period that a
    source speaks of, or else the day on which it was first said.
    """
    found: dict[tuple[int, int], date] = {}
    claims: QuerySet[Any] = claims_in(network)  # their ends are read as actors on the way
    rows = claims.values_list(
        "source_actor", "target_actor", "valid_from", "perspective__period_from", "created_at"
    )
    for one, other, held, period, said in rows.iterator(chunk_size=5000):
        pair = min(one, other), max(one, other)
        day = held or _known_from(period, said)
        found[pair] = min(day, found.get(pair, day))
    return found


def graph_then(network: Network, level: Level, said_on: SaidOn, *, on: date) -> LevelGraph | None:
    """Return the map at a level as it was known on an earlier day, or None when nobody had drawn it then.

    Who had been asked is taken as of then. What has been taken off the map since was a mistake, not a change,
    and is not in it.
    """
    if not _drawn(network, on=on):
        return None
    ties = [
        tie
        for tie in tie_facts(network, on=on)
        if said_on.get((min(tie.source, tie.target), max(tie.source, tie.target)), date.max) <= on
    ]
    tied = {end for tie in ties for end in (tie.source, tie.target)}
    asked = _asked_by(network, on=on)
    known = tied | set(
        Actor.objects.filter(network=network, created_at__date__lte=on).values_list("pk", flat=True)
    )
    actors = [
        replace(one, asked=one.pk in asked)
        for one in actor_facts(network, on=on)
        if one.pk in known
    ]
    return roll_up(actors, ties, level=level, on=on, directed=is_directed(network))


def joined_on(folding: Folding, said_on: SaidOn) -> dict[str, date]:
    """Return for each actor at the level the day from which its first tie is known."""
    found: dict[str, date] = {}
    for pair, day in said_on.items():
        for ref in folding.refs_of(pair):
            found[ref] = min(day, found.get(ref, day))
    return found


def _drawn(network: Network, *, on: date) -> bool:
    """Tell whether a source that still stands spoke of the network by then."""
    standing = standing_perspectives(network)
    return standing.filter(Q(created_at__date__lte=on) | Q(period_from__lte=on)).exists()


def _asked_by(network: Network, *, on: date) -> set[int]:
    answered = Asked.objects.filter(
        perspective__network=network, perspective__withdrawn_at=None, answered_at__date__lte=on
    )
    speaking = standing_perspectives(network).filter(created_at__date__lte=on)
    return {
        *answered.values_list("actor_id", flat=True),
        *speaking.exclude(speaker=None).values_list("speaker_id", flat=True),
    }


def _known_from(period: date | None, said: datetime) -> date:
    day = localdate(said)
    return min(period, day) if period else day
