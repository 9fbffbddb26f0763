"""The only place that reads who covers what, laid out for the page: cells with their actors, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from solmu.analysis.rules.coverage import (
    GOAL_AREAS,
    KINDS,
    OHJAAMO,
    Cell,
    Coverage,
    State,
    coverage,
)
from solmu.lib.alphabet import in_order
from solmu.mapping.queries.choices import Choice, actor_choices
from solmu.networks.models import Area, Network
from solmu.registry.models import GoalArea, Sector, ServiceKind
from solmu.registry.queries.services import service_facts

_ALL_BUT_THE_CENTRE = tuple(sector for sector in Sector.values if sector != OHJAAMO)


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of support for one goal, with its cells by municipality."""

    goal_area: str
    kind: str
    cells: Sequence[Cell]

    @property
    def goal_said(self) -> str:
        return str(GoalArea(self.goal_area).label)

    @property
    def kind_said(self) -> str:
        return str(ServiceKind(self.kind).label)


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """The grid of a network with its municipalities and actors at hand."""

    grid: Coverage
    towns: Mapping[int, Area]
    actors: Mapping[int, Choice]

    @property
    def goals(self) -> list[tuple[str, list[Line]]]:
        """The grid's lines by what they are for."""
        return [
            (
                str(GoalArea(goal_area).label),
                [Line(goal_area, kind, self.grid.row(goal_area, kind)) for kind in KINDS],
            )
            for goal_area in GOAL_AREAS
        ]

    @property
    def counts(self) -> dict[str, int]:
        """How many cells there are of each state; what overlaps is covered too."""
        return {
            "covered": len(self.grid.of_state("covered", "overlap")),
            "gap": len(self.grid.of_state("gap")),
            "ohjaamo_only": len(self.grid.of_state("ohjaamo_only")),
            "overlap": len(self.grid.of_state("overlap")),
        }

    @property
    def missing(self) -> list[tuple[Area, list[str]]]:
        """Municipalities with the sectors from which nobody offers anything there, worst first."""
        found = [
            (self.towns[place], [str(Sector(sector).label) for sector in sectors])
            for place, sectors in self.grid.missing_sectors.items()
            if sectors
        ]
        return sorted(found, key=lambda one: -len(one[1]))

    @property
    def only_the_centre(self) -> list[str]:
        """The services by which the Ohjaamo alone holds a cell, by name."""
        names = {
            service.name
            for cell in self.grid.of_state("ohjaamo_only")
            for services in cell.offered.values()
            for service in services
        }
        return sorted(names, key=in_order)

    def cell(self, place: int, goal_area: str, kind: str) -> Cell | None:
        """Return one cell, or None when there is no such."""
        return self.grid.cells.get((place, goal_area, kind))

    @property
    def by_town(self) -> list[tuple[Area, dict[str, list[str]]]]:
        """Each municipality with what is to be talked about there, by state, in words."""
        return [
            (town, {state: self._said(town, state) for state in ("gap", "ohjaamo_only", "overlap")})
            for town in self.towns.values()
        ]

    def _said(self, town: Area, state: State) -> list[str]:
        cells = (cell for cell in self.grid.of_state(state) if cell.place == town.pk)
        return [
            f"{GoalArea(one.goal_area).label}: {str(ServiceKind(one.kind).label).lower()}"
            for one in cells
        ]


def coverage_of(network: Network) -> CoverageMap:
    """Return who covers what in ``network``, in the order of municipalities' and actors' names."""
    towns = {town.pk: town for town in own_municipalities(network)}
    actors = {one.pk: one for one in actor_choices(network)}
    order = {pk: number for number, pk in enumerate(actors)}
    grid = coverage(
        service_facts(network),
        places=list(towns),
        sectors={pk: one.sector for pk, one in actors.items()},
        all_sectors=_ALL_BUT_THE_CENTRE,
    )
    for cell in grid.cells.values():
        cell.offered = dict(
            sorted(
                cell.offered.items(),
                key=lambda one: (actors[one[0]].sector != OHJAAMO, order[one[0]]),
            )
        )
    return CoverageMap(grid, towns, actors)


def own_municipalities(network: Network) -> list[Area]:
    """Return the network's municipalities by name."""
    towns = network.areas.filter(kind=Area.Kind.MUNICIPALITY)
    return sorted(towns, key=lambda town: in_order(town.name))
