"""The only place where the public API tells who covers what, and what is missing."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema

from solmu.analysis.rules.coverage import Cell
from solmu.mapping.access import coverage_for
from solmu.mapping.queries.coverage import CoverageMap
from solmu.networks.api import Asked, Place, ReadToken, bearer_of, place_said
from solmu.networks.models import ReadPart
from solmu.registry.api.said import ActorNamed
from solmu.registry.models import GoalArea, Sector, ServiceKind

router = Router(tags=["coverage"])


class State(StrEnum):
    """What a cell comes to."""

    GAP = "gap"
    OHJAAMO_ONLY = "ohjaamo_only"
    COVERED = "covered"
    OVERLAP = "overlap"


class CellSaid(Schema):
    """Who gives one kind of support for one goal in one municipality."""

    municipality: Place
    goal_area: GoalArea
    kind: ServiceKind
    state: State
    count: int = Field(description="How many offer it, people too")
    actors: list[ActorNamed] = Field(description="People only if the token lets them be read")
    services: list[str] = Field(description="Ids of their services")


class Missing(Schema):
    """The sectors from which nobody offers anything in a municipality."""

    municipality: Place
    sectors: list[Sector]


class CoverageSaid(Schema):
    """The whole grid; it has a page's cells for each municipality and needs no paging."""

    cells: list[CellSaid]
    missing: list[Missing]
    unsorted: int = Field(
        description="Services that stand in no cell, for nobody said what they are"
    )


@router.get(
    "/coverage",
    response=CoverageSaid,
    auth=ReadToken(ReadPart.COVERAGE),
    url_name="api_coverage",
    operation_id="coverage",
)
def coverage(request: HttpRequest, slug: Path[str], asked: Query[Asked]) -> dict[str, Any]:
    """Tell for each municipality, goal and kind of support who gives it: gaps, overlaps, the Ohjaamo alone."""
    found = coverage_for(bearer_of(request))
    missing = found.grid.missing_sectors.items()
    return {
        "cells": [_said(cell, found) for cell in found.grid.cells.values()],
        "missing": [
            {"municipality": place_said(found.towns[place]), "sectors": sectors}
            for place, sectors in missing
            if sectors
        ],
        "unsorted": len(found.grid.unsorted),
    }


def _said(cell: Cell, found: CoverageMap) -> dict[str, Any]:
    shown = {pk: services for pk, services in cell.offered.items() if pk in found.actors}
    return {
        "municipality": place_said(found.towns[cell.place]),
        "goal_area": cell.goal_area,
        "kind": cell.kind,
        "state": cell.state,
        "count": cell.count,
        "actors": [{"id": found.actors[pk].ref, "name": found.actors[pk].label} for pk in shown],
        "services": sorted({one.ref for services in shown.values() for one in services}),
    }
