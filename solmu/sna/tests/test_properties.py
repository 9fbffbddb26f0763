"""The only place that holds the measures to what must be true of every network."""

from __future__ import annotations

import pickle

import pytest

import solmu.sna.measures
from solmu.sna.catalogue import MEASURES
from solmu.sna.measures.degree import degree, in_degree, out_degree, strength
from solmu.sna.measures.distance import average_distance
from solmu.sna.measures.groups import mixing
from solmu.sna.measures.parts import components, components_strong, fragmentation, parts
from solmu.sna.measures.position import betweenness, betweenness_share
from solmu.sna.measures.reciprocity import dyad_census, reciprocity, reciprocity_dyadic
from solmu.sna.measures.size import density
from solmu.sna.measures.threads import cut_off
from solmu.sna.result import Undefined
from solmu.sna.sketch import sketch
from solmu.sna.snapshot import Note, Snapshot
from solmu.sna.tests.networks import drawn_at_random

NETWORK = [each for each in MEASURES.values() if each.level == "network"]
PER_ACTOR = [each for each in MEASURES.values() if each.level == "actor"]
PER_TIE = [each for each in MEASURES.values() if each.level == "tie"]


def ties_by_id(drawn: Snapshot) -> list[tuple[str, str, float]]:
    return [
        (drawn.ids[a], drawn.ids[b], value)
        for (a, b), value in zip(drawn.pairs(), drawn.strengths(), strict=True)
    ]


def test_the_catalogue_knows_every_family() -> None:
    assert solmu.sna.measures.__all__
    assert {each.name for each in NETWORK} >= {
        "size", "ties", "directed", "density", "reciprocity", "reciprocity_dyadic", "components",
        "components_strong", "fragmentation", "dyad_census", "average_distance", "diameter",
    }  # fmt: skip
    assert {each.name for each in PER_ACTOR} >= {
        "degree", "in_degree", "out_degree", "strength", "betweenness", "core", "cut_point",
    }  # fmt: skip
    assert {each.name for each in PER_TIE} >= {"bridge", "mutual", "far_side", "tie_betweenness"}
    chance = MEASURES["mixing"].parameters[1]
    assert (chance.name, chance.default, chance.choices) == ("chance", "degree", ("degree", "size"))


@pytest.mark.parametrize("seed", range(0, 24, 2))
def test_two_networks_side_by_side_keep_their_actors_figures(seed: int) -> None:
    one, _ = drawn_at_random(seed)
    two, _ = drawn_at_random(seed + 24)
    ids = [f"1 {each}" for each in one.ids] + [f"2 {each}" for each in two.ids]
    ties = [(f"1 {a}", f"1 {b}", value) for a, b, value in ties_by_id(one)]
    ties += [(f"2 {a}", f"2 {b}", value) for a, b, value in ties_by_id(two)]
    both = Snapshot.of(ids, ids, ties, directed=True)
    for measure in (degree, in_degree, out_degree, strength, betweenness):
        assert measure(both) == pytest.approx([*measure(one), *measure(two)])
    for count in (components, components_strong):
        assert count(both) == count(one) + count(two)
    shifted = [tuple(tuple(a + one.n for a in part) for part in lost) for lost in cut_off(two)]
    assert cut_off(both) == [*cut_off(one), *shifted]


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_actors_without_ties_have_figures_or_reasons(n: int, directed: bool) -> None:
    names = [f"actor {number}" for number in range(n)]
    drawn = Snapshot.of(names, names, [], directed=directed)
    for each in PER_ACTOR:
        assert len(each.function(drawn)) == n
    for each in PER_TIE:
        assert each.function(drawn) == []
    assert (components(drawn), components_strong(drawn)) == (n, n)
    few = Undefined("too_few_actors")
    assert density(drawn) == (few if n < 2 else 0.0)
    assert fragmentation(drawn) == (few if n < 2 else 1.0)
    assert average_distance(drawn) == Undefined("none_reachable")
    no_arcs = Undefined("no_ties" if directed else "undirected")
    assert reciprocity(drawn) == reciprocity_dyadic(drawn) == no_arcs
    assert degree(drawn) == [0] * n
    assert mixing(drawn) == []


def test_two_actors_have_a_tie_one_way_or_both() -> None:
    one_way, both = sketch("kela>ohjaamo"), sketch("kela=ohjaamo")
    assert (reciprocity(one_way), reciprocity(both)) == (0.0, 1.0)
    assert (components(one_way), components_strong(one_way), components_strong(both)) == (1, 2, 1)
    assert (density(one_way), density(both)) == (0.5, 1.0)


def test_loops_change_no_figure_and_are_told() -> None:
    plain, looped = sketch("kela>ohjaamo"), sketch("kela>ohjaamo kela>kela ohjaamo=ohjaamo")
    assert looped.notes == (Note("loops_dropped", 3),)
    for each in NETWORK:
        assert each.function(looped) == each.function(plain)


def test_parallel_ties_become_one_of_the_largest_strength_and_are_told() -> None:
    drawn = sketch("kela>ohjaamo:2 kela>ohjaamo:4 kela>ohjaamo ohjaamo>kela:1")
    assert drawn.notes == (Note("parallels_merged", 2),)
    assert list(drawn.pairs()) == [(0, 1), (1, 0)]
    assert list(drawn.strengths()) == [4.0, 1.0]


def test_an_undirected_tie_written_from_both_ends_is_one_tie() -> None:
    drawn = sketch("kela-ohjaamo:1 ohjaamo-kela:3")
    assert (drawn.m, list(drawn.strengths())) == (1, [3.0])
    assert strength(drawn) == [3.0, 3.0]


def test_a_missing_strength_among_strengths_counts_as_one_and_is_told() -> None:
    drawn = sketch("kela>ohjaamo:4 ohjaamo>lukio")
    assert list(drawn.strengths()) == [4.0, 1.0]
    assert drawn.notes == (Note("strength_missing", 1),)
    assert sketch("kela>ohjaamo").weight is None


def test_an_actor_who_was_not_asked_has_no_figure_that_needs_its_answer() -> None:
    drawn = sketch("kela>ohjaamo ohjaamo=lukio", asked=[True, True, False])
    unknown = Undefined("not_asked")
    assert out_degree(drawn) == [1, 1, unknown]
    assert degree(drawn)[2] == strength(drawn)[2] == unknown
    assert in_degree(drawn) == [0, 2, 1]
    assert drawn.response_rate == pytest.approx(2 / 3)
    assert drawn.answered().ids == ("kela", "ohjaamo")
    assert reciprocity(drawn.answered()) == 0.0
    assert drawn.answered().response_rate == 1.0


def test_unknown_actors_and_repeated_identifiers_are_refused() -> None:
    with pytest.raises(ValueError, match="unknown actor: lukio"):
        Snapshot.of(["kela"], ["Kela"], [("kela", "lukio")], directed=True)
    with pytest.raises(ValueError, match="comes twice"):
        Snapshot.of(["kela", "kela"], ["Kela", "Kela"], [], directed=True)
    with pytest.raises(ValueError, match="1 actors, but 2 values"):
        Snapshot.of(["kela"], ["Kela", "Ohjaamo"], [], directed=True)


def test_a_part_of_a_network_keeps_what_is_known_of_its_actors() -> None:
    drawn = sketch("a>b:2 b>c:3 c>a", groups={"a": "x", "c": "y"}, asked=[True, True, False])
    part = drawn.among([2, 1])
    assert (part.ids, part.groups["sector"], part.asked) == (("c", "b"), ("y", ""), (False, True))
    assert (list(part.pairs()), list(part.strengths())) == ([(1, 0)], [3.0])


@pytest.mark.parametrize("chance", ["degree", "size"])
@pytest.mark.parametrize("line", ["a>b b>c c=d d>e e>a f>a", "a-b b-c c-d d-e e-a f-a"])
def test_expected_ties_add_up_to_the_ties_there_are(line: str, chance: str) -> None:
    drawn = sketch(line, groups=dict(zip("abcdef", "xxyyzz", strict=True)))
    found = mixing(drawn, chance=chance)  # type: ignore[arg-type]
    assert sum(each.ties for each in found) == drawn.m
    assert sum(each.expected for each in found) == pytest.approx(drawn.m)
    pairs = drawn.n * (drawn.n - 1) // (1 if drawn.directed else 2)
    assert sum(each.possible for each in found) == pairs


def test_actors_without_a_stated_group_are_in_none() -> None:
    found = mixing(sketch("a=b b=c", groups={"a": "x", "b": "y"}))
    assert [(each.one, each.other, each.ties) for each in found] == [
        ("x", "x", 0), ("x", "y", 2), ("y", "y", 0),
    ]  # fmt: skip
    assert found[0].density == Undefined("no_pair")


def test_every_second_route_through_a_chain_passes_its_middle() -> None:
    share = betweenness_share(sketch("a-b b-c c-d d-e"))
    assert share == [0.0, 0.5, pytest.approx(4 / 6), 0.5, 0.0]
    assert betweenness_share(sketch("a>b b>c"))[1] == 1.0


def test_a_dyad_census_counts_every_pair_once() -> None:
    for seed in range(10):
        drawn, _ = drawn_at_random(seed)
        found = dyad_census(drawn)
        assert found.mutual + found.asymmetric + found.null == drawn.n * (drawn.n - 1) // 2
        both = 2 * found.mutual if drawn.directed else found.mutual
        assert both + found.asymmetric == drawn.m


def test_a_snapshot_travels_to_another_process_with_what_it_found() -> None:
    drawn = sketch("kela>ohjaamo:2 ohjaamo=lukio")
    expected = betweenness(drawn)
    again = pickle.loads(pickle.dumps(drawn))
    assert again == drawn
    assert betweenness(again) == expected
    assert parts(again) == parts(drawn)
