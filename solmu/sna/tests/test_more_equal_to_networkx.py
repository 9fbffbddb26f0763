"""The only place that runs networkx beside the measures of closure, nearness, holes, likeness and communities."""

from __future__ import annotations

import math
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from solmu.sna.communities import membership_of
from solmu.sna.measures.closure import simmelian, transitivity, triad_census
from solmu.sna.measures.community import modularity
from solmu.sna.measures.core_periphery import core_periphery
from solmu.sna.measures.distance import closeness, harmonic, two_step_reach
from solmu.sna.measures.hierarchy import hierarchy, lubness
from solmu.sna.measures.holes import constraint, effective_size, ego_density
from solmu.sna.measures.likeness import degree_assortativity, group_assortativity
from solmu.sna.measures.position import betweenness, tie_betweenness
from solmu.sna.measures.standing import eigenvector, pagerank
from solmu.sna.result import Undefined, value_or_none
from solmu.sna.snapshot import Snapshot
from solmu.sna.tests.networks import Drawn, drawn_at_random
from solmu.sna.waves import waves_of

near = pytest.approx


@pytest.fixture(params=range(40), ids="seed {}".format)
def drawn(request: pytest.FixtureRequest) -> Drawn:
    return drawn_at_random(request.param)


def test_trios_are_as_networkx_says(drawn: Drawn) -> None:
    snapshot, graph = drawn
    if graph.is_directed():
        assert dict(triad_census(snapshot)) == nx.triadic_census(graph)
    weak = nx.Graph(graph)
    if any(degree > 1 for _, degree in weak.degree()):
        assert transitivity(snapshot) == near(nx.transitivity(weak))
    mutual = graph.to_undirected(reciprocal=True) if graph.is_directed() else graph
    strong = {
        frozenset(pair)
        for pair in mutual.edges
        if any(True for _ in nx.common_neighbors(mutual, *pair))
    }
    pairs = [frozenset((snapshot.ids[a], snapshot.ids[b])) for a, b in snapshot.pairs()]
    assert simmelian(snapshot) == [pair in strong for pair in pairs]


def test_nearness_is_as_networkx_says(drawn: Drawn) -> None:
    snapshot, graph = drawn
    n, onward = len(graph), graph.reverse() if graph.is_directed() else graph
    if n < 2:
        return
    far = dict(nx.all_pairs_shortest_path_length(graph))
    away = nx.harmonic_centrality(onward)
    assert harmonic(snapshot) == near([away[each] / (n - 1) for each in snapshot.ids])
    for each, figure in zip(snapshot.ids, closeness(snapshot), strict=True):
        expected = (n - 1) / sum(far[each].values()) if len(far[each]) == n else None
        assert value_or_none(figure) == (None if expected is None else near(expected))
    within = [sum(0 < step < 3 for step in far[each].values()) for each in snapshot.ids]
    assert two_step_reach(snapshot) == near([count / (n - 1) for count in within])
    lines = nx.edge_betweenness_centrality(graph, normalized=False)
    ends = [(snapshot.ids[a], snapshot.ids[b]) for a, b in snapshot.pairs()]
    expected_lines = [lines[pair] if pair in lines else lines[pair[::-1]] for pair in ends]
    assert tie_betweenness(snapshot) == near(expected_lines)


def test_hierarchy_and_bounds_are_as_looking_at_every_pair_says(drawn: Drawn) -> None:
    snapshot, graph = drawn
    if not graph.is_directed():
        return
    above = {node: nx.ancestors(graph, node) | {node} for node in graph}
    both = one = lacking = most = 0
    for part in nx.weakly_connected_components(graph):
        most += (len(part) - 1) * (len(part) - 2) // 2
        for a, b in combinations(part, 2):
            ways = (a in above[b]) + (b in above[a])
            both, one = both + (ways == 2), one + (ways == 1)
            bounds = above[a] & above[b]
            bound = any(all(top in above[each] for each in bounds) for top in bounds)
            lacking += len(part) > 2 and not bound
    expected = 1 - both / (both + one) if both + one else None
    assert value_or_none(hierarchy(snapshot)) == (None if expected is None else near(expected))
    figure = value_or_none(lubness(snapshot))
    assert figure == (near(1 - lacking / most) if most else None)


def test_holes_are_as_networkx_says(drawn: Drawn) -> None:
    snapshot, graph = drawn
    weight = None if snapshot.weight is None else "weight"
    among = list(graph)
    tight = nx.constraint(graph, nodes=among, weight=weight)
    loose = nx.effective_size(graph, nodes=among, weight=weight)
    weak = nx.Graph(graph)
    for at, (squeezed, size, dense) in enumerate(
        zip(constraint(snapshot), effective_size(snapshot), ego_density(snapshot), strict=True)
    ):
        name = snapshot.ids[at]
        if not weak.degree(name):
            assert squeezed == size == Undefined("no_ties")
        elif not math.isnan(tight[name]):  # networkx has none where only others point here
            assert squeezed == near(tight[name])
            assert size == near(loose[name])
        if weak.degree(name) > 1:
            assert dense == near(nx.density(graph.subgraph(weak[name])))
        else:
            assert dense == Undefined("no_pair")


def test_likeness_is_as_networkx_says(drawn: Drawn) -> None:
    snapshot, graph = drawn
    found = degree_assortativity(snapshot)
    if isinstance(found, float):
        assert found == near(nx.degree_assortativity_coefficient(graph), abs=1e-9)
    sector = {each: "xyz"[at % 3] for at, each in enumerate(snapshot.ids)}
    nx.set_node_attributes(graph, sector, "sector")
    grouped = Snapshot.of(
        snapshot.ids, snapshot.ids, list(graph.edges), directed=snapshot.directed,
        groups={"sector": list(sector.values())},
    )  # fmt: skip
    together = group_assortativity(grouped)
    if isinstance(together, float):
        assert together == near(nx.attribute_assortativity_coefficient(graph, "sector"))


def test_standing_is_as_networkx_says(drawn: Drawn) -> None:
    snapshot, graph = drawn
    if not len(graph):
        return
    ranks = nx.pagerank(graph, tol=1e-12, max_iter=1000)
    assert pagerank(snapshot) == near([ranks[each] for each in snapshot.ids], abs=1e-8)
    matrix = nx.to_numpy_array(nx.Graph(graph), nodelist=list(snapshot.ids), weight=None)
    values, vectors = np.linalg.eigh(matrix)
    if graph.number_of_edges() and values[-1] - values[-2] > 1e-6:
        assert eigenvector(snapshot) == near(np.abs(vectors[:, -1]).tolist(), abs=1e-6)


def test_modularity_is_that_of_the_communities_and_no_worse_than_networkx(drawn: Drawn) -> None:
    snapshot, graph = drawn
    weak = nx.Graph(graph)
    if not weak.number_of_edges():
        return
    number = membership_of(snapshot)
    found = [
        {snapshot.ids[at] for at, community in enumerate(number) if community == each}
        for each in sorted(set(number))
    ]
    figure = modularity(snapshot)
    assert figure == near(nx.community.modularity(weak, found, weight=None))
    other = nx.community.greedy_modularity_communities(weak)
    assert value_or_none(figure) >= nx.community.modularity(weak, other, weight=None) - 1e-9


@pytest.mark.parametrize("between", ["tied", "ignored"])
@pytest.mark.parametrize("seed", range(12))
def test_the_core_is_the_best_of_all_cores(seed: int, between: str) -> None:
    graph = nx.gnp_random_graph(9, 0.2 + seed % 4 * 0.15, seed)
    names = [str(node) for node in graph]
    snapshot = Snapshot.of(names, names, [(str(a), str(b)) for a, b in graph.edges], directed=False)
    best = -2.0
    for size in range(1, 9):
        for core in map(set, combinations(graph, size)):
            pattern, tied = [], []
            for a, b in combinations(graph, 2):
                inside = (a in core) + (b in core)
                if between == "tied" or inside != 1:
                    pattern.append(inside == 2 or (inside == 1 and between == "tied"))
                    tied.append(graph.has_edge(a, b))
            if 0 < sum(pattern) < len(pattern) and 0 < sum(tied) < len(tied):
                best = max(best, float(np.corrcoef(pattern, tied)[0, 1]))
    found = core_periphery(snapshot, "ignored" if between == "ignored" else "tied")
    assert not isinstance(found, Undefined)
    assert found.correlation == near(best)


@pytest.mark.parametrize("directed", [True, False])
def test_some_drawn_actors_stand_for_all_and_all_of_them_are_all(directed: bool) -> None:
    graph = nx.gnm_random_graph(600, 2400, 3, directed=directed)
    names = [str(node) for node in graph]
    snapshot = Snapshot.of(
        names, names, [(str(a), str(b)) for a, b in graph.edges], directed=directed
    )
    for measure in (betweenness, tie_betweenness, harmonic):
        exact = np.asarray(measure(snapshot), float)
        guess = np.asarray(measure(snapshot, sources=300, seed=1), float)
        assert guess.tolist() == measure(snapshot, sources=300, seed=1)
        assert measure(snapshot, sources=600) == exact.tolist()
        assert np.corrcoef(exact, guess)[0, 1] > 0.6
        assert guess.mean() == near(exact.mean(), rel=0.05)
    assert len(waves_of(snapshot, 300, 1).ends) == 300
    for figure, other in zip(closeness(snapshot), closeness(snapshot, 300, 1), strict=True):
        assert value_or_none(other) == (
            near(figure, rel=0.1) if isinstance(figure, float) else value_or_none(figure)
        )
