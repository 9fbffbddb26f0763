"""A finding is answered, stays answered until the map changes under it, and leads to its action and back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from solmu.agreements.actions import remove_action, settle_action
from solmu.agreements.models import AgreedAction
from solmu.findings.models import FindingAnswer
from solmu.findings.queries.facts import reading_of
from solmu.findings.rules.answers import key_of
from solmu.ledger.models import Act
from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.actions.actors import place_in
from solmu.registry.actions.changes import undo_act
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Perspective, Seat
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in

OTHERS = ("Seurakunta", "Nuorisotalot", "Asumisneuvonta", "Kirjasto", "Kela")
RESTS = "Etsivä nuorisotyö: 5 suhdetta on yhden ihmisen varassa."


@pytest.fixture
def perspective(network: Network, aino: Person) -> Perspective:
    return perspective_of(aino, network)


@pytest.fixture
def etsiva(perspective: Perspective) -> Actor:
    """An organisation whose ties all go through Jenni Rautio."""
    etsiva = make_actor(perspective, "Etsivä nuorisotyö")
    jenni = make_actor(perspective, "Jenni Rautio", kind="person")
    place_in(jenni, etsiva, by=None, at=NOON)
    for name in OTHERS:
        tie(perspective, jenni, make_actor(perspective, name))
    return etsiva


def tie(perspective: Perspective, one: Actor, other: Actor) -> None:
    words = TieWords(direction="both", contents=("information",))
    state_tie(perspective, one, other, words, by=None, at=NOON)


def key(network: Network, finding: str = "one_person") -> str:
    network.refresh_from_db()
    found = reading_of(network, "organisation", on=timezone.localdate()).findings
    return key_of(next(one for one in found if one.id == finding), "organisation")


def reading(client: Client, person: Person, network: Network, query: str = "") -> str:
    answer = sign_in(client, person).get(reverse("reading", args=[network.slug]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def parts(words: str) -> tuple[str, str]:
    """Return the open findings and the answered ones, as the page has them."""
    before, _, after = words.partition('id="answered"')
    return before, after


def answer(
    client: Client,
    person: Person,
    network: Network,
    kind: str,
    *,
    reason: str = "",
    finding: str = "one_person",
) -> int:
    address = reverse("answer_finding", args=[network.slug, key(network, finding)])
    said = {"kind": kind, "reason": reason}
    return int(sign_in(client, person).post(address, said).status_code)


def agree(
    client: Client, person: Person, network: Network, owner: Actor, finding: str = "one_person"
) -> AgreedAction:
    address = f"{reverse('agree', args=[network.slug])}?origin=finding&key={key(network, finding)}"
    due = (timezone.localdate() + timedelta(days=30)).isoformat()
    said = {"what": "Sovitaan varahenkilö", "owner": owner.ref, "due_on": due}
    assert sign_in(client, person).post(address, said).status_code == 302
    return AgreedAction.objects.get()


def test_what_is_known_moves_under_the_answered_with_its_day_and_name(
    client: Client, eero: Person, minna: Person, network: Network, etsiva: Actor
) -> None:
    assert answer(client, eero, network, "known") == 302
    still_open, answered = parts(reading(client, minna, network))
    assert RESTS not in still_open
    assert RESTS in answered
    assert "Tiedossa" in answered
    assert "Eero Mäki" in answered
    assert "yhteen havaintoon vastattu" in still_open


def test_readers_see_answers_and_give_none(
    client: Client, eero: Person, minna: Person, otto: Person, network: Network, etsiva: Actor
) -> None:
    words = reading(client, minna, network)
    assert "Ei meillä, koska…" not in words
    assert "Sovi toimi" not in words
    assert answer(client, minna, network, "known") == 403
    assert answer(client, otto, network, "known") == 404
    answer(client, eero, network, "known")
    assert "Avaa uudelleen" not in reading(client, minna, network)


def test_not_so_here_needs_its_reason(
    client: Client, eero: Person, minna: Person, network: Network, etsiva: Actor
) -> None:
    address = reverse("answer_finding", args=[network.slug, key(network, "cut_point")])
    got = sign_in(client, eero).post(address, {"kind": "not_here"})
    assert got.status_code == 422
    assert "Kirjoita muutamalla sanalla, miksi." in got.content.decode()
    assert "tavoittaa muut vain tätä kautta" in got.content.decode()
    answer(client, eero, network, "not_here", reason="Soitamme toisillemme.", finding="cut_point")
    assert "Soitamme toisillemme." in parts(reading(client, minna, network))[1]


def test_it_opens_again_when_the_map_changes_under_it(
    client: Client, eero: Person, network: Network, perspective: Perspective, etsiva: Actor
) -> None:
    answer(client, eero, network, "known")
    make_actor(perspective, "Museo")
    assert RESTS in parts(reading(client, eero, network))[1]
    tie(
        perspective, Actor.objects.get(label_fi="Jenni Rautio"), Actor.objects.get(label_fi="Museo")
    )
    still_open, answered = parts(reading(client, eero, network))
    assert not answered
    assert "Etsivä nuorisotyö: 6 suhdetta on yhden ihmisen varassa." in still_open
    assert (
        "mutta kartta on muuttunut sen jälkeen: yksi suhde on uusi, yksi toimija on uusi."
        in still_open
    )
    answer(client, eero, network, "known")
    assert "6 suhdetta on yhden ihmisen varassa" in parts(reading(client, eero, network))[1]
    assert FindingAnswer.objects.count() == 1


def test_an_agreed_action_answers_it_and_both_show_each_other(
    client: Client, eero: Person, minna: Person, network: Network, etsiva: Actor
) -> None:
    form = client_form(client, eero, network)
    assert RESTS in form
    assert f'value="{etsiva.ref}" selected' in form
    action = agree(client, eero, network, etsiva)
    place = reverse("agreement", args=[network.slug, action.ref])
    answered = parts(reading(client, minna, network))[1]
    assert f'href="{place}"' in answered
    assert "Etsivä nuorisotyö, viimeistään" in answered
    words = client.get(place).content.decode()
    assert RESTS in words
    assert (
        f'href="{reverse("reading", args=[network.slug])}?answered#one_person-{etsiva.ref}"'
        in words
    )
    settle_action(action, "done", on=timezone.localdate(), by=eero, at=timezone.now())
    day = timezone.localdate()
    assert f"Tehty {day.day}.{day.month}.{day.year}" in parts(reading(client, minna, network))[1]


def test_what_came_of_a_rule_that_is_no_more_is_told_by_its_kind(
    client: Client, eero: Person, network: Network, etsiva: Actor
) -> None:
    action = agree(client, eero, network, etsiva)
    FindingAnswer.objects.update(finding="told_no_more")
    words = client.get(reverse("agreement", args=[network.slug, action.ref])).content.decode()
    assert "Havainto" in words
    assert RESTS not in words


def client_form(client: Client, person: Person, network: Network) -> str:
    address = f"{reverse('agree', args=[network.slug])}?origin=finding&key={key(network)}"
    return sign_in(client, person).get(address).content.decode()


def test_one_undo_takes_back_the_action_and_the_answer(
    client: Client, eero: Person, network: Network, etsiva: Actor
) -> None:
    agree(client, eero, network, etsiva)
    undo_act(network, Act.objects.latest("pk"), by=eero, at=timezone.now())
    assert not AgreedAction.objects.exists()
    assert not FindingAnswer.objects.exists()
    assert RESTS in parts(reading(client, eero, network))[0]


def test_removing_the_action_opens_the_finding_and_undo_brings_both(
    client: Client, aino: Person, network: Network, etsiva: Actor
) -> None:
    remove_action(agree(client, aino, network, etsiva), by=aino, at=NOON)
    assert RESTS in parts(reading(client, aino, network))[0]
    undo_act(network, Act.objects.latest("pk"), by=aino, at=NOON)
    assert RESTS in parts(reading(client, aino, network))[1]


def test_an_action_that_is_let_go_leaves_the_finding_open(
    client: Client, eero: Person, network: Network, etsiva: Actor
) -> None:
    action = agree(client, eero, network, etsiva)
    settle_action(action, "let_go", why="Ei ehditä.", on=NOON.date(), by=eero, at=NOON)
    still_open, answered = parts(reading(client, eero, network))
    assert not answered
    assert "mutta sovitusta toimesta on luovuttu." in still_open


def test_an_answer_is_taken_away_and_undo_brings_it_back(
    client: Client, eero: Person, network: Network, etsiva: Actor
) -> None:
    answer(client, eero, network, "known")
    address = reverse("reopen_finding", args=[network.slug, key(network)])
    assert client.post(address).status_code == 302
    assert RESTS in parts(reading(client, eero, network))[0]
    assert client.post(address).status_code == 404
    undo_act(network, Act.objects.latest("pk"), by=eero, at=timezone.now())
    assert RESTS in parts(reading(client, eero, network))[1]


def test_the_reason_about_a_named_person_goes_to_few(
    client: Client, aino: Person, eero: Person, minna: Person, network: Network, etsiva: Actor
) -> None:
    reason = "Jennillä on jo varahenkilö."
    answer(client, aino, network, "not_here", reason=reason)
    assert reason in parts(reading(client, aino, network))[1]
    for person in (eero, minna):
        answered = parts(reading(client, person, network))[1]
        assert RESTS in answered
        assert "Aino Laine" in answered
        assert reason not in answered
        assert "Jenni" not in answered
    jenni = Actor.objects.get(label_fi="Jenni Rautio")
    Seat.objects.create(membership=Membership.objects.get(person=minna), actor=jenni)
    assert reason in parts(reading(client, minna, network))[1]


def test_a_member_reads_the_reason_that_they_wrote(
    client: Client, eero: Person, network: Network, etsiva: Actor
) -> None:
    assert "perustelun näkevät hän, koordinaattorit ja sinä" in reading(client, eero, network)
    answer(client, eero, network, "not_here", reason="Meitä on kaksi.")
    assert "Meitä on kaksi." in parts(reading(client, eero, network))[1]


def test_who_is_not_told_of_a_person_learns_nothing_from_what_was_agreed(
    client: Client, aino: Person, eero: Person, network: Network, perspective: Perspective
) -> None:
    lone = make_actor(perspective, "Onni Yksin", kind="person")
    for name in OTHERS:
        tie(perspective, lone, make_actor(perspective, name))
    kela = Actor.objects.get(label_fi="Kela")
    assert answer(client, eero, network, "known", finding="bottleneck") == 404
    action = agree(client, aino, network, kela, "bottleneck")
    place = reverse("agreement", args=[network.slug, action.ref])
    assert "Onni Yksin: tästä kulkee" in client.get(place).content.decode()
    words = sign_in(client, eero).get(place).content.decode()
    assert "Havainto" in words
    assert "Onni" not in words
    assert lone.ref not in words
    assert "Onni Yksin: tästä kulkee" not in reading(client, eero, network)
    got = client.get(reverse("agreements_file", args=[network.slug, "csv"]))
    assert "Onni" not in got.content.decode()


def test_my_data_holds_what_i_answered(
    client: Client, eero: Person, network: Network, etsiva: Actor
) -> None:
    answer(client, eero, network, "not_here", reason="Meitä on kaksi.")
    words = sign_in(client, eero).get(reverse("my_data")).content.decode()
    assert "Vastauksesi havaintoihin" in words
    assert "Meitä on kaksi." in words


def test_answering_is_told_among_the_changes(
    client: Client, eero: Person, network: Network, etsiva: Actor
) -> None:
    answer(client, eero, network, "known")
    changes = client.get(reverse("changes", args=[network.slug])).content.decode()
    assert "Havaintoon vastattiin" in changes
    assert Act.objects.latest("pk").summary == {}


def test_answers_take_one_query_however_many_there_are(
    client: Client, eero: Person, network: Network, etsiva: Actor
) -> None:
    def queries() -> int:
        reading(client, eero, network)
        with CaptureQueriesContext(connection) as seen:
            reading(client, eero, network)
        return len(seen)

    answer(client, eero, network, "known")
    few = queries()
    for finding in ("cut_point", "bottleneck"):
        answer(client, eero, network, "known", finding=finding)
    assert FindingAnswer.objects.count() == 3
    assert queries() == few
