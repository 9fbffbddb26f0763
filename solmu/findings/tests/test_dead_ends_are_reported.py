"""A dead end met on the way is reported there and then, and taken up by the coordinator."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from solmu.agreements.models import AgreedAction
from solmu.findings.models import DeadEnd
from solmu.findings.queries.dead_ends import listed, waiting_for
from solmu.findings.tests.makers import make_dead_end
from solmu.ledger.models import Act
from solmu.networks.access import enter
from solmu.networks.models import Area, Network
from solmu.people.models import Person
from solmu.registry.actions.changes import undo_act
from solmu.registry.models import Actor
from solmu.registry.tests.makers import make_actor, make_service, perspective_of
from tests.cast import NOON, sign_in


@pytest.fixture
def town(network: Network) -> Area:
    area = Area.objects.create(
        network=network, kind="municipality", name_fi="Alakylä", name_sv="Nedre"
    )
    network.areas.add(area)
    return area


@pytest.fixture
def ohjaamo(network: Network, aino: Person) -> Actor:
    return make_actor(perspective_of(aino, network), "Ohjaamo", sector="ohjaamo")


def report(client: Client, network: Network, **said: object) -> int:
    fields = {"kind": "gap", "need": "education:guidance", **said}
    return int(client.post(reverse("report_dead_end", args=[network.slug]), fields).status_code)


def page_of(client: Client, network: Network, name: str = "dead_ends") -> str:
    return client.get(reverse(name, args=[network.slug])).content.decode()


def test_a_member_reports_what_the_answer_knew_with_a_few_words(
    client: Client, eero: Person, network: Network, town: Area, ohjaamo: Actor
) -> None:
    sign_in(client, eero)
    note = "Opoa ei ole ollut kevään jälkeen."
    assert report(client, network, place=town.pk, start=ohjaamo.ref, note=note) == 302
    made = DeadEnd.objects.get()
    assert (made.place, made.start, made.actor, made.author) == (town, ohjaamo, None, eero)
    page = page_of(client, network)
    assert "Kukaan ei tarjoa: Koulutus: ohjaus" in page
    assert note in page
    assert "Alakylä" in page
    assert "Eero Mäki" in page
    undo_act(network, Act.objects.latest("pk"), by=None, at=NOON)
    assert not DeadEnd.objects.exists()


def test_an_identity_code_is_refused_and_what_was_met_stays_in_the_form(
    client: Client, eero: Person, network: Network, town: Area
) -> None:
    sign_in(client, eero)
    answer = client.post(
        reverse("report_dead_end", args=[network.slug]),
        {"kind": "gap", "need": "money", "place": town.pk, "note": "131052-308T"},
    )
    assert answer.status_code == 422
    assert f'name="place" value="{town.pk}"' in answer.content.decode()
    assert not DeadEnd.objects.exists()


@pytest.mark.parametrize(
    "said", [{"kind": "ei-ole"}, {"need": "ei-ole"}, {"place": "99999"}, {"actor": "ei-ole"}]
)
def test_only_what_a_path_can_meet_is_reported(
    client: Client, eero: Person, network: Network, said: dict[str, str]
) -> None:
    sign_in(client, eero)
    assert report(client, network, **said) == 422


def test_an_open_report_of_the_same_is_told_in_the_answer_instead_of_a_form(
    client: Client, eero: Person, network: Network, town: Area, ohjaamo: Actor
) -> None:
    make_service(ohjaamo)
    asked = {"need": "education:guidance", "place": str(town.pk), "start": ohjaamo.ref}
    sign_in(client, eero)
    address = reverse("path", args=[network.slug])
    assert "Ilmoita tämä umpikuja" in client.post(address, asked).content.decode()
    made = make_dead_end(network, place=town, start=ohjaamo)
    page = client.post(address, asked).content.decode()
    assert "Ilmoitettu 12.11.2026: Ilmoitettu" in page
    assert "Ilmoita tämä umpikuja" not in page
    DeadEnd.objects.filter(pk=made.pk).update(state="done")
    assert "Ilmoita tämä umpikuja" in client.post(address, asked).content.decode()


def test_the_coordinator_is_told_at_home_until_it_is_taken_up(
    client: Client, aino: Person, eero: Person, network: Network, ohjaamo: Actor
) -> None:
    made = make_dead_end(network, start=ohjaamo)
    assert "Ota yksi umpikuja esiin" in page_of(sign_in(client, aino), network, "network")
    assert waiting_for(enter(eero, network.slug), date(2026, 11, 12)) == []
    answered = client.post(
        reverse("answer_dead_end", args=[network.slug, made.ref]),
        {"state": "in_progress", "answer": "Sovimme opon käynneistä."},
    )
    assert answered.status_code == 302
    assert "Ota yksi umpikuja esiin" not in page_of(client, network, "network")
    page = page_of(client, network)
    assert "Sovimme opon käynneistä." in page
    assert "Aino Laine" in page


def test_a_no_comes_with_its_reason(client: Client, aino: Person, network: Network) -> None:
    made = make_dead_end(network)
    address = reverse("answer_dead_end", args=[network.slug, made.ref])
    sign_in(client, aino)
    assert client.post(address, {"state": "not_here", "answer": ""}).status_code == 422
    assert client.post(address, {"state": "not_here", "answer": "Ei tarvetta."}).status_code == 302


def test_a_coordinator_takes_a_report_away_and_back(
    client: Client, aino: Person, network: Network
) -> None:
    made = make_dead_end(network, note="Kirjoitin liikaa.")
    sign_in(client, aino).post(reverse("remove_dead_end", args=[network.slug, made.ref]))
    assert "Mistään ei ole ilmoitettu" in page_of(client, network)
    undo_act(network, Act.objects.latest("pk"), by=None, at=NOON)
    assert "Kirjoitin liikaa." in page_of(client, network)


def test_readers_read_but_are_offered_no_forms(
    client: Client, minna: Person, network: Network
) -> None:
    make_dead_end(network)
    page = page_of(sign_in(client, minna), network)
    assert "Kukaan ei tarjoa" in page
    assert "Kerro, kuinka pitkällä se on" not in page


def test_what_waits_is_listed_before_what_is_done(network: Network) -> None:
    done, waits = make_dead_end(network), make_dead_end(network, need="money")
    DeadEnd.objects.filter(pk=done.pk).update(state="done")
    assert [one.row.pk for one in listed(DeadEnd.objects.all())] == [waits.pk, done.pk]


def test_a_dead_end_leads_to_an_agreed_action_and_one_undo_takes_both_back(
    client: Client, eero: Person, network: Network, ohjaamo: Actor
) -> None:
    made = make_dead_end(network, actor=ohjaamo)
    address = f"{reverse('agree', args=[network.slug])}?origin=dead_end&key={made.ref}"
    assert address.replace("&", "&amp;") in page_of(sign_in(client, eero), network)
    assert "Kukaan ei tarjoa: Koulutus: ohjaus" in client.get(address).content.decode()
    due = (timezone.localdate() + timedelta(days=9)).isoformat()
    said = {"what": "Kysytään lukiolta", "owner": ohjaamo.ref, "due_on": due}
    assert client.post(address, said).status_code == 302
    made.refresh_from_db()
    assert (made.state, made.answered_by) == ("in_progress", eero)
    place = reverse("agreement", args=[network.slug, AgreedAction.objects.get().ref])
    told = f"{reverse('dead_ends', args=[network.slug])}#dead-end-{made.ref}"
    assert f'href="{told}"' in client.get(place).content.decode()
    undo_act(network, Act.objects.latest("pk"), by=None, at=NOON)
    made.refresh_from_db()
    assert made.state == "reported"
    assert not AgreedAction.objects.exists()
