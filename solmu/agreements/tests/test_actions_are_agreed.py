"""An action is agreed with its owner and its date, followed, settled and taken up again; all of it can be undone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from solmu.agreements.actions import follow_action, remove_action, settle_action
from solmu.agreements.models import AgreedAction, FollowUp
from solmu.agreements.tests.makers import make_agreement
from solmu.ledger.models import Act
from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.actions.changes import undo_act
from solmu.registry.models import Actor
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in


@pytest.fixture
def kela(network: Network, aino: Person) -> Actor:
    return make_actor(perspective_of(aino, network), "Kela")


def soon() -> str:
    return (timezone.localdate() + timedelta(days=30)).isoformat()


def page(client: Client, action: AgreedAction) -> str:
    address = reverse("agreement", args=[action.network.slug, action.ref])
    return client.get(address).content.decode()


def test_a_member_agrees_what_is_done_by_whom_and_by_when(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    membership = Membership.objects.get(network=network, person=eero)
    said = {
        "what": "Yhteinen kalenteri",
        "owner": kela.ref,
        "member": membership.pk,
        "due_on": soon(),
    }
    answer = sign_in(client, eero).post(reverse("agree", args=[network.slug]), said)
    action = AgreedAction.objects.get()
    assert answer["Location"] == reverse("agreement", args=[network.slug, action.ref])
    assert (action.owner, action.member, action.author, action.language) == (
        kela,
        membership,
        eero,
        "fi",
    )
    words = page(client, action)
    assert "Yhteinen kalenteri" in words
    assert "Eero Mäki" in words
    assert "Kesken" in words


def test_without_an_owner_or_a_date_nothing_is_agreed(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    jenni = make_actor(perspective_of(eero, network), "Jenni Rautio", kind="person")
    sign_in(client, eero)
    for said in (
        {"what": "Soitetaan"},
        {"what": "Soitetaan", "owner": jenni.ref, "due_on": soon()},
    ):
        assert client.post(reverse("agree", args=[network.slug]), said).status_code == 422
    assert not AgreedAction.objects.exists()


def test_who_does_it_is_a_member_or_a_role_not_both(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    membership = Membership.objects.get(network=network, person=eero)
    said = {
        "what": "Soitetaan",
        "owner": kela.ref,
        "member": membership.pk,
        "by_role": "opinto-ohjaaja",
        "due_on": soon(),
    }
    address = reverse("agree", args=[network.slug])
    answer = sign_in(client, eero).post(address, said)
    assert answer.status_code == 422
    assert "Valitse jäsen tai kirjoita tehtävä, älä molempia." in answer.content.decode()
    assert client.post(address, {**said, "member": ""}).status_code == 302
    assert AgreedAction.objects.get().doer == "opinto-ohjaaja"


def test_who_has_left_keeps_what_they_promised_while_it_is_edited(
    client: Client, aino: Person, eero: Person, network: Network, kela: Actor
) -> None:
    membership = Membership.objects.get(network=network, person=eero)
    action = make_agreement(network, kela, member=membership)
    Membership.objects.filter(pk=membership.pk).update(ended_at=NOON)
    address = reverse("edit_agreement", args=[network.slug, action.ref])
    assert "Eero Mäki" in sign_in(client, aino).get(address).content.decode()
    said = {"what": "Soitetaan heti", "owner": kela.ref, "member": membership.pk, "due_on": soon()}
    assert client.post(address, said).status_code == 302
    action.refresh_from_db()
    assert (action.what, action.member) == ("Soitetaan heti", membership)


def test_how_it_goes_is_written_with_name_and_day(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    action = make_agreement(network, kela)
    address = reverse("follow_agreement", args=[network.slug, action.ref])
    assert sign_in(client, eero).post(address, {"words": " "}).status_code == 422
    assert client.post(address, {"words": "Kaksi soittoa tehty."}).status_code == 302
    assert FollowUp.objects.get().author == eero
    assert "Kaksi soittoa tehty." in page(client, action)


def test_what_is_done_has_its_day_and_can_be_taken_up_again(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    action = make_agreement(network, kela)
    sign_in(client, eero).post(reverse("agreement_done", args=[network.slug, action.ref]))
    action.refresh_from_db()
    assert (action.state, action.settled_on) == ("done", timezone.localdate())
    client.post(reverse("reopen_agreement", args=[network.slug, action.ref]))
    action.refresh_from_db()
    assert (action.state, action.settled_on) == ("open", None)


def test_letting_go_needs_a_reason(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    action = make_agreement(network, kela)
    address = reverse("let_agreement_go", args=[network.slug, action.ref])
    answer = sign_in(client, eero).post(address, {"why": ""})
    assert answer.status_code == 422
    assert "Miksi luovutaan?" in answer.content.decode()
    client.post(address, {"why": "Rahoitus päättyi."})
    words = page(client, action)
    assert "Luovuttu" in words
    assert "Rahoitus päättyi." in words


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "let_go", "settled_on": NOON.date(), "why": ""},
        {"state": "done", "settled_on": None},
        {"state": "open", "settled_on": NOON.date()},
    ],
)
def test_the_table_itself_keeps_settling_whole(
    network: Network, kela: Actor, wrong: dict[str, object]
) -> None:
    action = make_agreement(network, kela)
    with pytest.raises(IntegrityError), transaction.atomic():
        AgreedAction.objects.filter(pk=action.pk).update(**wrong)


def test_each_change_is_told_and_undone(
    client: Client, aino: Person, network: Network, kela: Actor
) -> None:
    action = make_agreement(network, kela)
    settle_action(action, "let_go", why="Ei ehditä.", on=NOON.date(), by=aino, at=NOON)
    changes = sign_in(client, aino).get(reverse("changes", args=[network.slug])).content.decode()
    assert "Toimi sovittiin, huolehtii: Kela" in changes
    assert "Sovitusta toimesta luovuttiin, huolehti: Kela" in changes
    undo_act(network, Act.objects.latest("pk"), by=aino, at=NOON)
    action.refresh_from_db()
    assert (action.state, action.why) == ("open", "")


def test_undoing_a_removal_brings_the_action_with_its_follow_up(
    network: Network, aino: Person, kela: Actor
) -> None:
    action = make_agreement(network, kela)
    follow_action(action, "Alku on hyvä.", language="fi", by=aino, at=NOON)
    remove_action(action, by=aino, at=NOON)
    assert not FollowUp.objects.exists()
    undo_act(network, Act.objects.latest("pk"), by=aino, at=NOON)
    assert [one.words for one in AgreedAction.objects.get().follow_ups.all()] == ["Alku on hyvä."]


def test_the_message_leads_back(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    action = make_agreement(network, kela)
    address = reverse("agreement_done", args=[network.slug, action.ref])
    answer = sign_in(client, eero).post(address, follow=True)
    act = Act.objects.latest("pk")
    assert f'action="{reverse("undo_act", args=[network.slug, act.pk])}"' in answer.content.decode()


def test_an_identity_code_is_refused_where_it_was_written(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    said = {"what": "Soitetaan 131052-308T", "owner": kela.ref, "due_on": soon()}
    assert (
        sign_in(client, eero).post(reverse("agree", args=[network.slug]), said).status_code == 422
    )


def test_an_origin_that_nobody_knows_is_left_out(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    sign_in(client, eero)
    said = {"what": "Soitetaan", "owner": kela.ref, "due_on": soon()}
    for query in (
        "?origin=workshop&key=1",
        "?origin=finding&key=organisation-nothing",
        "?origin=finding",
    ):
        assert client.post(reverse("agree", args=[network.slug]) + query, said).status_code == 302
    assert set(AgreedAction.objects.values_list("origin_kind", flat=True)) == {""}
