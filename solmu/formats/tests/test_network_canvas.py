"""Interviews of Network Canvas are put together by what is stable in them."""

from __future__ import annotations

from solmu.formats import problems, read_file
from solmu.formats.csv_sheets import packed
from solmu.formats.tests.canvas_files import FILES, zipped, zipped_graphml
from solmu.formats.tests.graphs import NETWORK_CANVAS
from solmu.formats.tests.workbooks import codes, refusal, told


def test_numbers_that_begin_again_are_not_mixed_up_and_an_actor_in_both_is_one() -> None:
    dataset = read_file(zipped(), "vienti.zip")
    assert [(actor.ref, actor.label) for actor in dataset.actors] == [
        ("u-kela", "Kela"),
        ("u-paja", "Paja"),
        ("u-lukio", "Lukio"),
    ]
    assert [(tie.source, tie.target, tie.contents) for tie in dataset.ties] == [
        ("u-kela", "u-paja", ("tuntee",)),
        ("u-lukio", "u-kela", ("tuntee",)),
    ]
    assert {tie.direction for tie in dataset.ties} == {"undirected"}
    assert (dataset.ties[0].weight, dataset.title) == (3.0, "Verkosto")
    assert told(dataset)["rows_merged"] == 1
    assert dataset.problems == ()


def test_kinds_come_from_file_names_and_answers_from_their_columns() -> None:
    kela, workshop, school = read_file(zipped(), "vienti.zip").actors
    assert (kela.kind, kela.municipality) == ("organisation", "Oulu")
    assert (kela.extra["Apu"], workshop.extra["Apu"]) == ("rahaa", "rahaa | aikaa")
    assert "Apu" not in school.extra
    assert not {"Kartta_x", "nodeID"} & kela.extra.keys()


def test_the_interviewed_are_no_actors_and_their_answers_are_counted() -> None:
    notes = told(read_file(zipped(), "vienti.zip"))
    assert (notes["ego_left_out"], notes["drawing_left_out"]) == (1, 1)


def test_graphml_of_several_interviews_is_put_together_too() -> None:
    dataset = read_file(zipped_graphml(), "vienti.zip")
    assert [(actor.ref, actor.label) for actor in dataset.actors] == [
        ("u1", "Mari"),
        ("u2", "Paja"),
        ("u8", "Otso"),
        ("u9", "Paja"),
    ]
    assert [(tie.source, tie.target) for tie in dataset.ties] == [("u1", "u2"), ("u8", "u9")]
    assert told(dataset)["ego_left_out"] == 2


def test_one_graphml_alone_goes_by_uuid() -> None:
    dataset = read_file(NETWORK_CANVAS.encode(), "x.graphml")
    assert [actor.ref for actor in dataset.actors] == ["u1", "u2"]
    assert (dataset.ties[0].source, dataset.ties[0].target) == ("u1", "u2")


def test_without_uuids_numbers_are_of_their_interview_only() -> None:
    head = "nodeID,networkCanvasEgoUUID,name\n"
    edges = "edgeID,from,to,networkCanvasEgoUUID\n"
    files = {
        "a_ego.csv": FILES["c1_s1_ego.csv"],
        "a_attributeList_x.csv": head + "1,E1,Kela\n2,E1,Paja\n",
        "b_attributeList_x.csv": head + "1,E2,Lukio\n2,E2,\n",
        "a_edgeList_y.csv": edges + "1,1,2,E1\n2,1,2,E2\n3,1,7,E2\n",
    }
    dataset = read_file(packed({name: text.encode() for name, text in files.items()}), "x.zip")
    assert [(actor.ref, actor.label) for actor in dataset.actors] == [
        ("E1:1", "Kela"),
        ("E1:2", "Paja"),
        ("E2:1", "Lukio"),
        ("E2:2", "x 2"),
    ]
    assert [(tie.source, tie.target) for tie in dataset.ties] == [
        ("E1:1", "E1:2"),
        ("E2:1", "E2:2"),
    ]
    assert [(one.code, one.row, one.sheet) for one in dataset.problems] == [
        (problems.UNKNOWN_ACTOR, 4, "a_edgeList_y")
    ]


def test_an_identity_code_is_neither_read_nor_repeated_even_as_a_name_of_a_file() -> None:
    data = zipped(
        **{"131052-308T_s9_attributeList_x.csv": "nodeID,networkCanvasUUID,name\n1,u,131052-308T\n"}
    )
    dataset = read_file(data, "x.zip")
    assert "identity_code" in codes(dataset)
    assert "131052-308T" not in repr(dataset)


def test_broken_members_are_refused_with_what_to_do() -> None:
    broken = packed({"a.graphml": NETWORK_CANVAS[:-30].encode()})
    assert refusal(broken, "x.zip").code == problems.BROKEN_XML
    open_quote = zipped(**{"c1_s1_edgeList_tuntee.csv": 'edgeID,from,to\n1,"1,2\n'})
    assert refusal(open_quote, "x.zip").code == problems.UNCLOSED_QUOTE
