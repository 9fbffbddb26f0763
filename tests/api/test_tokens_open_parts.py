"""Every address of the API with every token: each part opens its own, and foreign looks like missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from solmu.config.api import addresses
from solmu.mapping.tests.makers import SmallMap
from solmu.networks.actions import give_read_token, revoke_read_token
from solmu.networks.models import Membership, Network, ReadPart
from solmu.passes.models import Pass
from solmu.passes.rules import digest
from solmu.people.models import Person
from tests.api.conftest import Bearing
from tests.cast import sign_in

# The part that each address asks for; "" is any token of the network.
TABLE = {
    "": "",
    "/actors": "actors",
    "/actors/{ref}": "actors",
    "/services": "services",
    "/ties": "ties",
    "/coverage": "coverage",
    "/search": "actors",
}
BASE = "/api/v1/networks/{slug}"
ASKED = {"/search": "?q=kela"}


def path_of(address: str, slug: str, ref: str = "nobody") -> str:
    path = (BASE + address).replace("{slug}", slug).replace("{ref}", ref)
    return path + ASKED.get(address, "")


def test_every_address_of_the_api_has_a_row() -> None:
    assert [address for address, _ in addresses()] == [BASE + address for address in TABLE]


@pytest.mark.parametrize("address", TABLE)
@pytest.mark.parametrize("part", ReadPart.values)
def test_a_part_opens_its_own_addresses_and_no_others(
    address: str, part: str, bearing: Bearing, small_map: SmallMap, network: Network
) -> None:
    response = bearing(part).get(path_of(address, network.slug, small_map.kela.ref))
    assert response.status_code == (200 if TABLE[address] in {"", part} else 403)
    if response.status_code == 403:
        assert f"'{TABLE[address]}'" in response.json()["detail"]


@pytest.mark.parametrize("address", TABLE)
def test_another_network_looks_like_a_missing_one(
    address: str, bearing: Bearing, small_map: SmallMap, otto: Person
) -> None:
    client = bearing(*ReadPart.values)
    theirs = Network.objects.get(name="Oton verkosto")
    foreign = client.get(path_of(address, theirs.slug, small_map.kela.ref))
    missing = client.get(path_of(address, "ei-ole", small_map.kela.ref))
    assert foreign.status_code == missing.status_code == 404
    assert foreign.json() == missing.json()


def test_an_actor_of_another_network_is_not_found(
    bearing: Bearing, small_map: SmallMap, network: Network, otto: Person
) -> None:
    theirs = Network.objects.get(name="Oton verkosto")
    token = give_read_token(
        theirs, "x", ["actors"], lasts=timedelta(days=1), by=otto, at=timezone.now()
    )
    client = Client(headers={"Authorization": f"Bearer {token}"})
    ref = small_map.kela.ref
    assert client.get(path_of("/actors/{ref}", theirs.slug, ref)).status_code == 404
    own = bearing("actors").get(path_of("/actors/{ref}", network.slug, ref))
    assert own.json()["name"] == "Kela"


@pytest.mark.parametrize("address", TABLE)
@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer slm_guessed", "Basic YWlubzphaW5v", "Token slm_x"],
)
def test_without_a_right_token_nothing_opens(
    address: str, header: str, network: Network, small_map: SmallMap
) -> None:
    client = Client(headers={"Authorization": header} if header else {})
    response = client.get(path_of(address, network.slug))
    assert response.status_code == 401
    assert response["WWW-Authenticate"].startswith("Bearer")
    assert response["Content-Type"] == "application/problem+json"
    assert "detail" in response.json()


@pytest.mark.parametrize("address", TABLE)
def test_being_signed_in_opens_nothing(address: str, network: Network, aino: Person) -> None:
    client = sign_in(Client(), aino)
    assert client.get(path_of(address, network.slug)).status_code == 401


@pytest.mark.parametrize("address", TABLE)
def test_an_invitation_is_no_token_for_reading(
    address: str, network: Network, token_for: Callable[..., str]
) -> None:
    token = token_for()
    Pass.objects.filter(token_hash=digest(token)).update(purpose="invitation")
    client = Client(headers={"Authorization": f"Bearer {token}"})
    assert client.get(path_of(address, network.slug)).status_code == 401


@pytest.mark.parametrize(
    ("how", "said"),
    [("revoked", "taken back"), ("expired", "time is over"), ("orphaned", "no longer coordinates")],
)
def test_a_token_that_is_over_says_why(
    how: str, said: str, network: Network, aino: Person, token_for: Callable[..., str]
) -> None:
    token = token_for()
    granted = Pass.objects.get(token_hash=digest(token))
    if how == "revoked":
        revoke_read_token(granted, by=aino, at=timezone.now())
    elif how == "expired":
        Pass.objects.filter(pk=granted.pk).update(expires_at=timezone.now())
    else:
        Membership.objects.filter(person=aino).update(ended_at=timezone.now())
    response = Client(headers={"Authorization": f"Bearer {token}"}).get(
        path_of("/actors", network.slug)
    )
    assert response.status_code == 401
    assert said in response.json()["detail"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("address", TABLE)
def test_the_api_only_reads(
    address: str, method: str, bearing: Bearing, network: Network, small_map: SmallMap
) -> None:
    response = getattr(bearing(), method)(path_of(address, network.slug))
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert response["Content-Type"] == "application/problem+json"


def test_an_address_that_does_not_exist_says_where_they_are_listed(db: None) -> None:
    for path in ("/api/v1/", "/api/v1/networks", "/api/v1/networks/x/actors/"):
        response = Client().get(path)
        assert response.status_code == 404
        assert "/api/" in response.json()["detail"]
