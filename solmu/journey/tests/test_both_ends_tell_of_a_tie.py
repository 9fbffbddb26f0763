"""Each end tells its own side of a tie: who may write for whom, who sees it, and when."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from solmu.journey.actions import say_of_tie
from solmu.journey.models import EndWords
from solmu.journey.queries.relations import told_ties
from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.models import Actor, Seat
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in

PART = {"HX-Request": "true"}


@pytest.fixture
def school(network: Network, aino: Person, eero: Person) -> Actor:
    """The actor that Eero represents."""
    actor = make_actor(perspective_of(aino, network), "Ammattiopisto")
    seat(eero, network, actor)
    return actor


@pytest.fixture
def ohjaamo(network: Network, aino: Person) -> Actor:
    return make_actor(perspective_of(aino, network), "Ohjaamo")


def seat(person: Person, network: Network, actor: Actor) -> None:
    Seat.objects.create(
        membership=Membership.objects.get(person=person, network=network), actor=actor
    )


def say(speaker: Actor, about: Actor, works: str, by: Person | None = None) -> None:
    say_of_tie(speaker, about, works=works, better="", noted=False, language="fi", by=by, at=NOON)


def words_address(network: Network, speaker: Actor, about: Actor) -> str:
    return reverse("say_of_tie", args=[network.slug, speaker.ref, about.ref])


def page_of(client: Client, network: Network, one: Actor, other: Actor) -> str:
    there = reverse("relation", args=[network.slug, one.ref, other.ref])
    return client.get(there).content.decode()


def test_before_writing_it_is_told_who_will_see_it(
    client: Client, eero: Person, network: Network, school: Actor, ohjaamo: Actor
) -> None:
    form = sign_in(client, eero).get(words_address(network, school, ohjaamo)).content.decode()
    assert "Tämän näkevät verkoston jäsenet ja lukijat" in form
    assert "Kirjoita palveluista, älä asiakkaista." in form
    assert "Et edusta tätä päätä" not in form


def test_a_seat_holder_writes_for_their_own_end_only(
    client: Client, eero: Person, network: Network, school: Actor, ohjaamo: Actor
) -> None:
    sign_in(client, eero)
    said = {"works": "Keskiviikko toimii.", "better": "Varahenkilö."}
    assert client.post(words_address(network, school, ohjaamo), said).status_code == 302
    assert client.post(words_address(network, ohjaamo, school), said).status_code == 403
    words = EndWords.objects.get()
    assert (words.speaker, words.author, words.noted) == (school, eero, False)


def test_what_a_coordinator_writes_for_an_end_is_marked_so(
    client: Client, aino: Person, network: Network, school: Actor, ohjaamo: Actor
) -> None:
    sign_in(client, aino)
    answer = client.post(
        words_address(network, ohjaamo, school), {"works": "Toimii."}, headers=PART
    )
    assert "muistiin merkitsi: Aino Laine" in answer.content.decode()
    assert EndWords.objects.get().noted


def test_a_seat_that_has_ended_speaks_no_more(
    client: Client, eero: Person, network: Network, school: Actor, ohjaamo: Actor
) -> None:
    Seat.objects.update(valid_to=NOON.date().replace(year=2020))
    assert sign_in(client, eero).get(words_address(network, school, ohjaamo)).status_code == 403


def test_both_ends_stand_side_by_side_whichever_is_named_first(
    client: Client, minna: Person, network: Network, school: Actor, ohjaamo: Actor
) -> None:
    say(school, ohjaamo, "Keskiviikko toimii.")
    say(ohjaamo, school, "Lähetti on paikalla.")
    sign_in(client, minna)
    for ends in ((school, ohjaamo), (ohjaamo, school)):
        page = page_of(client, network, *ends)
        assert "Keskiviikko toimii." in page
        assert "Lähetti on paikalla." in page
    (told,) = told_ties(network)
    assert told.both


def test_who_has_their_own_side_to_write_finds_the_others_folded(
    client: Client, eero: Person, network: Network, school: Actor, ohjaamo: Actor
) -> None:
    say(ohjaamo, school, "Lähetti on paikalla.")
    sign_in(client, eero)
    assert "Kirjoita ensin oma puolesi" in page_of(client, network, school, ohjaamo)
    part = client.get(reverse("relation_part", args=[network.slug, school.ref, ohjaamo.ref]))
    assert "Lähetti on paikalla." not in part.content.decode()
    say(school, ohjaamo, "Keskiviikko toimii.", by=eero)
    assert "Kirjoita ensin oma puolesi" not in page_of(client, network, school, ohjaamo)


def test_the_other_end_waits_at_home_until_it_has_told(
    client: Client, eero: Person, network: Network, school: Actor, ohjaamo: Actor
) -> None:
    say(ohjaamo, school, "Lähetti on paikalla.")
    sign_in(client, eero)
    home = client.get(f"/networks/{network.slug}/").content.decode()
    assert "Kerro suhteesta oma puolesi: Ohjaamo" in home
    say(school, ohjaamo, "Keskiviikko toimii.", by=eero)
    home = client.get(f"/networks/{network.slug}/").content.decode()
    assert "Kerro suhteesta oma puolesi" not in home


def test_what_an_end_said_before_stays_readable(
    client: Client, minna: Person, network: Network, school: Actor, ohjaamo: Actor
) -> None:
    say(school, ohjaamo, "Keskiviikko toimii.")
    say(school, ohjaamo, "Torstaikin toimii.")
    page = page_of(sign_in(client, minna), network, school, ohjaamo)
    assert "1 aiempi versio" in page
    assert "Keskiviikko toimii." in page


def test_a_tie_to_oneself_is_not_found(
    client: Client, aino: Person, network: Network, school: Actor
) -> None:
    there = reverse("relation", args=[network.slug, school.ref, school.ref])
    assert sign_in(client, aino).get(there).status_code == 404


def test_the_panel_of_a_tie_asks_for_what_its_ends_say(
    client: Client, aino: Person, network: Network, school: Actor, ohjaamo: Actor
) -> None:
    panel = sign_in(client, aino).get(
        reverse("tie_panel", args=[network.slug, school.ref, ohjaamo.ref]), headers=PART
    )
    part = reverse("relation_part", args=[network.slug, school.ref, ohjaamo.ref])
    assert f'hx-get="{part}"' in panel.content.decode()
    assert "Kysy molemmilta" in client.get(part, headers=PART).content.decode()
