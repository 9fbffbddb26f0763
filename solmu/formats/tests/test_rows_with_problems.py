"""A row that cannot be read says where, what and what would do; the others are read."""

from __future__ import annotations

from typing import Any

import pytest

from solmu.formats.dataset import Problem
from solmu.formats.tests.workbooks import read, read_csv, told

ACTORS = [
    ["Nimi", "Tunnus", "Laji", "Kuuluu"],
    ["Ohjaamo", "o"],
    ["Nuorten työpaja", "p"],
    ["Kela", "k"],
]
CODE = "131052-308T"


def only(rows: list[list[Any]], *, ties: bool = False) -> Problem:
    sheets = {"Toimijat": ACTORS, "Suhteet": rows} if ties else {"Toimijat": rows}
    (problem,) = read(sheets).problems
    return problem


def test_a_row_without_a_name_is_left_out_and_told() -> None:
    problem = only([["Nimi", "Puh."], ["", "040 123"], ["Kela", ""]])
    assert (problem.code, problem.sheet, problem.row, problem.field) == (
        "name_missing",
        "Toimijat",
        2,
        "Nimi",
    )


def test_a_tie_to_an_unknown_actor_offers_close_names() -> None:
    problem = only([["Mistä", "Mihin"], ["Nuortenpaja", "Kela"]], ties=True)
    assert (problem.code, problem.row, problem.field, problem.value) == (
        "unknown_actor",
        2,
        "Mistä",
        "Nuortenpaja",
    )
    assert problem.choices == ("Nuorten työpaja",)


def test_a_tie_without_its_other_end_names_the_column() -> None:
    problem = only([["Mistä", "Mihin"], ["Kela", ""]], ties=True)
    assert (problem.code, problem.field) == ("end_missing", "Mihin")


def test_a_tie_to_itself_is_dropped_and_counted() -> None:
    dataset = read(
        {"Toimijat": ACTORS, "Suhteet": [["Mistä", "Mihin"], ["Kela", "k"], ["Kela", "o"]]}
    )
    assert [(found.code, found.row) for found in dataset.problems] == [("loop", 2)]
    assert told(dataset)["loops_dropped"] == 1
    assert len(dataset.ties) == 1


@pytest.mark.parametrize(
    ("headers", "word", "choice"),
    [
        (["Mistä", "Mihin", "Kuinka usein"], "joskus", "viikoittain"),
        (["Från", "Till", "Hur ofta"], "ibland", "varje vecka"),
        (["From", "To", "How often"], "sometimes", "weekly"),
    ],
)
def test_an_unknown_word_offers_the_words_in_the_language_of_the_file(
    headers: list[str], word: str, choice: str
) -> None:
    dataset = read({"Toimijat": ACTORS, "Suhteet": [headers, ["Kela", "Ohjaamo", word]]})
    (problem,) = dataset.problems
    assert (problem.code, problem.field, problem.value) == ("unknown_value", headers[2], word)
    assert choice in problem.choices
    assert dataset.ties[0].frequency is None


@pytest.mark.parametrize(
    ("header", "text", "code"),
    [
        ("Suunta", "ylöspäin", "unknown_value"),
        ("Tila", "ehkä joskus", "unknown_value"),
        ("Läheisyys", "7", "unknown_value"),
        ("Paino", "paljon", "not_a_number"),
        ("Paino", "nan", "not_a_number"),
        ("Vahvistettu", "31.2.2026", "not_a_date"),
        ("Vahvistettu", "viime syksynä", "not_a_date"),
        ("Huomautus", "x" * 501, "text_too_long"),
        ("Mitä kulkee", "x" * 61, "text_too_long"),
    ],
)
def test_a_cell_that_is_no_value_is_told_and_the_tie_stays(
    header: str, text: str, code: str
) -> None:
    dataset = read(
        {"Toimijat": ACTORS, "Suhteet": [["Mistä", "Mihin", header], ["Kela", "Ohjaamo", text]]}
    )
    (problem,) = dataset.problems
    assert (problem.code, problem.field, problem.row) == (code, header, 2)
    assert len(dataset.ties) == 1


def test_an_end_before_its_start_is_not_read() -> None:
    dataset = read_csv("Mistä;Mihin;Voimassa alkaen;Voimassa asti\nA;B;2026;2025\n")
    assert [found.code for found in dataset.problems] == ["ends_before_start"]
    assert dataset.ties[0].valid_to is None


def test_an_id_used_twice_names_both_rows() -> None:
    problem = only([["Tunnus", "Nimi"], ["a", "Kela"], ["b", "Paja"], ["a", "Ohjaamo"]])
    assert (problem.code, problem.row, problem.other_row, problem.value) == ("same_id", 4, 2, "a")


def test_a_circle_of_belongings_is_opened_at_its_last_row() -> None:
    rows = [["Nimi", "Kuuluu"], ["A", "C"], ["B", "A"], ["C", "B"], ["D", "A"], ["E", "E"]]
    dataset = read({"Toimijat": rows})
    assert [(found.code, found.row, found.value) for found in dataset.problems] == [
        ("belonging_loop", 4, "B"),
        ("belonging_loop", 6, "E"),
    ]
    assert [actor.parent for actor in dataset.actors] == ["C", "A", "", "A", ""]


def test_an_identity_code_is_neither_read_nor_repeated() -> None:
    dataset = read(
        {
            "Toimijat": [
                ["Nimi", "Puh.", "Oma", CODE],
                ["Kela", f"soita {CODE}", CODE, "x"],
                [CODE],
            ],
            CODE: [["Nimi"], ["Paja"]],
        }
    )
    kela, workshop = dataset.actors
    assert (kela.label, kela.phone, workshop.label) == ("Kela", "", "Paja")
    assert [(found.code, found.row, found.field) for found in dataset.problems] == [
        ("identity_code", 2, "Puh."),
        ("identity_code", 2, "Oma"),
        ("identity_code", 3, "Nimi"),
        ("name_missing", 3, "Nimi"),
    ]
    assert CODE not in repr(dataset)


def test_problems_past_the_first_thousand_are_counted_not_listed() -> None:
    dataset = read_csv("Nimi;Kunta\n" + ";Oulu\n" * 1_500)
    assert len(dataset.problems) == 1_000
    assert told(dataset) == {"problems_left_out": 500}


def test_headers_without_rows_are_told() -> None:
    dataset = read({"Toimijat": [["Nimi", "Kunta"]], "Suhteet": [["Mistä", "Mihin"]]})
    assert [(found.code, found.sheet) for found in dataset.problems] == [
        ("empty_table", "Toimijat")
    ]
    assert dataset.actors == ()
