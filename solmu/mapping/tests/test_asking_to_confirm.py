"""An actor is asked by e-mail whether its contacts are right, and answers by a link of its own without an account."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from solmu.ledger.models import Act, Change
from solmu.mapping.tests.makers import SmallMap, make_small_map, read_in_english, words_of
from solmu.networks.models import Membership, Network
from solmu.passes.models import Pass
from solmu.people.actions import LetterNotSent
from solmu.people.models import Person
from solmu.registry.models import Contact, Offer, Seat, Service
from solmu.registry.queries import is_directed
from solmu.registry.tests.makers import make_service
from tests.cast import NOON, sign_in

RIGHT = {"answer": "right"}


@pytest.fixture
def drawn(network: Network, aino: Person) -> SmallMap:
    small = make_small_map(network, aino)
    for kind, value, seen in (
        ("email", "kirjaamo@kela.example", "members"),
        ("person", "Pekka Salainen", "coordinator"),
    ):
        Contact.objects.create(actor=small.kela, kind=kind, value=value, visibility=seen)
    read_in_english()
    return small


def at(moment: datetime) -> AbstractContextManager[object]:
    return patch("django.utils.timezone.now", lambda: moment)


def ask(client: Client, person: Person, small: SmallMap, *, days: int = 0) -> str:
    """Press the button and return what was said."""
    address = reverse("ask_contacts", args=[small.kela.network.slug, small.kela.ref])
    with at(NOON + timedelta(days=days)):
        return words_of(sign_in(client, person).post(address, follow=True).content.decode())


def card(client: Client, person: Person, small: SmallMap, *, days: int = 0) -> str:
    address = reverse("actor_card", args=[small.kela.network.slug, small.kela.ref])
    with at(NOON + timedelta(days=days)):
        return words_of(sign_in(client, person).get(address).content.decode())


def link() -> str:
    found = re.search(r"http\S+(/confirm/slm_[\w-]+/)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def answer(where: str, sent: Mapping[str, str] | None = None, *, days: int = 1) -> tuple[int, str]:
    """Answer by the link as somebody who has never been here."""
    visitor = Client(enforce_csrf_checks=False, headers={"accept-language": "en"})
    with at(NOON + timedelta(days=days)):
        response = visitor.post(where, sent) if sent else visitor.get(where)
    return response.status_code, words_of(response.content.decode())


def test_a_member_asks_and_the_letter_says_who_what_and_for_how_long(
    client: Client, eero: Person, drawn: SmallMap
) -> None:
    assert "Asked by e-mail: Kela" in ask(client, eero, drawn)
    (letter,) = mail.outbox
    assert letter.to == ["kirjaamo@kela.example"]
    body = str(letter.body)
    for said in ("Kela", "Järvilakeuden nuoret", "Asked by: Eero Mäki", "You need no account"):
        assert said in body
    assert "The link works for 30 days, for one answer." in body
    assert "Asked 12.11.2026, no answer yet" in card(client, eero, drawn).replace(
        "12 November 2026", "12.11.2026"
    )
    assert Pass.objects.get().expires_at == NOON + timedelta(days=30)


def test_the_link_shows_only_what_the_asker_sees_and_looking_changes_nothing(
    client: Client, eero: Person, drawn: SmallMap
) -> None:
    make_service(drawn.kela, "opintotuen neuvonta")
    ask(client, eero, drawn)
    status, said = answer(link())
    assert status == 200
    for shown in ("020 634 0200", "kirjaamo@kela.example", "Opintotuen neuvonta", "Eero Mäki"):
        assert shown in said
    for hidden in ("Pekka Salainen", "Ohjaamo Järvilakeus", "Seurakunta"):
        assert hidden not in said
    assert not Contact.objects.filter(confirmed_on=(NOON + timedelta(days=1)).date()).exists()
    response = Client().get(link())
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cache-Control"] == "private, no-store"


def test_one_press_confirms_what_was_shown_once_and_in_the_ledger_without_addresses(
    client: Client, aino: Person, eero: Person, drawn: SmallMap
) -> None:
    service = make_service(drawn.kela)
    ask(client, eero, drawn)
    status, said = answer(link(), RIGHT)
    assert status == 200
    assert "The card now says that everything was right today." in said
    day = (NOON + timedelta(days=1)).date()
    confirmed = dict(drawn.kela.contacts.values_list("value", "confirmed_on"))
    assert confirmed["020 634 0200"] == confirmed["kirjaamo@kela.example"] == day
    assert confirmed["Pekka Salainen"] is None
    assert Service.objects.get(pk=service.pk).confirmed_on == day
    assert answer(link(), RIGHT)[0] == 410
    asked, told = Act.objects.filter(verb__startswith="contact.").order_by("pk")
    assert (asked.verb, asked.person_id, told.verb, told.person_id) == (
        "contact.ask",
        eero.pk,
        "contact.confirm_by_link",
        None,
    )
    kept = [str(one) for act in (asked, told) for one in act.changes.values()]
    assert kept
    assert not [one for one in [*kept, str(asked.summary), str(told.summary)] if "@" in one]
    changes = sign_in(client, aino).get(reverse("changes", args=[drawn.kela.network.slug]))
    said = words_of(changes.content.decode())
    assert "Confirmed by the actor’s own link: Kela" in said
    assert "Asked to confirm its contacts: Kela" in said


def undo_by_card(client: Client, small: SmallMap, *, days: int) -> None:
    """Press the button that the card shows to whoever may take the correction back."""
    address = reverse("actor_card", args=[small.kela.network.slug, small.kela.ref])
    with at(NOON + timedelta(days=days)):
        page = client.get(address).content.decode()
        act = Act.objects.get(verb="contact.correct_by_link")
        there = reverse("undo_act", args=[small.kela.network.slug, act.pk])
        assert f'action="{there}"' in page
        assert client.post(there, {"next": address})["Location"] == address


def test_what_the_actor_corrects_stands_at_once_and_can_be_undone(
    client: Client, network: Network, aino: Person, drawn: SmallMap
) -> None:
    gone, kept = make_service(drawn.kela, "perintä"), make_service(drawn.kela, "neuvonta")
    ask(client, aino, drawn)
    phone = drawn.kela.contacts.get(kind="phone")
    mailbox = drawn.kela.contacts.get(kind="email")
    person = drawn.kela.contacts.get(kind="person")
    sent = {
        "answer": "correct",
        f"contact_{phone.pk}": "020 000 0001",
        f"contact_{mailbox.pk}": "kirjaamo@kela.example",
        f"contact_{person.pk}": "",
        "new_person": "Liisa Uusi",
        f"service_{kept.pk}": "on",
        "missing": "etäpalvelu",
    }
    assert answer(link(), sent)[0] == 200
    now = {(one.kind, one.value, one.visibility) for one in drawn.kela.contacts.all()}
    assert now == {
        ("phone", "020 000 0001", "members"),
        ("email", "kirjaamo@kela.example", "members"),
        ("person", "Liisa Uusi", "members"),
    }
    assert list(Offer.objects.filter(actor=drawn.kela).values_list("service", flat=True)) == [
        kept.pk
    ]
    gone.refresh_from_db()
    assert gone.removed_at is not None
    said = card(client, aino, drawn, days=2)
    assert "Etäpalvelu" in said
    assert "The actor itself corrected these by letter on" in said
    undo_by_card(client, drawn, days=3)
    assert drawn.kela.contacts.filter(value="020 634 0200").exists()
    assert drawn.kela.contacts.filter(value="Pekka Salainen", visibility="coordinator").exists()
    after = card(client, aino, drawn, days=3)
    assert "Etäpalvelu" not in after
    assert "corrected these by letter" not in after


def test_a_correction_is_told_to_all_who_see_the_card_and_undone_by_coordinators(
    client: Client, network: Network, aino: Person, minna: Person, eero: Person, drawn: SmallMap
) -> None:
    ask(client, aino, drawn)
    assert answer(link(), {"answer": "correct", "new_phone": "020 000 0002"})[0] == 200
    act = Act.objects.get(verb="contact.correct_by_link")
    button = reverse("undo_act", args=[network.slug, act.pk])
    for person, may in ((aino, True), (eero, False), (minna, False)):
        address = reverse("actor_card", args=[network.slug, drawn.kela.ref])
        page = sign_in(client, person).get(address).content.decode()
        assert "The actor itself corrected these by letter on" in page
        assert (button in page) == may
        other = reverse("actor_card", args=[network.slug, drawn.lukio.ref])
        assert "by letter" not in client.get(other).content.decode()


def test_an_answer_says_nothing_of_the_actors_ties(
    client: Client, network: Network, aino: Person, drawn: SmallMap
) -> None:
    network.perspectives.update(directed=False)
    before = card(client, aino, drawn)
    ask(client, aino, drawn)
    assert answer(link(), {"answer": "correct", "missing": "etäpalvelu"})[0] == 200
    assert not network.perspectives.exclude(speaker=None).exists()
    assert not is_directed(network)
    assert "Both ends" not in before


def test_a_faulty_correction_is_refused_beside_its_field_and_the_link_still_works(
    client: Client, aino: Person, drawn: SmallMap
) -> None:
    ask(client, aino, drawn)
    status, said = answer(link(), {"answer": "correct", "new_email": "ei posti"})
    assert status == 422
    assert "Enter a valid email address." in said
    status, said = answer(link(), {"answer": "correct", "missing": "asiakas 131052-308T"})
    assert status == 422
    assert "An identity code, not saved." in said
    assert answer(link(), RIGHT)[0] == 200


def test_a_value_that_another_contact_has_is_not_kept_twice(
    client: Client, eero: Person, drawn: SmallMap
) -> None:
    ask(client, eero, drawn)
    phone = drawn.kela.contacts.get(kind="phone")
    sent = {f"contact_{phone.pk}": phone.value, "new_person": "Pekka Salainen"}
    assert answer(link(), {"answer": "correct", **sent})[0] == 200
    assert drawn.kela.contacts.get(kind="person").visibility == "coordinator"


def test_an_actor_is_asked_once_a_fortnight_and_more_often_only_by_a_coordinator(
    client: Client, aino: Person, eero: Person, drawn: SmallMap
) -> None:
    ask(client, eero, drawn)
    first = link()
    assert "Asked already on" in ask(client, eero, drawn, days=13)
    assert len(mail.outbox) == 1
    assert "Ask again" not in card(client, eero, drawn, days=13)
    assert "Ask again" in card(client, aino, drawn, days=13)
    ask(client, aino, drawn, days=13)
    assert len(mail.outbox) == 2
    assert answer(first, days=14)[0] == 410  # the newer letter has taken its place
    assert answer(link(), days=14)[0] == 200
    assert "Asked by e-mail: Kela" in ask(client, eero, drawn, days=28)


def test_an_ask_is_not_undone_since_the_letter_has_gone(
    client: Client, eero: Person, drawn: SmallMap
) -> None:
    ask(client, eero, drawn)
    act = Act.objects.get(verb="contact.ask")
    undone = client.post(reverse("undo_act", args=[drawn.kela.network.slug, act.pk]))
    assert undone.status_code == 403
    assert not Change.objects.filter(act=act).exclude(after={}).exists()


def test_who_holds_a_seat_is_asked_when_no_mailbox_is_known(
    client: Client, network: Network, aino: Person, eero: Person, drawn: SmallMap
) -> None:
    drawn.kela.contacts.filter(kind="email").delete()
    assert "There is no e-mail to ask by." in ask(client, aino, drawn)
    membership = Membership.objects.get(person=eero, network=network)
    Seat.objects.create(membership=membership, actor=drawn.kela)
    ask(client, aino, drawn)
    assert mail.outbox[-1].to == [eero.email]


def test_a_mailbox_that_the_asker_may_not_see_is_not_written_to(
    client: Client, eero: Person, drawn: SmallMap
) -> None:
    drawn.kela.contacts.filter(kind="email").update(visibility="coordinator")
    assert "There is no e-mail to ask by." in ask(client, eero, drawn)
    assert not mail.outbox


def test_a_letter_that_was_not_taken_leaves_nothing_behind(
    client: Client, eero: Person, drawn: SmallMap
) -> None:
    with patch("solmu.registry.actions.confirming.send_letter", side_effect=LetterNotSent("x")):
        assert "The e-mail was not sent." in ask(client, eero, drawn)
    assert "no answer yet" not in card(client, eero, drawn)
    assert "Asked by e-mail: Kela" in ask(client, eero, drawn)


def test_a_link_ends_after_thirty_days_and_with_the_actor(
    client: Client, aino: Person, drawn: SmallMap
) -> None:
    ask(client, aino, drawn)
    assert answer(link(), days=30)[0] == 410
    assert "no answer came" in card(client, aino, drawn, days=31)
    drawn.kela.removed_at = NOON
    drawn.kela.save()
    assert answer(link())[0] == 404
    assert answer("/confirm/slm_nothing/")[0] == 404
