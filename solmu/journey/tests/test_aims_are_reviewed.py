"""An aim has an owner and a day of review; what was aimed at and what came of it stay with both their days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from solmu.journey.actions import remove_aim, review_aim
from solmu.journey.models import Aim, Review
from solmu.journey.queries.aims import laid_out, not_chosen
from solmu.journey.rules import timing
from solmu.journey.tests.makers import make_aim
from solmu.ledger.models import Act
from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.actions.changes import undo_act
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Seat
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in

TODAY = NOON.date()


@pytest.fixture
def kela(network: Network, aino: Person) -> Actor:
    return make_actor(perspective_of(aino, network), "Kela")


def review(
    aim: Aim, state: str = "begun", *, on: date = TODAY, next_on: date | None = None
) -> None:
    review_aim(
        aim, state=state, evidence="Sovittiin.", next_on=next_on, on=on, language="fi", by=None, at=NOON
    )  # fmt: skip


def found(network: Network) -> list[Aim]:
    return list(Aim.objects.filter(network=network).prefetch_related("reviews"))


def test_a_coordinator_chooses_an_aim_with_its_owner_and_its_day(
    client: Client, aino: Person, network: Network, kela: Actor
) -> None:
    said = {
        "possibility": "deepen",
        "text": "Opimme toisiltamme.",
        "owner": kela.ref,
        "review_on": (timezone.localdate() + timedelta(days=90)).isoformat(),
        "figure": "ties",
    }
    address = reverse("add_aim", args=[network.slug])
    assert sign_in(client, aino).post(address, said).status_code == 302
    aim = Aim.objects.get()
    assert (aim.owner, aim.value, aim.chosen_on) == (kela, 0, timezone.localdate())
    page = client.get(reverse("aims", args=[network.slug])).content.decode()
    assert "Kehitetään ja syvennetään asiantuntijuutta" in page
    assert "Opimme toisiltamme." in page


def test_something_else_needs_its_own_words_and_a_day_that_comes_after(
    client: Client, aino: Person, network: Network, kela: Actor
) -> None:
    said = {"possibility": "own", "text": "Näin.", "owner": kela.ref, "review_on": "2020-01-01"}
    answer = sign_in(client, aino).post(reverse("add_aim", args=[network.slug]), said)
    assert answer.status_code == 422
    assert "Kirjoita, mihin muuhun tähdätään." in answer.content.decode()
    assert "Seuranta olisi ennen valintaa" in answer.content.decode()


def test_both_dates_stay_with_the_figure_of_each(
    network: Network, aino: Person, kela: Actor
) -> None:
    perspective = perspective_of(aino, network)
    others = [make_actor(perspective, name) for name in ("Ohjaamo", "Lukio")]
    state_tie(perspective, kela, others[0], TieWords(), by=None, at=NOON)
    aim = make_aim(network, kela, figure="mutual")
    both = TieWords(direction="both")
    state_tie(perspective, kela, others[1], both, by=None, at=NOON)
    review(aim, on=TODAY + timedelta(days=60), next_on=date(2027, 3, 1))
    (laid,) = laid_out(found(network), on=TODAY)
    assert laid.figure == "0\N{NO-BREAK SPACE}%"
    assert [one.figure for one in laid.reviews] == ["50\N{NO-BREAK SPACE}%"]
    assert (laid.aim.chosen_on, laid.aim.review_on) == (TODAY, date(2027, 3, 1))


def test_reviews_past_their_day_come_first_and_what_has_ended_last(
    network: Network, kela: Actor
) -> None:
    later = make_aim(network, kela, review_on=date(2027, 6, 1))
    soon = make_aim(network, kela, possibility="act", review_on=TODAY)
    ended = make_aim(network, kela, possibility="gather", review_on=TODAY)
    review(ended, "reached")
    on = TODAY + timedelta(days=1)
    assert [one.aim for one in laid_out(found(network), on=on)] == [soon, later, ended]
    assert [timing(aim, on=on) for aim in found(network)] == ["later", "overdue", "ended"]


def test_what_is_due_waits_at_home_for_the_coordinator_and_the_owner(
    client: Client, aino: Person, eero: Person, network: Network, kela: Actor
) -> None:
    today = timezone.localdate()
    aim = make_aim(network, kela)
    Aim.objects.filter(pk=aim.pk).update(chosen_on=date(2020, 1, 1), review_on=date(2020, 6, 1))
    home = f"/networks/{network.slug}/"
    line = "Katso tavoitteen tilanne: Lisätään ja vahvistetaan tiedonkulkua"
    assert line not in sign_in(client, eero).get(home).content.decode()
    membership = Membership.objects.get(person=eero, network=network)
    Seat.objects.create(membership=membership, actor=kela, valid_from=today)
    for person in (eero, aino):
        page = sign_in(client, person).get(home).content.decode()
        assert line in page
        assert "Määräpäivä ohi: 1.6.2020" in page


def test_what_goes_on_is_looked_at_again_and_what_has_ended_is_not(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    aim = make_aim(network, kela)
    address = reverse("review_aim", args=[network.slug, aim.ref])
    sign_in(client, eero)
    said = {"state": "begun", "evidence": "Sovittiin yhteinen kalenteri."}
    answer = client.post(address, said)
    assert answer.status_code == 422
    assert "Valitse päivä, joka on vielä edessä." in answer.content.decode()
    assert client.post(address, {**said, "state": "reached"}).status_code == 302
    assert Review.objects.get().author == eero
    assert found(network)[0].ended


def test_a_review_needs_evidence_in_words(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    address = reverse("review_aim", args=[network.slug, make_aim(network, kela).ref])
    answer = sign_in(client, eero).post(address, {"state": "reached", "evidence": " "})
    assert answer.status_code == 422


def test_undoing_a_removal_brings_the_aim_with_its_reviews(network: Network, kela: Actor) -> None:
    aim = make_aim(network, kela)
    review(aim, next_on=date(2027, 1, 1))
    remove_aim(found(network)[0], by=None, at=NOON)
    assert not Aim.objects.exists()
    undo_act(network, Act.objects.latest("pk"), by=None, at=NOON)
    assert [one.evidence for one in Aim.objects.get().reviews.all()] == ["Sovittiin."]


def test_what_no_aim_has_taken_up_is_told(network: Network, kela: Actor) -> None:
    make_aim(network, kela)
    open_ones = not_chosen(found(network))
    assert len(open_ones) == 6
    assert "inform" not in open_ones


def test_a_corrected_aim_forgets_a_figure_that_it_no_longer_names(
    client: Client, aino: Person, network: Network, kela: Actor
) -> None:
    aim = make_aim(network, kela, figure="ties")
    said = {
        "possibility": "inform",
        "text": "Tieto kulkee.",
        "owner": kela.ref,
        "review_on": "2027-02-01",
        "figure": "actors",
    }
    sign_in(client, aino).post(reverse("edit_aim", args=[network.slug, aim.ref]), said)
    aim.refresh_from_db()
    assert (aim.text, aim.figure, aim.value) == ("Tieto kulkee.", "actors", None)
