"""Tables of nodes and edges go to Gephi and come back; what Gephi itself exports is read too."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import networkx as nx

from solmu.formats import read_file, write_file
from solmu.formats.csv_sheets import packed
from solmu.formats.dataset import ActorRow, Dataset, TieRow

SAMPLE = Dataset(
    actors=(
        ActorRow(ref="a", label="Ohjaamo", sector="ohjaamo"),
        ActorRow(ref="b", label="Kela", parent="Ohjaamo"),
        ActorRow(ref="c", label="Kela"),
    ),
    ties=(
        TieRow(source="a", target="b", frequency=3, contents=("information",)),
        TieRow(source="b", target="c", direction="both", weight=0.5),
        TieRow(source="c", target="a", direction="undirected"),
    ),
)
NODES = "Id,Label,timeset,modularity_class\n1,Kela,,0\n2,Paja,,1\n"
EDGES = (
    "Source,Target,Type,Id,Label,timeset,Weight\n1,2,Directed,0,,,2.0\n2,1,Undirected,1,x,,1.0\n"
)


def tables(data: bytes) -> dict[str, list[dict[str, str]]]:
    with ZipFile(BytesIO(data)) as archive:
        return {
            name: list(csv.DictReader(StringIO(archive.read(name).decode())))
            for name in archive.namelist()
        }


def test_what_is_written_has_the_columns_that_gephi_looks_for() -> None:
    found = tables(write_file(SAMPLE, "gephi.zip", "fi"))
    assert list(found) == ["nodes.csv", "edges.csv"]
    assert [(row["Id"], row["Label"]) for row in found["nodes.csv"]] == [
        ("a", "Ohjaamo"),
        ("b", "Kela"),
        ("c", "Kela"),
    ]
    assert [(row["Source"], row["Target"], row["Type"], row["Weight"]) for row in found["edges.csv"]] == [
        ("a", "b", "Directed", "3"),
        ("b", "c", "Undirected", "0.5"),
        ("c", "a", "Undirected", ""),
    ]  # fmt: skip


def test_networkx_builds_the_same_network_from_the_table_of_edges() -> None:
    rows = tables(write_file(SAMPLE, "gephi.zip", "sv"))["edges.csv"]
    graph = nx.Graph((row["Source"], row["Target"]) for row in rows)
    assert nx.density(graph) == 1.0
    assert {row["Vad förmedlas"] for row in rows} == {"information", ""}


def test_tables_that_gephi_exports_are_read() -> None:
    dataset = read_file(packed({"nodes.csv": NODES.encode(), "edges.csv": EDGES.encode()}), "x.zip")
    assert [(actor.ref, actor.label) for actor in dataset.actors] == [("1", "Kela"), ("2", "Paja")]
    assert dict(dataset.actors[1].extra) == {"modularity_class": "1"}
    first, second = dataset.ties
    assert (first.direction, first.weight, first.contents) == ("forward", 2.0, ())
    assert (second.direction, second.extra["Label"]) == ("undirected", "x")
    assert dataset.problems == ()


def test_a_folder_in_the_zip_and_capital_letters_do_not_matter() -> None:
    files = {"Vienti/Nodes.csv": NODES.encode(), "Vienti/Edges.csv": EDGES.encode()}
    assert len(read_file(packed(files), "x.zip").ties) == 2
