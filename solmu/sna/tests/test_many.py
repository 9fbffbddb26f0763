"""The only place that holds kinds of tie, and networks of two kinds of actor, to what must be true of them."""

from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
import pytest

from solmu.sna.comparisons.multiplex import Multiplexity, multiplexity, overlap
from solmu.sna.comparisons.two_mode import projection, two_mode_density
from solmu.sna.result import Undefined
from solmu.sna.sketch import sketch
from solmu.sna.snapshot import Note, Snapshot
from solmu.sna.tests.networks import drawn_at_random

NO_TIES = Undefined("no_ties")


def kinds_at_random(seed: int) -> dict[str, Snapshot]:
    """Take three kinds of tie at random from one network."""
    drawn, _ = drawn_at_random(seed)
    dice = random.Random(seed)
    ties = [(drawn.ids[a], drawn.ids[b]) for a, b in drawn.pairs()]
    return {
        kind: Snapshot.of(
            drawn.ids,
            drawn.labels,
            [tie for tie in ties if dice.random() < 0.6],
            directed=drawn.directed,
        )
        for kind in ("information", "referral", "joint work")
    }


@pytest.mark.parametrize("seed", range(12))
def test_kinds_overlap_as_their_sets_of_ties_do(seed: int) -> None:
    kinds = kinds_at_random(seed)
    sets = {kind: set(layer.pairs()) for kind, layer in kinds.items()}
    found = overlap(kinds)
    assert [(each.one, each.other) for each in found] == list(combinations(kinds, 2))
    for each in found:
        both, either = sets[each.one] & sets[each.other], sets[each.one] | sets[each.other]
        assert (each.both, each.either) == (len(both), len(either))
        assert each.jaccard == (len(both) / len(either) if either else NO_TIES)
    order = random.Random(seed).sample(range(kinds["referral"].n), kinds["referral"].n)
    other = {kind: layer.among(order) for kind, layer in kinds.items()}
    assert (overlap(other), multiplexity(other)) == (found, multiplexity(kinds))


@pytest.mark.parametrize("seed", range(12))
def test_every_tied_pair_has_its_number_of_kinds(seed: int) -> None:
    kinds = kinds_at_random(seed)
    found = multiplexity(kinds)
    pairs = {tuple(sorted(pair)) for layer in kinds.values() for pair in layer.pairs()}
    assert sum(found.pairs) == len(pairs)
    if pairs:
        assert found.share == sum(found.pairs[1:]) / len(pairs)


def test_a_kind_held_against_itself_overlaps_wholly() -> None:
    one = sketch("kela>te te>amis")
    assert overlap({"one": one, "other": one})[0].jaccard == 1.0
    assert multiplexity({"one": one, "other": one}) == Multiplexity((0, 2), 1.0)


def test_directions_count_when_any_kind_has_them() -> None:
    kinds = {"meeting": sketch("kela-te te-amis"), "referral": sketch("kela>te")}
    assert (overlap(kinds)[0].both, overlap(kinds)[0].either) == (1, 4)
    assert multiplexity(kinds) == Multiplexity((1, 1), 0.5)


def test_kinds_without_ties_have_a_reason() -> None:
    empty, single = Snapshot.of([], [], [], directed=True), sketch("kela")
    assert overlap({}) == overlap({"one": single}) == []
    assert overlap({"one": empty, "other": single})[0].jaccard == NO_TIES
    assert multiplexity({"one": empty}) == Multiplexity((0,), NO_TIES)
    assert multiplexity({}) == Multiplexity((), NO_TIES)


def meetings_at_random(seed: int) -> tuple[Snapshot, nx.Graph[str]]:
    graph = nx.bipartite.random_graph(8, 6, 0.3, seed)
    graph = nx.relabel_nodes(graph, {node: f"node {node}" for node in graph})
    sides = [str(side) for _, side in graph.nodes(data="bipartite")]
    drawn = Snapshot.of(graph, graph, graph.edges, directed=False, groups={"kind": sides})
    return drawn, graph


def shared_by_id(drawn: Snapshot) -> dict[frozenset[str], float]:
    return {
        frozenset((drawn.ids[a], drawn.ids[b])): value
        for (a, b), value in zip(drawn.pairs(), drawn.strengths(), strict=True)
    }


@pytest.mark.parametrize("side", ["0", "1"])
@pytest.mark.parametrize("seed", range(6))
def test_a_projection_is_what_networkx_projects(seed: int, side: str) -> None:
    drawn, graph = meetings_at_random(seed)
    nodes = [node for node, own in graph.nodes(data="bipartite") if str(own) == side]
    ways = (
        ("count", nx.bipartite.weighted_projected_graph),
        ("newman", nx.bipartite.collaboration_weighted_projected_graph),
    )
    for weighing, project in ways:
        expected = {
            frozenset((a, b)): value for a, b, value in project(graph, nodes).edges(data="weight")
        }
        found = projection(drawn, side, weighing=weighing)  # type: ignore[arg-type]
        assert shared_by_id(found) == pytest.approx(expected)
        assert set(found.ids) == set(nodes)
    assert two_mode_density(drawn, side) == pytest.approx(nx.bipartite.density(graph, nodes))


def test_ties_within_a_side_are_left_out_and_told() -> None:
    sides = {"kela": "actor", "te": "actor", "m1": "meeting", "m2": "meeting"}
    drawn = sketch("kela>m1 m1>te kela=te m1>m2 kela>x", groups=sides)
    found = projection(drawn, "actor", "sector")
    assert shared_by_id(found) == {frozenset(("kela", "te")): 1.0}
    assert found.notes == (Note("same_side_dropped", 3),)
    assert two_mode_density(drawn, "actor", "sector") == 0.5
    assert not found.directed


def test_sides_without_anybody_have_a_reason_or_nothing() -> None:
    drawn = sketch("kela-te", groups={"kela": "actor"})
    for missing in ("meeting", ""):
        assert projection(drawn, missing, "sector").n == 0
        assert two_mode_density(drawn, missing, "sector") == Undefined("no_pair")
    assert two_mode_density(drawn, "actor") == Undefined("no_pair")
    assert projection(Snapshot.of([], [], [], directed=True), "actor").n == 0
