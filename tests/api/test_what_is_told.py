"""What the API tells of actors, services, ties and coverage, and what it leaves out without the part for it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from solmu.mapping.tests.makers import SmallMap
from solmu.networks.models import Area, Network
from solmu.registry.actions.actors import ActorWords, correct_actor, place_in
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Contact
from solmu.registry.tests.makers import make_actor, make_service
from tests.api.conftest import Bearing
from tests.cast import NOON


@pytest.fixture
def base(network: Network) -> str:
    return f"/api/v1/networks/{network.slug}"


@pytest.fixture
def town(network: Network) -> Area:
    area = Area.objects.create(
        network=network, kind="municipality", code="999", name_fi="Kuukylä", name_sv="Månby"
    )
    network.areas.add(area)
    return area


def names(page: dict[str, Any]) -> list[str]:
    return [one["name"] for one in page["items"]]


def test_the_network_says_what_it_is_and_what_the_token_opens(
    bearing: Bearing, base: str, small_map: SmallMap, network: Network, town: Area
) -> None:
    told = bearing("ties", "actors").get(base).json()
    assert told["name"] == "Järvilakeuden nuoret"
    assert told["reads"] == ["actors", "ties"]
    assert told["areas"] == [{"code": "999", "name": "Kuukylä", "kind": "municipality"}]
    network.refresh_from_db()
    assert told["revision"] == network.revision


def test_actors_come_in_the_order_of_their_names_and_by_public_id(
    bearing: Bearing, base: str, small_map: SmallMap
) -> None:
    page = bearing().get(f"{base}/actors").json()
    assert names(page) == ["Kela", "Lukio", "Ohjaamo Järvilakeus", "Opot", "Seurakunta"]
    kela, opot = page["items"][0], page["items"][3]
    assert kela["id"] == small_map.kela.ref
    assert kela["sector"] == "employment"
    assert opot["belongs_to"] == [small_map.lukio.ref]
    assert page["total"] == 5
    assert page["next"] is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("sector=education", ["Lukio", "Opot"]),
        ("kind=unit", ["Opot"]),
        ("q=KEL", ["Kela"]),
        ("q=fpa", ["Kela"]),
        ("municipality=999", ["Kela"]),
        ("municipality=månby", ["Kela"]),
        ("municipality=Ei ole", []),
        ("kind=person", []),
    ],
)
def test_actors_are_narrowed(
    bearing: Bearing, base: str, small_map: SmallMap, town: Area, asked: str, found: list[str]
) -> None:
    words = ActorWords(name="Kela", name_sv="FPA", sector="employment", municipality=town)
    correct_actor(small_map.kela, words, perspective=small_map.own, by=None, at=NOON)
    assert names(bearing().get(f"{base}/actors?{asked}").json()) == found


def test_pages_lead_to_each_other(bearing: Bearing, base: str, small_map: SmallMap) -> None:
    client, there, seen = bearing(), f"{base}/actors?limit=2&kind=organisation", []
    while there:
        page = client.get(there).json()
        assert page["total"] == 4
        assert len(page["items"]) <= 2
        seen += names(page)
        there = (page["next"] or "").removeprefix("http://testserver")
    assert seen == ["Kela", "Lukio", "Ohjaamo Järvilakeus", "Seurakunta"]


def test_one_actor_is_told_whole(bearing: Bearing, base: str, small_map: SmallMap) -> None:
    make_service(small_map.lukio, "hakijaneuvonta")
    told = bearing().get(f"{base}/actors/{small_map.lukio.ref}").json()
    assert [one["actor"]["name"] for one in told["members"]] == ["Opot"]
    assert [(one["name"], one["role"]) for one in told["services"]] == [
        ("hakijaneuvonta", "responsible")
    ]
    assert {"text": "Lukio", "language": "fi", "kind": "official"} in told["names"]


def test_what_a_token_does_not_open_is_null_and_not_empty(
    bearing: Bearing, base: str, small_map: SmallMap
) -> None:
    told = bearing("actors").get(f"{base}/actors/{small_map.kela.ref}").json()
    assert told["services"] is None
    assert told["contacts"] is None


def test_contacts_come_with_their_part_and_only_those_that_readers_see(
    bearing: Bearing, base: str, small_map: SmallMap
) -> None:
    for kind, value, seen_by in (
        ("email", "kaikille@example.fi", "readers"),
        ("email", "jasenille@example.fi", "members"),
        ("web", "https://koordinaattorille.example.fi", "coordinator"),
    ):
        Contact.objects.create(actor=small_map.kela, kind=kind, value=value, visibility=seen_by)
    response = bearing("actors", "contacts").get(f"{base}/actors/{small_map.kela.ref}")
    told = response.json()
    assert [one["value"] for one in told["contacts"]] == ["kaikille@example.fi"]
    assert "jasenille" not in response.text


def test_names_follow_the_language_that_is_asked_for(
    bearing: Bearing, base: str, small_map: SmallMap
) -> None:
    words = ActorWords(name="Kela", name_sv="FPA")
    correct_actor(small_map.kela, words, perspective=small_map.own, by=None, at=NOON)
    client, there = bearing(), f"{base}/actors/{small_map.kela.ref}"
    assert client.get(there).json()["name"] == "Kela"
    assert client.get(f"{there}?lang=sv").json()["name"] == "FPA"
    swedish = client.get(there, headers={"Accept-Language": "de, sv-FI;q=0.9, fi;q=0.5"})
    assert swedish.json()["name"] == "FPA"
    assert swedish["Content-Language"] == "sv"
    asked = client.get(f"{there}?lang=fi", headers={"Accept-Language": "sv"})
    assert asked.json()["name"] == "Kela"


def test_services_say_what_they_are_where_and_whose(
    bearing: Bearing, base: str, small_map: SmallMap, town: Area
) -> None:
    make_service(small_map.kela, "etuusneuvonta", goal_areas=("everyday_life",), places=(town,))
    make_service(small_map.lukio, "hakijaneuvonta")
    client = bearing("services")
    page = client.get(f"{base}/services").json()
    assert names(page) == ["etuusneuvonta", "hakijaneuvonta"]
    first = page["items"][0]
    assert first["municipalities"] == [{"code": "999", "name": "Kuukylä"}]
    assert first["offers"] == [
        {"actor": {"id": small_map.kela.ref, "name": "Kela"}, "role": "responsible"}
    ]
    assert names(client.get(f"{base}/services?goal_area=education").json()) == ["hakijaneuvonta"]
    assert names(client.get(f"{base}/services?kind=guidance").json()) == []
    assert len(names(client.get(f"{base}/services?municipality=Kuukylä").json())) == 2
    assert names(client.get(f"{base}/services?municipality=Muu").json()) == []


def test_ties_say_who_works_with_whom_and_how(
    bearing: Bearing, base: str, small_map: SmallMap
) -> None:
    page = bearing("ties").get(f"{base}/ties").json()
    agreed = next(
        one for one in page["items"] if one["source"]["name"] == "Ohjaamo Järvilakeus"
        or one["target"]["name"] == "Ohjaamo Järvilakeus"
    )  # fmt: skip
    assert {agreed["source"]["id"], agreed["target"]["id"]} == {
        small_map.ohjaamo.ref,
        small_map.kela.ref,
    }
    assert agreed["direction"] == "both"
    assert agreed["frequency"] == 4
    assert {"content": "referral", "direction": "both"} in agreed["contents"]
    assert page["level"] == "organisation"


def test_a_tie_starts_at_its_source_whichever_was_added_first(
    bearing: Bearing, base: str, small_map: SmallMap
) -> None:
    words = TieWords(contents=("expertise",), frequency=2)
    state_tie(small_map.group, small_map.lukio, small_map.kela, words, by=None, at=NOON)
    page = bearing("ties").get(f"{base}/ties?content=expertise").json()
    (tie,) = page["items"]
    assert (tie["source"]["name"], tie["target"]["name"]) == ("Lukio", "Kela")
    assert tie["contents"][0] == {"content": "expertise", "direction": "forward"}


def test_ties_are_narrowed_by_status_and_day(
    bearing: Bearing, base: str, small_map: SmallMap
) -> None:
    client = bearing("ties")
    wished = client.get(f"{base}/ties?status=wished").json()
    assert {one["status"] for one in wished["items"]} == {"wished"}
    today = timezone.localdate()
    ended = TieWords(contents=("decisions",), valid_to=today - timedelta(days=10))
    state_tie(small_map.group, small_map.lukio, small_map.kela, ended, by=None, at=NOON)
    before = today - timedelta(days=20)
    assert client.get(f"{base}/ties?content=decisions").json()["total"] == 0
    assert client.get(f"{base}/ties?content=decisions&on={before}").json()["total"] == 1


def test_people_are_left_out_everywhere_unless_their_part_is_open(
    bearing: Bearing, base: str, small_map: SmallMap, town: Area
) -> None:
    maija = small_map.maija
    place_in(maija, small_map.kela, role="etuuskäsittelijä", by=None, at=NOON)
    words = TieWords(contents=("consultation",), frequency=4)
    state_tie(small_map.group, maija, small_map.seurakunta, words, by=None, at=NOON)
    make_service(maija, "uraohjaus")
    usual = bearing("actors", "services", "ties", "coverage", "contacts")
    places = (
        "/actors?limit=500", f"/actors/{small_map.kela.ref}", "/services", "/coverage",
        "/ties", "/ties?level=unit", "/ties?level=person", "/actors?q=Maija",
    )  # fmt: skip
    for place in places:
        answer = usual.get(base + place)
        assert answer.status_code == 200
        assert "Maija" not in answer.text, place
        assert maija.ref not in answer.text, place
        assert "etuuskäsittelijä" not in answer.text, place
    assert usual.get(f"{base}/actors/{maija.ref}").status_code == 404
    everybody = bearing("actors", "services", "ties", "coverage", "persons")
    for place in (*places[:4], "/ties?level=person", f"/actors/{maija.ref}"):
        assert "Maija" in everybody.get(base + place).text, place


def test_what_only_a_person_carries_is_no_tie_of_the_organisation_without_their_part(
    bearing: Bearing, base: str, small_map: SmallMap
) -> None:
    aapo = make_actor(small_map.group, "Aapo", kind="person", parent=small_map.lukio)
    words = TieWords(contents=("resources",), frequency=1)
    state_tie(small_map.group, aapo, small_map.seurakunta, words, by=None, at=NOON)
    there = f"{base}/ties?content=resources"
    assert bearing("ties").get(there).json()["total"] == 0
    (carried,) = bearing("ties", "persons").get(there).json()["items"]
    assert carried["people_only"] is True


def test_coverage_has_a_cell_for_each_town_goal_and_kind(
    bearing: Bearing, base: str, small_map: SmallMap, town: Area
) -> None:
    make_service(small_map.ohjaamo, "hakijaneuvonta")
    told = bearing("coverage").get(f"{base}/coverage").json()
    assert len(told["cells"]) == 9
    states = {(one["goal_area"], one["kind"]): one["state"] for one in told["cells"]}
    assert states["education", "advice"] == "ohjaamo_only"
    assert states["employment", "guidance"] == "gap"
    cell = next(one for one in told["cells"] if one["state"] == "ohjaamo_only")
    assert [one["name"] for one in cell["actors"]] == ["Ohjaamo Järvilakeus"]
    assert cell["municipality"] == {"code": "999", "name": "Kuukylä"}
    assert told["missing"][0]["sectors"]


def test_a_cell_that_only_a_person_covers_is_no_gap(
    bearing: Bearing, base: str, small_map: SmallMap, town: Area
) -> None:
    make_service(small_map.maija, "hakijaneuvonta")
    told = bearing("coverage").get(f"{base}/coverage").json()
    cell = next(one for one in told["cells"] if one["count"])
    assert (cell["state"], cell["actors"], cell["services"]) == ("covered", [], [])
