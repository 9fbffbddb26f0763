"""Directories of services, PTV and HSDS, become actors with what they offer; what has ended is kept so."""

from __future__ import annotations

from datetime import date

import pytest

from solmu.formats import problems, read_file
from solmu.formats.dataset import Dataset
from solmu.formats.tests.directory_files import (
    HSDS,
    PTV_ENDED,
    PTV_FI,
    PTV_FI_SV,
    hsds_zip,
    ptv_organisation,
    ptv_service,
    text,
)
from solmu.formats.tests.workbooks import codes, refusal, told


def read(tree: object) -> Dataset:
    return read_file(text(tree), "luettelo.json")


def test_organisations_of_ptv_are_actors_with_their_services() -> None:
    dataset = read_file(PTV_FI, "ptv.json")
    city, centre = dataset.actors
    assert (city.label, city.kind, city.municipality, city.business_id) == (
        "Esimerkkikaupunki (Jyväskylä-tyyppi)",
        "organisation",
        "Jyväskylä",
        "1234567-1",
    )
    assert (centre.kind, centre.parent) == ("unit", city.label)
    assert centre.services == "Nuorten tieto-, neuvonta- ja ohjauspalvelu"
    assert centre.email == "esimerkki@example.invalid"
    assert centre.extra["organizationType"] == "Organization"
    assert centre.extra["publishingStatus"] == "Published"
    assert dataset.problems == ()


def test_names_in_other_languages_are_other_names() -> None:
    centre = read_file(PTV_FI_SV, "ptv.json").actors[1]
    assert (centre.label, centre.other_names) == ("Ohjaamo Rannikko", ("Navigatorn Kusten",))


def test_what_is_no_longer_published_has_ended_but_is_never_left_out() -> None:
    dataset = read(PTV_ENDED)
    city, workshop, other = dataset.actors
    assert (city.services, city.extra["ended services"]) == ("Neuvonta", "Pajatoiminta | Ohjaus")
    assert (city.email, city.phone) == ("k@example.fi", "+358 14 123")
    assert workshop.extra["publishingStatus"] == "Deleted"
    assert workshop.extra["parent id"] == "muu"
    assert other.label == "Toimija y"
    first, second = dataset.ties
    assert (first.source, first.target, first.note) == ("k", "v", "Pajatoiminta")
    assert (first.valid_to, second.valid_to) == (date(2026, 3, 4), None)
    assert second.note == "Neuvonta; Ohjaus"
    assert told(dataset) == {"ended_kept": 3, "services_left_out": 1, "actors_from_ties": 1}


@pytest.mark.parametrize(
    "tree",
    [
        {"pageNumber": 1, "pageCount": 1, "itemList": [ptv_organisation("a", "Kela")]},
        [ptv_organisation("a", "Kela")],
        ptv_organisation("a", "Kela", services=[{"service": {"id": "s", "name": "x"}}]),
    ],
)
def test_pages_lists_and_single_answers_of_ptv_are_read(tree: object) -> None:
    (actor,) = read(tree).actors
    assert (actor.ref, actor.label) == ("a", "Kela")


def test_services_alone_bring_the_actors_that_offer_them() -> None:
    dataset = read([ptv_service("Neuvonta", "a", "b"), ptv_service("Ohjaus", "a")])
    assert [(actor.label, actor.services) for actor in dataset.actors] == [
        ("Toimija a", "Neuvonta; Ohjaus"),
        ("Toimija b", "Neuvonta"),
    ]


def test_more_services_than_fit_are_listed_as_whole_names() -> None:
    tree = [ptv_service(f"Palvelu numero {place:03}", "a") for place in range(60)]
    services = read(tree).actors[0].services
    assert 480 < len(services) <= 500
    assert services.endswith(" …")
    assert {len(name) for name in services.removesuffix(" …").split("; ")} == {18}


def test_an_organisation_without_a_name_and_an_identity_code_are_told() -> None:
    tree = [ptv_organisation("a", ""), ptv_organisation("b", "Kela", oid="131052-308T")]
    dataset = read(tree)
    assert codes(dataset) == ["name_missing", "identity_code"]
    assert "131052-308T" not in repr(dataset)


def test_services_of_hsds_bring_their_organisations() -> None:
    (house,) = read(HSDS).actors
    assert (house.label, house.other_names, house.kind) == ("Nuorten talo", ("Talo",), "unit")
    assert (house.services, house.extra["ended services"]) == ("Neuvonta", "Vanha kurssi")
    assert (house.business_id, house.phone, house.municipality) == ("1234567-1", "014 555", "Jämsä")
    assert house.website == "https://x.example"
    assert (house.extra["parent id"], house.extra["year_incorporated"]) == ("o1", "1999")
    assert told(read(HSDS))["services_left_out"] == 1


def test_tables_of_hsds_in_a_zip_are_put_together_by_id() -> None:
    dataset = read_file(hsds_zip(), "hsds.zip")
    city, house = dataset.actors
    assert (city.description, city.municipality, city.business_id) == (
        "Iso, vanha",
        "Jämsä",
        "7654321-2",
    )
    assert (house.parent, house.services, house.phone) == ("Kaupunki", "Neuvonta", "014 555")
    assert dict(house.extra) == {"tax_id": "FI99", "ended services": "Kurssi"}
    assert dataset.problems == ()
    assert not dataset.directed


def test_lists_of_hsds_by_table_are_read_from_json_too() -> None:
    tree = {
        "organizations": [{"id": "o1", "name": "Kaupunki", "description": "x"}],
        "services": [{"id": "s1", "organization_id": "o1", "name": "Neuvonta", "status": "active"}],
    }
    (city,) = read(tree).actors
    assert city.services == "Neuvonta"


def test_organisations_that_belong_to_each_other_in_a_circle_are_told() -> None:
    rows = "id,name,parent_organization_id\r\na,A,b\r\nb,B,a\r\n"
    dataset = read_file(hsds_zip(organization=rows), "hsds.zip")
    assert codes(dataset) == ["belonging_loop"]


@pytest.mark.parametrize("tree", [{"organizations": [{"id": 1}]}, [{"id": 1, "name": "x"}], {}])
def test_json_that_is_neither_is_refused(tree: object) -> None:
    assert refusal(text(tree), "x.json").code == problems.JSON_NOT_KNOWN


def test_a_quote_that_is_never_closed_is_refused_with_its_table() -> None:
    problem = refusal(hsds_zip(service='id,name\r\n1,"Neuvonta\r\n'), "hsds.zip")
    assert (problem.code, problem.sheet) == (problems.UNCLOSED_QUOTE, "service")
