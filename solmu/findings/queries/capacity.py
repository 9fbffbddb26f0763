"""The only place that reads a network's capacity on its days, and the needs to renew that growth has brought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from solmu.agreements.slots import Origin
from solmu.findings.models import CapacityEntry, Renewal
from solmu.findings.rules.capacity import Cell, Compared, Square, compare, two_days
from solmu.findings.rules.capacity_plot import Plot, plot_of
from solmu.networks.access import Entry
from solmu.networks.models import Network
from solmu.networks.slots import WaitingLine
from solmu.people.models import Person
from solmu.registry.models import Seat

_ICONS = {
    "up": "trending-up",
    "down": "trending-down",
    "same": "equal",
    "new": "plus",
    "gone": "minus",
    "unknown": "circle-help",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One square as the page shows it: what was said on each day, and what has changed."""

    compared: Compared
    then: CapacityEntry | None
    now: CapacityEntry | None

    @property
    def aspect(self) -> str | Promise:
        return CapacityEntry.Aspect(self.compared.square[0]).label

    @property
    def reach(self) -> str | Promise:
        return CapacityEntry.Reach(self.compared.square[1]).label

    @property
    def icon(self) -> str:
        return _ICONS[self.compared.direction]

    @property
    def change_said(self) -> str:
        """What has changed, in words."""
        n = self.compared.change
        if n:
            said = (
                ngettext("Up one level", "Up %(n)s levels", abs(n))
                if n > 0
                else ngettext("Down one level", "Down %(n)s levels", abs(n))
            )
            return said % {"n": abs(n)}
        return {
            "same": _("No change"),
            "new": _("No level before"),
            "gone": _("No level now"),
            "unknown": _("No levels to compare"),
        }[self.compared.direction]


@dataclass(frozen=True, slots=True)
class CapacityView:
    """The capacity on one day or two, with all days that there are."""

    days: list[date]
    then: date | None
    now: date | None
    lines: list[Line]
    plot: Plot | None

    @property
    def groups(self) -> list[list[Line]]:
        """The lines by aspect: each of us, all of us."""
        return [self.lines[at : at + 2] for at in range(0, len(self.lines), 2)]

    @property
    def sum_said(self) -> str:
        """How many of the squares have gone up, down, or stayed."""
        counted = [line.compared.direction for line in self.lines]
        up, down = counted.count("up"), counted.count("down")
        if self.then is None or not (up or down or counted.count("same")):
            return ""
        return _("Up: %(up)s of 6. Down: %(down)s. Unchanged: %(same)s.") % {
            "up": up,
            "down": down,
            "same": counted.count("same"),
        }


def entries_of(networks: QuerySet[Network]) -> QuerySet[CapacityEntry]:
    """Return the capacity entries of some networks, in whose words a name may stand."""
    return CapacityEntry.objects.filter(network__in=networks.values("pk"))


def renewals_in(networks: QuerySet[Network]) -> QuerySet[Renewal]:
    """Return the needs to renew of some networks."""
    return Renewal.objects.filter(network__in=networks.values("pk"))


def written_by(person: Person) -> QuerySet[CapacityEntry]:
    """Return what a person has written of capacity."""
    rows = CapacityEntry.objects.filter(author=person).select_related("network")
    return rows.order_by("assessed_on", "pk")


def raised_by(person: Person) -> QuerySet[Renewal]:
    """Return the needs to renew that a person has raised."""
    return Renewal.objects.filter(author=person).select_related("network").order_by("pk")


def told_of_renewals(network: Network, refs: Collection[str]) -> dict[str, Origin]:
    """Return what actions came from needs to renew are told of them: everybody in the network sees them."""
    page = reverse("capacity", args=[network.slug])
    return {
        row.ref: Origin(
            Truncator(row.text).chars(100),
            f"{page}#renewal-{row.ref}",
            row.owner.ref if row.owner else "",
        )
        for row in renewals_of(network).filter(ref__in=refs)
    }


def capacity_view(
    network: Network, asked_then: date | None = None, asked_now: date | None = None
) -> CapacityView:
    """Return the capacity on the two days asked for, else on the first and the last."""
    by_day: dict[date, dict[Square, CapacityEntry]] = defaultdict(dict)
    for row in CapacityEntry.objects.filter(network=network).select_related("author"):
        by_day[row.assessed_on][row.aspect, row.reach] = row
    days = sorted(by_day)
    then, now = two_days(days, asked_then, asked_now)
    if now is None:
        return CapacityView(days, None, None, [], None)
    before = by_day[then] if then else {}
    rows = compare(_cells(before) if then else None, _cells(by_day[now]))
    lines = [Line(row, before.get(row.square), by_day[now].get(row.square)) for row in rows]
    return CapacityView(days, then, now, lines, plot_of(rows))


def cells_on(network: Network, on: date) -> dict[Square, Cell]:
    """Return what is said on one day, square by square."""
    rows = CapacityEntry.objects.filter(network=network, assessed_on=on)
    return dict(_cells({(row.aspect, row.reach): row for row in rows}))


def _cells(rows: Mapping[Square, CapacityEntry]) -> Mapping[Square, Cell]:
    return {square: Cell(row.level, row.words) for square, row in rows.items()}


def renewals_of(network: Network) -> QuerySet[Renewal]:
    """Return the needs to renew of a network with whom they are put to."""
    return Renewal.objects.filter(network=network).select_related("owner", "author", "answered_by")


def in_order_of_waiting(renewals: Iterable[Renewal]) -> list[Renewal]:
    """Return needs as they are listed: what waits for an answer first, by its day."""
    order = [one.value for one in Renewal.State]
    return sorted(renewals, key=lambda one: (order.index(one.state), one.answer_by, one.pk))


def waiting_for(entry: Entry, on: date) -> list[WaitingLine]:
    """Return the needs to renew that wait for an organisation's answer, for whoever represents it."""
    if not entry.may("member"):
        return []
    seats = Seat.objects.filter(membership=entry.membership, valid_to=None).values("actor")
    asked = Renewal.objects.filter(
        network=entry.network, owner__in=seats, state=Renewal.State.ASKED
    ).select_related("owner")
    return [
        WaitingLine(
            _("Answer a need to renew: %(name)s") % {"name": one.owner.label if one.owner else ""},
            (_("Past its date: %(day)s") if one.answer_by < on else _("Answer by %(day)s"))
            % {"day": date_format(one.answer_by, "SHORT_DATE_FORMAT")},
            reverse("answer_renewal", args=[entry.network.slug, one.ref]),
            "recycle",
        )
        for one in asked.order_by("answer_by", "pk")
    ]  # fmt: skip
