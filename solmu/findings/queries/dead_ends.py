"""The only place that reads what has been reported of paths, and how many wait for the coordinator."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from solmu.agreements.slots import Origin
from solmu.findings.models import DeadEnd
from solmu.findings.queries.needs import Need
from solmu.networks.access import Entry
from solmu.networks.models import Network
from solmu.networks.slots import WaitingLine
from solmu.people.models import Person

_ORDER = (
    DeadEnd.State.REPORTED,
    DeadEnd.State.IN_PROGRESS,
    DeadEnd.State.NOT_HERE,
    DeadEnd.State.DONE,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One report as the list shows it."""

    row: DeadEnd

    @property
    def need_said(self) -> str:
        return need_said(self.row)

    @property
    def is_open(self) -> bool:
        return self.row.state in (DeadEnd.State.REPORTED, DeadEnd.State.IN_PROGRESS)


def reported_in(networks: QuerySet[Network]) -> QuerySet[DeadEnd]:
    """Return the dead ends of some networks, in whose words a name may stand."""
    return DeadEnd.objects.filter(network__in=networks.values("pk"))


def reported_by(person: Person) -> QuerySet[DeadEnd]:
    """Return what a person has reported."""
    rows = DeadEnd.objects.filter(author=person).select_related("network", "place")
    return rows.order_by("pk")


def need_said(row: DeadEnd) -> str:
    """Return which need was met, in the reader's language."""
    return Need(row.need).said


def told_of(network: Network, refs: Collection[str]) -> dict[str, Origin]:
    """Return what actions came from dead ends are told of them: everybody in the network sees them."""
    page = reverse("dead_ends", args=[network.slug])
    return {
        row.ref: Origin(
            f"{row.get_kind_display()}: {need_said(row)}",
            f"{page}#dead-end-{row.ref}",
            row.actor.ref if row.actor else "",
        )
        for row in dead_ends_of(network).filter(ref__in=refs)
    }


def dead_ends_of(network: Network) -> QuerySet[DeadEnd]:
    """Return what has been reported in a network, with all that is shown of it."""
    rows = DeadEnd.objects.filter(network=network)
    return rows.select_related("place", "start", "actor", "author", "answered_by")


def listed(rows: Iterable[DeadEnd]) -> list[Listed]:
    """Return reports as they are listed: what waits first, the newest first among them."""
    known = sorted(rows, key=lambda row: row.reported_at, reverse=True)
    return [Listed(row) for row in sorted(known, key=lambda row: _ORDER.index(row.state))]


def waiting_for(entry: Entry, on: date) -> list[WaitingLine]:
    """Return that dead ends wait to be taken up, for coordinators."""
    del on
    if not entry.may("coordinator"):
        return []
    n = DeadEnd.objects.filter(network=entry.network, state=DeadEnd.State.REPORTED).count()
    if not n:
        return []
    text = ngettext("Take up one dead end", "Take up %(n)s dead ends", n) % {"n": n}
    address = reverse("dead_ends", args=[entry.network.slug])
    return [WaitingLine(text, _("Met on the way, not yet answered."), address, "signpost")]
