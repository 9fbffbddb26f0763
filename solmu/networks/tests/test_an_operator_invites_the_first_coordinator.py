from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from django.core import mail
from django.test import Client
from pytest_django import Settings

from solmu.networks.commands import invite_command
from solmu.networks.models import Network
from solmu.people.models import Person

pytestmark = pytest.mark.django_db


def say(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(invite_command, list(words))
    return result.exit_code, result.output


def test_the_first_coordinator_gets_in_by_the_printed_link(
    client: Client, settings: Settings
) -> None:
    settings.PUBLIC_URL = "https://solmu.example.fi"
    code, output = say("Aino@Example.fi", "--network", "Lakeuden nuoret", "--kind", "joint_service")
    assert code == 0
    link = re.search(r"https://solmu\.example\.fi(/join/slm_[\w-]+/)", output)
    assert link
    assert link[0] in str(mail.outbox[0].body)
    assert client.post(link[1], {"name": "Aino Laine"})["Location"] == "/networks/lakeuden-nuoret/"
    network = Network.objects.get()
    assert network.kind == "joint_service"
    assert network.memberships.get().role == "coordinator"


def test_an_existing_network_is_named_by_name_or_address(network: Network) -> None:
    assert say("a@example.fi", "--network", network.slug)[0] == 0
    assert say("b@example.fi", "--network", network.name)[0] == 0
    assert Network.objects.count() == 1


def test_without_a_network_the_person_gets_an_account(client: Client) -> None:
    code, output = say("aino@example.fi")
    link = re.search(r"/join/slm_[\w-]+/", output)
    assert code == 0
    assert link
    assert client.get(link[0]).status_code == 200
    assert client.post(link[0], {"name": "Aino Laine"})["Location"] == "/networks/"
    assert Person.objects.get().email == "aino@example.fi"


def test_a_mistake_is_said_and_leaves_nothing(network: Network, eero: Person) -> None:
    for words in (("aino",), (eero.email, "--network", network.slug), ("a@b.fi", "--kind", "club")):
        code, output = say(*words)
        assert code != 0
        assert output
    assert not mail.outbox
    assert Network.objects.count() == 1
