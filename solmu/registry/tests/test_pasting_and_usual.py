"""Names pasted from anywhere, and the actors that a region usually has."""

from __future__ import annotations

import pytest

from solmu.registry.queries.usual import Region, chosen, usual_actors
from solmu.registry.rules.pasting import names_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kela\nOhjaamo\n", ["Kela", "Ohjaamo"]),
        ("• Kela\r\n– Ohjaamo\r\n3. Paja", ["Kela", "Ohjaamo", "Paja"]),
        ("Kela\tOulu\t06 555 0100", ["Kela"]),
        ("kela\nKELA ", ["kela"]),
        ("4H-yhdistys\n1. luokan opettajat", ["4H-yhdistys", "luokan opettajat"]),
        ('"Laine, Aino" <aino.laine@kunta.fi>; Eero Mäki <eero@k.fi>', ["Aino Laine", "Eero Mäki"]),
        ("- Aino Laine (aino.laine@kunta.fi)", ["Aino Laine"]),
        ("aino.laine@kunta.fi, eero.maki@kunta.fi", ["Aino Laine", "Eero Maki"]),
        ("Kirjasto, Oulu", ["Kirjasto, Oulu"]),
        ("nuori 131052-308T\nKela", ["Kela"]),
        ("\n \n;\n", []),
    ],
)
def test_names_are_found_however_they_were_copied(text: str, names: list[str]) -> None:
    assert [row.label for row in names_of(text).actors] == names


def test_an_address_comes_along_and_tells_a_person_from_a_service() -> None:
    rows = names_of(
        "Aino Laine <aino.laine@kunta.fi>; Kirjasto <kirjasto@kunta.fi>; Eero Mäki <EERO.MAKI@k.fi>"
    ).actors
    assert [(row.kind, row.email) for row in rows] == [
        ("person", "aino.laine@kunta.fi"),
        ("", "kirjasto@kunta.fi"),
        ("person", "eero.maki@k.fi"),
    ]


def test_a_repeated_name_is_told_of() -> None:
    (note,) = names_of("Kela\nOhjaamo\nkela").notes
    assert (note.code, note.count) == ("rows_merged", 1)


def test_one_municipality_has_each_usual_actor_once_under_its_plain_name() -> None:
    found = usual_actors(Region(towns=["Selkäjoki"]))
    labels = [one.row.label for one in found]
    assert len(labels) == len(set(labels)) == 24
    assert "Etsivä nuorisotyö" in labels
    assert all("," not in label for label in labels)


def test_bodies_of_an_area_go_by_its_name_and_hold_their_units() -> None:
    region = Region(
        towns=["A", "B"], counties=["Lakeuden hyvinvointialue"], employment_areas=["Lakeuden työllisyysalue"]
    )  # fmt: skip
    rows = {one.key.split("/")[0]: one.row for one in usual_actors(region)}
    assert rows["wellbeing_county"].label == "Lakeuden hyvinvointialue"
    assert rows["youth_mental_health"].parent == "Lakeuden hyvinvointialue"
    assert rows["employment_area"].label == "Lakeuden työllisyysalue"
    assert rows["kela"].municipality == ""


def test_suggestions_are_in_swedish_for_swedish_readers() -> None:
    rows = [one.row for one in usual_actors(Region(), language="sv")]
    assert "Uppsökande ungdomsarbete" in {row.label for row in rows}
    fi = [one.row for one in usual_actors(Region())]
    assert all(sv.label != same.label for sv, same in zip(rows, fi, strict=True))
    assert all(row.services and row.sector and row.kind for row in fi)


def test_a_unit_whose_organisation_was_left_out_stands_alone() -> None:
    dataset = chosen(usual_actors(Region()), {"tuva/", "kela/"})
    assert {row.label: row.parent for row in dataset.actors} == {"Kela": "", "TUVA-koulutus": ""}
    kept = chosen(usual_actors(Region()), {"tuva/", "vocational_college/"})
    assert [row.parent for row in kept.actors] == ["", "Ammattiopisto"]
