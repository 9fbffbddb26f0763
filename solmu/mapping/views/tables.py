"""The only place where the map answers as tables of actors and of ties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET

from solmu.analysis.levels import LevelGraph
from solmu.analysis.queries import level_graph
from solmu.mapping.forms.filters import LEVELS, ROWS, ActorFilterForm, TieFilterForm
from solmu.mapping.queries.tables import (
    actor_rows,
    contents_of,
    count_actors,
    counts_of,
    places_on_map,
    tie_rows,
    with_notes,
)
from solmu.networks.access import enter
from solmu.networks.models import Network
from solmu.registry.access import seen_contacts_for


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, and how the table is sorted by it."""

    name: str
    label: str | Promise
    css: str = ""
    falls: bool = False  # the first press sorts from the greatest down
    arrow_before: bool = False

    def state(self, sort: str) -> dict[str, Any]:
        """Return what the heading shows and where its link leads, while ``sort`` is on."""
        rising, falling = self.name, f"-{self.name}"
        first, second = (falling, rising) if self.falls else (rising, falling)
        return {
            "column": self,
            "next": second if sort == first else first,
            "order": {rising: "ascending", falling: "descending"}.get(sort, ""),
        }


TIE_COLUMNS = (
    Column("from", pgettext_lazy("end of a tie", "From")),
    Column("to", pgettext_lazy("end of a tie", "To"), arrow_before=True),
    Column("what", _("What passes"), css="cell-wide"),
    Column("often", _("How often"), falls=True),
    Column("said", _("Who says so"), falls=True),
    Column("confirmed", _("Confirmed"), falls=True),
)
ACTOR_COLUMNS = (
    Column("name", _("Actor")),
    Column("kind", pgettext_lazy("actor", "Kind")),
    Column("parent", _("Belongs to")),
    Column("place", _("Municipality")),
    Column("ties", _("Ties"), css="cell-ties", falls=True),
    Column("services", _("Services"), css="cell-wide"),
    Column("confirmed", _("Contacts confirmed"), falls=True),
)


def _headings(columns: Iterable[Column], sort: str) -> list[dict[str, Any]]:
    return [column.state(sort) for column in columns]


def _shown(rows: Sequence[Any], most: int) -> dict[str, Any]:
    """Return the rows shown so far and how the rest is reached."""
    return {"rows": rows[:most], "total": len(rows), "more": most + ROWS if len(rows) > most else 0}


def _tabs(network: Network, organisations: LevelGraph) -> dict[str, int]:
    """Count what each table holds when nothing is narrowed."""
    return {"actors": count_actors(network), "ties": len(organisations.edges)}


@require_GET
def ties(request: HttpRequest, slug: str) -> HttpResponse:
    entry, today = enter(request.user, slug), timezone.localdate()
    network = entry.network
    organisations = level_graph(network, "organisation", on=today)
    form = TieFilterForm(request.GET.dict(), contents_of(organisations))
    level = form.filters.level
    graph = organisations if level == "organisation" else level_graph(network, level, on=today)
    shown = _shown(tie_rows(network, graph, form.filters), form.rows)
    shown["rows"] = with_notes(network, graph, shown["rows"])
    context = {
        "entry": entry,
        "form": form,
        "filters": form.filters,
        "headings": _headings(TIE_COLUMNS, form.filters.sort),
        "counts": counts_of(graph),
        "selects": [form[name] for name in ("sector", "content", "frequency", "level")],
        "level_name": dict(LEVELS)[level],
        "tabs": _tabs(network, organisations),
        **shown,
    }
    return render(request, "mapping/ties.html", context)


@require_GET
def actors(request: HttpRequest, slug: str) -> HttpResponse:
    entry, today = enter(request.user, slug), timezone.localdate()
    network = entry.network
    form = ActorFilterForm(request.GET.dict(), places_on_map(network, on=today))
    organisations = level_graph(network, "organisation", on=today)
    rows = actor_rows(network, form.filters, contacts=seen_contacts_for(entry), on=today)
    context = {
        "entry": entry,
        "form": form,
        "filters": form.filters,
        "headings": _headings(ACTOR_COLUMNS, form.filters.sort),
        "counts": counts_of(organisations),
        "selects": [form[name] for name in ("sector", "kind", "place")],
        "tabs": _tabs(network, organisations),
        **_shown(rows, form.rows),
    }
    return render(request, "mapping/actors.html", context)
