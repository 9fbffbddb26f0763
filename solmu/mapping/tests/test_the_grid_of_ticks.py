"""Who works with whom is ticked in a grid: each press is saved at once and can be taken back."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from solmu.mapping.tests.makers import SmallMap, make_small_map, read_in_english, words_of
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Asked, Tie
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in


@pytest.fixture
def small(network: Network, aino: Person) -> SmallMap:
    return make_small_map(network, aino)


@pytest.fixture
def here(network: Network) -> str:
    return f"/networks/{network.slug}/grid/"


def squares_of(page: str, row: Actor) -> dict[str, str]:
    """Return what each square of an actor's line says, by the other's name."""
    line = page.partition(f'data-row="{row.ref}"')[2].partition("</tr>")[0]
    labels = re.findall(r'aria-label="[^"]*? – ([^"]*?): ([^"]*)"(?: checked)?', line)
    return dict(labels)


def press(client: Client, here: str, source: Actor, target: Actor, **ways: str) -> Any:
    answer = client.post(f"{here}point/", {"source": source.ref, "target": target.ref, **ways})
    return answer.status_code, answer.json() if answer.status_code == 200 else None


def ways_on_map(network: Network) -> set[tuple[str, str]]:
    found = Tie.objects.filter(network=network, status="existing")
    return set(found.values_list("source__label_fi", "target__label_fi"))


def test_a_coordinators_grid_is_the_map_and_tells_what_others_say(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    page = sign_in(client, aino).get(here, {"who": "unit"}).content.decode()
    assert squares_of(page, small.ohjaamo) == {
        "Kela": "both ways",
        "Seurakunta": "not gone through yet",
        "Lukio": "not gone through yet",
        "Opot": "this way only",
    }
    assert squares_of(page, small.opot)["Ohjaamo Järvilakeus"] == "the other way only"
    line = page.partition(f'data-row="{small.ohjaamo.ref}"')[2].partition("</tr>")[0]
    assert line.count("heard") == 1
    assert "Coordinator’s reading" in words_of(page)


def test_a_row_gone_through_turns_silence_into_no(
    client: Client, here: str, network: Network, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    sign_in(client, aino)
    answer = client.post(f"{here}asked/", {"actor": small.ohjaamo.ref, "done": "on"})
    assert answer.status_code == 200
    page = client.get(here).content.decode()
    assert squares_of(page, small.ohjaamo)["Lukio"] == "no cooperation"
    assert squares_of(page, small.lukio)["Kela"] == "not gone through yet"
    assert "1/4 actors gone through" in words_of(page)
    client.post(f"{here}asked/", {"actor": small.ohjaamo.ref})
    assert Asked.objects.get().answered_at is None


def test_a_press_says_which_way_and_only_that(
    client: Client, here: str, network: Network, aino: Person, small: SmallMap
) -> None:
    sign_in(client, aino)
    status, told = press(client, here, small.kela, small.ohjaamo, forward="on")
    assert (status, isinstance(told["act"], int)) == (200, True)
    tie = Tie.objects.get(source=small.kela, target=small.ohjaamo)
    assert (tie.frequency, tie.content) == (4, "referral")
    assert ("Ohjaamo Järvilakeus", "Kela") not in ways_on_map(network)


def test_the_same_press_twice_is_saved_once(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    sign_in(client, aino)
    _, first = press(client, here, small.kela, small.lukio, forward="on", back="on")
    _, again = press(client, here, small.kela, small.lukio, forward="on", back="on")
    assert first["act"]
    assert again["act"] is None


def test_a_press_is_taken_back(
    client: Client, here: str, network: Network, aino: Person, small: SmallMap
) -> None:
    sign_in(client, aino)
    before = ways_on_map(network)
    _, told = press(client, here, small.kela, small.ohjaamo)
    assert ("Kela", "Ohjaamo Järvilakeus") not in ways_on_map(network)
    assert client.post(f"{here}undo/", {"act": told["act"]}).status_code == 200
    assert ways_on_map(network) == before
    assert client.post(f"{here}undo/", {"act": told["act"]}).status_code == 200


def test_a_press_changed_by_somebody_since_is_not_taken_back_blindly(
    client: Client, here: str, network: Network, aino: Person, small: SmallMap
) -> None:
    sign_in(client, aino)
    read_in_english()
    _, told = press(client, here, small.kela, small.ohjaamo, forward="on")
    press(client, here, small.kela, small.ohjaamo, back="on")
    answer = client.post(f"{here}undo/", {"act": told["act"]})
    assert answer.status_code == 409
    assert answer.json() == {"text": "Somebody has changed this since. Look under Changes."}


def test_a_member_ticks_own_words_and_sees_others_as_a_hint(
    client: Client, here: str, network: Network, eero: Person, small: SmallMap
) -> None:
    sign_in(client, eero)
    read_in_english()
    page = client.get(here).content.decode()
    line = page.partition(f'data-row="{small.ohjaamo.ref}"')[2].partition("</tr>")[0]
    assert "Your own reading" in words_of(page)
    assert "both heard" in line
    assert "checked" not in line
    press(client, here, small.ohjaamo, small.kela, forward="on")
    mine = perspective_of(eero, network).claims.get()
    assert (mine.direction, mine.contents) == ("forward", [])


def test_a_member_takes_back_own_presses_only(
    client: Client, here: str, aino: Person, eero: Person, small: SmallMap
) -> None:
    _, told = press(sign_in(client, aino), here, small.kela, small.lukio, forward="on")
    assert sign_in(client, eero).post(f"{here}undo/", {"act": told["act"]}).status_code == 403


def test_the_script_gets_the_same_squares_as_data(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    told = sign_in(client, aino).get(f"{here}squares/", {"who": "unit"}).json()
    pairs = {frozenset((one, other)): rest for one, other, *rest in told["pairs"]}
    assert pairs[frozenset((small.ohjaamo.ref, small.kela.ref))] == [True, True, False]
    assert pairs[frozenset((small.ohjaamo.ref, small.opot.ref))] == [True, False, True]
    page = client.get(here, {"who": "unit"}).content.decode()
    inside = page.partition('id="grid-data"')[2].partition(">")[2].partition("</script>")[0]
    assert json.loads(inside) == told


def test_one_actor_at_a_time_is_saved_by_a_plain_form(
    client: Client, here: str, network: Network, aino: Person, small: SmallMap
) -> None:
    sign_in(client, aino)
    offered = [one.ref for one in (small.ohjaamo, small.seurakunta, small.lukio)]
    answer = client.post(
        f"{here}{small.kela.ref}/",
        {
            "offered": offered,
            f"with-{small.seurakunta.ref}": "on",
            f"ways-{small.seurakunta.ref}": "in",
            f"with-{small.lukio.ref}": "on",
            f"ways-{small.lukio.ref}": "both",
        },
    )
    assert answer.status_code == 302
    assert ways_on_map(network) == {
        ("Seurakunta", "Kela"),
        ("Kela", "Lukio"),
        ("Lukio", "Kela"),
        ("Ohjaamo Järvilakeus", "Opot"),
        ("Maija Niemi", "Kela"),
    }
    assert Asked.objects.get().actor == small.kela
    read_in_english()
    next_page = client.get(answer["Location"]).content.decode()
    assert "Gone through: Kela" in next_page
    assert f'data-one="{small.seurakunta.ref}"' in next_page


def test_an_actor_that_was_not_offered_keeps_its_tie(
    client: Client, here: str, network: Network, aino: Person, small: SmallMap
) -> None:
    sign_in(client, aino).post(f"{here}{small.kela.ref}/", {"offered": [small.lukio.ref]})
    assert ("Kela", "Ohjaamo Järvilakeus") in ways_on_map(network)


def test_too_many_actors_are_asked_to_be_narrowed_and_gone_through_one_by_one(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    for number in range(60):
        make_actor(small.own, f"Toimija {number:02}", sector="education")
    read_in_english()
    page = sign_in(client, aino).get(here).content.decode()
    assert "Too many actors for one grid." in page
    assert "<table" not in page
    assert 'id="one-by-one"' in page
    narrowed = client.get(here, {"rows": "employment"}).content.decode()
    assert narrowed.count("<tr data-row") == 1


def test_a_network_without_organisations_begins_with_its_units(
    client: Client, network: Network, otto: Person
) -> None:
    theirs = Network.objects.get(name="Oton verkosto")
    own = perspective_of(otto, theirs)
    for name in ("Pesäpaikka", "Nuorisotila"):
        make_actor(own, name, kind="unit")
    page = sign_in(client, otto).get(f"/networks/{theirs.slug}/grid/").content.decode()
    assert page.count("<tr data-row") == 2


def test_the_number_of_queries_does_not_grow_with_the_grid(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    sign_in(client, aino)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(here).status_code == 200
        return len(found)

    queries()
    few = queries()
    for number in range(10):
        actor = make_actor(small.own, f"Toimija {number}")
        state_tie(small.own, actor, small.kela, TieWords(), by=aino, at=NOON)
    assert queries() == few


@pytest.mark.parametrize("path", ["", "squares/", "point/", "asked/", "undo/"])
def test_readers_may_not_tick_and_others_find_no_grid(
    client: Client, here: str, minna: Person, otto: Person, ritva: Person, path: str
) -> None:
    answers = []
    for person in (minna, otto, ritva):
        sign_in(client, person)
        ask = client.get if path in {"", "squares/"} else client.post
        answers.append(ask(f"{here}{path}").status_code)
    assert answers == [403, 404, 404]


def test_actors_of_another_network_are_not_found(
    client: Client, here: str, otto: Person, aino: Person, small: SmallMap
) -> None:
    theirs = Network.objects.get(name="Oton verkosto")
    stranger = make_actor(perspective_of(otto, theirs), "Vieras")
    sign_in(client, aino)
    assert press(client, here, small.kela, stranger, forward="on") == (404, None)
    assert press(client, here, small.kela, small.kela, forward="on") == (404, None)
    assert client.post(f"{here}point/", {"source": "no such"}).status_code == 400
