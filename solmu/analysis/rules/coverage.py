"""The only place that lays services out by kind, goal area and municipality, and says what is missing (M01)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from solmu.registry.rules.services import ServiceFact

State = Literal["gap", "ohjaamo_only", "covered", "overlap"]
KINDS = ("information", "advice", "guidance")
GOAL_AREAS = ("everyday_life", "education", "employment")
OHJAAMO = "ohjaamo"
# From four on the young person gets several answers to one question. Information does no harm when it
# comes from many, so it never overlaps.
OVERLAPS_FROM = {"advice": 4, "guidance": 4}


@dataclass(slots=True)
class Cell:
    """Who gives one kind of support for one goal in one municipality: services by actor, in the given order."""

    place: int
    goal_area: str
    kind: str
    offered: dict[int, list[ServiceFact]] = field(default_factory=dict)
    state: State = "gap"

    @property
    def count(self) -> int:
        """How many actors there are."""
        return len(self.offered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole grid, in order of goal area, kind and municipality.

    ``missing_sectors`` holds, by municipality, the sectors from which nobody offers anything there.
    ``unsorted`` are services that do not say what they are, and so stand in no cell.
    """

    places: tuple[int, ...]
    cells: Mapping[tuple[int, str, str], Cell]
    missing_sectors: Mapping[int, tuple[str, ...]]
    unsorted: tuple[ServiceFact, ...]

    def row(self, goal_area: str, kind: str) -> list[Cell]:
        """Return the cells of one kind and goal, by municipality."""
        return [self.cells[place, goal_area, kind] for place in self.places]

    def of_state(self, *states: State) -> list[Cell]:
        """Return the cells in any of some states, in their order."""
        return [cell for cell in self.cells.values() if cell.state in states]


def coverage(
    services: Iterable[ServiceFact],
    *,
    places: Sequence[int],
    sectors: Mapping[int, str],
    all_sectors: Sequence[str],
) -> Coverage:
    """Lay services out by who gives what for what and where.

    Args:
        services: The standing ones.
        places: The municipalities of the network, in the order shown.
        sectors: Each present actor's sector; who is not in it offers nothing any more.
        all_sectors: The sectors that a municipality could have.
    """
    cells = {
        (place, goal_area, kind): Cell(place, goal_area, kind)
        for goal_area in GOAL_AREAS
        for kind in KINDS
        for place in places
    }
    seen: dict[int, set[str]] = {place: set() for place in places}
    unsorted = []
    for service in services:
        actors = [actor for actor in service.actors if actor in sectors]
        served = [place for place in places if not service.places or place in service.places]
        for place in served:
            seen[place].update(sectors[actor] for actor in actors)
        if not service.kinds or not service.goal_areas:
            unsorted.append(service)
        for key in _keys(service, served):
            for actor in actors:
                cells[key].offered.setdefault(actor, []).append(service)
    for cell in cells.values():
        cell.state = _state(cell, sectors)
    return Coverage(
        places=tuple(places),
        cells=cells,
        missing_sectors={
            place: tuple(one for one in all_sectors if one not in found)
            for place, found in seen.items()
        },
        unsorted=tuple(unsorted),
    )


def _keys(service: ServiceFact, served: Iterable[int]) -> Iterator[tuple[int, str, str]]:
    for place in served:
        for goal_area in service.goal_areas:
            for kind in service.kinds:
                yield place, goal_area, kind


def _state(cell: Cell, sectors: Mapping[int, str]) -> State:
    if not cell.offered:
        return "gap"
    if all(sectors[actor] == OHJAAMO for actor in cell.offered):
        return "ohjaamo_only"
    limit = OVERLAPS_FROM.get(cell.kind)
    return "overlap" if limit and cell.count >= limit else "covered"
