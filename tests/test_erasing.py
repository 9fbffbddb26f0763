"""Whoever is erased is nowhere any more: a canary's name and mailbox are looked for in a full dump of the tables."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from solmu.agreements.actions import follow_action, settle_action
from solmu.agreements.tests.makers import make_agreement
from solmu.findings.actions import assess_capacity
from solmu.findings.rules.capacity import Cell
from solmu.findings.tests.makers import make_answer, make_dead_end, make_renewal
from solmu.jobs.actions import ask_for
from solmu.jobs.slots import ROUTINES
from solmu.journey.tests.makers import make_aim, make_version
from solmu.ledger.models import Act, Event
from solmu.networks.actions import change_role, erase_from_networks, invite
from solmu.networks.models import Membership, Network
from solmu.networks.queries import own_names
from solmu.people.actions import (
    StillNeeded,
    add_passkey,
    change_profile,
    erase_account,
    erase_again,
    join_organisation_account,
    keep_journal,
)
from solmu.people.models import Erased, Person
from solmu.people.rules import SIGNED_IN_AT
from solmu.registry.actions.imports import READ, receive_dataset
from solmu.registry.actions.indexing import refresh_index
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Claim, Contact, Perspective, Seat
from solmu.registry.rules.pasting import names_of
from solmu.registry.tests.makers import make_actor, make_service, perspective_of
from solmu.sharing.tests.makers import make_share
from solmu.shell.models import Feedback
from tests.cast import NOON, make_membership, make_person, sign_in

CANARY, MAILBOX = "Kanerva Kanarialintu", "kanerva.kanarialintu@example.fi"
pytestmark = pytest.mark.django_db


@pytest.fixture
def kanerva(network: Network, aino: Person) -> Person:
    """A member who has left traces everywhere that traces can be left."""
    person = make_person(CANARY, email=MAILBOX)
    membership = make_membership(network, person)
    own, others = perspective_of(person, network), perspective_of(aino, network)
    Perspective.objects.filter(pk=own.pk).update(title=f"{CANARY} kertoo")
    ohjaamo, kela = make_actor(own, "Ohjaamo"), make_actor(others, "Kela")
    me = make_actor(others, CANARY, kind="person", description=f"{CANARY} on töissä täällä")
    Contact.objects.create(actor=me, kind="email", value=MAILBOX)
    Contact.objects.create(actor=ohjaamo, kind="person", value=CANARY)
    Contact.objects.create(actor=kela, kind="email", value="kela@example.fi")
    Seat.objects.create(membership=membership, actor=me, role="lähetti")
    for writer, by, note in ((own, person, "Viikoittain"), (others, aino, f"Kysy: {CANARY}")):
        words = TieWords(contents=("information",), note=note)
        state_tie(writer, ohjaamo, kela, words, by=by, at=NOON)
    state_tie(others, me, kela, TieWords(contents=("referral",)), by=aino, at=NOON)
    receive_dataset(network, names_of(f"{CANARY}\nKirjasto"), title="x", seen=(), by=aino, at=NOON)
    receive_dataset(network, names_of("Museo"), title=CANARY, seen=(), by=person, at=NOON)
    ask_for(READ, {"upload": "x"}, person_id=person.pk, at=NOON)
    invite("uusi@example.fi", network=network, by=person, at=NOON)
    Membership.objects.filter(pk=membership.pk).update(ended_at=NOON)
    invite(MAILBOX, network=network, by=aino, at=NOON)
    Membership.objects.filter(pk=membership.pk).update(ended_at=None)
    change_role(membership, "reader", by=aino, at=NOON)
    change_role(membership, "member", by=aino, at=NOON)
    add_passkey(person, CANARY, {"user": MAILBOX}, by=person, at=NOON)
    join_organisation_account(person, "kunta", "kanerva at the organisation", by=person, at=NOON)
    make_service(ohjaamo, f"{CANARY} neuvoo", target_group=f"kuka vain, kysy {CANARY}")
    make_version(network, text=f"{CANARY} soittaa kaikille")
    make_aim(network, kela, text=f"{CANARY} vie asiaa eteenpäin")
    agreed = make_agreement(network, kela, what=f"{CANARY} kutsuu", by_role=f"esihenkilö {CANARY}")
    follow_action(agreed, f"{CANARY} soitti", language="fi", by=person, at=NOON)
    settle_action(agreed, "let_go", why=f"{CANARY} lähti", on=NOON.date(), by=person, at=NOON)
    make_answer(network, aino, reason=f"{CANARY} hoitaa sen")
    make_dead_end(network, note=f"{CANARY} ei vastannut")
    make_renewal(kela, text=f"{CANARY} tekee kaiken yksin")
    said = Cell(1, f"{CANARY} osaa, muut eivät")
    square = ("skill", "collective")
    assess_capacity(network, {square: said}, on=NOON.date(), language="fi", by=person, at=NOON)
    make_share(network, aino, title=f"{CANARY} esittelee"[:80])
    refresh_index(network)
    Feedback.objects.create(text=f"Hei, {CANARY} tässä", reply_to=MAILBOX)
    return person


def dump() -> str:
    """Return every row of every table, sessions opened."""
    rows: list[Any] = [
        list(row)
        for model in apps.get_models(include_auto_created=True)
        for row in model._base_manager.values_list()
    ]
    rows += [session.get_decoded() for session in Session.objects.all()]
    return json.dumps(rows, default=str, ensure_ascii=False).casefold()


def press(client: Client, person: Person) -> Any:
    return sign_in(client, person).post("/profile/erase/", {"email": person.email.upper()})


def test_the_canary_is_everywhere_before_and_nowhere_after(client: Client, kanerva: Person) -> None:
    client.force_login(kanerva)
    client.get("/profile/")
    before = dump()
    assert before.count(CANARY.casefold()) > 10
    assert before.count(MAILBOX) > 3
    assert press(Client(), kanerva)["Location"] == "/"
    after = dump()
    assert "kanarialintu" not in after  # nor among the terms of the directory's index
    assert MAILBOX not in after
    assert "kanerva at the organisation" not in after
    assert "kela@example.fi" in after
    assert client.get("/profile/").status_code == 302


def test_what_others_need_stays_as_nobodys(
    client: Client, kanerva: Person, network: Network
) -> None:
    claims = Claim.objects.count()
    press(client, kanerva)
    assert Claim.objects.count() == claims
    nobody = Actor.objects.get(network=network, kind="person")
    assert nobody.label_fi.startswith("Poistettu henkilö")
    assert nobody.label_sv.startswith("Raderad person")
    assert not Perspective.objects.filter(author=kanerva.pk).exists()
    assert Claim.objects.filter(note="Kysy: –").exists()
    assert not Act.objects.filter(person_id=kanerva.pk).exists()
    assert Event.objects.filter(verb="tie.state").exists()


def test_a_letter_says_goodbye_and_nothing_else_keeps_the_address(
    client: Client, kanerva: Person
) -> None:
    mail.outbox.clear()
    press(client, kanerva)
    assert [letter.to for letter in mail.outbox] == [[MAILBOX]]
    assert "poistettu" in mail.outbox[0].subject


def test_nothing_goes_until_the_own_address_is_typed(client: Client, kanerva: Person) -> None:
    sign_in(client, kanerva)
    page = client.get("/profile/erase/").content.decode()
    assert "Mikä poistuu" in page
    assert "Mikä jää ja miksi" in page
    for typed in ("", "poista", "aino.laine@example.fi"):
        assert client.post("/profile/erase/", {"email": typed}).status_code == 422
    assert Person.objects.filter(pk=kanerva.pk).exists()


@pytest.mark.parametrize("ago", [None, timedelta(minutes=16), timedelta(days=20)])
def test_an_open_session_alone_erases_nobody(
    client: Client, kanerva: Person, ago: timedelta | None
) -> None:
    session = sign_in(client, kanerva).session
    if ago is None:
        del session[SIGNED_IN_AT]
    else:
        session[SIGNED_IN_AT] -= ago.total_seconds()
    session.save()
    answer = client.post("/profile/erase/", {"email": kanerva.email})
    assert answer.status_code == 422
    assert "Kirjaudu ensin uudelleen" in answer.content.decode()
    assert Person.objects.filter(pk=kanerva.pk).exists()
    again = client.post("/sign-in/again/", {"next": "/profile/erase/"})
    assert again["Location"] == "/sign-in/?next=%2Fprofile%2Ferase%2F"
    mail.outbox.clear()
    client.post("/sign-in/", {"email": kanerva.email, "next": "/profile/erase/"})
    code = re.search(r"\b[A-Z0-9]{4}-?[A-Z0-9]{4}\b", str(mail.outbox[-1].body))
    assert code is not None
    words = {"code": code.group(), "next": "/profile/erase/"}
    assert client.post("/sign-in/code/", words)["Location"] == "/profile/erase/"
    assert client.post("/profile/erase/", {"email": kanerva.email})["Location"] == "/"
    assert not Person.objects.filter(pk=kanerva.pk).exists()


def test_signing_in_again_leads_nowhere_else(client: Client, aino: Person) -> None:
    answer = sign_in(client, aino).post("/sign-in/again/", {"next": "https://elsewhere.example/"})
    assert answer["Location"] == "/sign-in/?next=%2Fprofile%2F"
    assert client.get("/profile/").status_code == 302


def test_the_last_coordinator_hands_over_first(
    client: Client, aino: Person, eero: Person, network: Network
) -> None:
    page = sign_in(client, aino).get("/profile/erase/").content.decode()
    assert f'href="/networks/{network.slug}/members/"' in page
    assert "<form class" not in page
    assert press(client, aino)["Location"] == "/profile/erase/"
    with pytest.raises(StillNeeded):
        erase_account(aino, by=aino, at=NOON)
    change_role(Membership.objects.get(person=eero), "coordinator", by=aino, at=NOON)
    assert press(client, aino)["Location"] == "/"
    assert not Person.objects.filter(pk=aino.pk).exists()


def test_the_other_coordinator_leaving_in_the_same_moment_stops_it(
    aino: Person, eero: Person, network: Network
) -> None:
    with pytest.raises(StillNeeded) as stopped:
        erase_from_networks(aino, NOON, again=False)
    assert [fate.address for fate in stopped.value.fates] == [f"/networks/{network.slug}/members/"]
    assert Membership.objects.filter(person=aino, ended_at=None).exists()
    erase_from_networks(aino, NOON, again=True)
    assert not Membership.objects.filter(person=aino).exists()


@pytest.mark.parametrize("name", ["Maija Niemi", "maija NIEMI", "Eero Mäki", "Nuorten työpaja"])
def test_taking_anothers_name_erases_nothing_of_theirs(
    network: Network, aino: Person, eero: Person, name: str
) -> None:
    own = perspective_of(aino, network)
    # Maija has no account: nobody but the map knows her.
    maija = make_actor(own, "Maija Niemi", kind="person", description="Soita: Maija Niemi")
    theirs = make_actor(own, eero.name, kind="person", description="Soita: Eero Mäki")
    Contact.objects.create(actor=maija, kind="phone", value="06 000 0111")
    workshop = make_actor(own, "Nuorten työpaja")
    Contact.objects.create(actor=workshop, kind="person", value="Maija Niemi")
    notes = "Maija Niemi, Eero Mäki ja Nuorten työpaja"
    Network.objects.filter(pk=network.pk).update(purpose=notes)
    Feedback.objects.create(text=f"Hei, {notes} tässä")
    state_tie(own, maija, theirs, TieWords(contents=("advice",), note=notes), by=aino, at=NOON)
    stranger = make_person("Joku Muu", email="joku@example.fi")
    make_membership(network, stranger)
    change_profile(stranger, name=name, language="fi", theme="system", by=stranger, at=NOON)
    page = sign_in(Client(), stranger).get("/profile/erase/").content.decode()
    assert "Nimesi siinä, mitä muut ovat kirjoittaneet" in page
    before = dump()
    mine = sign_in(Client(), stranger).get("/profile/my-data/file/").json()
    assert not mine["registry.Contact"]
    erase_account(Person.objects.get(pk=stranger.pk), by=None, at=NOON)
    after = dump()
    for word in ("maija niemi", "06 000 0111", "nuorten työpaja"):
        # The account goes, and the change that gave it the name.
        gone = 2 if word == name.casefold() else 0
        assert after.count(word) == before.count(word) - gone, word
    assert Network.objects.get(pk=network.pk).purpose == notes
    assert Claim.objects.get().note == notes
    assert Feedback.objects.get().text == f"Hei, {notes} tässä"
    assert set(Actor.objects.values_list("label_fi", flat=True)) == {
        "Maija Niemi", eero.name, "Nuorten työpaja",
    }  # fmt: skip


def test_a_mailbox_written_onto_anothers_card_erases_nothing_of_theirs(
    network: Network, aino: Person, eero: Person
) -> None:
    theirs = make_actor(perspective_of(aino, network), eero.name, kind="person")
    seated = make_actor(perspective_of(aino, network), "Emmi Eri", kind="person")
    Seat.objects.create(membership=Membership.objects.get(person=aino), actor=seated)
    stranger = make_person("Joku Muu", email="joku@example.fi")
    make_membership(network, stranger)
    for actor in (theirs, seated):
        Contact.objects.create(actor=actor, kind="email", value="joku@example.fi")
    erase_account(stranger, by=None, at=NOON)
    assert set(Actor.objects.values_list("label_fi", flat=True)) == {eero.name, "Emmi Eri"}
    assert not Contact.objects.exists()


def test_nobody_blocks_an_erasing_by_taking_the_name_of_whom_a_seat_or_mailbox_knows(
    network: Network, kanerva: Person, eero: Person
) -> None:
    change_profile(eero, name=CANARY, language="fi", theme="system", by=eero, at=NOON)
    erase_account(kanerva, by=None, at=NOON)
    assert not Actor.objects.filter(network=network, label_fi=CANARY).exists()
    assert MAILBOX not in dump()


def test_a_name_is_ones_own_from_the_day_of_joining(
    network: Network, aino: Person, eero: Person
) -> None:
    assert own_names(eero) == {network.pk: "Eero Mäki"}
    change_profile(eero, name="Eero Niemi", language="fi", theme="system", by=eero, at=NOON)
    Membership.objects.filter(person=eero).update(ended_at=NOON)
    make_membership(network, eero, joined_as="Eero Niemi", joined_at=NOON + timedelta(days=1))
    assert own_names(eero) == {network.pk: "Eero Mäki"}  # coming back under another changes nothing
    make_membership(network, make_person("Eero MÄKI", email="toinen.eero@example.fi"))
    assert own_names(eero) == {}


def test_an_undo_does_not_put_the_erased_back(
    network: Network, aino: Person, kanerva: Person
) -> None:
    erase_account(kanerva, by=None, at=NOON)
    client = Client()
    client.force_login(aino)
    for act in Act.objects.filter(network_id=network.pk):
        client.post(
            f"/networks/{network.slug}/changes/{act.pk}/undo/", {"on_conflict": "overwrite"}
        )
    assert CANARY.casefold() not in dump()


def test_the_journal_stands_in_the_table_and_in_a_file_and_brings_nobody_back(
    django_capture_on_commit_callbacks: Any,
) -> None:
    person = make_person(CANARY, email=MAILBOX)
    number, at = person.pk, timezone.now()
    with django_capture_on_commit_callbacks(execute=True):
        erase_account(person, by=None, at=at)
    line = json.loads(Path(settings.ERASURES).read_text(encoding="utf-8"))
    assert line == {"person": number, "at": at.isoformat()}
    # An old copy brings the person back, and knows nothing of the journal.
    Person.objects.create(pk=number, email=MAILBOX, name=CANARY, created_at=at - timedelta(days=1))
    assert erase_again(at=at + timedelta(days=1)) == 1
    assert MAILBOX not in dump()
    assert keep_journal() == 1
    # So does one that was brought back by other means: long work looks when it starts.
    Person.objects.create(pk=number, email=MAILBOX, name=CANARY, created_at=at - timedelta(days=1))
    ROUTINES["keep_journal"].run(at + timedelta(days=1))
    assert MAILBOX not in dump()


def test_a_newcomer_with_an_erased_ones_number_stays(otto: Person) -> None:
    Erased.objects.create(person_id=otto.pk, at=otto.created_at - timedelta(days=1))
    assert erase_again(at=NOON) == 0
    assert Person.objects.filter(pk=otto.pk).exists()


@pytest.mark.parametrize("alter", ["update", "delete"])
def test_the_database_refuses_to_alter_the_journal(alter: str) -> None:
    Erased.objects.create(person_id=1, at=NOON)
    acts = {
        "update": lambda: Erased.objects.update(person_id=2),
        "delete": Erased.objects.all().delete,
    }
    with pytest.raises(DatabaseError), transaction.atomic():
        acts[alter]()
