"""The only place that holds every measure of the catalogue, whichever it is, to what must be true of all."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from operator import attrgetter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import solmu.sna.measures  # noqa: F401 - makes the catalogue whole
from solmu.sna.catalogue import MEASURES, Measure
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Ends, Snapshot

# Which division is found hangs on chance, and so on the order of the actors.
BY_CHANCE = {"community", "modularity"}
# Figures that hang on the whole network, not on the actor's own part of it.
OF_THE_WHOLE = {
    "betweenness_share", "brokerage_by_chance", "closeness", "community", "component", "eigenvector",
    "harmonic", "pagerank", "two_step_reach",
}  # fmt: skip
# Whoever was not asked still has these: others say them, or they are read off the whole.
KNOWN_UNASKED = {
    "in_degree", "component", "community", "betweenness", "betweenness_share", "core", "cut_point",
    "cut_off", "eigenvector", "pagerank",
}  # fmt: skip
_name = attrgetter("name")
EVERY = sorted(MEASURES.values(), key=_name)
named_by = pytest.mark.parametrize("each", EVERY, ids=_name)
quickly = settings(max_examples=8, deadline=None, derandomize=True)
LABELS = tuple("abcdefgh")


@st.composite
def networks(draw: st.DrawFn, names: str = "abcdefgh", *, asked: bool = False) -> Snapshot:
    """Draw a small network: isolates, loops, parallel ties and missing strengths may be in it."""
    n = draw(st.integers(0, len(names)))
    ids = list(names[:n])
    actor = st.sampled_from(ids) if ids else st.nothing()
    strength = st.none() | st.sampled_from([0.5, 1.0, 3.0])
    ties = draw(st.lists(st.tuples(actor, actor, strength), max_size=20)) if ids else []
    group = st.sampled_from(["", "x", "y", "z"])
    return Snapshot.of(
        ids,
        ids,
        ties,
        directed=draw(st.booleans()),
        groups={"sector": draw(st.lists(group, min_size=n, max_size=n))},
        asked=draw(st.lists(st.booleans(), min_size=n, max_size=n)) if asked else None,
    )


def ends_of(drawn: Snapshot) -> list[Ends]:
    strengths = [None] * drawn.m if drawn.weight is None else drawn.weight
    return [
        (drawn.ids[a], drawn.ids[b], strength)
        for (a, b), strength in zip(drawn.pairs(), strengths, strict=True)
    ]


def plain(figure: Any) -> Any:
    """Take a figure apart, so that figures of any kind can be held against each other."""
    if isinstance(figure, Undefined):
        return figure.reason
    if is_dataclass(figure) and not isinstance(figure, type):
        return {key: plain(value) for key, value in asdict(figure).items() if key != "core"}
    if isinstance(figure, Mapping):
        return {key: plain(value) for key, value in figure.items()}
    if isinstance(figure, tuple):
        return [len(part) if isinstance(part, tuple) else "" for part in figure]
    return figure


def told(each: Measure, drawn: Snapshot) -> Any:
    """Measure, and say whose each figure is instead of where it stands."""
    found = each.function(drawn)
    if each.name == "component":
        parts: dict[int, set[str]] = {}
        for name, part in zip(drawn.ids, found, strict=True):
            parts.setdefault(part, set()).add(name)
        return {name: sorted(parts[part]) for name, part in zip(drawn.ids, found, strict=True)}
    if each.level == "actor":
        return dict(zip(drawn.ids, map(plain, found), strict=True))
    if each.level == "tie":
        pairs = [(drawn.ids[a], drawn.ids[b]) for a, b in drawn.pairs()]
        return dict(zip(pairs, map(plain, found), strict=True))
    return [plain(entry) for entry in found] if each.level == "group" else plain(found)


def alike(one: Any, other: Any) -> bool:
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, float) and isinstance(other, float | int):
        return math.isclose(one, other, rel_tol=1e-7, abs_tol=1e-7)
    return bool(one == other)


def numbers(figure: Any) -> list[float]:
    """List every number in a figure taken apart."""
    if isinstance(figure, dict):
        figure = list(figure.values())
    if isinstance(figure, list):
        return [number for entry in figure for number in numbers(entry)]
    return [figure] if isinstance(figure, float) else []


@named_by
@given(drawn=networks(asked=True))
@quickly
def test_it_answers_for_any_network_with_figures_or_reasons(each: Measure, drawn: Snapshot) -> None:
    found = each.function(drawn)
    if each.level in ("actor", "tie"):
        assert len(found) == (drawn.n if each.level == "actor" else drawn.m)
    assert all(map(math.isfinite, numbers(told(each, drawn))))


@pytest.mark.parametrize("each", [each for each in EVERY if each.name not in BY_CHANCE], ids=_name)
@given(drawn=networks(), data=st.data())
@quickly
def test_renaming_and_reordering_change_nothing(
    each: Measure, drawn: Snapshot, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(drawn.n)))
    ties = data.draw(st.permutations(ends_of(drawn)))
    again = Snapshot.of(
        [drawn.ids[at] for at in order],
        [drawn.ids[at].upper() for at in order],
        ties,
        directed=drawn.directed,
        groups={"sector": [drawn.groups["sector"][at] for at in order]},
    )
    assert alike(told(each, drawn), told(each, again))


@pytest.mark.parametrize(
    "each",
    [each for each in EVERY if each.level in ("actor", "tie") and each.name not in OF_THE_WHOLE],
    ids=_name,
)
@given(one=networks(), two=networks("stuvwxyz"))
@quickly
def test_figures_stay_when_another_network_stands_beside(
    each: Measure, one: Snapshot, two: Snapshot
) -> None:
    ties = ends_of(one)
    if not one.directed and two.directed:
        ties += [(tie[1], tie[0], tie[2] if len(tie) > 2 else None) for tie in ties]
        one = Snapshot.of(one.ids, one.ids, ties, directed=True, groups=one.groups)
    if one.directed and not two.directed:
        return
    # A tie without strength counts as 1, whether or not others state theirs.
    both = Snapshot.of(
        one.ids + two.ids,
        one.ids + two.ids,
        ties + ends_of(two),
        directed=one.directed,
        groups={"sector": one.groups["sector"] + two.groups["sector"]},
    )
    no_groups = not any(one.groups["sector"]) or not any(two.groups["sector"])
    if not (each.name == "brokerage" and no_groups):
        assert alike(told(each, both), told(each, one) | told(each, two))


@named_by
@given(drawn=networks(), data=st.data())
@quickly
def test_loops_and_ties_stated_twice_change_nothing(
    each: Measure, drawn: Snapshot, data: st.DataObject
) -> None:
    ties = ends_of(drawn)
    again = data.draw(st.lists(st.sampled_from(ties), max_size=4)) if ties else []
    loops: list[Ends] = [(name, name) for name in drawn.ids]
    fuller = Snapshot.of(
        drawn.ids, drawn.ids, [*ties, *loops, *again], directed=drawn.directed, groups=drawn.groups
    )
    assert alike(told(each, drawn), told(each, fuller))


@pytest.mark.parametrize("each", [each for each in EVERY if each.level == "actor"], ids=_name)
@given(drawn=networks(asked=True))
@quickly
def test_whoever_was_not_asked_has_no_figure_that_needs_its_answer(
    each: Measure, drawn: Snapshot
) -> None:
    for figure, asked in zip(each.function(drawn), drawn.asked or (), strict=True):
        unknown = figure == Undefined("not_asked")
        assert unknown == (not asked and each.name not in KNOWN_UNASKED and drawn.n > 0) or (
            figure == Undefined("too_few_actors")
        )


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("n", [0, 1, 2, 3])
@named_by
def test_without_ties_nothing_is_made_up(each: Measure, n: int, directed: bool) -> None:
    drawn = Snapshot.of(LABELS[:n], LABELS[:n], [], directed=directed)
    found = told(each, drawn)
    if each.level == "tie":
        assert found == {}
    if each.level == "actor":
        assert len(found) == n
        # Where nobody is tied to anybody, nobody differs from anybody.
        figures = [
            figure for figure in found.values() if each.name not in ("component", "community")
        ]
        assert all(figure == figures[0] for figure in figures)


def test_strength_touches_only_what_is_said_to_read_it() -> None:
    ties: list[Ends] = [("a", "b", 1), ("b", "c", 2), ("c", "a", 3), ("c", "d", 4), ("d", "b", 5)]
    weak = Snapshot.of("abcd", "abcd", [tie[:2] for tie in ties], directed=True)
    strong = Snapshot.of("abcd", "abcd", ties, directed=True)
    reading = {each.name for each in EVERY if not alike(told(each, weak), told(each, strong))}
    assert reading == {"strength", "constraint", "effective_size", "ego_efficiency", "pagerank"}


def test_ties_weaker_than_nothing_leave_shares_of_them_undefined() -> None:
    drawn = Snapshot.of("abc", "abc", [("a", "b", -1), ("b", "c", 2)], directed=True)
    for name in ("constraint", "effective_size", "ego_efficiency", "pagerank"):
        assert MEASURES[name].function(drawn) == [Undefined("negative_strength")] * 3
    nothing = Snapshot.of("abc", "abc", [("a", "b", 0)], directed=True)
    none, no_ties = Undefined("no_strength"), Undefined("no_ties")
    assert MEASURES["constraint"].function(nothing) == [none, none, no_ties]
    assert sum(MEASURES["pagerank"].function(nothing)) == pytest.approx(1)
