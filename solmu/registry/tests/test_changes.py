"""The list of what was done, and taking it back when somebody has changed the same since."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from solmu.ledger.models import Act
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.actors import ActorWords, add_actor, correct_actor
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Tie
from solmu.registry.tests.makers import perspective_of
from tests.cast import NOON, sign_in


@pytest.fixture
def kela(network: Network, aino: Person) -> Actor:
    return add_actor(perspective_of(aino, network), ActorWords(name="Kela"), by=aino, at=NOON)


def test_acts_are_told_by_whom_and_when(
    client: Client, network: Network, aino: Person, eero: Person, kela: Actor
) -> None:
    theirs = perspective_of(eero, network)
    paja = add_actor(theirs, ActorWords(name="Paja"), by=eero, at=NOON)
    state_tie(theirs, kela, paja, TieWords(), by=eero, at=NOON)
    sign_in(client, aino)
    address = reverse("changes", args=[network.slug])
    page = client.get(address).content.decode()
    assert "Toimija lisätty: Kela" in page
    assert "Suhde merkitty: Kela – Paja" in page
    only = client.get(address, {"person": str(eero.pk), "kind": "ties"}).content.decode()
    assert "Suhde merkitty: Kela – Paja" in only
    assert "Toimija lisätty" not in only


def test_the_home_gets_the_latest_lines_as_a_part(
    client: Client, network: Network, aino: Person, kela: Actor
) -> None:
    sign_in(client, aino)
    address = reverse("changes", args=[network.slug])
    part = client.get(address, {"latest": 3}, headers={"HX-Request": "true"}).content.decode()
    assert "Toimija lisätty: Kela" in part
    assert "<html" not in part


def test_an_undo_is_itself_in_the_list_and_can_be_undone(
    client: Client, network: Network, aino: Person, kela: Actor
) -> None:
    sign_in(client, aino)
    act = Act.objects.get(verb="actor.add")
    client.post(reverse("undo_act", args=[network.slug, act.pk]))
    page = client.get(reverse("changes", args=[network.slug])).content.decode()
    assert "Kumottu: Toimija lisätty: Kela" in page
    undoing = Act.objects.get(verb="undo")
    client.post(reverse("undo_act", args=[network.slug, undoing.pk]))
    assert Actor.objects.filter(label_fi="Kela").exists()


def test_what_an_act_itself_wrote_later_does_not_stand_in_its_undo(
    client: Client, network: Network, aino: Person
) -> None:
    words = ActorWords(name="Paja", services="työkokeilu")
    paja = add_actor(perspective_of(aino, network), words, by=aino, at=NOON)
    act = Act.objects.get(verb="actor.add")
    sign_in(client, aino)
    assert client.post(reverse("undo_act", args=[network.slug, act.pk])).status_code == 302
    assert not Actor.objects.filter(pk=paja.pk).exists()


def test_a_conflict_is_shown_and_the_person_chooses(
    client: Client, network: Network, aino: Person, kela: Actor
) -> None:
    own = perspective_of(aino, network)
    for name in ("Kansaneläkelaitos", "Kela (Järvilakeus)"):
        correct_actor(kela, ActorWords(name=name), perspective=own, by=aino, at=NOON)
        kela.refresh_from_db()
    older = Act.objects.filter(verb="actor.correct").earliest("pk")
    sign_in(client, aino)
    address = reverse("undo_act", args=[network.slug, older.pk])
    response = client.post(address)
    assert response.status_code == 409
    page = response.content.decode()
    assert "Valitse, kumpi jää." in page
    assert "Kela (Järvilakeus)" in page
    client.post(address, {"on_conflict": "keep"})
    kela.refresh_from_db()
    assert kela.label == "Kela (Järvilakeus)"


def test_the_list_asks_no_more_of_the_database_when_it_grows(
    client: Client,
    network: Network,
    aino: Person,
    kela: Actor,
    django_assert_max_num_queries: Any,
) -> None:
    own = perspective_of(aino, network)
    others = [add_actor(own, ActorWords(name=f"Toimija {n}"), by=aino, at=NOON) for n in range(40)]
    for other in others:
        state_tie(own, kela, other, TieWords(), by=aino, at=NOON)
    assert Tie.objects.count() == 40
    changes = reverse("changes", args=[network.slug])
    sign_in(client, aino).get(changes)  # the first time the browser is noted too
    with django_assert_max_num_queries(16):
        client.get(changes)
