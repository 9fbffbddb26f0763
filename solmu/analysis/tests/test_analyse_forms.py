"""Files of every form are measured, and the figures are those of networkx."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner
from django.utils import translation

from solmu import formats
from solmu.analysis.commands import analyse_command
from solmu.formats import WRITERS, write_file
from solmu.formats.dataset import ActorRow, Dataset, TieRow

CORPUS = Path(formats.__file__).parent / "tests" / "corpus"
GRAPH = nx.gnp_random_graph(24, 0.12, seed=7, directed=True)


def figures(tmp_path: Path, content: bytes, name: str) -> dict[str, Any]:
    path = tmp_path / name
    path.write_bytes(content)
    with translation.override("en"):
        result = CliRunner().invoke(analyse_command, [str(path), "--json"])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def expect_the_figures_of_networkx(found: dict[str, Any]) -> None:
    network = found["network"]
    assert network["size"] == GRAPH.number_of_nodes()
    assert network["density"] == pytest.approx(nx.density(GRAPH))
    assert network["reciprocity"] == pytest.approx(nx.overall_reciprocity(GRAPH))
    assert network["components"] == nx.number_weakly_connected_components(GRAPH)
    assert network["components_strong"] == nx.number_strongly_connected_components(GRAPH)
    ins = dict(GRAPH.in_degree())
    assert sorted(actor["in_degree"] for actor in found["actors"]) == sorted(ins.values())


@pytest.mark.parametrize("ending", WRITERS)
def test_a_file_that_solmu_wrote_in_any_form_has_the_same_figures(
    tmp_path: Path, ending: str
) -> None:
    dataset = Dataset(
        actors=tuple(ActorRow(ref=f"a{node}", label=f"Toimija {node}") for node in GRAPH),
        ties=tuple(TieRow(source=f"a{one}", target=f"a{other}") for one, other in GRAPH.edges),
    )
    written = write_file(dataset, ending, "fi")
    expect_the_figures_of_networkx(figures(tmp_path, written, f"verkosto.{ending}"))


@pytest.mark.parametrize(
    ("write", "name"), [(nx.write_gexf, "v.gexf"), (nx.write_pajek, "v.net"), (nx.write_graphml, "v.graphml")]
)  # fmt: skip
def test_a_file_that_networkx_wrote_has_the_figures_of_networkx(
    tmp_path: Path, write: Any, name: str
) -> None:
    stream = io.BytesIO()
    write(nx.DiGraph(GRAPH), stream)
    expect_the_figures_of_networkx(figures(tmp_path, stream.getvalue(), name))


def test_a_matrix_of_ucinet_has_the_figures_of_networkx(tmp_path: Path) -> None:
    rows = (
        " ".join("1" if GRAPH.has_edge(one, other) else "0" for other in GRAPH) for one in GRAPH
    )
    text = f"dl n={len(GRAPH)} format=fullmatrix\ndata:\n" + "\n".join(rows)
    expect_the_figures_of_networkx(figures(tmp_path, text.encode(), "v.dl"))


# The template holds headers only.
FILLED = sorted(path.name for path in CORPUS.iterdir() if path.name != "template.xlsx")


@pytest.mark.parametrize("name", FILLED)
def test_every_kind_of_file_that_is_read_is_measured(tmp_path: Path, name: str) -> None:
    found = figures(tmp_path, (CORPUS / name).read_bytes(), name)
    assert found["network"]["size"] == len(found["actors"]) > 0
