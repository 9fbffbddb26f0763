from __future__ import annotations

import pytest
from django.test import Client

from solmu.networks.models import Network
from solmu.people.models import Person
from tests.cast import make_membership, make_network, make_person

pytestmark = pytest.mark.django_db


def test_home_is_the_only_network(client: Client, network: Network, aino: Person) -> None:
    client.force_login(aino)
    assert client.get("/home/")["Location"] == f"/networks/{network.slug}/"


def test_home_is_the_list_when_there_are_none_or_several(
    client: Client, aino: Person, ritva: Person
) -> None:
    client.force_login(ritva)
    assert client.get("/home/")["Location"] == "/networks/"
    make_membership(make_network("Toinen verkosto"), aino)
    client.force_login(aino)
    assert client.get("/home/")["Location"] == "/networks/"


def test_the_list_holds_ones_own_networks(
    client: Client, network: Network, aino: Person, otto: Person
) -> None:
    make_membership(make_network("Toinen verkosto"), aino)
    client.force_login(aino)
    page = client.get("/networks/").content.decode()
    assert network.name in page
    assert "Toinen verkosto" in page
    assert "Oton verkosto" not in page


def test_the_profile_shows_the_list_as_a_part(
    client: Client, network: Network, aino: Person
) -> None:
    client.force_login(aino)
    part = client.get("/networks/", headers={"hx-request": "true"}).content.decode()
    assert network.name in part
    assert "<html" not in part


def test_somebody_without_a_network_is_told_what_to_do(client: Client) -> None:
    client.force_login(make_person())
    assert 'href="/networks/new/"' in client.get("/networks/").content.decode()


def test_reading_the_list_asks_as_much_for_many_as_for_few(
    client: Client, aino: Person, django_assert_max_num_queries: object
) -> None:
    for number in range(20):
        make_membership(make_network(f"Verkosto {number}"), aino)
    client.force_login(aino)
    client.get("/networks/")  # at the first look the browser is noted too
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        client.get("/networks/")
