"""Sheets by Kumu's column rules are read as Kumu reads them (docs.kumu.io, Excel and CSV)."""

from __future__ import annotations

from solmu.formats.tests.workbooks import read, read_csv, told


def test_elements_and_connections_are_actors_and_ties() -> None:
    dataset = read(
        {
            "Elements": [
                ["Label", "Type", "Tags", "Description", "Attribution", "Image"],
                [
                    "Lakeplain Ohjaamo",
                    "Organization",
                    "youth|hub",
                    "One-stop centre",
                    "web",
                    "a.png",
                ],
                ["Maria", "Person", "", "", "", ""],
                ["The Fund", "Investor", "", "", "", ""],
            ],
            "Connections": [
                ["From", "To", "Label", "Type", "Tags", "Strength", "Direction"],
                ["Maria", "Lakeplain Ohjaamo", "works at", "employment", "x", 3, "mutual"],
                ["The Fund", "Maria | Lakeplain Ohjaamo", "", "funding", "", "", "directed"],
            ],
        }
    )
    centre, maria, fund = dataset.actors
    assert (centre.kind, centre.tags, centre.description) == (
        "organisation",
        ("youth", "hub"),
        "One-stop centre",
    )
    assert dict(centre.extra) == {"Attribution": "web", "Image": "a.png"}
    assert (maria.kind, fund.kind, fund.extra["Type"]) == ("person", "", "Investor")
    first, second, third = dataset.ties
    assert (first.direction, first.contents, first.weight) == ("both", ("employment",), 3.0)
    assert dict(first.extra) == {"Label": "works at", "Tags": "x"}
    assert [tie.target for tie in (second, third)] == ["Maria", "Lakeplain Ohjaamo"]
    assert dataset.problems == ()
    assert told(dataset)["values_kept"] == 1


def test_with_ids_connections_go_by_id_and_the_lowest_row_wins() -> None:
    dataset = read(
        {
            "Elements": [
                ["ID", "Label", "Type"],
                ["e1", "Alpha", "unit"],
                ["e2", "Beta", "unit"],
                ["e1", "Alpha again", "group"],
            ],
            "Connections": [["ID", "From", "To", "Type"], ["c1", "e1", "e2", "information"]],
        }
    )
    assert [(actor.ref, actor.kind) for actor in dataset.actors] == [
        ("e1", "group"),
        ("e2", "unit"),
    ]
    assert [(tie.source, tie.target) for tie in dataset.ties] == [("e1", "e2")]
    assert told(dataset)["rows_merged"] == 1
    assert dataset.problems == ()


def test_without_ids_label_and_type_together_tell_elements_apart() -> None:
    dataset = read_csv("Label,Type,City\nHub,Organization,\nHub,Person,\nHub,Person,Vaasa\n")
    assert [(actor.kind, actor.municipality) for actor in dataset.actors] == [
        ("organisation", ""),
        ("person", "Vaasa"),
    ]


def test_connections_bring_the_elements_that_lack() -> None:
    dataset = read(
        {
            "Elements": [["Label"], ["Alpha"]],
            "Connections": [["From", "To", "Type"], ["Alpha", "Gamma", "knows"]],
        }
    )
    assert [actor.label for actor in dataset.actors] == ["Alpha", "Gamma"]
    assert told(dataset)["actors_from_ties"] == 1


def test_sections_of_elements_follow_each_other_after_two_blank_rows() -> None:
    dataset = read(
        {
            "Elements": [
                ["Label", "Type"], ["Alpha", "Person"],
                [], [],
                ["Label", "Tags"], ["Beta", "x|y"],
            ]
        }
    )  # fmt: skip
    assert [(actor.label, actor.tags) for actor in dataset.actors] == [
        ("Alpha", ()),
        ("Beta", ("x", "y")),
    ]


def test_an_edge_list_of_gephi_says_directed_under_type() -> None:
    dataset = read_csv("Source,Target,Type,Id,Label,Weight\n1,2,Undirected,0,,2.0\n")
    (tie,) = dataset.ties
    assert (tie.direction, tie.weight, tie.contents) == ("undirected", 2.0, ())
