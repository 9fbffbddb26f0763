"""The only place that holds taking away and adding to what must be true of every network."""

from __future__ import annotations

import random
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import combinations
from multiprocessing import get_context
from statistics import mean

import networkx as nx
import pytest

from solmu.sna.comparisons import best_tie as looking
from solmu.sna.comparisons import key_players as searching
from solmu.sna.comparisons.best_tie import BestTie, best_tie
from solmu.sna.comparisons.key_players import KeyPlayers, key_players
from solmu.sna.comparisons.robustness import Robustness, robustness
from solmu.sna.comparisons.side_by_side import Shift
from solmu.sna.comparisons.what_if import with_tie, without
from solmu.sna.measures.parts import fragmentation
from solmu.sna.measures.position import betweenness
from solmu.sna.measures.threads import cut_off
from solmu.sna.result import Undefined
from solmu.sna.sketch import sketch
from solmu.sna.snapshot import Snapshot
from solmu.sna.tests.networks import drawn_at_random

FEW = Undefined("too_few_actors")
OUTREACH = "srk>mty etsiva=srk ohjaamo=etsiva kela>ohjaamo lukio>ohjaamo"


def shuffled(drawn: Snapshot, seed: int) -> Snapshot:
    return drawn.among(random.Random(seed).sample(range(drawn.n), drawn.n))


def weak(graph: nx.Graph[str]) -> nx.Graph[str]:
    return nx.Graph(graph)


def alone(n: int) -> Snapshot:
    names = [f"actor {number}" for number in range(n)]
    return Snapshot.of(names, names, [], directed=True)


@pytest.mark.parametrize("seed", range(16))
def test_who_is_cut_off_without_an_actor_is_the_same_as_asked_of_that_actor(seed: int) -> None:
    drawn, _ = drawn_at_random(seed)
    for actor, expected in enumerate(cut_off(drawn)):
        assert without(drawn, [actor]).cut_off == expected


def test_what_if_the_outreach_team_left() -> None:
    seen = without(sketch(OUTREACH), [2])
    figures = {each.name: (each.before, each.after) for each in seen.figures}
    assert seen.after.ids == ("srk", "mty", "ohjaamo", "kela", "lukio")
    assert seen.cut_off == ((0, 1),)
    assert len(seen.lost) == 4
    assert (figures["size"], figures["ties"], figures["components"]) == ((6, 5), (7, 3), (1, 2))
    assert figures["fragmentation"] == (0.0, pytest.approx(0.6))
    assert seen.largest == Shift("largest", 1.0, 0.6)
    assert (0, 4.0, 0.0) in seen.loads()
    assert seen.gained == seen.joined == ()


@pytest.mark.parametrize("seed", range(8))
def test_loads_are_the_betweenness_of_both_networks(seed: int) -> None:
    drawn, _ = drawn_at_random(seed)
    gone = list(range(0, drawn.n, 3))
    seen = without(drawn, gone)
    expected = dict(zip(seen.left, betweenness(seen.after), strict=True))
    assert {actor: after for actor, _, after in seen.loads()} == expected
    growth = [after - before for _, before, after in seen.loads()]
    assert growth == sorted(growth, reverse=True)


def test_taking_nobody_changes_nothing_and_taking_everybody_leaves_nothing() -> None:
    drawn = sketch(OUTREACH)
    assert without(drawn, []).after == drawn
    empty = without(drawn, range(6))
    assert (empty.after.n, empty.cut_off, empty.largest.after) == (0, (), FEW)
    assert without(alone(0), []).largest == Shift("largest", FEW, FEW)
    assert empty.figures[4] == Shift("fragmentation", 0.0, FEW)


def test_a_tie_joins_two_parts_and_changes_nothing_where_it_is_already() -> None:
    drawn = sketch("kela=te:2 lukio>amis:4 ohjaamo")
    seen = with_tie(drawn, 4, 0)
    assert seen.joined == ((0, 1), (4,))
    assert list(seen.after.strengths()) == [2, 2, 4, 1, 1]
    assert with_tie(drawn, 2, 3).gained == ((3, 2),)
    assert with_tie(drawn, 2, 3, both_ways=False).after == drawn
    assert with_tie(drawn, 2, 3).joined == ()
    assert with_tie(sketch("a-b b-c"), 1, 0).gained == ()
    assert list(with_tie(sketch("a-b c"), 0, 2, strength=3).after.strengths()) == [1, 3]
    with pytest.raises(ValueError, match="two actors"):
        with_tie(drawn, 1, 1)


def fragmentation_without(drawn: Snapshot, gone: tuple[int, ...]) -> float:
    found = fragmentation(drawn.among([actor for actor in range(drawn.n) if actor not in gone]))
    assert not isinstance(found, Undefined)
    return found


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("count", [1, 2, 3])
def test_key_players_are_the_best_of_all_sets(seed: int, count: int) -> None:
    drawn, _ = drawn_at_random(seed)
    found = key_players(drawn, count)
    if drawn.n < count + 2:
        assert found == FEW
        return
    assert isinstance(found, KeyPlayers)
    assert found.exact
    assert found.value == pytest.approx(fragmentation_without(drawn, found.actors))
    assert found.before == pytest.approx(fragmentation(drawn))
    if drawn.n > 16 and count == 3:
        return
    sets = combinations(range(drawn.n), count)
    assert found.value == pytest.approx(max(fragmentation_without(drawn, each) for each in sets))


@pytest.mark.parametrize("aim", ["fragmentation", "distance"])
@pytest.mark.parametrize("seed", range(12))
def test_a_search_that_may_not_try_everything_says_so_and_comes_close(
    seed: int, aim: searching.Aim, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, _ = drawn_at_random(seed)
    best = key_players(drawn, 2, aim)
    monkeypatch.setattr(searching, "EXACT_LOOKS", {"fragmentation": 0, "distance": 0})
    found = key_players(drawn, 2, aim)
    if isinstance(best, Undefined):
        assert found == best
        return
    assert isinstance(found, KeyPlayers)
    assert not found.exact
    assert best.value - 0.05 <= found.value <= best.value + 1e-9
    single = key_players(drawn, 1)
    assert isinstance(single, KeyPlayers)
    assert single.exact


def test_distances_of_a_large_network_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST_DISTANCES", 3)
    assert key_players(sketch("a-b b-c c-d"), 1, "distance") == Undefined("too_large")
    assert isinstance(key_players(sketch("a-b b-c c-d"), 1), KeyPlayers)


def test_other_figures_may_be_asked_for() -> None:
    seen = without(sketch("a-b b-c c-d"), [1], ["diameter"])
    assert seen.figures == (Shift("diameter", 3, 1),)
    assert with_tie(sketch("a-b b-c c-d"), 0, 3, measures=["diameter"]).figures[0].after == 2


def test_two_who_hold_the_same_place_do_not_count_twice() -> None:
    drawn = sketch("a-x b-x a-y b-y x-p x-q x-r c-d")
    found = key_players(drawn, 2)
    assert isinstance(found, KeyPlayers)
    assert [drawn.ids[actor] for actor in found.actors] != ["a", "b"]
    assert "x" in [drawn.ids[actor] for actor in found.actors]


@pytest.mark.parametrize("seed", range(10))
def test_another_order_of_the_actors_finds_sets_and_ties_as_good(seed: int) -> None:
    drawn, _ = drawn_at_random(seed)
    other = shuffled(drawn, seed)
    for count in (1, 2):
        one, two = key_players(drawn, count), key_players(other, count)
        assert getattr(one, "value", one) == pytest.approx(getattr(two, "value", two))
    mine, theirs = best_tie(drawn), best_tie(other)
    if isinstance(mine, BestTie) and isinstance(theirs, BestTie):
        assert mine.fragmentation.after == pytest.approx(theirs.fragmentation.after)
        assert mine.average_distance.after == pytest.approx(theirs.average_distance.after)
    else:
        assert mine == theirs
    again = robustness(drawn, "random", runs=60)
    assert again == robustness(drawn, "random", runs=60)


def helped(graph: nx.Graph[str]) -> tuple[float, float]:
    """Return fragmentation and average distance, reckoned by networkx."""
    lengths = [
        steps
        for _, row in nx.all_pairs_shortest_path_length(graph)
        for steps in row.values()
        if steps
    ]
    n = len(graph)
    return 1 - len(lengths) / (n * (n - 1)), mean(lengths)


@pytest.mark.parametrize("seed", range(20))
def test_the_tie_that_helps_most_is_the_best_of_all_pairs(seed: int) -> None:
    drawn, graph = drawn_at_random(seed)
    ties, found = weak(graph), best_tie(drawn)
    free = [pair for pair in combinations(ties, 2) if not ties.has_edge(*pair)]
    if drawn.n < 2 or not free:
        assert found == (FEW if drawn.n < 2 else Undefined("no_pair"))
        return
    assert isinstance(found, BestTie)
    assert found.exact
    tried = []
    for pair in free:
        more = ties.copy()
        more.add_edge(*pair)
        tried.append(helped(more))
    best = min(tried, key=lambda each: (round(each[0], 9), each[1]))
    assert (found.fragmentation.after, found.average_distance.after) == pytest.approx(best)
    ties.add_edge(drawn.ids[found.one], drawn.ids[found.other])
    assert helped(ties) == pytest.approx(best)


@pytest.mark.parametrize("seed", range(24))
def test_a_limited_search_for_the_tie_says_so_and_comes_close(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, _ = drawn_at_random(seed)
    best = best_tie(drawn)
    if not isinstance(best, BestTie):
        return
    monkeypatch.setattr(looking, "TRY_ALL", 0)
    monkeypatch.setattr(looking, "BEGIN_WITH", 8)
    found = best_tie(drawn)
    assert isinstance(found, BestTie)
    joins = best.fragmentation.after < best.fragmentation.before
    assert found.exact == joins
    assert found.average_distance.after <= best.average_distance.after * 1.02


def test_distances_from_some_are_an_estimate_and_said_to_be_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [str(number) for number in range(60)]
    ring = Snapshot.of(
        names,
        names,
        [(one, names[(at + 1) % 60]) for at, one in enumerate(names)],
        directed=False,
    )
    best = best_tie(ring)
    monkeypatch.setattr(looking, "KNOW_ALL", 10)
    monkeypatch.setattr(looking, "SOME", 40)
    found = best_tie(ring)
    assert isinstance(best, BestTie)
    assert isinstance(found, BestTie)
    assert (best.exact, found.exact) == (True, False)
    assert found.average_distance.before == pytest.approx(best.average_distance.before)
    assert found.average_distance.after == pytest.approx(best.average_distance.after, rel=0.1)


def test_only_the_pairs_that_are_allowed_are_tried() -> None:
    drawn = sketch("a-b b-c c-d d-e")
    found = best_tie(drawn, candidates=[(0, 1), (0, 2), (2, 0)])
    assert isinstance(found, BestTie)
    assert (found.one, found.other, found.tried) == (0, 2, 1)
    assert best_tie(drawn, candidates=[(0, 1)]) == Undefined("no_pair")


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("order", ["most_tied", "most_between"])
def test_a_curve_is_the_largest_part_after_each_leaving(seed: int, order: str) -> None:
    drawn, graph = drawn_at_random(seed)
    found = robustness(drawn, order)  # type: ignore[arg-type]
    if not drawn.n:
        assert found == FEW
        return
    assert isinstance(found, Robustness)
    ties = weak(graph)
    expected = []
    for actor in (None, *found.order):
        ties.remove_nodes_from([drawn.ids[actor]] if actor is not None else [])
        expected.append(max(map(len, nx.connected_components(ties)), default=0) / drawn.n)
    assert found.left == pytest.approx(expected)
    assert found.area == pytest.approx(mean(expected[1:]))


def test_random_leavings_come_to_the_same_curve_wherever_they_are_reckoned() -> None:
    drawn, _ = drawn_at_random(7)
    here = robustness(drawn, "random", runs=120, seed=4)
    with (
        ThreadPoolExecutor(3) as threads,
        ProcessPoolExecutor(2, get_context("spawn")) as processes,
    ):
        assert robustness(drawn, "random", runs=120, seed=4, each=threads.map) == here
        assert robustness(drawn, "random", runs=120, seed=4, each=processes.map) == here
    assert robustness(drawn, "random", runs=120, seed=5) != here
    assert isinstance(here, Robustness)
    assert here.left == tuple(sorted(here.left, reverse=True))


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_actors_without_ties_have_answers_or_reasons(n: int) -> None:
    drawn = alone(n)
    few = n < 2
    assert best_tie(drawn) == (
        FEW
        if few
        else BestTie(
            0,
            1,
            Shift("fragmentation", 1.0, 1 - 2 / (n * (n - 1))),
            Shift("average_distance", Undefined("none_reachable"), 1.0),
            1,
            True,
        )
    )
    assert key_players(drawn) == (FEW if n < 3 else KeyPlayers((0,), 1.0, 1.0, True))
    curve = robustness(drawn)
    assert curve == FEW if not n else getattr(curve, "left", ()) == (*[1 / n] * n, 0)
    with pytest.raises(ValueError, match="at least one"):
        key_players(drawn, 0)
    with pytest.raises(ValueError, match="at least one run"):
        robustness(alone(1), "random", runs=0)
