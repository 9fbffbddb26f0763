"""The only place that reads what stands on a network's home beside its map: people, places, what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from django.db.models import Q

from solmu.analysis.levels import EXISTING, LevelGraph
from solmu.findings.queries.facts import thresholds
from solmu.lib.alphabet import in_order
from solmu.networks.access import Entry
from solmu.networks.models import Membership, Network
from solmu.networks.slots import HOME_WAITING, WaitingLine
from solmu.registry.access import acts_for
from solmu.registry.models import Contact, Seat
from solmu.registry.queries import shown_label


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for the reader: what it is, how many, and about whom."""

    kind: Literal["rows", "own_row", "contacts", "old_ties"]
    n: int = 0
    ref: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Coordinating:
    """Somebody who coordinates, and whom they represent."""

    name: str
    home: str


def coordinators(network: Network) -> list[Coordinating]:
    """Return who coordinates a network, by name."""
    members = network.memberships.filter(
        role=Membership.Role.COORDINATOR, ended_at=None
    ).select_related("person")
    homes = dict(
        Seat.objects.filter(membership__in=members, valid_to=None).values_list(
            "membership_id", shown_label("actor__")
        )
    )
    found = [Coordinating(str(one.person), homes.get(one.pk, "")) for one in members]
    return sorted(found, key=lambda one: in_order(one.name))


def seat_of(entry: Entry) -> Seat | None:
    """Return whom the entering person represents, if anybody."""
    seats = Seat.objects.filter(membership=entry.membership, valid_to=None)
    return seats.select_related("actor").order_by("pk").first()


def changed_at(entry: Entry) -> datetime:
    """Return when the map last changed."""
    latest = acts_for(entry).filter(undone_at=None).order_by("-at").values_list("at", flat=True)
    return latest.first() or entry.network.created_at


def line_count(graph: LevelGraph) -> int:
    """Count the ties that exist, each pair of actors once, as they are drawn."""
    return sum(edge.status == EXISTING for edge in graph.edges)


def waiting_for(entry: Entry, graph: LevelGraph, seat: Seat | None) -> list[Waiting]:
    """Return what waits for the entering person: nothing for those who only read."""
    if not entry.may("member"):
        return []
    found = []
    if seat is not None:
        found += _own_things(seat, graph)
    if entry.may("coordinator"):
        rows = sum(not node.asked for node in graph.nodes)
        if rows:
            found.append(Waiting("rows", rows))
        old = sum(
            edge.confirmed_on is not None and edge.confirmed_on < _long_ago(graph.on)
            for edge in graph.edges
            if edge.status == EXISTING
        )
        if old:
            found.append(Waiting("old_ties", old))
    return found


def told_by_others(entry: Entry, *, on: date) -> list[WaitingLine]:
    """Return what other slices know to wait for the entering person."""
    return [line for tell in HOME_WAITING for line in tell(entry, on)]


def _own_things(seat: Seat, graph: LevelGraph) -> list[Waiting]:
    ref, label = seat.actor.ref, seat.actor.label
    found = []
    if any(node.ref == ref and not node.asked for node in graph.nodes):
        found.append(Waiting("own_row", ref=ref, label=label))
    old = Contact.objects.filter(actor=seat.actor).filter(
        Q(confirmed_on=None) | Q(confirmed_on__lt=_long_ago(graph.on))
    )
    if n := old.count():
        found.append(Waiting("contacts", n, ref, label))
    return found


def _long_ago(on: date) -> date:
    return on - timedelta(days=thresholds().old_after_days)
