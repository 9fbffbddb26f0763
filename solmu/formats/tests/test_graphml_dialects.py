"""GraphML of other programs is read with nothing lost: what Solmu does not know is kept aside."""

from __future__ import annotations

from io import BytesIO

import networkx as nx
import pytest

from solmu.formats import problems, read_file, write_file
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.formats.tests.graphs import (
    ALL,
    GEPHI,
    IGRAPH,
    NETWORK_CANVAS,
    NETWORKX,
    SOCNETV,
    YED,
    graphml,
)
from solmu.formats.tests.workbooks import codes, told


def read(text: str | bytes) -> Dataset:
    data = text.encode() if isinstance(text, str) else text
    return read_file(data, "verkko.graphml")


@pytest.mark.parametrize("program", ALL)
def test_no_shape_of_a_real_program_has_problems(program: str) -> None:
    dataset = read(ALL[program])
    assert dataset.problems == ()
    assert len(dataset.actors) >= 2
    assert dataset.ties


def test_yed_names_are_those_it_draws_and_groups_hold_what_is_in_them() -> None:
    dataset = read(YED)
    city, centre, kela = dataset.actors
    assert (city.label, centre.label, centre.parent) == (
        "Järvilakeuden kaupunki",
        "Ohjaamo",
        "Järvilakeuden kaupunki",
    )
    assert centre.description == "Kaikille alle 30-vuotiaille"
    assert (kela.label, kela.website) == ("Kela", "https://kela.example")
    (tie,) = dataset.ties
    assert (tie.source, tie.target, tie.contents) == ("n0::n0", "n1", ("referral",))
    assert told(dataset) == {"nested_graphs": 1, "ports_left_out": 1}


def test_gephi_labels_and_weights_are_read_and_its_drawing_is_kept() -> None:
    dataset = read(GEPHI)
    assert not dataset.directed
    assert dict(dataset.actors[0].extra) == {"Modularity Class": "0", "r": "153", "x": "-12.5"}
    (tie,) = dataset.ties
    assert (tie.direction, tie.weight, tie.contents) == ("undirected", 2.0, ("information",))


def test_networkx_names_are_its_ids() -> None:
    dataset = read(NETWORKX)
    assert [(actor.ref, actor.label, actor.sector) for actor in dataset.actors] == [
        ("Ohjaamo", "Ohjaamo", "youth"),
        ("Kela", "Kela", ""),
    ]
    assert [tie.weight for tie in dataset.ties] == [3.0, None]


def test_igraph_names_titles_and_missing_numbers_are_understood() -> None:
    dataset = read(IGRAPH)
    assert dataset.title == "Karate"
    assert [actor.label for actor in dataset.actors] == ["Kela", "Paja"]
    (tie,) = dataset.ties
    assert (tie.weight, tie.contents, dict(tie.extra)) == (None, ("tuttu",), {"weight": "NaN"})


def test_network_canvas_keeps_what_it_says_for_all() -> None:
    dataset = read(NETWORK_CANVAS)
    mari, workshop = dataset.actors
    assert (mari.label, mari.kind, mari.extra["networkCanvasUUID"]) == ("Mari", "person", "u1")
    assert (workshop.kind, workshop.extra["networkCanvasType"]) == ("", "Place")
    assert mari.extra["closeness"] == "4"
    (tie,) = dataset.ties
    assert (tie.contents, dict(tie.extra)) == (("Works with",), {"networkCanvasSourceUUID": "u1"})


def test_socnetv_defaults_and_numbered_keys_are_read() -> None:
    dataset = read(SOCNETV)
    first, second = dataset.ties
    assert (first.weight, dict(first.extra)) == (1.0, {"luottamus": "hyvä"})
    assert (second.direction, second.weight) == ("both", 4.0)
    assert dict(dataset.actors[1].extra) == {"x_coordinate": "0.0"}


@pytest.mark.parametrize(
    ("edgedefault", "mark", "direction", "directed"),
    [
        ("directed", "", "forward", True),
        ("directed", 'directed="false"', "both", True),
        ("undirected", 'directed="true"', "forward", True),
        ("undirected", "", "both", True),
    ],
)
def test_a_file_with_any_arc_is_directed(
    edgedefault: str, mark: str, direction: str, directed: bool
) -> None:
    arc = '<edge source="a" target="b" directed="true"/>'
    nodes = '<node id="a"/><node id="b"/>'
    dataset = read(graphml(f'{nodes}{arc}<edge source="b" target="a" {mark}/>', edgedefault))
    assert dataset.directed is directed
    assert dataset.ties[1].direction == direction


@pytest.mark.parametrize(
    ("edgedefault", "mark"), [("undirected", ""), ("directed", 'directed="false"')]
)
def test_a_file_without_an_arc_stays_undirected(edgedefault: str, mark: str) -> None:
    inside = f'<node id="a"/><node id="b"/><edge source="a" target="b" {mark}/>'
    dataset = read(graphml(inside, edgedefault))
    assert not dataset.directed
    assert dataset.ties[0].direction == "undirected"


def test_rows_with_problems_are_told_by_line() -> None:
    dataset = read(
        graphml(
            '\n<node id="a"/><node id="b"/>\n<node id="a"/>\n<edge source="a" target="zz"/>\n'
            '<edge source="a" target="a"/>\n<edge source="a"/>\n<node/>\n<hyperedge/>'
            '<edge source="a" target="b"/>'
        )
    )
    assert [(found.code, found.row) for found in dataset.problems] == [
        (problems.SAME_ID, 3),
        (problems.UNKNOWN_ACTOR, 4),
        (problems.LOOP, 5),
        (problems.END_MISSING, 6),
        (problems.NAME_MISSING, 7),
    ]
    assert len(dataset.ties) == 1
    assert told(dataset)["hyperedges_left_out"] == 1


def test_an_identity_code_is_neither_read_nor_repeated() -> None:
    keys = '<key id="d0" for="node" attr.name="note"/>'
    inside = '<node id="a"><data key="d0">131052-308T</data></node><node id="131052-308T"/>'
    dataset = read(graphml(inside, keys=keys))
    assert codes(dataset) == ["identity_code", "identity_code", "name_missing"]
    assert "131052-308T" not in repr(dataset)


def test_only_the_first_of_two_graphs_is_read() -> None:
    one = '<graph><node id="a"/></graph>'
    dataset = read(f"<graphml>{one}{one}</graphml>")
    assert len(dataset.actors) == 1
    assert told(dataset) == {"graphs_left_out": 1}


def _sample() -> Dataset:
    actors = tuple(ActorRow(ref=ref, label=name) for ref, name in (("a b", "Yksi"), ("c", "Kaksi")))
    ties = (
        TieRow(source="a b", target="c", frequency=3),
        TieRow(source="c", target="a b", frequency=2, weight=0.5),
    )
    return Dataset(actors=actors, ties=ties)


def test_networkx_reads_what_solmu_writes() -> None:
    graph = nx.read_graphml(BytesIO(write_file(_sample(), "graphml")))
    assert graph.is_directed()
    assert graph.nodes["n0"]["label"] == "Yksi"
    assert graph.edges["n0", "c"]["weight"] == 3.0
    assert graph.edges["c", "n0"]["weight"] == 0.5


def test_written_keys_are_for_nodes_or_edges_and_mutual_ties_say_so() -> None:
    tie = TieRow(source="c", target="a b", direction="both")
    sample = _sample()
    written = write_file(
        Dataset(actors=sample.actors, ties=(*sample.ties, tie)), "graphml"
    ).decode()
    assert 'for="all"' not in written
    assert written.count("edgedefault=") == 1
    assert '<edge source="c" target="n0" directed="false">' in written
    assert read(written).ties[2].direction == "both"
