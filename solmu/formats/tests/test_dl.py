"""UCINET's DL is read in all its forms, and written with codes and a key to them."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given

from solmu.formats import problems, read_file, write_file
from solmu.formats.csv_sheets import packed
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.formats.tests.datasets import datasets
from solmu.formats.tests.dl_files import (
    LISTED_RELATIONS,
    LOWER,
    RELATIONS,
    SAME,
    SAME_TWO_MODES,
    SYMMETRIC,
    UPPER,
    VALUED,
)
from solmu.formats.tests.test_round_trip import STEADY
from solmu.formats.tests.workbooks import refusal, told


def read(text: str, name: str = "verkko.dl") -> Dataset:
    return read_file(text.encode(), name)


def named(dataset: Dataset) -> list[tuple[str, str]]:
    labels = {actor.ref: actor.label.upper() for actor in dataset.actors}
    return sorted((labels[tie.source], labels[tie.target]) for tie in dataset.ties)


@pytest.mark.parametrize("form", SAME)
@pytest.mark.parametrize("name", ["verkko.dl", "verkko.txt"])
def test_every_form_tells_the_same(form: str, name: str) -> None:
    dataset = read(SAME[form], name)
    expected = [("A", "B"), ("A", "C"), ("B", "C"), ("C", "A")]
    numbers = dict(zip("ABC", "123", strict=True)) if form == "alone" else {}
    assert named(dataset) == [tuple(numbers.get(end, end) for end in pair) for pair in expected]
    assert len(dataset.actors) == 3
    assert {tie.direction for tie in dataset.ties} == {"forward"}
    assert {tie.weight for tie in dataset.ties} == {None}
    assert dataset.problems == ()


@pytest.mark.parametrize("form", SAME_TWO_MODES)
def test_two_modes_are_kept_apart_and_have_no_directions(form: str) -> None:
    dataset = read(SAME_TWO_MODES[form])
    assert [(actor.label, actor.extra["mode"]) for actor in dataset.actors] == [
        ("Maija", "1"),
        ("Otso", "1"),
        ("Ville", "1"),
        ("Työryhmä", "2"),
        ("Johtoryhmä", "2"),
    ]
    assert named(dataset) == [
        ("MAIJA", "TYÖRYHMÄ"),
        ("OTSO", "JOHTORYHMÄ"),
        ("OTSO", "TYÖRYHMÄ"),
        ("VILLE", "JOHTORYHMÄ"),
    ]
    assert not dataset.directed


def test_values_are_weights_and_missing_ones_are_told() -> None:
    dataset = read(VALUED)
    assert [tie.weight for tie in dataset.ties] == [2.5, 1.0]
    assert told(dataset) == {"cells_missing": 1, "loops_dropped": 1}


@pytest.mark.parametrize("text", [LOWER, UPPER])
def test_half_matrices_have_no_directions(text: str) -> None:
    dataset = read(text)
    assert named(dataset) == [("A", "B"), ("B", "C")]
    assert [tie.weight for tie in dataset.ties] == [1.0, 3.0]
    assert not dataset.directed


def test_a_symmetric_matrix_has_no_directions_and_each_tie_once() -> None:
    dataset = read(SYMMETRIC)
    assert named(dataset) == [("1", "2"), ("2", "3")]
    assert {tie.direction for tie in dataset.ties} == {"undirected"}


@pytest.mark.parametrize("text", [RELATIONS, LISTED_RELATIONS])
def test_relations_are_what_passes(text: str) -> None:
    dataset = read(text)
    assert [(tie.source, tie.target, tie.contents) for tie in dataset.ties] == [
        ("1", "2", ("information",)),
        ("2", "1", ("resources",)),
    ]


@pytest.mark.parametrize(
    ("text", "code", "row"),
    [
        ("dl n=3\nlabels: A B C\n", problems.UNEXPECTED_TEXT, 2),
        ("dl n=3 format=blockmatrix\ndata:\n", problems.UNEXPECTED_TEXT, 1),
        ("dl n=kolme\ndata:\n0", problems.UNEXPECTED_TEXT, 1),
        ("dl format=fullmatrix\ndata:\n0 1", problems.UNEXPECTED_TEXT, 2),
        ("dl n=2\nnonsense\ndata:\n0 1 1 0", problems.UNEXPECTED_TEXT, 2),
        ("dl n=2\ndata:\n0 1\n1 0\n1 1", problems.UNEXPECTED_TEXT, 5),
        ("dl n=3\ndata:\n0 1 0\n", problems.MATRIX_TOO_SHORT, None),
        ("dl n=50001\ndata:\n0", problems.TOO_MANY_ACTORS, 1),
        ("dl n=2 format=nodelist1b\ndata:\n0\n0\n0\n", problems.UNEXPECTED_TEXT, 5),
    ],
)
def test_such_a_file_is_refused(text: str, code: str, row: int | None) -> None:
    problem = refusal(text.encode(), "verkko.dl")
    assert (problem.code, problem.row) == (code, row)


def test_rows_with_problems_are_told_by_line_and_the_rest_is_read() -> None:
    dataset = read(
        "dl n=2 format=edgelist1\nlabels: A 131052-308T\ndata:\n1 7\n1 1\n1\n1 2 NaN\n2 1 3\n"
    )
    assert [(found.code, found.row) for found in dataset.problems] == [
        (problems.IDENTITY_CODE, 2),
        (problems.UNKNOWN_ACTOR, 4),
        (problems.LOOP, 5),
        (problems.END_MISSING, 6),
    ]
    first, second = dataset.ties
    assert (first.weight, dict(first.extra), second.weight) == (None, {"weight": "NaN"}, 3.0)
    assert "131052-308T" not in repr(dataset)


def test_a_list_of_actors_that_begins_with_dl_is_still_a_table() -> None:
    dataset = read("DL;Nimi;Kunta\n1;Kela;Oulu\n", "lista.csv")
    assert [actor.label for actor in dataset.actors] == ["Kela"]


def test_a_zip_with_nothing_but_a_network_is_read() -> None:
    assert len(read_file(packed({"a.dl": SAME["alone"].encode()}), "x.zip").ties) == 4


SAMPLE = Dataset(
    actors=(
        ActorRow(ref="a", label="Jämsän Ohjaamo"),
        ActorRow(ref="b", label="Jämsän ohjaamo", sector="ohjaamo"),
        ActorRow(ref="c", label="2030"),
    ),
    ties=(
        TieRow(source="a", target="b", frequency=3, contents=("information", "referral")),
        TieRow(source="b", target="c", direction="both", weight=0.5),
    ),
)


def members(dataset: Dataset) -> dict[str, str]:
    with ZipFile(BytesIO(write_file(dataset, "dl.zip", "fi"))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_codes_are_short_plain_and_unique_and_the_key_tells_them() -> None:
    found = members(SAMPLE)
    assert found["network.dl"].splitlines() == [
        "DL n=3 format=edgelist1", "labels:", "JAMSAN_OHJAA", "JAMSAN_OHJAA_2", "A2030", "data:",
        "1 2 3", "2 3 0.5", "3 2 0.5",
    ]  # fmt: skip
    key = list(csv.reader(StringIO(found["key.csv"])))
    assert key[2] == ["JAMSAN_OHJAA_2", "b", "Jämsän ohjaamo"]


def test_each_content_is_a_matrix_of_its_own_where_that_stays_small() -> None:
    dataset = read(members(SAMPLE)["relations.dl"])
    assert sorted((tie.source, tie.target, *tie.contents) for tie in dataset.ties) == [
        ("1", "2", "information"),
        ("1", "2", "referral"),
        ("2", "3", "3"),
        ("3", "2", "3"),
    ]


@STEADY
@given(dataset=datasets())
def test_the_network_alone_holds_actors_ways_and_strengths(dataset: Dataset) -> None:
    back = read(members(dataset)["network.dl"])
    numbers = {actor.ref: str(place) for place, actor in enumerate(dataset.actors, start=1)}
    assert back.problems == ()
    assert len({actor.label for actor in back.actors}) == len(dataset.actors)
    assert all(len(actor.label) <= 18 for actor in back.actors)
    expected = []
    for tie in dataset.ties:
        number = tie.weight if tie.weight is not None else tie.frequency
        strength = 1.0 if number is None else float(number)
        one, other = numbers[tie.source], numbers[tie.target]
        expected.append((one, other, strength))
        if tie.direction != "forward":
            expected.append((other, one, strength))
    assert [(tie.source, tie.target, tie.weight) for tie in back.ties] == expected
