"""What the API's search finds, why, and that it finds nothing by words that the token does not open."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from solmu.mapping.tests.makers import SmallMap
from solmu.networks.models import Area, Network
from solmu.passes.rules import Limit
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Contact, Identity, Mention
from solmu.registry.tests.makers import make_actor, make_service
from tests.api.conftest import Bearing
from tests.cast import NOON


@pytest.fixture
def there(network: Network) -> str:
    return f"/api/v1/networks/{network.slug}/search"


def names(page: dict[str, Any]) -> list[str]:
    return [one["name"] for one in page["items"]]


def test_needs_are_understood_and_answers_say_why(
    bearing: Bearing, there: str, small_map: SmallMap
) -> None:
    alfa = make_actor(small_map.group, "Alfa")
    make_service(alfa, "perustoimeentulotuki")
    told = bearing().get(there, {"q": "rahat loppu, lukio"}).json()
    assert [one["said"] for one in told["needs"]] == ["rahat loppu", "lukio"]
    assert told["needs"][0]["concepts"]
    found = next(one for one in told["items"] if one["name"] == "Alfa")
    assert found["id"] == alfa.ref
    assert found["answers"] == [0]
    (why,) = found["reasons"]
    assert (why["need"], why["where"], why["words"]) == (0, "service", "perustoimeentulotuki")
    assert why["concept"]
    lukio = next(one for one in told["items"] if one["name"] == "Lukio")
    assert lukio["reasons"][0]["where"] == "name"
    assert told["total"] == len(told["items"])
    assert told["next"] is None


def test_those_who_answer_most_needs_come_first(
    bearing: Bearing, there: str, small_map: SmallMap
) -> None:
    make_service(small_map.kela, "velkaneuvonta")
    make_service(small_map.seurakunta, "velkaneuvonta")
    make_service(small_map.seurakunta, "asuntola")
    page = bearing().get(f"{there}?q=velkaneuvonta, asuntola&limit=1").json()
    assert names(page) == ["Seurakunta"]
    assert page["items"][0]["answers"] == [0, 1]
    following = bearing().get(page["next"].removeprefix("http://testserver")).json()
    assert names(following) == ["Kela"]


def test_words_that_find_nobody_are_an_empty_list(
    bearing: Bearing, there: str, small_map: SmallMap
) -> None:
    told = bearing().get(there, {"q": "avaruusmatkailu"}).json()
    assert (told["total"], told["items"]) == (0, [])
    assert bearing().get(there).json()["errors"][0]["where"] == "q"
    assert bearing().get(there, {"q": "x" * 301}).status_code == 422


def test_services_find_only_if_the_token_opens_them(
    bearing: Bearing, there: str, small_map: SmallMap, network: Network
) -> None:
    town = Area.objects.create(
        network=network, kind="municipality", name_fi="Kuukylä", name_sv="Månby"
    )
    make_service(
        small_map.kela, "velkaneuvonta", places=(town,), description="Maksuhäiriöt kuntoon"
    )
    for words in ("velkaneuvonta", "maksuhäiriöt", "Kuukylä"):
        assert names(bearing("actors").get(there, {"q": words}).json()) == [], words
        assert names(bearing("actors", "services").get(there, {"q": words}).json()) == ["Kela"]


def test_contacts_find_only_if_the_token_opens_them_and_readers_see_them(
    bearing: Bearing, there: str, small_map: SmallMap
) -> None:
    for value, seen_by in (("Tuulia Merinen", "readers"), ("Ilpo Salonkoski", "members")):
        Contact.objects.create(actor=small_map.kela, kind="person", value=value, visibility=seen_by)
    assert names(bearing("actors").get(there, {"q": "Merinen"}).json()) == []
    opened = bearing("actors", "contacts")
    found = opened.get(there, {"q": "Merinen"}).json()
    assert [one["where"] for one in found["items"][0]["reasons"]] == ["contact"]
    assert names(opened.get(there, {"q": "Salonkoski"}).json()) == []


def test_people_are_neither_found_nor_found_by(
    bearing: Bearing, there: str, small_map: SmallMap
) -> None:
    make_service(small_map.maija, "kaamosvalmennus")
    words = TieWords(contents=("consultation",), note="Maija tietää")
    state_tie(small_map.group, small_map.kela, small_map.lukio, words, by=None, at=NOON)
    merged = Mention.objects.create(
        perspective=small_map.group, name="Maija Kelassa", kind="person"
    )
    Identity.objects.create(mention=merged, actor=small_map.kela, from_at=NOON)
    every = ("actors", "services", "ties", "coverage", "contacts")
    for asked in ("Maija", "kaamosvalmennus"):
        answer = bearing(*every).get(there, {"q": asked})
        assert answer.json()["items"] == [], asked
    assert names(bearing(*every, "persons").get(there, {"q": "Maija"}).json()) == ["Maija Niemi"]


def test_searching_has_a_limit_of_its_own(
    bearing: Bearing, there: str, small_map: SmallMap
) -> None:
    client = bearing()
    with patch("solmu.registry.api.search.SEARCHES", Limit("few", failures=2, seconds=60)):
        answers = [client.get(there, {"q": "kela"}).status_code for _ in range(3)]
    assert answers == [200, 200, 429]


def test_more_actors_take_no_more_queries(
    bearing: Bearing, there: str, small_map: SmallMap
) -> None:
    client = bearing("actors", "services", "contacts")

    def queries() -> int:
        client.get(there, {"q": "paja"})
        with CaptureQueriesContext(connection) as asked:
            assert client.get(there, {"q": "paja"}).status_code == 200
        return len(asked)

    make_actor(small_map.group, "Pieni paja")
    little = queries()
    for number in range(12):
        actor = make_actor(small_map.group, f"Paja {number}", kind="unit", parent=small_map.lukio)
        make_service(actor, f"pajat {number}")
    assert queries() == little
    assert little <= 30
