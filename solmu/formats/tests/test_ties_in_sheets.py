"""Ties are read from a sheet of their own, with every word in Finnish, Swedish or English."""

from __future__ import annotations

from datetime import date

from solmu.formats.tests.workbooks import read, read_csv, told

ACTORS = [["Nimi", "Muut nimet"], ["Ohjaamo", ""], ["Kela", "Kansaneläkelaitos"], ["Paja", ""]]


def test_the_columns_of_the_template_are_read() -> None:
    dataset = read(
        {
            "Toimijat": ACTORS,
            "Suhteet": [
                ["Mistä", "Suunta", "Mihin", "Mitä kulkee", "Kuinka usein", "Tapa", "Läheisyys",
                 "Huomautus", "Tila", "Voimassa alkaen", "Voimassa asti", "Vahvistettu", "Paino"],
                ["Ohjaamo", "↔", "Kela", "tieto | kahvi", "viikoittain", "kokous", 4, "sovittu",
                 "toivottu", "1.9.2024", "2026", "2026-03-01", "2,5"],
            ],
        }
    )  # fmt: skip
    (tie,) = dataset.ties
    assert dataset.problems == ()
    assert (tie.source, tie.target, tie.direction) == ("Ohjaamo", "Kela", "both")
    assert (tie.contents, tie.frequency, tie.closeness) == (("information", "kahvi"), 3, 4)
    assert (tie.means, tie.note, tie.status, tie.weight) == ("kokous", "sovittu", "wished", 2.5)
    assert (tie.valid_from, tie.valid_to) == (date(2024, 9, 1), date(2026, 12, 31))
    assert (tie.confirmed_on, tie.sheet, tie.row) == (date(2026, 3, 1), "Suhteet", 2)


def test_an_arrow_to_the_left_swaps_the_ends() -> None:
    dataset = read_csv("Mistä;Suunta;Mihin\nKela;←;Ohjaamo\nKela;molempiin suuntiin;Paja\n")
    back, both = dataset.ties
    assert (back.source, back.target, back.direction) == ("Ohjaamo", "Kela", "forward")
    assert both.direction == "both"


def test_ties_alone_bring_their_actors() -> None:
    dataset = read_csv("Från;Till;Hur ofta\nNavigatorn;FPA;varje vecka\nFPA;Navigatorn;dagligen\n")
    assert [actor.label for actor in dataset.actors] == ["Navigatorn", "FPA"]
    assert [tie.frequency for tie in dataset.ties] == [3, 4]
    assert told(dataset) == {"actors_from_ties": 2}


def test_an_end_may_be_called_by_another_name_or_in_another_case() -> None:
    dataset = read(
        {"Toimijat": ACTORS, "Suhteet": [["Mistä", "Mihin"], ["ohjaamo ", "Kansaneläkelaitos"]]}
    )
    assert [(tie.source, tie.target) for tie in dataset.ties] == [("Ohjaamo", "Kela")]


def test_a_name_in_two_places_is_told_apart_by_its_place() -> None:
    dataset = read(
        {
            "Toimijat": [["Nimi", "Kunta"], ["Paja", "Jämsä"], ["Paja", "Kuhmo"], ["Kela", ""]],
            "Suhteet": [["Mistä", "Mihin"], ["Paja (Kuhmo)", "Kela"], ["Paja", "Kela"]],
        }
    )
    (tie,) = dataset.ties
    assert tie.source == "Paja #2"
    (problem,) = dataset.problems
    assert (problem.code, problem.row, problem.field) == ("ambiguous_actor", 3, "Mistä")
    assert problem.choices == ("Paja (Jämsä)", "Paja (Kuhmo)")


def test_several_targets_in_a_cell_are_several_ties() -> None:
    dataset = read(
        {"Toimijat": ACTORS, "Suhteet": [["Mistä", "Mihin"], ["Ohjaamo", "Kela | Paja"]]}
    )
    assert [tie.target for tie in dataset.ties] == ["Kela", "Paja"]


def test_ties_before_actors_are_as_good() -> None:
    dataset = read({"Suhteet": [["Mistä", "Mihin"], ["Ohjaamo", "Kela"]], "Toimijat": ACTORS})
    assert len(dataset.ties) == 1
    assert dataset.problems == ()


def test_a_file_with_any_arc_is_directed_and_one_without_is_not() -> None:
    assert read_csv("Mistä;Suunta;Mihin\nA;–;B\nB;→;C\n").directed
    undirected = read_csv("From,Direction,To\nA,undirected,B\n")
    assert not undirected.directed
    assert undirected.ties[0].direction == "undirected"


def test_the_same_tie_said_twice_is_kept_and_counted() -> None:
    dataset = read_csv("Mistä;Mihin\nA;B\nA;B\n")
    assert len(dataset.ties) == 2
    assert told(dataset)["ties_repeated"] == 1


def test_two_tables_in_one_sheet_are_parted_by_two_blank_rows() -> None:
    dataset = read(
        {
            "Kaikki": [
                ["Nimi"],
                ["Ohjaamo"],
                ["Kela"],
                [],
                [],
                ["Mistä", "Mihin"],
                ["Kela", "Ohjaamo"],
            ]
        }
    )
    assert len(dataset.actors) == 2
    assert [(tie.source, tie.row) for tie in dataset.ties] == [("Kela", 7)]
