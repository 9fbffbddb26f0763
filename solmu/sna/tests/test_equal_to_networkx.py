"""The only place that runs networkx beside the measures, on networks drawn at random."""

from __future__ import annotations

import networkx as nx
import pytest

from solmu.sna.measures.degree import degree, in_degree, out_degree, strength
from solmu.sna.measures.distance import average_distance, diameter
from solmu.sna.measures.parts import components, components_strong, parts
from solmu.sna.measures.position import betweenness, core
from solmu.sna.measures.reciprocity import mutual, reciprocity
from solmu.sna.measures.size import density, size, ties
from solmu.sna.measures.threads import bridge, cut_off, cut_point, far_side
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot
from solmu.sna.tests.networks import Drawn, drawn_at_random


@pytest.fixture(params=range(60), ids="seed {}".format)
def drawn(request: pytest.FixtureRequest) -> Drawn:
    return drawn_at_random(request.param)


def test_the_whole_is_as_networkx_says(drawn: Drawn) -> None:
    snapshot, graph = drawn
    weak = nx.Graph(graph)
    assert size(snapshot) == len(graph)
    assert ties(snapshot) == graph.number_of_edges()
    assert components(snapshot) == nx.number_connected_components(weak)
    expected = nx.number_strongly_connected_components(graph) if graph.is_directed() else None
    assert components_strong(snapshot) == (components(snapshot) if expected is None else expected)
    if len(graph) > 1:
        assert density(snapshot) == pytest.approx(nx.density(graph))
    if graph.is_directed() and graph.number_of_edges():
        assert reciprocity(snapshot) == pytest.approx(nx.overall_reciprocity(graph))


def test_distances_are_as_networkx_says(drawn: Drawn) -> None:
    snapshot, graph = drawn
    steps = [
        length
        for source, reached in nx.all_pairs_shortest_path_length(graph)
        for target, length in reached.items()
        if source != target
    ]
    if steps:
        assert average_distance(snapshot) == pytest.approx(sum(steps) / len(steps))
        assert diameter(snapshot) == max(steps)
    else:
        assert average_distance(snapshot) == Undefined("none_reachable")


def test_every_actor_is_as_networkx_says(drawn: Drawn) -> None:
    snapshot, graph = drawn
    assert dict(zip(snapshot.ids, degree(snapshot), strict=True)) == dict(graph.degree())
    assert strength(snapshot) == [graph.degree(each, weight="weight") for each in snapshot.ids]
    into, out = (graph.in_degree, graph.out_degree) if graph.is_directed() else (graph.degree,) * 2
    assert in_degree(snapshot) == [into(each) for each in snapshot.ids]
    assert out_degree(snapshot) == [out(each) for each in snapshot.ids]
    between = nx.betweenness_centrality(graph, normalized=False) if len(graph) else {}
    assert betweenness(snapshot) == pytest.approx([between[each] for each in snapshot.ids])
    numbers = nx.core_number(nx.Graph(graph))
    assert core(snapshot) == [numbers[each] for each in snapshot.ids]
    points = set(nx.articulation_points(nx.Graph(graph)))
    assert cut_point(snapshot) == [each in points for each in snapshot.ids]


def test_every_tie_is_as_networkx_says(drawn: Drawn) -> None:
    snapshot, graph = drawn
    pairs = [(snapshot.ids[a], snapshot.ids[b]) for a, b in snapshot.pairs()]
    assert mutual(snapshot) == [graph.has_edge(b, a) for a, b in pairs]
    bridges = {frozenset(pair) for pair in nx.bridges(nx.Graph(graph))}
    assert bridge(snapshot) == [frozenset(pair) in bridges for pair in pairs]


def test_what_is_cut_off_is_what_networkx_finds_when_it_is_taken_away(drawn: Drawn) -> None:
    snapshot, graph = drawn
    for actor, cut in enumerate(cut_off(snapshot)):
        assert list(cut) == _but_the_largest(snapshot, graph, nodes=[snapshot.ids[actor]])
    for (a, b), side in zip(snapshot.pairs(), far_side(snapshot), strict=True):
        lost = _but_the_largest(snapshot, graph, pair=(snapshot.ids[a], snapshot.ids[b]))
        assert ([side] if side else []) == lost


def _but_the_largest(
    snapshot: Snapshot,
    graph: nx.Graph[str],
    nodes: list[str] | None = None,
    pair: tuple[str, str] | None = None,
) -> list[tuple[int, ...]]:
    """Take something away from the part it is in, and return what falls off."""
    weak, place = nx.Graph(graph), {name: at for at, name in enumerate(snapshot.ids)}
    first = place[(nodes or list(pair or ()))[0]]
    whole = next(part for part in parts(snapshot) if first in part)
    weak = nx.Graph(weak.subgraph(snapshot.ids[actor] for actor in whole))
    weak.remove_nodes_from(nodes or [])
    weak.remove_edges_from([pair] if pair else [])
    found = [tuple(sorted(place[each] for each in part)) for part in nx.connected_components(weak)]
    return sorted(found, key=lambda part: (-len(part), part))[1:]
