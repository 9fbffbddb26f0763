"""How the API behaves: problems, keeping, limits, no cookies, and as many queries for much as for little."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from solmu.config.problems import PROBLEM
from solmu.mapping.tests.makers import SmallMap
from solmu.networks.actions import set_up_network
from solmu.networks.models import Area, Network
from solmu.networks.rules import READINGS_A_MINUTE, WRONG_TOKENS
from solmu.passes.models import Pass
from solmu.passes.rules import Limit, digest
from solmu.people.models import Person
from solmu.registry.actions.actors import ActorWords, correct_actor
from solmu.registry.tests.makers import make_actor, make_service
from tests.api.conftest import Bearing
from tests.cast import NOON, sign_in

LISTS = ("/actors", "/services", "/ties", "/coverage")


@pytest.fixture
def base(network: Network) -> str:
    return f"/api/v1/networks/{network.slug}"


def bear(token: str) -> Client:
    return Client(headers={"Authorization": f"Bearer {token}"})


@pytest.mark.parametrize(
    "wrong",
    [
        "limit=0",
        "limit=501",
        "offset=-1",
        "offset=x",
        "sector=unknown",
        "lang=de",
        "kind=",
        "limit=",
    ],
)
def test_what_is_not_understood_is_named(
    bearing: Bearing, base: str, small_map: SmallMap, wrong: str
) -> None:
    response = bearing().get(f"{base}/actors?{wrong}")
    assert response.status_code == 422
    assert response["Content-Type"] == PROBLEM
    told = response.json()
    assert [one["where"] for one in told["errors"]] == [wrong.partition("=")[0]]
    assert told["errors"][0]["what"]


@pytest.mark.parametrize(
    "place", ["", "/actors", "/services", "/ties", "/coverage", "/search?q=kela"]
)
def test_a_parameter_that_does_not_exist_is_refused_and_those_that_do_are_named(
    bearing: Bearing, base: str, small_map: SmallMap, place: str
) -> None:
    asked = f"{base}{place}{'&' if '?' in place else '?'}munincipality=Kuukylä&lang=fi"
    response = bearing().get(asked)
    assert response.status_code == 422
    (told,) = response.json()["errors"]
    assert told["where"] == "munincipality"
    assert told["what"].startswith("There is no such parameter. There are: ")
    assert "lang" in told["what"]
    assert ("municipality" in told["what"]) == (place in {"/actors", "/services"})


def test_a_fault_of_ours_is_a_problem_too(bearing: Bearing, base: str, small_map: SmallMap) -> None:
    with patch("solmu.mapping.api.coverage_for", side_effect=RuntimeError("Maija Niemi")):
        response = bearing().get(f"{base}/coverage")
    assert response.status_code == 500
    assert response["Content-Type"] == PROBLEM
    assert "Maija" not in response.text


def test_an_answer_is_kept_until_the_network_changes(
    bearing: Bearing, base: str, small_map: SmallMap
) -> None:
    client = bearing()
    for place in ("", *LISTS):
        first = client.get(base + place)
        assert first["Cache-Control"] == "private, no-cache"
        known = {"If-None-Match": first["ETag"]}
        again = client.get(base + place, headers=known)
        assert again.status_code == 304
        assert again.content == b""
        assert again["ETag"] == first["ETag"]
        words = ActorWords(name=f"Kela{place}")
        correct_actor(small_map.kela, words, perspective=small_map.own, by=None, at=NOON)
        assert client.get(base + place, headers=known).status_code == 200


def test_the_networks_own_words_change_the_answer_too(
    bearing: Bearing, base: str, small_map: SmallMap, network: Network, aino: Person
) -> None:
    client = bearing()
    known = {"If-None-Match": client.get(base)["ETag"]}
    set_up_network(network, {"purpose": "Nuoret ensin."}, areas=[], by=aino, at=NOON)
    changed = client.get(base, headers=known)
    assert changed.status_code == 200
    assert changed.json()["purpose"] == "Nuoret ensin."


def test_what_one_token_knows_is_not_known_to_another(
    token_for: Callable[..., str], base: str, small_map: SmallMap
) -> None:
    there = f"{base}/actors"
    tag = bear(token_for("actors")).get(there)["ETag"]
    other = bear(token_for("actors", "persons")).get(there, headers={"If-None-Match": tag})
    assert other.status_code == 200
    nobody = Client().get(there, headers={"If-None-Match": tag})
    assert nobody.status_code == 401
    assert nobody["Cache-Control"] == "no-store"


def test_the_language_is_part_of_what_is_known(
    bearing: Bearing, base: str, small_map: SmallMap
) -> None:
    client = bearing()
    tag = client.get(f"{base}/actors")["ETag"]
    swedish = {"If-None-Match": tag, "Accept-Language": "sv"}
    assert client.get(f"{base}/actors", headers=swedish).status_code == 200


def test_no_cookie_is_read_or_set_and_no_other_site_is_let_in(
    bearing: Bearing, base: str, small_map: SmallMap, aino: Person
) -> None:
    client = sign_in(bearing(), aino)
    client.cookies["solmu_language"] = "sv"
    response = client.get(f"{base}/actors", headers={"Origin": "https://other.example"})
    assert response["Content-Language"] == "fi"
    assert not response.cookies
    assert response["Vary"] == "Authorization, Accept-Language"
    assert not [name for name in response.headers if name.lower().startswith("access-control")]


def test_head_is_answered_without_a_body(bearing: Bearing, base: str, small_map: SmallMap) -> None:
    client = bearing()
    head = client.head(f"{base}/actors")
    assert head.status_code == 200
    assert head.content == b""
    assert head["ETag"] == client.get(f"{base}/actors")["ETag"]


def test_guessing_is_slowed_down_and_says_for_how_long(base: str, small_map: SmallMap) -> None:
    for _ in range(WRONG_TOKENS.failures):
        assert bear("slm_guess").get(base).status_code == 401
    response = bear("slm_guess").get(base)
    assert response.status_code == 429
    assert 60 <= int(response["Retry-After"]) <= WRONG_TOKENS.seconds
    assert "Retry-After" in response.json()["detail"]


def test_right_tokens_are_not_counted_as_guesses(
    token_for: Callable[..., str], base: str, small_map: SmallMap
) -> None:
    client = bear(token_for())
    statuses = {client.get(base).status_code for _ in range(WRONG_TOKENS.failures + 5)}
    assert statuses == {200}


def test_a_token_that_was_taken_back_does_not_shut_others_out(
    token_for: Callable[..., str], base: str, small_map: SmallMap
) -> None:
    old, new = token_for(), token_for()
    Pass.objects.filter(token_hash=digest(old)).update(revoked_at=timezone.now())
    for _ in range(WRONG_TOKENS.failures + 5):
        assert bear(old).get(base).status_code == 401
    assert bear(new).get(base).status_code == 200


def test_a_token_reads_generously_but_not_without_end(
    token_for: Callable[..., str], base: str, small_map: SmallMap
) -> None:
    assert READINGS_A_MINUTE.failures / READINGS_A_MINUTE.seconds >= 10
    few = Limit("few-readings", failures=3, seconds=60)
    client, other = bear(token_for()), bear(token_for())
    with patch("solmu.networks.api.READINGS_A_MINUTE", few):
        assert [client.get(base).status_code for _ in range(5)] == [200, 200, 200, 429, 429]
        assert client.get(base)["Retry-After"] == "60"
        assert other.get(base).status_code == 200


def test_the_last_day_of_use_is_kept_and_nothing_of_who_used_it(
    token_for: Callable[..., str], base: str, small_map: SmallMap
) -> None:
    token = token_for()
    granted = Pass.objects.get(token_hash=digest(token))
    assert granted.last_used_on is None
    bear(token).get(base, REMOTE_ADDR="192.0.2.77")
    granted.refresh_from_db()
    assert granted.last_used_on == timezone.localdate()
    assert "192.0.2.77" not in str(Pass.objects.values())


def test_the_token_stands_in_no_answer(
    token_for: Callable[..., str], base: str, small_map: SmallMap
) -> None:
    token = token_for()
    for place in ("", *LISTS, "/nowhere"):
        response = bear(token).get(base + place)
        assert token not in response.text
        assert token not in str(response.headers)


def queries_of(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("place", ["", *LISTS, "/actors/{ref}"])
def test_much_takes_as_many_queries_as_little(
    place: str, token_for: Callable[..., str], base: str, small_map: SmallMap, network: Network
) -> None:
    town = Area.objects.create(
        network=network, kind="municipality", name_fi="Kuukylä", name_sv="Månby"
    )
    network.areas.add(town)
    client = bear(token_for("actors", "services", "ties", "coverage", "contacts", "persons"))
    there = base + place.replace("{ref}", small_map.lukio.ref)
    make_service(small_map.lukio, places=(town,))
    client.get(there)
    make_actor(small_map.group, "Pieni paja")
    little = queries_of(client, there)
    for number in range(6):
        actor = make_actor(
            small_map.group,
            f"Paja {number}",
            kind="unit",
            parent=small_map.lukio,
            municipality=town,
        )
        make_service(actor, f"pajat {number}", places=(town,))
        make_service(small_map.lukio, f"kurssi {number}")
    assert queries_of(client, there) == little
    assert little <= 14


def test_a_day_that_is_not_today_is_not_kept_in_the_cache(
    bearing: Bearing, base: str, small_map: SmallMap
) -> None:
    client, yesterday = bearing(), timezone.localdate() - timedelta(days=1)
    client.get(f"{base}/ties?on={yesterday}")
    with patch("solmu.analysis.queries.roll_up", side_effect=RuntimeError):
        assert client.get(f"{base}/ties?on={yesterday}&limit=1").status_code == 500
