"""The only place that shows who covers what: the grid, one cell of it, and the assessment of need to hand on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from solmu.analysis.rules.coverage import Cell
from solmu.lib.fragments import asks_for_part
from solmu.lib.reach import NotReachable
from solmu.mapping.queries.coverage import CoverageMap, coverage_of
from solmu.networks.access import enter
from solmu.registry.models import GoalArea, ServiceKind
from solmu.registry.queries.services import unsorted_services


@require_GET
def coverage(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the grid of kinds and goals by municipality, with one cell opened beside it when asked."""
    entry = enter(request.user, slug)
    found = coverage_of(entry.network)
    context = {
        "entry": entry,
        "coverage": found,
        "unsorted": len(unsorted_services(entry.network)) if entry.may_write else 0,
        "today": timezone.localdate(),
        **_opened(found, _first(found)),
    }
    return render(request, "mapping/coverage.html", context)


@require_GET
def coverage_cell(
    request: HttpRequest, slug: str, place: int, goal_area: str, kind: str
) -> HttpResponse:
    """Tell who is in one cell; opened by itself it is the grid with that cell chosen."""
    entry = enter(request.user, slug)
    found = coverage_of(entry.network)
    cell = found.cell(place, goal_area, kind)
    if cell is None:
        raise NotReachable(str(place))
    context = {"entry": entry, "coverage": found, **_opened(found, cell)}
    if asks_for_part(request.headers):
        return render(request, "mapping/coverage_cell.html", context)
    return render(request, "mapping/coverage.html", {**context, "today": timezone.localdate()})


@require_GET
def need(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the assessment of need: what nobody offers, what hangs on the Ohjaamo, what overlaps, who is missing."""
    entry = enter(request.user, slug)
    found = coverage_of(entry.network)
    context = {
        "entry": entry,
        "coverage": found,
        "today": timezone.localdate(),
        "unsorted": len(unsorted_services(entry.network)) + len(found.grid.unsorted),
    }
    return render(request, "mapping/need.html", context)


def _first(found: CoverageMap) -> Cell | None:
    """Return the first cell that somebody should look at: a gap, else what hangs on the Ohjaamo, else any."""
    for states in (("gap",), ("ohjaamo_only",), ("overlap",), ("covered",)):
        cells = found.grid.of_state(*states)
        if cells:
            return cells[0]
    return None


def _opened(found: CoverageMap, cell: Cell | None) -> dict[str, Any]:
    if cell is None:
        return {"cell": None}
    return {
        "cell": cell,
        "town": found.towns[cell.place],
        "goal_said": GoalArea(cell.goal_area).label,
        "kind_said": ServiceKind(cell.kind).label,
        "offered": [(found.actors[actor], services) for actor, services in cell.offered.items()],
    }
