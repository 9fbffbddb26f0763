"""The card is written question by question, and what stood there before can be read and put back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from solmu.journey.actions import Answer, write_card
from solmu.journey.models import CardAnswer
from solmu.journey.queries.card import card_of, compared_with_now
from solmu.journey.tests.makers import make_version
from solmu.ledger.models import Act
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.changes import undo_act
from tests.cast import NOON, sign_in

PART = {"HX-Request": "true"}


def address(network: Network, question: str = "done") -> str:
    return reverse("card_question", args=[network.slug, question])


def write(network: Network, question: str, text: str, *, days: int) -> None:
    at = NOON + timedelta(days=days)
    write_card(network, {question: Answer(text)}, language="fi", by=None, at=at)


def shown(network: Network) -> dict[str, str]:
    return {one.key: one.text for _, asked in card_of(network) for one in asked if one.is_answered}


def test_an_answer_is_written_in_its_place_and_read_there(
    client: Client, eero: Person, network: Network
) -> None:
    sign_in(client, eero)
    form = client.get(address(network), headers=PART).content.decode()
    assert "Kirjoita palveluista, älä asiakkaista." in form
    assert "<html" not in form
    answer = client.post(address(network), {"text": "Keitetään puuroa."}, headers=PART)
    assert "Keitetään puuroa." in answer.content.decode()
    assert "undo" in answer.content.decode()
    assert "Keitetään puuroa." in client.get(f"/networks/{network.slug}/card/").content.decode()


def test_without_scripts_the_form_is_a_page_and_leads_back(
    client: Client, eero: Person, network: Network
) -> None:
    sign_in(client, eero)
    assert "<html" in client.get(address(network)).content.decode()
    answer = client.post(address(network), {"text": "Soitetaan."})
    assert answer["Location"] == f"/networks/{network.slug}/card/#question-done"


def test_own_channels_stand_beside_the_usual_ones(
    client: Client, eero: Person, network: Network
) -> None:
    sign_in(client, eero)
    said = {"channels": ["email"], "own": "Teams, puurokeskiviikko", "text": ""}
    client.post(address(network, "channels"), said)
    page = client.get(f"/networks/{network.slug}/card/").content.decode()
    for channel in ("Sähköpostit", "Teams", "Puurokeskiviikko"):
        assert channel in page


def test_an_identity_code_is_refused_and_what_was_written_stays_in_the_form(
    client: Client, eero: Person, network: Network
) -> None:
    sign_in(client, eero)
    answer = client.post(address(network), {"text": "Asia koskee 131052-308T"})
    assert answer.status_code == 422
    assert "Poista se" in answer.content.decode()
    assert not CardAnswer.objects.exists()


def test_every_saving_keeps_the_former_with_who_and_when(network: Network, eero: Person) -> None:
    write(network, "done", "Soitetaan.", days=0)
    write_card(
        network, {"done": Answer("Tavataan.")}, language="fi", by=eero, at=NOON + timedelta(days=9)
    )
    first, second = CardAnswer.objects.order_by("pk")
    assert (second.former, second.author) == (first, eero)
    assert shown(network) == {"done": "Tavataan."}


def test_saving_the_same_again_leaves_no_trace(network: Network) -> None:
    write(network, "done", "Soitetaan.", days=0)
    write(network, "done", "Soitetaan.", days=1)
    assert CardAnswer.objects.count() == Act.objects.filter(verb="card.write").count() == 1


def test_an_older_version_is_compared_question_by_question(
    client: Client, minna: Person, network: Network
) -> None:
    write(network, "led", "Työllisyysalue vetää.", days=0)
    write(network, "done", "Tavataan joka kuukausi.", days=0)
    write(network, "done", "Tavataan joka toinen viikko.", days=9)
    write(network, "kept", "Keskiviikko pidetään.", days=9)
    compared = {one.label: one for one in compared_with_now(network, NOON)}
    assert [one.changed for one in compared.values()] == [True, True, False]
    page = sign_in(client, minna).get(
        reverse("card_version", args=[network.slug, CardAnswer.objects.earliest("pk").pk])
    )
    assert "<del>kuukausi.</del>" in page.content.decode()
    assert "<ins>toinen viikko.</ins>" in page.content.decode()


def test_who_saw_an_older_text_is_shown_the_newer_one_first(
    client: Client, eero: Person, network: Network
) -> None:
    sign_in(client, eero)
    seen = make_version(network, text="Soitetaan.").pk
    write(network, "done", "Tavataan.", days=0)
    answer = client.post(address(network), {"text": "Kirjoitetaan.", "seen": seen})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Joku ehti muuttaa" in page
    assert "Tavataan." in page
    assert shown(network) == {"done": "Tavataan."}
    now = CardAnswer.objects.latest("pk").pk
    assert f'name="seen" value="{now}"' in page
    client.post(address(network), {"text": "Kirjoitetaan.", "seen": now})
    assert shown(network) == {"done": "Kirjoitetaan."}


def test_an_undo_brings_the_former_back(network: Network) -> None:
    write(network, "done", "Soitetaan.", days=0)
    write(network, "done", "Tavataan.", days=1)
    undo_act(network, Act.objects.latest("pk"), by=None, at=NOON + timedelta(days=2))
    assert shown(network) == {"done": "Soitetaan."}


def test_undoing_what_others_have_built_on_asks_first(
    client: Client, aino: Person, network: Network
) -> None:
    write(network, "done", "Soitetaan.", days=0)
    write(network, "done", "Tavataan.", days=1)
    act = Act.objects.filter(verb="card.write").earliest("pk")
    answer = sign_in(client, aino).post(reverse("undo_act", args=[network.slug, act.pk]))
    assert answer.status_code == 409
    assert "Mitä todella tehdään" in answer.content.decode()
    assert shown(network) == {"done": "Tavataan."}


def test_the_purpose_is_the_same_on_the_card_and_at_home(network: Network) -> None:
    write(network, "purpose", "Yhdessä nuorten asialla.", days=0)
    network.refresh_from_db()
    assert network.purpose == "Yhdessä nuorten asialla."
    Network.objects.filter(pk=network.pk).update(purpose="Asetuksissa toisin.")
    network.refresh_from_db()
    assert shown(network) == {"purpose": "Asetuksissa toisin."}


def test_reading_the_card_takes_as_many_queries_however_long_its_story(
    client: Client, minna: Person, network: Network
) -> None:
    sign_in(client, minna).get(f"/networks/{network.slug}/card/")  # the browser is noted once
    counts = []
    for day in range(3):
        for question in ("done", "led", "kept"):
            write(network, question, f"Päivä {day}.", days=day)
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/networks/{network.slug}/card/")
        counts.append(len(queries))
    assert counts[0] == counts[-1]


@pytest.mark.parametrize("question", ["nothing", "versions"])
def test_a_question_that_the_card_does_not_ask_is_not_found(
    client: Client, eero: Person, network: Network, question: str
) -> None:
    assert sign_in(client, eero).get(address(network, question)).status_code == 404
