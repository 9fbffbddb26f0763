"""Who reaches imports, exports and changes, and whose."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from solmu.ledger.models import Act
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.imports import receive_dataset
from solmu.registry.models import Upload
from solmu.registry.rules.pasting import names_of
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in

WRITING = ("import_file", "paste_names", "usual_actors")
READING = ("changes", "export_network", "import_template")


def ask(client: Client, name: str, *args: Any) -> int:
    method = client.post if name in ("paste_names", "undo_act", "answer_import") else client.get
    return method(reverse(name, args=args)).status_code


@pytest.fixture
def upload(network: Network, eero: Person) -> Upload:
    return receive_dataset(
        network, names_of("Kela\nOhjaamo"), title="Nimet", seen=(), by=eero, at=NOON
    )


@pytest.mark.parametrize("name", WRITING)
def test_a_reader_cannot_bring_anything(
    client: Client, network: Network, minna: Person, name: str
) -> None:
    assert ask(sign_in(client, minna), name, network.slug) == 403


@pytest.mark.parametrize("name", [*WRITING, *READING])
def test_an_outsider_and_a_former_member_find_nothing(
    client: Client, network: Network, otto: Person, ritva: Person, name: str
) -> None:
    for person in (otto, ritva):
        assert ask(sign_in(client, person), name, network.slug) == 404


@pytest.mark.parametrize("name", READING)
def test_a_reader_may_read_and_take_out(
    client: Client, network: Network, minna: Person, name: str
) -> None:
    assert ask(sign_in(client, minna), name, network.slug) == 200


@pytest.mark.parametrize("name", ["import_review", "answer_import"])
def test_a_review_is_its_bringers_alone(
    client: Client, network: Network, upload: Upload, aino: Person, otto: Person, name: str
) -> None:
    for person in (aino, otto):
        assert ask(sign_in(client, person), name, network.slug, upload.ref) == 404
    assert upload.state == "read"


def test_members_undo_their_own_and_coordinators_everybodys(
    client: Client, network: Network, aino: Person, eero: Person, minna: Person, otto: Person
) -> None:
    make_actor(perspective_of(aino, network), "Kela")
    Act.objects.filter(verb="actor.add").update(person_id=aino.pk)
    act = Act.objects.get(verb="actor.add")
    for person, status in ((otto, 404), (minna, 403), (eero, 403), (aino, 302)):
        assert ask(sign_in(client, person), "undo_act", network.slug, act.pk) == status
    act.refresh_from_db()
    assert act.undone_at is not None


def test_an_undo_never_leads_to_another_site(
    client: Client, network: Network, aino: Person
) -> None:
    make_actor(perspective_of(aino, network), "Kela")
    address = reverse("undo_act", args=[network.slug, Act.objects.get(verb="actor.add").pk])
    response = sign_in(client, aino).post(address, {"next": "https://example.com/"})
    assert response["Location"] == reverse("changes", args=[network.slug])
