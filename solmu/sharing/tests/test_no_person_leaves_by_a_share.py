"""The canary: persons' names stand wherever the product can hold one, and none of them leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from solmu.networks.models import Area, Network
from solmu.people.models import Person
from solmu.registry.actions.actors import ActorWords, correct_actor, place_in
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Seat
from solmu.registry.tests.makers import make_actor, make_perspective, perspective_of
from solmu.sharing.actions import settle_texts
from solmu.sharing.queries import flags_of
from solmu.sharing.tests.makers import ALL, make_link, make_share
from tests.cast import NOON, make_membership, make_person

OUTPUTS = ("", "embed/", "map.svg", "map.png", "map.json")
CANARIES = (
    "Kanarialintu", "Maija", "Maijalta", "Virtanen", "Xhemile", "Hoxha", "Fatima", "Lindström", "Pekka", "Tuuli",
    "Sirkka", "Kanarialin", "Aino", "Laine", "040 123", "maija@", "Åsa",
)  # fmt: skip


@pytest.fixture
def shared(network: Network, aino: Person, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a share that grants all that can be granted, over a map full of persons."""
    monkeypatch.setattr(timezone, "now", lambda: NOON + timedelta(minutes=9))
    make_membership(network, make_person("Xhemile Hoxha"))
    make_canaries(network, aino)
    return make_link(
        make_share(network, aino, fields=ALL, title="Sirkan ja Sirkka Kanarialinnun kartta"), aino
    )


def make_canaries(network: Network, coordinator: Person) -> dict[str, Actor]:
    own = perspective_of(coordinator, network)
    group = make_perspective(network, title="Sirkan ryhmä: Sirkka Kanarialintu")
    place = Area.objects.create(
        network=network, kind="municipality", name_fi="Tuulin kylä", name_sv="Tuulis by"
    )
    ohjaamo = make_actor(
        group, "Ohjaamo", sector="ohjaamo", municipality=place, services="uraohjaus, kysy Maijalta",
        contacts=(("person", "Fatima Kanarialintu"), ("phone", "040 123 4567")),
    )  # fmt: skip
    kela = make_actor(
        group, "Kela", sector="employment", services="p. 040 123 4567, maija@example.fi"
    )
    paja = make_actor(group, "Paja", sector="youth", services="Hoxhan ryhmä, Kanarialinnun kerho")
    maija = make_actor(group, "Maija Kanarialintu", kind="person", services="Maija Kanarialintu")
    nobody = make_actor(group, "Pekka Kanarialintu", kind="person")
    alone = make_actor(group, "M. Virtanen")
    firm = make_actor(group, "Lindström Ab")
    correct_actor(
        kela,
        ActorWords(name="Kela", kind="organisation", description="Maija Kanarialintu"),
        perspective=own,
        by=coordinator,
        at=NOON,
    )
    place_in(maija, ohjaamo, by=None, at=NOON)
    said: list[tuple[Actor, Actor, dict[str, Any]]] = [
        (ohjaamo, kela, {"frequency": 3, "note": "Maija Kanarialintu soittaa", "contents": ("referral", "Pekan kahvit")}),
        (kela, paja, {"frequency": 2}),
        (maija, paja, {"frequency": 1, "contents": ("information",), "note": "Maija"}),
        (nobody, kela, {"frequency": 1}),
        (alone, paja, {"frequency": 4}),
        (firm, paja, {"status": "wished"}),
    ]  # fmt: skip
    for source, target, told in said:
        state_tie(group, source, target, TieWords(**told), by=coordinator, at=NOON)
    Seat.objects.create(
        membership=network.memberships.get(person=coordinator),
        actor=ohjaamo,
        role="Åsa Kanarialintu",
    )
    return {"ohjaamo": ohjaamo, "kela": kela, "paja": paja}


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_name_of_a_person_stands_in_any_output(
    client: Client, shared: str, output: str, language: str
) -> None:
    answer = client.get(f"{shared}{output}?lang={language}")
    assert answer.status_code == 200
    told = answer.content.decode("latin-1") + str(dict(answer.headers))
    if output != "map.png":
        told += answer.content.decode()
        assert "Paja" in told  # the check looks at a page that holds the map
    assert not [name for name in CANARIES if name.casefold() in told.casefold()]


def test_a_picture_of_pixels_is_drawn_from_the_drawing_that_was_looked_at(
    client: Client, shared: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def draw(*, svg_string: str, **_: object) -> bytes:
        drawn.append(svg_string)
        return b"png"

    monkeypatch.setattr("resvg_py.svg_to_bytes", draw)
    client.get(f"{shared}map.png?lang=fi")
    assert drawn == [client.get(f"{shared}map.svg?lang=fi").content.decode()]


def test_what_was_left_out_is_counted_and_the_rest_stays(client: Client, shared: str) -> None:
    told = client.get(f"{shared}map.json?lang=fi").json()
    assert [actor["name"] for actor in told["actors"]] == ["Kela", "Ohjaamo", "Paja"]
    assert told["title"] == "Verkostokartta"
    assert told["actors_left_out"] == 2
    assert {actor["services"] for actor in told["actors"]} == {None}
    carried = [(tie["contents"], tie["people_only"]) for tie in told["ties"]]
    assert sorted(carried) == [([], False), (["asiakasohjaus"], False), (["tieto"], True)]


def test_a_tie_that_only_people_carry_stays_out_unless_it_was_chosen(
    client: Client, network: Network, aino: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOON + timedelta(minutes=9))
    make_canaries(network, aino)
    link = make_link(make_share(network, aino), aino)
    told = client.get(f"{link}map.json").json()
    names = {actor["id"]: actor["name"] for actor in told["actors"]}
    pairs = {frozenset({names[tie["from"]], names[tie["to"]]}) for tie in told["ties"]}
    assert pairs == {frozenset({"Kela", "Ohjaamo"}), frozenset({"Kela", "Paja"})}


def test_a_level_of_people_is_never_given_even_where_the_row_asks_for_it(
    client: Client, network: Network, aino: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOON + timedelta(minutes=9))
    make_canaries(network, aino)
    share = make_share(network, aino, fields=(*ALL, "notes", "closeness"))
    link = make_link(share, aino)
    type(share).objects.update(level="person")
    told = client.get(f"{link}map.json?lang=fi").json()
    assert told["level"] == "organisation"
    assert {name for tie in told["ties"] for name in tie} == {
        "from", "to", "direction", "status", "contents", "frequency", "people_only",
    }  # fmt: skip


def test_a_confirmed_text_is_shown_until_somebody_changes_it(
    client: Client, network: Network, aino: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOON + timedelta(minutes=9))
    own = perspective_of(aino, network)
    toivo = make_actor(own, "Toivo ry", sector="associations")
    share = make_share(network, aino)
    link = make_link(share, aino)
    assert client.get(f"{link}map.json").json()["actors"] == []
    keys = [flag.key for flag in flags_of(share, on=NOON.date())]
    settle_texts(share, confirmed=keys, left_out=(), by=aino, at=NOON)
    assert [one["name"] for one in client.get(f"{link}map.json").json()["actors"]] == ["Toivo ry"]
    words = ActorWords(name="Toivo Virtanen ry", kind="organisation", sector="associations")
    correct_actor(toivo, replace(words), perspective=own, by=aino, at=NOON + timedelta(minutes=1))
    assert client.get(f"{link}map.json").json()["actors"] == []


def test_an_actor_left_out_by_hand_goes_with_its_ties(
    client: Client, network: Network, aino: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOON + timedelta(minutes=9))
    actors = make_canaries(network, aino)
    share = make_share(network, aino)
    link = make_link(share, aino)
    settle_texts(share, confirmed=(), left_out=[actors["kela"].ref], by=aino, at=NOON)
    told = client.get(f"{link}map.json").json()
    assert [actor["name"] for actor in told["actors"]] == ["Ohjaamo", "Paja"]
    assert told["ties"] == []
