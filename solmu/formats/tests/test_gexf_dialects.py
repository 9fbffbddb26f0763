"""GEXF of every version and spelling is read with nothing lost, and written for others to read."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import networkx as nx
import pytest

from solmu.formats import problems, read_file, write_file
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.formats.tests.gexf_files import ALL, GEPHI, OLD
from solmu.formats.tests.workbooks import codes, refusal, told


def read(text: str) -> Dataset:
    return read_file(text.encode(), "verkko.gexf")


@pytest.mark.parametrize("program", ALL)
def test_no_shape_of_a_real_program_has_problems(program: str) -> None:
    dataset = read(ALL[program])
    assert dataset.problems == ()
    assert len(dataset.actors) == 3
    assert dataset.ties


def test_relations_ways_times_and_weights_become_facts_of_ties() -> None:
    dataset = read(GEPHI)
    assert dataset.title == "Verkosto"
    first, second, third, fourth = dataset.ties
    assert (first.direction, first.contents, first.weight) == ("forward", ("referral",), 2.5)
    assert (second.direction, second.contents, second.frequency) == ("both", ("information",), 3)
    assert (second.valid_from, second.valid_to) == (date(2024, 1, 1), date(2025, 6, 30))
    assert (third.direction, third.contents) == ("undirected", ("tuttu",))
    assert (fourth.source, fourth.target, fourth.contents) == ("1", "2", ("information",))


def test_attributes_lists_defaults_and_owners_are_read_and_the_drawing_is_told() -> None:
    centre, kela, workshop = read(GEPHI).actors
    assert (centre.sector, centre.other_names) == ("ohjaamo", ("Navigatorn", "Ohjaamo, Järvi"))
    assert [dict(one.extra)["Modularity Class"] for one in (centre, kela, workshop)] == [
        "0",
        "1",
        "0",
    ]
    assert workshop.parent == "Ohjaamo"
    assert told(read(GEPHI))["drawing_left_out"] == 4


def test_old_files_open_their_nests_and_keep_what_changed_in_time() -> None:
    dataset = read(OLD)
    assert [(actor.label, actor.parent) for actor in dataset.actors] == [
        ("Kaupunki", ""),
        ("Nuorisopalvelut", "Kaupunki"),
        ("Lukio", "Kaupunki"),
    ]
    assert dict(dataset.actors[1].extra) == {
        "jäseniä": "5",
        "jäseniä (times)": "3 [2020–2021]; 5 [2022–2023]",
    }
    first, second = dataset.ties
    assert (first.valid_from, first.valid_to, first.weight) == (
        date(2021, 8, 1),
        date(2024, 5, 31),
        2.0,
    )
    assert first.extra["spells"] == "2021-08-01–2022-05-31; 2023-08-01–2024-05-31"
    assert (second.valid_from, dict(second.extra)) == (None, {"start": "3.5", "end": "9.0"})
    assert not dataset.directed


@pytest.mark.parametrize(
    "namespace",
    [
        "http://gexf.net/1.3", "http://www.gexf.net/1.3", "http:///gexf.net/1.2draft",
        "http:///www.gexf.net/1.1draft", "http://www.gexf.net/1.2draft", "urn:own",
    ],
)  # fmt: skip
@pytest.mark.parametrize("prefix", ["", "g:"])
def test_the_namespace_may_be_spelt_in_any_way(namespace: str, prefix: str) -> None:
    declared = f'xmlns{":" + prefix[:-1] if prefix else ""}="{namespace}"'
    p = prefix
    dataset = read(
        f'<{p}gexf {declared}><{p}graph><{p}nodes><{p}node id="a"/><{p}node id="b"/></{p}nodes>'
        f'<{p}edges><{p}edge source="a" target="b"/></{p}edges></{p}graph></{p}gexf>'
    )
    assert [actor.label for actor in dataset.actors] == ["a", "b"]
    assert dataset.ties[0].direction == "undirected"


def test_no_namespace_at_all_is_read_and_a_prefix_without_one_is_told() -> None:
    bare = "<gexf><graph><nodes><node id='a' label='Kela'/></nodes></graph></gexf>"
    assert read(bare).actors[0].label == "Kela"
    broken = bare.replace("<nodes>", "<nodes>\n<viz:size value='1'/>")
    problem = refusal(broken.encode(), "verkko.gexf")
    assert (problem.code, problem.row) == (problems.XML_PREFIX, 2)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("<gexf>\n</gexf>", problems.NO_GRAPH, None),
        (GEPHI[:-20], problems.BROKEN_XML, 24),
        ('<!DOCTYPE gexf [<!ENTITY a "x">]>\n<gexf>&a;</gexf>', problems.XML_WITH_DTD, 1),
        ("<gexf><graph><nodes>" + "<node id='a'><nodes>" * 60, problems.BROKEN_XML, 1),
        ("<gexf><graph><nodes>" + "<node id='a'/>" * 50_001, problems.TOO_MANY_ACTORS, 1),
    ],
)
def test_such_a_file_is_refused(text: str, code: str, line: int | None) -> None:
    problem = refusal(text.encode(), "verkko.gexf")
    assert (problem.code, problem.row) == (code, line)


def test_rows_with_problems_are_told_by_line_and_the_rest_is_read() -> None:
    dataset = read(
        "<gexf><graph>\n<nodes><node id='a'/><node id='b'/>\n<node id='a'/></nodes>\n"
        "<edges><edge source='a' target='zz'/>\n<edge source='a' target='a'/>\n"
        "<edge source='a' target='b' weight='NaN'/></edges></graph></gexf>"
    )
    assert [(found.code, found.row) for found in dataset.problems] == [
        (problems.SAME_ID, 3),
        (problems.UNKNOWN_ACTOR, 4),
        (problems.LOOP, 5),
    ]
    (tie,) = dataset.ties
    assert (tie.weight, dict(tie.extra)) == (None, {"weight": "NaN"})


def test_an_identity_code_is_neither_read_nor_repeated() -> None:
    dataset = read(
        "<gexf><graph><nodes><node id='a' label='131052-308T'/></nodes></graph></gexf>",
    )
    assert codes(dataset) == ["identity_code"]
    assert "131052-308T" not in repr(dataset)


def test_networkx_reads_what_solmu_writes_and_measures_the_same() -> None:
    actors = tuple(ActorRow(ref=ref, label=f"Toimija {ref}", sector="youth") for ref in "abcd")
    ties = (
        TieRow(source="a", target="b", frequency=3, valid_from=date(2024, 1, 1)),
        TieRow(source="b", target="c", weight=0.5, contents=("referral",)),
        TieRow(source="c", target="a"),
    )
    graph = nx.read_gexf(BytesIO(write_file(Dataset(actors=actors, ties=ties), "gexf")))
    assert graph.is_directed()
    assert graph.nodes["a"]["label"] == "Toimija a"
    assert graph.nodes["a"]["sector"] == "youth"
    assert [graph.edges[pair]["weight"] for pair in (("a", "b"), ("b", "c"))] == [3.0, 0.5]
    assert nx.density(graph) == pytest.approx(3 / 12)
    assert nx.reciprocity(graph) == 0


def test_a_mutual_tie_says_so_and_what_passes_is_its_kind() -> None:
    actors = tuple(ActorRow(ref=ref, label=ref) for ref in ("a", "b"))
    tie = TieRow(source="a", target="b", direction="both", contents=("information", "kahvi"))
    written = write_file(Dataset(actors=actors, ties=(tie,)), "gexf").decode()
    assert 'type="mutual" kind="information | kahvi"' in written
    assert 'xmlns="http://gexf.net/1.3" version="1.3"' in written
