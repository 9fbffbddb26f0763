"""Pajek's networks and projects are read as Pajek means them, and written for it and for others."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import networkx as nx
import pytest
from hypothesis import given

from solmu.formats import problems, read_file, write_file
from solmu.formats.csv_sheets import packed
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.formats.tests.datasets import datasets
from solmu.formats.tests.pajek_files import (
    ALL,
    LISTS,
    MATRIX,
    MIXED,
    PROJECT,
    RELATIONS,
    TWO_MODE_MATRIX,
    TWO_MODES,
)
from solmu.formats.tests.test_round_trip import STEADY
from solmu.formats.tests.workbooks import codes, refusal, told


def read(text: str) -> Dataset:
    return read_file(text.encode(), "verkko.net")


def arcs(dataset: Dataset) -> list[tuple[str, str, str]]:
    return [(tie.source, tie.target, tie.direction) for tie in dataset.ties]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_no_shape_has_problems_in_any_encoding(name: str, encoding: str) -> None:
    dataset = read_file(ALL[name].encode(encoding), name)
    assert dataset.problems == ()
    assert len(dataset.actors) >= 3
    assert dataset.ties


def test_labels_weights_times_and_ways_are_read_and_the_drawing_is_told() -> None:
    dataset = read(MIXED)
    assert dataset.title == "Järvilakeus"
    assert [actor.label for actor in dataset.actors] == ["Ohjaamo Järvi", "Kela", "3", "Lukio ä"]
    assert dict(dataset.actors[1].extra) == {"time": "[5-10]"}
    assert arcs(dataset) == [("1", "2", "forward"), ("2", "4", "forward"), ("1", "4", "both")]
    assert [tie.weight for tie in dataset.ties] == [3.0, 0.5, 2.0]
    assert dict(dataset.ties[1].extra) == {"label": "sovittu"}
    assert dict(dataset.ties[2].extra) == {"time": "[5-7]"}
    assert told(dataset)["drawing_left_out"] == 1


def test_relations_are_what_passes_however_their_numbers_are_written() -> None:
    dataset = read(RELATIONS)
    assert [(*pair[:2], tie.contents) for pair, tie in zip(arcs(dataset), dataset.ties, strict=True)] == [
        ("1", "2", ("information",)),
        ("1", "2", ("referral",)),
        ("2", "3", ("referral",)),
        ("1", "3", ("referral",)),
        ("3", "1", ("3",)),
    ]  # fmt: skip


def test_lists_of_neighbours_are_ties_to_each() -> None:
    assert arcs(read(LISTS)) == [
        ("1", "2", "forward"),
        ("1", "3", "forward"),
        ("4", "1", "both"),
    ]


def test_matrices_are_read_row_by_row_wherever_their_lines_break() -> None:
    dataset = read(MATRIX)
    assert [(tie.source, tie.target, tie.contents, tie.weight) for tie in dataset.ties] == [
        ("1", "2", ("information",), None),
        ("2", "3", ("information",), None),
        ("3", "1", ("information",), None),
        ("1", "2", ("resources",), 2.5),
        ("2", "3", ("resources",), 1.0),
    ]


def test_two_modes_are_kept_apart_and_have_no_directions() -> None:
    for text in (TWO_MODES, TWO_MODE_MATRIX):
        dataset = read(text)
        assert [actor.extra["mode"] for actor in dataset.actors] == ["1", "1", "1", "2", "2"]
        assert not dataset.directed
    assert [(tie.source, tie.target) for tie in dataset.ties] == [
        ("1", "4"),
        ("2", "4"),
        ("2", "5"),
        ("3", "5"),
    ]


def test_a_project_gives_its_first_network_with_partitions_and_vectors() -> None:
    dataset = read_file(PROJECT.encode(), "projekti.paj")
    assert [dict(actor.extra) for actor in dataset.actors] == [
        {"ala": "1", "asema": "0.5"},
        {"ala": "2", "asema": "1"},
        {"ala": "2", "asema": "0.25"},
    ]
    assert told(dataset) == {"graphs_left_out": 1, "partitions_left_out": 1}


def test_a_zip_of_a_network_and_its_partition_is_read() -> None:
    files = {"x/v.net": LISTS.encode(), "x/ala.clu": b"*Vertices 4\r\n1\r\n1\r\n2\r\n2\r\n"}
    dataset = read_file(packed(files), "pajek.zip")
    assert [actor.extra["ala"] for actor in dataset.actors] == ["1", "1", "2", "2"]


@pytest.mark.parametrize(
    ("text", "code", "row"),
    [
        ("*Network x\n", problems.UNEXPECTED_TEXT, None),
        ("*Arcs\n1 2\n", problems.UNEXPECTED_TEXT, 2),
        ("*Vertices\n", problems.UNEXPECTED_TEXT, 1),
        ("*Vertices 2\n*Huuhaa\n1 2", problems.UNEXPECTED_TEXT, 3),
        ("*Vertices 99999999\n", problems.TOO_MANY_ACTORS, 1),
        ("*Vertices 999\n*Matrix\n1 0\n", problems.MATRIX_TOO_SHORT, 3),
        ("*Vertices 2\n*Arcs\n" + "1 2\n" * 300_001, problems.TOO_MANY_TIES, 300_003),
    ],
)
def test_such_a_file_is_refused(text: str, code: str, row: int | None) -> None:
    problem = refusal(text.encode(), "verkko.net")
    assert (problem.code, problem.row) == (code, row)


def test_rows_with_problems_are_told_by_line_and_the_rest_is_read() -> None:
    dataset = read(
        '*Vertices 2\n1 "131052-308T"\n9 "Z"\n*Arcs\n1 7\n1 1\n1\n1 2 NaN\n2 1 3,5\n',
    )
    assert [(found.code, found.row) for found in dataset.problems] == [
        (problems.IDENTITY_CODE, 2),
        (problems.NOT_A_NUMBER, 3),
        (problems.UNKNOWN_ACTOR, 5),
        (problems.LOOP, 6),
        (problems.END_MISSING, 7),
    ]
    first, second = dataset.ties
    assert (first.weight, dict(first.extra), second.weight) == (None, {"weight": "NaN"}, 3.5)
    assert "131052-308T" not in repr(dataset)
    assert codes(dataset).count("loop") == 1


def members(dataset: Dataset, language: str = "fi") -> dict[str, bytes]:
    with ZipFile(BytesIO(write_file(dataset, "net.zip", language))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


SAMPLE = Dataset(
    actors=tuple(
        ActorRow(ref=ref, label=f'Toimija "{ref}"', sector=sector)
        for ref, sector in (("a", "ohjaamo"), ("b", ""), ("c", "youth"))
    ),
    ties=(
        TieRow(source="a", target="b", frequency=3, contents=("information", "referral")),
        TieRow(source="b", target="c", weight=0.5),
        TieRow(source="c", target="a", contents=("information",)),
    ),
)


def test_the_zip_holds_networks_partitions_and_the_tables_with_the_rest() -> None:
    found = members(SAMPLE)
    assert list(found) == [
        "network.net", "relations.net", "kind.clu", "sector.clu", "legend.csv", "nodes.csv", "edges.csv",
    ]  # fmt: skip
    assert found["sector.clu"].decode("utf-8-sig").split() == ["*Vertices", "3", "1", "0", "5"]
    assert "sector.clu,5,nuorten palvelut" in found["legend.csv"].decode("utf-8-sig")
    assert '*Arcs :1 "tieto"' in found["relations.net"].decode("utf-8-sig")


def test_networkx_reads_the_plain_network_and_measures_the_same() -> None:
    plain = members(SAMPLE)["network.net"]
    graph = nx.DiGraph(nx.read_pajek(BytesIO(plain)))
    ours = read_file(plain, "network.net")
    assert nx.density(graph) == pytest.approx(len(ours.ties) / 6)
    assert sorted(weight for *_, weight in graph.edges(data="weight")) == [0.5, 1.0, 3.0]
    assert {actor.label for actor in ours.actors} == set(graph.nodes)


@STEADY
@given(dataset=datasets())
def test_the_networks_alone_hold_actors_ways_and_strengths(dataset: Dataset) -> None:
    found = members(dataset)
    back = read_file(found["network.net"], "network.net")
    numbers = {actor.ref: str(place) for place, actor in enumerate(dataset.actors, start=1)}
    assert back.problems == ()
    assert [actor.label for actor in back.actors] == [
        " ".join(actor.label.replace('"', "'").split()) or numbers[actor.ref]
        for actor in dataset.actors
    ]
    assert sorted(_said(tie) for tie in back.ties) == sorted(
        (numbers[tie.source], numbers[tie.target], tie.direction == "forward", _strength(tie))
        for tie in dataset.ties
    )
    related = read_file(found["relations.net"], "relations.net")
    assert len(related.ties) == sum(max(len(tie.contents), 1) for tie in dataset.ties)


def _said(tie: TieRow) -> tuple[str, str, bool, float]:
    return tie.source, tie.target, tie.direction == "forward", _strength(tie)


def _strength(tie: TieRow) -> float:
    number = tie.weight if tie.weight is not None else tie.frequency
    return 1.0 if number is None else float(number)
