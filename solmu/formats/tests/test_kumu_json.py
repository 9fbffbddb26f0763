"""Kumu's JSON, blueprints and whole projects, is read by Kumu's own rules."""

from __future__ import annotations

import json

import pytest

from solmu.formats import problems, read_file, write_file
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.formats.tests.kumu_files import BLUEPRINT, PROJECT, text
from solmu.formats.tests.workbooks import codes, refusal, told


def read(tree: object) -> Dataset:
    return read_file(text(tree), "kumu.json")


def test_a_blueprint_gives_actors_and_ties() -> None:
    dataset = read(BLUEPRINT)
    centre, maria, fund = dataset.actors
    assert (centre.ref, centre.kind, centre.tags, centre.municipality) == (
        "e1",
        "organisation",
        ("nuoret", "työ"),
        "Jämsä",
    )
    assert dict(centre.extra) == {"Founded": "2010", "image": "a.png"}
    assert (maria.kind, fund.kind) == ("person", "")
    assert dict(fund.extra) == {"type": "Investor", "Verified": "true"}
    first, second, third = dataset.ties
    assert (first.direction, first.contents, first.weight) == ("both", ("information",), 3.0)
    assert (second.direction, second.extra["label"]) == ("undirected", "tuki")
    assert (third.source, third.target, third.direction) == ("e2", "e3", "forward")
    assert dataset.problems == ()


def test_a_project_goes_by_its_own_ids_and_leaves_its_trash() -> None:
    dataset = read(PROJECT)
    assert dataset.title == "Verkosto"
    assert [(actor.ref, actor.kind) for actor in dataset.actors] == [
        ("elem-a", "organisation"),
        ("elem-b", "person"),
    ]
    assert dataset.actors[1].municipality == "Jämsä"
    first, second = dataset.ties
    assert (first.source, first.target, first.contents) == ("elem-b", "elem-a", ("referral",))
    assert (second.direction, dict(second.extra)) == ("both", {"delayed": "true"})
    assert [(one.code, one.sheet, one.row, one.value) for one in dataset.problems] == [
        (problems.UNKNOWN_ACTOR, "connections", 3, "elem-z")
    ]
    notes = told(dataset)
    assert (notes["trash_left_out"], notes["drawing_left_out"]) == (1, 1)


def test_without_ids_connections_go_by_label_and_bring_what_lacks() -> None:
    dataset = read(
        {
            "elements": [{"label": "Kela"}, {"label": "Kela"}],
            "connections": [{"from": "Kela", "to": "Paja", "type": ["information", "kahvi"]}],
        }
    )
    assert [actor.label for actor in dataset.actors] == ["Kela", "Paja"]
    assert dataset.ties[0].contents == ("information", "kahvi")
    assert told(dataset)["rows_merged"] == 1
    assert told(dataset)["actors_from_ties"] == 1


@pytest.mark.parametrize(
    ("data", "code", "row"),
    [
        (b'{"elements": [\n{"label": "a"},\n', problems.BROKEN_JSON, 3),
        (b'{"label": "a"}\n{"label": "b"}\n', problems.JSON_LINES, 2),
        (b'{"elements": ' + b"[" * 5_000 + b"]" * 5_000 + b"}", problems.JSON_TOO_DEEP, None),
        (b'{"elements": ' + b"[" * 90 + b"]" * 90 + b"}", problems.JSON_TOO_DEEP, None),
        (b'{"rows": [], "meta": 1}', problems.JSON_NOT_KNOWN, None),
        (b"[1, 2]", problems.JSON_NOT_KNOWN, None),
        (b'{"elements": []}', problems.EMPTY_FILE, None),
        (b'\xef\xbb\xbf{"elements": \xff\xff\x81}', problems.UNREADABLE_LETTERS, 1),
    ],
)
def test_such_a_file_is_refused(data: bytes, code: str, row: int | None) -> None:
    problem = refusal(data, "kumu.json")
    assert (problem.code, problem.row) == (code, row)


def test_marks_line_ends_and_numbers_that_are_none_are_borne() -> None:
    data = (
        b'\xef\xbb\xbf{"elements": [\r\n{"label": "A", "x": NaN, "y": 1e400, "z": ' + b"9" * 6_000
    )
    dataset = read_file(data + b"}]}", "kumu.json")
    assert codes(dataset) == ["text_too_long"]
    assert set(dataset.actors[0].extra) == {"y", "z"}


def test_more_fields_than_a_table_may_have_are_told_and_stay_out() -> None:
    dataset = read({"elements": [{"label": f"a{n}", f"k{n}": "1"} for n in range(3_000)]})
    assert codes(dataset) == ["too_many_columns"]
    assert len(dataset.actors) == 3_000


def test_entries_that_are_no_objects_are_passed_over() -> None:
    dataset = read({"elements": [1, None, {"label": "A"}, {"type": "x"}], "connections": "none"})
    assert [actor.label for actor in dataset.actors] == ["A"]
    assert codes(dataset) == ["name_missing"]


def test_what_is_written_is_a_blueprint_that_kumu_takes() -> None:
    actors = (
        ActorRow(ref="a", label="Ohjaamo", kind="unit", tags=("nuoret",), municipality="Jämsä"),
        ActorRow(ref="b", label="Kela"),
    )
    ties = (
        TieRow(source="a", target="b", contents=("information",), weight=2.0, frequency=3),
        TieRow(source="b", target="a", direction="both", note="sovittu"),
    )
    tree = json.loads(write_file(Dataset(actors=actors, ties=ties), "json", "fi"))
    assert tree["elements"][0] == {
        "id": "a",
        "label": "Ohjaamo",
        "type": "yksikkö",
        "tags": ["nuoret"],
        "Kunta": "Jämsä",
    }
    assert tree["connections"][0] == {
        "from": "a", "to": "b", "direction": "directed", "type": "tieto", "strength": 2,
        "Kuinka usein": "viikoittain", "Tila": "olemassa",
    }  # fmt: skip
    assert tree["connections"][1]["direction"] == "mutual"
    assert tree["connections"][1]["description"] == "sovittu"
