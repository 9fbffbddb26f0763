"""Who may move actors on the map, and how it is taken back."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from solmu.ledger.models import Act
from solmu.mapping.models import Position
from solmu.mapping.tests.makers import SmallMap, make_small_map
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.changes import undo_act
from tests.cast import NOON, sign_in


@pytest.fixture
def drawn(network: Network, aino: Person) -> SmallMap:
    return make_small_map(network, aino)


def pin(client: Client, network: Network, ref: str, x: object = 0.25, y: object = 0.75) -> int:
    sent = {"actor": ref, "x": str(x), "y": str(y)}
    return client.post(reverse("pin_actor", args=[network.slug]), sent).status_code


def test_a_member_pins_an_actor_and_the_act_is_undone(
    client: Client, network: Network, eero: Person, drawn: SmallMap
) -> None:
    sign_in(client, eero).get(reverse("map_data", args=[network.slug]))
    before = Position.objects.get(actor=drawn.kela)
    assert pin(client, network, drawn.kela.ref) == 200
    kept = Position.objects.get(actor=drawn.kela)
    assert (kept.x, kept.y, kept.pinned) == (0.25, 0.75, True)
    act = Act.objects.get(verb="position.pin")
    assert act.person_id == eero.pk
    undo_act(network, act, by=eero, at=NOON)
    kept.refresh_from_db()
    assert (kept.x, kept.y, kept.pinned) == (before.x, before.y, False)


def test_a_reader_moves_nobody(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    assert pin(sign_in(client, minna), network, drawn.kela.ref) == 403
    assert not Position.objects.exists()


def test_an_outsider_moves_nobody_and_no_actor_of_another_network(
    client: Client, network: Network, otto: Person, drawn: SmallMap
) -> None:
    assert pin(sign_in(client, otto), network, drawn.kela.ref) == 404
    assert pin(client, Network.objects.exclude(pk=network.pk).get(), drawn.kela.ref) == 404


@pytest.mark.parametrize("x", ["", "left", "nan", "inf"])
def test_a_place_that_is_no_number_is_refused(
    client: Client, network: Network, eero: Person, drawn: SmallMap, x: str
) -> None:
    assert pin(sign_in(client, eero), network, drawn.kela.ref, x=x) == 400
    assert not Position.objects.exists()


def test_nobody_is_put_outside_the_canvas(
    client: Client, network: Network, eero: Person, drawn: SmallMap
) -> None:
    assert pin(sign_in(client, eero), network, drawn.kela.ref, x=-3, y=7) == 200
    kept = Position.objects.get(actor=drawn.kela)
    assert (kept.x, kept.y) == (0, 1)


def test_a_coordinator_arranges_again_and_gets_the_old_places_back(
    client: Client, network: Network, aino: Person, drawn: SmallMap
) -> None:
    sign_in(client, aino).get(reverse("map_data", args=[network.slug]))
    pin(client, network, drawn.kela.ref)
    answer = client.post(reverse("arrange_map", args=[network.slug]))
    assert answer.status_code == 302
    kept = Position.objects.get(actor=drawn.kela)
    assert not kept.pinned
    assert (kept.x, kept.y) != (0.25, 0.75)
    undo_act(network, Act.objects.get(verb="positions.arrange"), by=aino, at=NOON)
    kept.refresh_from_db()
    assert (kept.x, kept.y, kept.pinned) == (0.25, 0.75, True)


def test_a_member_does_not_arrange_everybody(
    client: Client, network: Network, eero: Person, drawn: SmallMap
) -> None:
    answer = sign_in(client, eero).post(reverse("arrange_map", args=[network.slug]))
    assert answer.status_code == 403


def test_nothing_moves_by_a_link(
    client: Client, network: Network, aino: Person, drawn: SmallMap
) -> None:
    for name in ("pin_actor", "arrange_map"):
        address = reverse(name, args=[network.slug])
        assert sign_in(client, aino).get(address).status_code == 405
