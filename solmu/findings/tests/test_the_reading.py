"""The full reading: evidence, level, help, and whom it names."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.actions.actors import place_in
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Contact, Perspective, Seat
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in

OTHERS = ("Seurakunta", "Nuorisotalot", "Asumisneuvonta", "Kirjasto", "Kela")


@pytest.fixture
def perspective(network: Network, aino: Person) -> Perspective:
    return perspective_of(aino, network)


@pytest.fixture
def jenni(perspective: Perspective) -> Actor:
    """The one person through whom all ties of Etsivä go."""
    etsiva = make_actor(perspective, "Etsivä nuorisotyö")
    jenni = make_actor(perspective, "Jenni Rautio", kind="person")
    place_in(jenni, etsiva, by=None, at=NOON)
    for name in OTHERS:
        words = TieWords(direction="both", contents=("information",))
        state_tie(perspective, jenni, make_actor(perspective, name), words, by=None, at=NOON)
    return jenni


def page(client: Client, person: Person, path: str) -> str:
    answer = sign_in(client, person).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def reading(client: Client, person: Person, network: Network, query: str = "") -> str:
    return page(client, person, f"/networks/{network.slug}/reading/{query}")


def test_each_finding_stands_with_its_evidence_and_its_help(
    client: Client, aino: Person, network: Network, jenni: Actor
) -> None:
    words = reading(client, aino, network)
    assert "Etsivä nuorisotyö: 5 suhdetta on yhden ihmisen varassa." in words
    assert "Pyydä toinen lähetti" in words
    for name in OTHERS:
        assert name in words
    shown = Actor.objects.get(label_fi="Seurakunta").ref
    assert f'data-highlight="{Actor.objects.get(label_fi="Etsivä nuorisotyö").ref}' in words
    assert shown in words


def test_the_person_is_named_to_the_coordinator(
    client: Client, aino: Person, network: Network, jenni: Actor
) -> None:
    assert "Henkilö: Jenni Rautio" in reading(client, aino, network)


def test_others_see_the_organisation_without_the_name(
    client: Client, eero: Person, minna: Person, network: Network, jenni: Actor
) -> None:
    for person in (eero, minna):
        words = reading(client, person, network)
        assert "5 suhdetta on yhden ihmisen varassa" in words
        assert "Jenni Rautio" not in words


@pytest.mark.parametrize("how", ["seat", "mailbox"])
def test_the_person_sees_their_own_name(
    client: Client, eero: Person, network: Network, jenni: Actor, how: str
) -> None:
    if how == "seat":
        membership = Membership.objects.get(person=eero, network=network)
        Seat.objects.create(membership=membership, actor=jenni)
    else:
        Contact.objects.create(actor=jenni, kind="email", value=eero.email.upper())
    assert "Henkilö: Jenni Rautio" in reading(client, eero, network)


def test_a_person_who_belongs_nowhere_is_no_subject_of_a_sentence(
    client: Client, aino: Person, minna: Person, network: Network, perspective: Perspective
) -> None:
    lone = make_actor(perspective, "Onni Yksin", kind="person")
    for name in OTHERS:
        words = TieWords(direction="both")
        state_tie(perspective, lone, make_actor(perspective, name), words, by=None, at=NOON)
    assert "Onni Yksin: tästä kulkee" in reading(client, aino, network)
    assert "lyhimmistä reiteistä" not in reading(client, minna, network)


def test_the_level_is_chosen_and_said(
    client: Client, minna: Person, network: Network, jenni: Actor
) -> None:
    assert "Organisaatioiden tasolla." in reading(client, minna, network)
    assert "Yksiköiden tasolla." in reading(client, minna, network, "?level=unit")
    assert "Organisaatioiden tasolla." in reading(client, minna, network, "?level=person")


def test_a_small_map_says_that_nothing_can_be_said(
    client: Client, minna: Person, network: Network, perspective: Perspective
) -> None:
    make_actor(perspective, "Kela")
    words = reading(client, minna, network)
    assert "Emme voi sanoa: kartalla on vain yksi toimija." in words
    assert "Mikään ei pistä silmään" in words


def test_it_is_read_anew_when_the_map_changes(
    client: Client, minna: Person, network: Network, perspective: Perspective, jenni: Actor
) -> None:
    assert "Kartta on yhtenäinen." in reading(client, minna, network)
    make_actor(perspective, "Aluetoimisto")
    words = reading(client, minna, network)
    assert "Aluetoimisto: ei suhteita kartalla." in words
    assert "vain yksi toimija on irrallaan" in words


def test_a_panel_shows_what_is_told_of_its_actor_only(
    client: Client, minna: Person, network: Network, jenni: Actor
) -> None:
    etsiva = Actor.objects.get(label_fi="Etsivä nuorisotyö")
    kela = Actor.objects.get(label_fi="Kela")
    base = f"/networks/{network.slug}/actors"
    assert "5 suhdetta on yhden ihmisen varassa" in page(
        client, minna, f"{base}/{etsiva.ref}/findings/"
    )
    assert page(client, minna, f"{base}/{kela.ref}/findings/").strip() == ""


def test_a_panel_of_a_foreign_actor_is_not_found(
    client: Client, otto: Person, network: Network, jenni: Actor
) -> None:
    path = f"/networks/{network.slug}/actors/{jenni.ref}/findings/"
    assert sign_in(client, otto).get(path).status_code == 404


def test_swedish_and_english_say_the_same(
    client: Client, minna: Person, network: Network, jenni: Actor
) -> None:
    Person.objects.filter(pk=minna.pk).update(language="sv")
    assert "5 relationer vilar på en person." in reading(client, minna, network)
    Person.objects.filter(pk=minna.pk).update(language="en")
    words = reading(client, minna, network)
    assert "5 ties rest on one person." in words
    assert "100% of ties go both ways." in words


def test_the_number_of_queries_does_not_grow_with_the_map(
    client: Client, aino: Person, network: Network, perspective: Perspective, jenni: Actor
) -> None:
    def queries() -> int:
        reading(client, aino, network)
        make_actor(perspective, f"Uusi {Actor.objects.count()}")  # so that it is read anew
        with CaptureQueriesContext(connection) as seen:
            reading(client, aino, network)
        return len(seen)

    few = queries()
    for number in range(20):
        words = TieWords(direction="both")
        state_tie(
            perspective,
            jenni,
            make_actor(perspective, f"Toimija {number}"),
            words,
            by=None,
            at=NOON,
        )
    assert queries() <= few
