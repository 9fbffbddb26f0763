"""Services are laid out by kind, goal and municipality, and four states tell what to talk about."""

from __future__ import annotations

from typing import Any

import pytest

from solmu.analysis.rules.coverage import Coverage, coverage
from solmu.registry.rules.services import ServiceFact

NORTH, SOUTH = 1, 2
OHJAAMO, SCHOOL, *OTHERS = range(10, 17)
SECTORS = {OHJAAMO: "ohjaamo", SCHOOL: "education", **dict.fromkeys(OTHERS, "youth")}


def service(*actors: int, kinds: str = "advice", goals: str = "education", **facts: Any) -> ServiceFact:  # fmt: skip
    return ServiceFact(
        ref="x",
        name="neuvonta",
        kinds=tuple(kinds.split()),
        goal_areas=tuple(goals.split()),
        target_group="",
        entrance="",
        places=facts.get("places", ()),
        actors=actors,
    )


def laid_out(*services: ServiceFact) -> Coverage:
    return coverage(
        services, places=[NORTH, SOUTH], sectors=SECTORS, all_sectors=["education", "youth"]
    )


def state(found: Coverage, place: int = NORTH, goal: str = "education", kind: str = "advice") -> str:  # fmt: skip
    return found.cells[place, goal, kind].state


def test_there_is_a_cell_for_every_kind_goal_and_municipality() -> None:
    found = laid_out()
    assert len(found.cells) == 3 * 3 * 2
    assert len(found.of_state("gap")) == 18


def test_a_service_without_places_serves_the_whole_area() -> None:
    found = laid_out(service(SCHOOL))
    assert [cell.state for cell in found.row("education", "advice")] == ["covered", "covered"]
    found = laid_out(service(SCHOOL, places=(SOUTH,)))
    assert [cell.state for cell in found.row("education", "advice")] == ["gap", "covered"]


def test_what_only_the_ohjaamo_offers_hangs_on_it() -> None:
    assert state(laid_out(service(OHJAAMO))) == "ohjaamo_only"
    assert state(laid_out(service(OHJAAMO), service(SCHOOL))) == "covered"


@pytest.mark.parametrize(("kind", "expected"), [("advice", "overlap"), ("information", "covered")])
def test_four_at_once_overlap_in_advice_but_never_in_information(kind: str, expected: str) -> None:
    four = [service(actor, kinds=kind) for actor in (OHJAAMO, *OTHERS[:3])]
    assert state(laid_out(*four[:3]), kind=kind) == "covered"
    assert state(laid_out(*four), kind=kind) == expected


def test_one_actor_with_several_services_counts_once() -> None:
    found = laid_out(*[service(SCHOOL)] * 5)
    cell = found.cells[NORTH, "education", "advice"]
    assert (cell.count, len(cell.offered[SCHOOL]), cell.state) == (1, 5, "covered")


def test_a_service_of_several_kinds_and_goals_is_in_each_of_their_cells() -> None:
    found = laid_out(service(SCHOOL, kinds="information guidance", goals="education employment"))
    filled = {(cell.goal_area, cell.kind) for cell in found.of_state("covered")}
    assert filled == {
        ("education", "information"), ("education", "guidance"),
        ("employment", "information"), ("employment", "guidance"),
    }  # fmt: skip


def test_who_is_off_the_map_offers_nothing() -> None:
    assert state(laid_out(service(99))) == "gap"


def test_sectors_from_which_nobody_offers_anything_are_missing_there() -> None:
    found = laid_out(service(SCHOOL, places=(NORTH,)), service(OTHERS[0], places=(SOUTH,)))
    assert found.missing_sectors == {NORTH: ("youth",), SOUTH: ("education",)}


def test_a_service_that_does_not_say_what_it_is_waits_outside_the_grid() -> None:
    waiting = service(SCHOOL, kinds="", goals="education")
    found = laid_out(waiting)
    assert found.unsorted == (waiting,)
    assert len(found.of_state("gap")) == 18
