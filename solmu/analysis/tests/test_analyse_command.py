"""The only place that tests `solmu analyse`, with networkx run beside it on files of other programs."""

from __future__ import annotations

import io
import json
import math
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner, Result
from django.utils import translation
from openpyxl import Workbook

from solmu.analysis.commands import analyse_command
from solmu.formats import write_file
from solmu.formats.dataset import ActorRow, Dataset, TieRow

NS = 'xmlns="http://graphml.graphdrawing.org/xmlns"'
ODD = f"""<?xml version="1.0" encoding="UTF-8"?>
<graphml {NS}>
<key id="d0" for="node" attr.name="label" attr.type="string"/>
<key id="d1" for="edge" attr.name="weight" attr.type="double"/>
<key id="d2" for="node" attr.name="house" attr.type="string"/>
<key id="d3" for="edge" attr.name="calls" attr.type="string"/>
<graph edgedefault="directed">
<node id="n0"><data key="d0">Kela</data><data key="d2">north</data></node>
<node id="n1"><data key="d0">Ohjaamo</data><data key="d2">south</data></node>
<node id="n2"><data key="d0">Lukio</data></node>
<edge source="n0" target="n1"><data key="d1">2.5</data><data key="d3">4</data></edge>
<edge source="n1" target="n0"><data key="d1">1</data><data key="d3">2</data></edge>
<edge source="n1" target="n2"><data key="d3">many</data></edge>
<edge source="n0" target="n1"><data key="d1">3</data></edge>
<edge source="n2" target="n2"/>
</graph></graphml>"""


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with translation.override("en"):
        yield


def run(tmp_path: Path, content: bytes | str, *options: str, name: str = "map.graphml") -> Result:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return CliRunner().invoke(analyse_command, [str(path), *options])


def figures(tmp_path: Path, content: bytes | str, *options: str) -> dict[str, Any]:
    result = run(tmp_path, content, "--json", *options)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def written_by_networkx(graph: nx.Graph[Any]) -> bytes:
    """Return GraphML as networkx writes it: keys d0…, weights as doubles, labels on nodes."""
    stream = io.BytesIO()
    nx.write_graphml(graph, stream)
    return stream.getvalue()


def some_network(seed: int, *, directed: bool) -> nx.Graph[Any]:
    graph = nx.gnp_random_graph(18, 0.14, seed, directed=directed)
    for number, (_, _, data) in enumerate(graph.edges(data=True)):
        data["weight"] = float(number % 4 + 1)
    for node in graph:
        graph.nodes[node]["label"] = f"Toimija {node}"
    return nx.relabel_nodes(graph, {node: f"n{node}" for node in graph})


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_figures_equal_networkx_run_beside(tmp_path: Path, seed: int, directed: bool) -> None:
    graph = some_network(seed, directed=directed)
    found = figures(tmp_path, written_by_networkx(graph))
    weak = nx.Graph(graph)
    whole = found["network"]
    assert (whole["size"], whole["ties"]) == (len(graph), graph.number_of_edges())
    assert whole["directed"] is directed
    assert whole["density"] == pytest.approx(nx.density(graph))
    assert whole["components"] == nx.number_connected_components(weak)
    if directed:
        assert whole["components_strong"] == nx.number_strongly_connected_components(graph)
        assert whole["reciprocity"] == pytest.approx(nx.overall_reciprocity(graph))
        mutual = sum(graph.has_edge(b, a) for a, b in graph.edges) / 2
        assert whole["reciprocity_dyadic"] == pytest.approx(mutual / weak.number_of_edges())
    else:
        assert (whole["reciprocity"], whole["reciprocity_dyadic"]) == (None, None)
        assert found["undefined"]["reciprocity"] == "undirected"
    between = nx.betweenness_centrality(graph, normalized=False)
    cores, points = nx.core_number(weak), set(nx.articulation_points(weak))
    into, out = (graph.in_degree, graph.out_degree) if directed else (graph.degree, graph.degree)
    near = dict(nx.constraint(graph, weight="weight"))
    ranks = nx.pagerank(graph, tol=1e-12, max_iter=1000)
    far = nx.harmonic_centrality(graph.reverse() if directed else graph)
    expected: list[dict[str, Any]] = [
        {
            "id": node,
            "label": graph.nodes[node]["label"],
            "degree": graph.degree(node),
            "in_degree": into(node),
            "out_degree": out(node),
            "strength": graph.degree(node, weight="weight"),
            "betweenness": pytest.approx(between[node]),
            "core": cores[node],
            "cut_point": node in points,
            "pagerank": pytest.approx(ranks[node], abs=1e-8),
            "harmonic": pytest.approx(far[node] / 17),
        }
        for node in graph
    ]
    for actor, figures_of in zip(found["actors"], expected, strict=True):
        assert {key: actor[key] for key in figures_of} == figures_of
        if not math.isnan(near[actor["id"]]):  # networkx has none where only others point here
            assert actor["constraint"] == pytest.approx(near[actor["id"]])
    bridges = {frozenset(pair) for pair in nx.bridges(weak)}
    lines = nx.edge_betweenness_centrality(graph, normalized=False)
    assert found["ties"] == [
        {
            "source": a,
            "target": b,
            "bridge": frozenset((a, b)) in bridges,
            "mutual": graph.has_edge(b, a),
            "betweenness": pytest.approx(lines[a, b]),
        }
        for a, b in graph.edges
    ]


def test_loops_parallels_and_missing_strengths_are_told(tmp_path: Path) -> None:
    found = figures(tmp_path, ODD)
    assert (found["network"]["size"], found["network"]["ties"]) == (3, 3)
    assert [actor["strength"] for actor in found["actors"]] == [4, 5, 1]
    assert found["notes"][:3] == [
        "1 loop was dropped: a tie from an actor to itself.",
        "1 parallel tie was merged into another of the same pair; the strongest counts.",
        "1 tie has no strength and counts as 1.",
    ]


def test_json_speaks_one_language_and_the_table_the_readers(tmp_path: Path) -> None:
    with translation.override("fi"):
        assert "loop" in figures(tmp_path, ODD)["notes"][0]
        assert "1 silmukka jäi pois" in run(tmp_path, ODD).output


def test_the_table_shows_figures_bridges_and_notes(tmp_path: Path) -> None:
    output = run(tmp_path, ODD, "--group", "house").output
    assert "Share of possible ties                0.50" in output
    assert "north – south: 2 ties, by chance about 1" in output
    assert "Ties that alone join two parts\n  Ohjaamo – Kela" in output
    assert "1 loop was dropped" in output


def test_groups_are_compared_with_chance(tmp_path: Path) -> None:
    found = figures(tmp_path, ODD, "--group", "house")
    between = next(entry for entry in found["groups"] if entry["one"] != entry["other"])
    assert (between["attribute"], between["ties"], between["possible"]) == ("house", 2, 2)


def test_a_group_that_is_not_in_the_file_is_answered_with_those_that_are(tmp_path: Path) -> None:
    result = run(tmp_path, ODD, "--group", "colour")
    assert result.exit_code == 2
    assert "has the attribute colour. Choose: house." in result.output


def test_a_strength_that_is_not_in_the_file_is_answered_with_those_that_are(tmp_path: Path) -> None:
    result = run(tmp_path, ODD, "--strength", "calmness")
    assert result.exit_code == 2
    assert "Choose: weight." in result.output


def test_a_strength_that_is_no_number_is_refused_with_its_row(tmp_path: Path) -> None:
    result = run(tmp_path, ODD, "--strength", "calls")
    assert result.exit_code == 2
    assert "‘many’ is not a number" in result.output


def test_another_attribute_may_be_the_strength(tmp_path: Path) -> None:
    found = figures(tmp_path, ODD.replace("many", "3,5"), "--strength", "calls")
    assert [actor["strength"] for actor in found["actors"]] == [6, 9.5, 3.5]


def test_a_mixed_file_is_directed_as_a_whole(tmp_path: Path) -> None:
    text = (
        f'<graphml {NS}><graph edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/>'
        '<edge source="a" target="b"/><edge source="b" target="c" directed="true"/></graph></graphml>'
    )
    whole = figures(tmp_path, text)["network"]
    assert (whole["directed"], whole["ties"], whole["reciprocity_dyadic"]) == (True, 3, 0.5)


def test_a_file_that_is_none_of_ours_is_refused_with_what_to_do(tmp_path: Path) -> None:
    result = run(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(range(256)), name="picture.png")
    assert result.exit_code == 1
    assert "Wrong file type. Save as xlsx, csv, zip, graphml, gexf, json, net, dl." in result.output


def test_broken_xml_and_entities_are_refused_with_what_to_do(tmp_path: Path) -> None:
    broken = run(tmp_path, ODD[:-30])
    assert broken.exit_code == 1
    assert "The file breaks off or is damaged. Export it again." in broken.output
    bomb = ODD.replace("<graphml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><graphml', 1)
    result = run(tmp_path, bomb)
    assert result.exit_code == 1
    assert "Export it without a DOCTYPE." in result.output


def test_a_missing_file_is_a_wrong_use_of_the_command(tmp_path: Path) -> None:
    result = CliRunner().invoke(analyse_command, [str(tmp_path / "none.graphml")])
    assert result.exit_code == 2


def test_the_file_may_come_from_standard_input() -> None:
    result = CliRunner().invoke(analyse_command, ["-", "--json"], input=ODD.encode())
    assert json.loads(result.stdout)["network"]["size"] == 3


def test_help_teaches_by_example() -> None:
    output = CliRunner().invoke(analyse_command, ["--help"]).output
    assert "solmu analyse map.graphml --json > figures.json" in output


def test_a_file_that_solmu_wrote_has_the_strengths_that_others_read_in_it(tmp_path: Path) -> None:
    actors = tuple(ActorRow(ref=ref, label=ref) for ref in "abc")
    ties = (
        TieRow(source="a", target="b", frequency=4),
        TieRow(source="b", target="c", frequency=2, weight=7.5),
        TieRow(source="c", target="a"),
    )
    written = write_file(Dataset(actors=actors, ties=ties), "graphml", "en")
    found = figures(tmp_path, written)
    read = nx.DiGraph(nx.read_graphml(io.BytesIO(written)))
    expected = dict(read.degree(weight="weight"))
    assert {actor["id"]: actor["strength"] for actor in found["actors"]} == expected
    assert expected == {"a": 5, "b": 11.5, "c": 8.5}


def test_kumu_sheets_are_measured(tmp_path: Path) -> None:
    book = Workbook()
    elements = book.active
    elements.title = "Elements"
    for row in (
        ("Label", "Type"),
        ("Kela", "Office"),
        ("Ohjaamo", "One-stop"),
        ("Lukio", "School"),
    ):
        elements.append(row)
    connections = book.create_sheet("Connections")
    rows = (
        ("From", "To", "Direction", "Strength"),
        ("Kela", "Ohjaamo", "directed", 3),
        ("Ohjaamo", "Lukio", "mutual", 2),
    )
    for line in rows:
        connections.append(line)
    stream = io.BytesIO()
    book.save(stream)
    path = tmp_path / "kumu.xlsx"
    path.write_bytes(stream.getvalue())
    result = CliRunner().invoke(analyse_command, [str(path), "--json"])
    found = json.loads(result.stdout)
    assert found["network"]["ties"] == 3
    assert found["network"]["reciprocity_dyadic"] == 0.5
    assert [(actor["label"], actor["strength"]) for actor in found["actors"]] == [
        ("Kela", 3), ("Ohjaamo", 7), ("Lukio", 4),
    ]  # fmt: skip
