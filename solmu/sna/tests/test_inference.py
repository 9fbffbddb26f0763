"""The only place that holds what is said against chance to what must be true of chance."""

from __future__ import annotations

import math
import random
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import permutations
from multiprocessing import get_context
from statistics import mean

import numpy as np
import pytest

from solmu.sna.comparisons import cug as drawing
from solmu.sna.comparisons import mrqap as explaining
from solmu.sna.comparisons.chance import Chance
from solmu.sna.comparisons.cug import against_chance
from solmu.sna.comparisons.groups_by_chance import e_i_against_chance
from solmu.sna.comparisons.mrqap import Explanation, mrqap
from solmu.sna.comparisons.qap import graph_correlation, qap
from solmu.sna.measures.parts import components
from solmu.sna.measures.reciprocity import dyad_census, reciprocity
from solmu.sna.measures.size import ties
from solmu.sna.result import Undefined
from solmu.sna.sketch import sketch
from solmu.sna.snapshot import Snapshot
from solmu.sna.tests.networks import drawn_at_random

FEW, NO_TIES = Undefined("too_few_actors"), Undefined("no_ties")
FLAT = Undefined("no_variance")


def over(drawn: Snapshot, share: float, seed: int) -> Snapshot:
    """Keep a share of the ties and draw some others, over the same actors."""
    dice = random.Random(seed)
    kept = [(drawn.ids[a], drawn.ids[b]) for a, b in drawn.pairs() if dice.random() < share]
    others = [tuple(dice.sample(drawn.ids, 2)) for _ in range(drawn.m - len(kept))]
    every = [*kept, *((a, b) for a, b in others)]
    return Snapshot.of(drawn.ids, drawn.labels, every, directed=drawn.directed)


def asked_table(drawn: Snapshot) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    table = np.zeros((drawn.n, drawn.n))
    for a, b in drawn.pairs():
        table[a, b] = 1
        if not drawn.directed:
            table[b, a] = 1
    return table[~np.eye(drawn.n, dtype=bool)]


@pytest.mark.parametrize("seed", [2, 3, 4, 5, 6, 7])
def test_a_correlation_is_that_of_all_cells_in_whatever_order(seed: int) -> None:
    one, _ = drawn_at_random(seed)
    other = over(one, 0.6, seed)
    expected = np.corrcoef(asked_table(one), asked_table(other))[0, 1]
    assert graph_correlation(one, other) == pytest.approx(expected)
    assert graph_correlation(other, one) == pytest.approx(expected)
    order = random.Random(seed).sample(range(one.n), one.n)
    assert graph_correlation(one.among(order), other) == pytest.approx(expected)
    assert graph_correlation(one, one) == pytest.approx(1)


def test_strengths_are_correlated_only_when_asked_for() -> None:
    one, other = sketch("a>b:1 b>c:4 c>a:2"), sketch("a>b:2 b>c:8 c>a:4")
    assert graph_correlation(one, other) == pytest.approx(1)
    assert graph_correlation(one, other, by_strength=True) == pytest.approx(1)
    uneven = sketch("a>b:4 b>c:1 c>a:2")
    assert graph_correlation(one, uneven) == pytest.approx(1)
    told = graph_correlation(one, uneven, by_strength=True)
    assert isinstance(told, float)
    assert told < 0.6


@pytest.mark.parametrize("line", ["a>b b>c c=d d>e", "a-b b-c c-d d-e a-c"])
def test_shuffled_names_give_what_all_orders_give(line: str) -> None:
    one, other = sketch(line), sketch(line.replace("d", "x").replace("b", "d").replace("x", "b"))
    every = [graph_correlation(renamed(one, order), other) for order in permutations(range(one.n))]
    found = qap(one, other, runs=4000, seed=3)
    assert isinstance(found, Chance)
    figures = [each for each in every if isinstance(each, float)]
    likely = mean(each >= found.observed - 1e-9 for each in figures)
    assert found.observed == pytest.approx(graph_correlation(one, other))
    assert mean(figures) == pytest.approx(0, abs=1e-9)
    assert abs(found.mean) < 4 * found.spread / math.sqrt(4000)
    assert abs(found.as_high / 4000 - likely) < 4 * math.sqrt(likely * (1 - likely) / 4000)


def renamed(drawn: Snapshot, order: tuple[int, ...]) -> Snapshot:
    return Snapshot.of(
        drawn.ids,
        drawn.labels,
        [(drawn.ids[order[a]], drawn.ids[order[b]]) for a, b in drawn.pairs()],
        directed=drawn.directed,
    )


def test_only_actors_who_are_in_both_and_asked_count() -> None:
    one = sketch("a>b b>c c>a", asked=[True, True, True])
    other = sketch("b>a c>b a>c d>a d>b", asked=[True, True, True, False])
    assert graph_correlation(one, other) == pytest.approx(-1)
    assert graph_correlation(sketch("a-b b-c"), sketch("a>b b>c")) == pytest.approx(0.5)
    assert graph_correlation(one, sketch("x>y")) == FEW


@pytest.mark.parametrize("kept", ["size", "ties", "dyads"])
@pytest.mark.parametrize("seed", [2, 3, 4, 5])
def test_drawn_networks_keep_what_they_have_to(seed: int, kept: drawing.Kept) -> None:
    drawn, _ = drawn_at_random(seed)
    dice = np.random.default_rng(seed)
    draw = {
        "size": drawing._by_coin,
        "ties": drawing._of_as_many_ties,
        "dyads": drawing._of_as_many_dyads,
    }[kept]
    for _ in range(20):
        other = drawing._redrawn(drawn, *draw(drawn, dice))
        pairs = list(other.pairs())
        if not drawn.directed:
            pairs = [(min(pair), max(pair)) for pair in pairs]
        assert len(set(pairs)) == len(pairs)
        assert all(a != b and 0 <= min(a, b) <= max(a, b) < drawn.n for a, b in pairs)
        assert other.ids == drawn.ids
        if kept != "size":
            assert other.m == drawn.m
        if kept == "dyads":
            assert dyad_census(other) == dyad_census(drawn)


@pytest.mark.parametrize(
    "line, kept, ways",
    [("a>b b>c", "ties", 15), ("a=b b>c", "dyads", 12), ("a-b b-c d", "ties", 15)],
)
def test_every_network_that_keeps_it_is_drawn_alike(
    line: str, kept: drawing.Kept, ways: int
) -> None:
    drawn, dice, runs = sketch(line), np.random.default_rng(1), 6000
    draw = drawing._of_as_many_ties if kept == "ties" else drawing._of_as_many_dyads
    seen: Counter[frozenset[tuple[int, int]]] = Counter()
    for _ in range(runs):
        seen[frozenset(drawing._redrawn(drawn, *draw(drawn, dice)).pairs())] += 1
    assert len(seen) == ways
    chi = sum((count - runs / ways) ** 2 / (runs / ways) for count in seen.values())
    assert chi < ways - 1 + 4 * math.sqrt(2 * (ways - 1))


def test_the_pairs_of_a_triangle_are_numbered_without_a_gap() -> None:
    low, high = drawing._pair(np.arange(4950))
    assert {(0 <= a < b < 100) for a, b in zip(low.tolist(), high.tolist(), strict=True)} == {True}
    assert len(set(zip(low.tolist(), high.tolist(), strict=True))) == 4950
    far = np.array([100_000 * 99_999 // 2 - 1])
    assert [each.tolist() for each in drawing._pair(far)] == [[99_998], [99_999]]


def test_a_figure_that_only_follows_from_what_is_kept_is_no_news() -> None:
    drawn, _ = drawn_at_random(2)
    found = against_chance(drawn, ties, runs=60)
    assert isinstance(found, Chance)
    assert (found.spread, found.as_high, found.p_high, found.z) == (0.0, 60, 1.0, FLAT)
    both = against_chance(drawn, "reciprocity", "dyads", runs=60)
    assert isinstance(both, Chance)
    assert (both.mean, both.spread) == pytest.approx((reciprocity(drawn), 0))


def test_groups_dealt_out_keep_their_sizes() -> None:
    values = ["x"] * 6 + ["y"] * 4 + [""] * 2
    drawn, dice = sketch(" ".join(f"n{a}>n{(a * 5 + 2) % 12}" for a in range(12))), random.Random(2)
    names = [f"n{a}" for a in range(12)]
    more = [(a, b) for a in names for b in names if a != b and dice.random() < 0.2]
    drawn = Snapshot.of(names, names, more, directed=True, groups={"sector": values})
    found = e_i_against_chance(drawn, runs=4000, seed=5)
    known = [(values[int(a[1:])], values[int(b[1:])]) for a, b in more]
    known = [(a, b) for a, b in known if a and b]
    within = sum(a == b for a, b in known)
    assert isinstance(found, Chance)
    assert found.observed == pytest.approx((len(known) - 2 * within) / len(known))
    inside = (6 * 5 + 4 * 3) / (10 * 9)
    assert abs(found.mean - (1 - 2 * inside)) < 4 * found.spread / math.sqrt(4000)


def test_groups_that_chance_cannot_change_have_no_spread() -> None:
    alone = e_i_against_chance(sketch("a>b b>c", groups=dict.fromkeys("abc", "x")), runs=50)
    apart = e_i_against_chance(
        sketch("a>b b>c", groups=dict(zip("abc", "xyz", strict=True))), runs=50
    )
    assert isinstance(alone, Chance)
    assert isinstance(apart, Chance)
    assert (alone.observed, alone.spread, alone.p_low) == (-1.0, 0.0, 1.0)
    assert (apart.observed, apart.spread, apart.p_low) == (1.0, 0.0, 1.0)
    assert e_i_against_chance(sketch("a>b b>c", groups={"a": "x"})) == NO_TIES
    assert e_i_against_chance(sketch("a>b"), "municipality") == Undefined("no_group")


@pytest.mark.parametrize("seed", [2, 3, 6, 7])
def test_one_explaining_network_explains_the_square_of_its_correlation(seed: int) -> None:
    one, _ = drawn_at_random(seed)
    other = over(one, 0.5, seed)
    found, together = mrqap(one, {"other": other}, runs=50), graph_correlation(one, other)
    assert isinstance(found, Explanation)
    assert isinstance(together, float)
    assert found.explained == pytest.approx(together**2)
    assert found.actors == one.n
    chance = found.terms[0].chance
    assert isinstance(chance, Chance)
    pairs = one.n * (one.n - 1) // (1 if one.directed else 2)
    expected = together * math.sqrt((pairs - 2) / (1 - together**2))
    assert chance.observed == pytest.approx(expected)


@pytest.mark.parametrize("directed", [True, False])
def test_what_explains_is_told_from_what_does_not(directed: bool) -> None:
    names = [str(number) for number in range(24)]
    dice = random.Random(8)
    every = [(a, b) for a in names for b in names if (a != b if directed else a < b)]
    meets, near = ({pair for pair in every if dice.random() < 0.3} for _ in range(2))
    works = [pair for pair in every if dice.random() < (0.5 if pair in meets else 0.1)]
    made = partial(Snapshot.of, names, names, directed=directed)
    found = mrqap(made(works), {"meets": made(meets), "near": made(near)}, runs=200, seed=1)
    assert isinstance(found, Explanation)
    columns = [[1.0, pair in meets, pair in near] for pair in every]
    outcome = [float(pair in set(works)) for pair in every]
    expected, *_ = np.linalg.lstsq(np.array(columns, dtype=float), np.array(outcome))
    mine = [found.intercept, *(term.coefficient for term in found.terms)]
    assert mine == pytest.approx(expected.tolist())
    chances = {term.name: term.chance for term in found.terms}
    assert isinstance(chances["meets"], Chance)
    assert isinstance(chances["near"], Chance)
    assert chances["meets"].p_high < 0.01
    assert min(chances["near"].p_high, chances["near"].p_low) > 0.05
    for chance in chances.values():
        assert isinstance(chance, Chance)
        assert abs(chance.mean) < 4 * chance.spread / math.sqrt(200)


def test_what_cannot_be_explained_has_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = sketch("a>b b>c c>d d>a a>c"), sketch("a>b b>d")
    assert mrqap(one, {}) == mrqap(one, {"one": sketch("a b c d")}) == FLAT
    assert mrqap(one, {"one": other, "again": other}) == FLAT
    assert mrqap(sketch("a>b"), {"one": sketch("b>a")}) == FEW
    whole = mrqap(one, {"itself": one}, runs=20)
    assert isinstance(whole, Explanation)
    assert whole.explained == pytest.approx(1)
    assert whole.terms[0].chance == FLAT
    monkeypatch.setattr(explaining, "MOST_ACTORS", 2)
    monkeypatch.setattr(drawing, "MOST_BY_COIN", 3)
    assert mrqap(one, {"other": other}) == Undefined("too_large")
    assert against_chance(one, "density", "size") == Undefined("too_large")


def test_figures_that_are_missing_or_no_number_are_not_held_against_chance() -> None:
    assert (
        against_chance(
            sketch(
                "a>b b=c",
            ),
            "density",
            "size",
            runs=5,
        )
        != NO_TIES
    )
    assert against_chance(sketch("a b"), "reciprocity") == NO_TIES
    assert against_chance(sketch("a"), "density") == FEW
    with pytest.raises(ValueError, match="gives no number"):
        against_chance(sketch("a>b"), "dyad_census")
    with pytest.raises(ValueError, match="no measure of the whole"):
        against_chance(sketch("a>b"), "betweenness")
    for n in (0, 1, 2, 3):
        names = [str(number) for number in range(n)]
        drawn = Snapshot.of(names, names, [], directed=True)
        found = against_chance(drawn, components, runs=3)
        assert isinstance(found, Chance)
        assert (found.observed, found.mean) == (n, n)
        assert qap(drawn, drawn) == graph_correlation(drawn, drawn) == (FEW if n < 2 else FLAT)
        assert e_i_against_chance(drawn) == Undefined("no_group")
        assert mrqap(drawn, {"it": drawn}) == (FEW if n < 3 else FLAT)


def test_drawn_networks_without_the_figure_are_counted_apart() -> None:
    found = against_chance(sketch("a>b"), "reciprocity", "size", runs=200)
    assert isinstance(found, Chance)
    assert 20 < found.undefined < 80
    assert found.runs + found.undefined == 200


def test_chance_is_the_same_wherever_and_by_however_many_it_is_drawn() -> None:
    drawn, _ = drawn_at_random(6)
    other = over(drawn, 0.6, 6)
    sectors = [f"sector {at % 3}" for at in range(drawn.n)]
    ids = drawn.ids
    by_id = [(ids[a], ids[b]) for a, b in drawn.pairs()]
    grouped = Snapshot.of(ids, ids, by_id, directed=True, groups={"sector": sectors})
    asked = (
        partial(qap, drawn, other, runs=120),
        partial(against_chance, drawn, "fragmentation", runs=120),
        partial(e_i_against_chance, grouped, runs=120),
        partial(mrqap, drawn, {"other": other}, runs=120),
    )
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        for question in asked:
            here = question(seed=9)
            assert question(seed=9, each=processes.map) == here
            assert question(seed=10) != here
