"""A coordinator gives tokens to programs, sees whether they are used, and takes them back."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from solmu.ledger.models import Act
from solmu.networks.access import Bearer, enter_with_token
from solmu.networks.actions import give_read_token, revoke_read_token
from solmu.networks.models import Membership, Network
from solmu.passes.models import Pass
from solmu.passes.queries import PassRefused, find_pass
from solmu.passes.rules import digest
from solmu.people.models import Person
from tests.cast import NOON, sign_in

WORDS = {"name": "tilastotoimen taulukko", "parts": ["actors", "ties"], "days": "90"}


@pytest.fixture
def address(network: Network) -> str:
    return f"/networks/{network.slug}/read-tokens/"


def token_in(page: str) -> str:
    found = re.search(r"slm_[\w-]+", page)
    assert found
    return found.group()


def test_a_token_is_shown_once_and_kept_only_as_a_hash(
    client: Client, aino: Person, address: str
) -> None:
    sign_in(client, aino)
    response = client.post(address, WORDS)
    token = token_in(response.text)
    assert response["Cache-Control"].count("no-store") == 1
    granted = Pass.objects.get(purpose="reading")
    assert granted.token_hash == digest(token)
    assert token not in str(Pass.objects.values())
    again = client.get(address).text
    assert "tilastotoimen taulukko" in again
    assert "slm_" not in again


def test_a_page_that_is_loaded_again_gives_no_other_token(
    client: Client, aino: Person, address: str
) -> None:
    sign_in(client, aino)
    asked = {**WORDS, "given": given_in(client.get(address).text)}
    first = client.post(address, asked)
    again = client.post(address, asked, follow=True)
    assert again.redirect_chain == [(address, 302)]
    assert "Lukuavain on jo annettu." in again.text
    assert "slm_" not in again.text
    assert Pass.objects.filter(purpose="reading").count() == 1
    following = client.post(address, {**WORDS, "given": given_in(first.text)})
    assert token_in(following.text) != token_in(first.text)


def test_a_token_that_somebody_else_gives_meanwhile_stops_nobody(
    client: Client, aino: Person, eero: Person, network: Network, address: str
) -> None:
    asked = {**WORDS, "given": given_in(sign_in(client, aino).get(address).text)}
    lasts = timedelta(days=30)
    give_read_token(network, "toinen", ["ties"], lasts=lasts, by=eero, at=timezone.now())
    assert token_in(client.post(address, asked).text)


def given_in(page: str) -> str:
    found = re.search(r'name="given" value="(\d*)"', page)
    assert found
    return found.group(1)


def test_a_token_opens_what_was_ticked_for_as_long_as_was_said(
    client: Client, aino: Person, address: str
) -> None:
    sign_in(client, aino).post(address, WORDS)
    granted = Pass.objects.get(purpose="reading")
    assert granted.scope == {"parts": ["actors", "ties"]}
    assert granted.uses_left is None
    assert granted.expires_at - granted.created_at == timedelta(days=90)


def test_people_and_contacts_are_not_ticked_by_themselves(
    client: Client, aino: Person, address: str
) -> None:
    page = sign_in(client, aino).get(address).text
    ticked = set(re.findall(r'name="parts" value="(\w+)"[^>]*checked', page))
    assert ticked == {"actors", "services", "ties", "coverage"}


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"parts": []}, {"parts": ["everything"]}, {"days": "4000"}]
)
def test_a_token_needs_a_name_a_part_and_an_end(
    client: Client, aino: Person, address: str, wrong: dict[str, object]
) -> None:
    response = sign_in(client, aino).post(address, {**WORDS, **wrong})
    assert response.status_code == 422
    assert not Pass.objects.filter(purpose="reading").exists()


def test_taking_a_token_back_ends_it_at_once(client: Client, aino: Person, address: str) -> None:
    token = token_in(sign_in(client, aino).post(address, WORDS).text)
    granted = Pass.objects.get(purpose="reading")
    response = client.post(f"{address}{granted.pk}/revoke/", follow=True)
    assert "tilastotoimen taulukko" not in response.text
    with pytest.raises(PassRefused, match="revoked"):
        find_pass(token, "reading", at=timezone.now())
    verbs = list(Act.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs[-2:] == ["give_read_token", "revoke_read_token"]


def test_the_ledger_keeps_neither_token_nor_name(network: Network, aino: Person) -> None:
    give_read_token(network, "raportti", ["ties"], lasts=timedelta(days=1), by=aino, at=NOON)
    act = Act.objects.get(verb="give_read_token")
    assert act.summary == {}
    assert [change.after for change in act.changes.all()] == [{}]


def give(network: Network, by: Person) -> Pass:
    token = give_read_token(
        network, "raportti", ["ties"], lasts=timedelta(days=30), by=by, at=timezone.now()
    )
    return Pass.objects.get(token_hash=digest(token))


def test_a_token_stops_with_its_givers_role(
    client: Client, network: Network, aino: Person, eero: Person, address: str
) -> None:
    granted, on = give(network, aino), date(2026, 11, 12)
    assert isinstance(enter_with_token(granted, network.slug, on=on), Bearer)
    Membership.objects.filter(person=eero).update(role="coordinator")
    Membership.objects.filter(person=aino).update(role="member")
    with pytest.raises(PassRefused, match="orphaned"):
        enter_with_token(granted, network.slug, on=on)
    page = sign_in(client, eero).get(address).text
    assert "Ei toimi" in page


def test_a_token_that_is_over_is_no_longer_listed(
    client: Client, network: Network, aino: Person, address: str
) -> None:
    granted = give(network, aino)
    assert "raportti" in sign_in(client, aino).get(address).text
    revoke_read_token(granted, by=aino, at=timezone.now())
    assert "raportti</p>" not in client.get(address).text


def test_the_list_asks_the_database_as_often_for_many_as_for_few(
    client: Client, network: Network, aino: Person, address: str
) -> None:
    sign_in(client, aino)
    give(network, aino)
    client.get(address)
    few = queries_of(client, address)
    for _ in range(5):
        give(network, aino)
    assert queries_of(client, address) == few


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
