"""What a network's home shows to each, and where its map is still empty."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.actions.perspectives import mark_asked
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Contact, Perspective, Seat
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, make_network, sign_in


@pytest.fixture
def perspective(network: Network, aino: Person) -> Perspective:
    return perspective_of(aino, network)


@pytest.fixture
def actors(perspective: Perspective) -> dict[str, Actor]:
    """A star of five around the Ohjaamo, and one actor without ties."""
    names = ("Ohjaamo", "Kela", "Lukio", "Amis", "Etsivä", "Kirjasto", "Aluetoimisto")
    made = {name: make_actor(perspective, name) for name in names}
    for name in names[1:-1]:
        words = TieWords(direction="both", contents=("information",), frequency=3)
        state_tie(perspective, made["Ohjaamo"], made[name], words, by=None, at=NOON)
    return made


def home(client: Client, person: Person, network: Network) -> str:
    answer = sign_in(client, person).get(f"/networks/{network.slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_tells_five_sentences_or_why_not(
    client: Client, minna: Person, network: Network, actors: dict[str, Actor]
) -> None:
    page = home(client, minna, network)
    assert "Kartta on yhtenäinen, vain yksi toimija on irrallaan." in page
    assert "Ohjaamo: tästä kulkee 100\N{NO-BREAK SPACE}% lyhimmistä reiteistä." in page
    assert "100\N{NO-BREAK SPACE}% suhteista on kaksisuuntaisia." in page
    assert "7 toimijaa" in page
    assert "5 suhdetta" in page
    assert 'class="map-number"' in page


def test_it_says_who_was_not_asked(
    client: Client,
    minna: Person,
    network: Network,
    perspective: Perspective,
    actors: dict[str, Actor],
) -> None:
    assert "Keneltäkään ei ole vielä kysytty erikseen" in home(client, minna, network)
    for name in ("Ohjaamo", "Kela"):
        mark_asked(perspective, actors[name], answered=True, by=None, at=NOON)
    network.refresh_from_db()
    assert "5 toimijalta ei ole kysytty" in home(client, minna, network)


def test_it_says_what_the_network_is_for_and_who_coordinates(
    client: Client, eero: Person, network: Network, actors: dict[str, Actor]
) -> None:
    Network.objects.filter(pk=network.pk).update(purpose="Yhdessä nuorten asialla.")
    membership = Membership.objects.get(person=eero, network=network)
    Seat.objects.create(membership=membership, actor=actors["Amis"], role="lähetti")
    page = home(client, eero, network)
    assert "Yhdessä nuorten asialla." in page
    assert "Aino Laine" in page
    assert "Lähetti" in page
    assert "Hei Eero" in page


def test_nothing_waits_for_those_who_only_read(
    client: Client, minna: Person, network: Network, actors: dict[str, Actor]
) -> None:
    assert "Sinua odottaa" not in home(client, minna, network)


def test_rows_not_gone_through_and_old_ties_wait_for_the_coordinator(
    client: Client,
    aino: Person,
    network: Network,
    perspective: Perspective,
    actors: dict[str, Actor],
) -> None:
    long_ago = timezone.now() - timedelta(days=800)
    words = TieWords(direction="both")
    state_tie(perspective, actors["Kela"], actors["Lukio"], words, by=None, at=long_ago)
    page = home(client, aino, network)
    assert "Käy läpi 7 toimijan suhteet" in page
    assert "Vahvista yksi vanha suhde" in page


def test_old_contacts_wait_for_whoever_represents_the_actor(
    client: Client, eero: Person, network: Network, actors: dict[str, Actor]
) -> None:
    membership = Membership.objects.get(person=eero, network=network)
    Seat.objects.create(membership=membership, actor=actors["Amis"])
    contact = Contact.objects.create(actor=actors["Amis"], kind="email", value="amis@example.fi")
    assert "Vahvista yhteystiedot: Amis" in home(client, eero, network)
    Contact.objects.filter(pk=contact.pk).update(confirmed_on=timezone.localdate())
    assert "Vahvista yhteystiedot" not in home(client, eero, network)


def test_an_empty_map_offers_ways_to_begin_to_those_who_may_write(
    client: Client, aino: Person, network: Network
) -> None:
    page = home(client, aino, network)
    assert "Aloita siitä, mitä sinulla jo on." in page
    for way in ("Tuo tiedosto", "Liitä nimet", "Aloita tavallisista toimijoista"):
        assert way in page
    assert "Kutsu joku mukaan tekemään" in page


def test_an_empty_map_asks_a_reader_to_wait(
    client: Client, minna: Person, network: Network
) -> None:
    page = home(client, minna, network)
    assert "Koordinaattori aloittaa." in page
    assert "Liitä nimet" not in page


def test_a_stranger_finds_no_such_page(
    client: Client, otto: Person, ritva: Person, network: Network
) -> None:
    for person in (otto, ritva):
        assert sign_in(client, person).get(f"/networks/{network.slug}/").status_code == 404
        assert client.get(f"/networks/{network.slug}/reading/").status_code == 404


def test_actors_of_another_network_are_not_counted(
    client: Client, minna: Person, network: Network, actors: dict[str, Actor]
) -> None:
    other = make_network("Toinen verkosto")
    theirs = Perspective.objects.create(
        network=other, kind="group_map", title="Ryhmä", created_at=NOON
    )
    make_actor(theirs, "Vieras")
    page = home(client, minna, network)
    assert "7 toimijaa" in page
    assert "Vieras" not in page


def test_agreed_actions_come_by_their_address_and_are_linked_without_scripts(
    client: Client, minna: Person, network: Network, actors: dict[str, Actor]
) -> None:
    page = home(client, minna, network)
    address = f"/networks/{network.slug}/agreements/"
    assert f'hx-get="{address}?latest=3"' in page
    assert f'<a href="{address}">Kaikki sovitut</a>' in page
