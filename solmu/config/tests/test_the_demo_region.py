"""The invented region is whole, quick to load, and holds the weaknesses that the reading finds."""

from __future__ import annotations

import time
from typing import Any

import pytest

from solmu.config.demo import REGION, load_demo
from solmu.findings.queries.facts import reading_of
from solmu.findings.rules.facts import Finding
from solmu.ledger.models import Act
from solmu.lib.identity_codes import holds_identity_code
from solmu.networks.access import networks_for
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.changes import undo_act
from solmu.registry.models import Actor, Belonging, Claim, Contact, Perspective, Tie
from solmu.registry.queries import present_actors
from tests.cast import NOON


@pytest.fixture
def region(db: None) -> Network:
    return load_demo(at=NOON)


def label(ref: Any) -> str:
    return Actor.objects.get(ref=ref).label


def found(region: Network, id_: str) -> list[Finding]:
    reading = reading_of(region, "organisation", on=NOON.date())
    return [one for one in reading.findings if one.id == id_]


def test_it_loads_in_less_than_three_seconds_and_once(db: None) -> None:
    began = time.process_time()  # its own work, whatever else the machine does
    region = load_demo(at=NOON)
    assert time.process_time() - began < 3
    acts = Act.objects.count()
    assert load_demo(at=NOON) == region
    assert Act.objects.count() == acts


def test_it_is_as_large_as_it_says(region: Network) -> None:
    kinds = [actor.kind for actor in present_actors(region)]
    assert kinds.count("organisation") == 35
    assert 25 <= kinds.count("unit") <= 30
    assert kinds.count("person") == 60
    pairs = {frozenset(pair) for pair in Tie.objects.values_list("source", "target")}
    assert 140 <= len(pairs) <= 160


def test_several_people_work_in_two_places_for_a_share_of_the_week(region: Network) -> None:
    people = Actor.objects.filter(network=region, kind="person")
    two = [one for one in people if one.belongings.count() == 2]
    assert len(two) >= 6
    assert Belonging.objects.filter(actor__network=region, share="ti–ke").exists()


def test_its_sources_partly_disagree_and_partly_confirm_each_other(region: Network) -> None:
    kinds = Perspective.objects.filter(network=region).values_list("kind", flat=True)
    assert {"coordinator", "group_map", "member"} <= set(kinds)
    ties = Tie.objects.filter(network=region)
    assert ties.filter(differs=True).count() > 20
    assert ties.filter(both_ends=True).exists()
    assert ties.filter(status="wished").exists()
    assert ties.filter(said=3).exists()


def test_the_cast_has_its_places(region: Network) -> None:
    roles = dict(region.memberships.filter(ended_at=None).values_list("person__name", "role"))
    assert roles == {"Aino Laine": "coordinator", "Eero Mäki": "member", "Minna Salo": "reader"}
    assert region.memberships.filter(person__name="Ritva Koski").exclude(ended_at=None).exists()
    eero = region.memberships.get(person__name="Eero Mäki")
    assert [seat.actor.label for seat in eero.seats.all()] == ["Ammattiopisto Lakeus"]
    (otto,) = networks_for(Person.objects.get(name="Otto Virta"))
    assert otto != region
    assert not present_actors(otto).exists()


def test_contacts_cannot_be_reached(region: Network) -> None:
    contacts = Contact.objects.filter(actor__network=region)
    assert contacts.count() > 70
    assert all(one.value.endswith(".example") for one in contacts.filter(kind="email"))
    assert all(one.value.startswith("06 000 ") for one in contacts.filter(kind="phone"))


def test_notes_speak_of_services_and_hold_no_codes(region: Network) -> None:
    notes = Claim.objects.filter(perspective__network=region).exclude(note="")
    assert notes.count() > 60
    assert not [one.note for one in notes if holds_identity_code(one.note)]
    assert not holds_identity_code(REGION.read_text(encoding="utf-8"))


def test_the_parish_is_the_only_way_to_the_associations(region: Network) -> None:
    (finding,) = found(region, "cut_point")
    assert label(finding.slots["a"]) == "Järvilakeuden seurakunta"
    assert {label(ref) for ref in finding.actors[1:]} == {
        "Monikulttuurinen yhdistys Kaari", "Vertaistalo", "Mielenterveysyhdistys Lakeus", "4H-yhdistys",
    }  # fmt: skip


def test_mental_health_gives_nothing_back(region: Network) -> None:
    first = found(region, "one_way_many")[0]
    assert label(first.slots["b"]) == "Nuorten mielenterveyspalvelut"
    assert first.slots["c"] == "referral"
    assert int(first.slots["n"]) >= 5


def test_outreach_rests_on_one_person(region: Network) -> None:
    finding = found(region, "one_person")[0]
    assert label(finding.slots["a"]) == "Etsivä nuorisotyö"
    assert label(finding.person) == "Jenni Rautio"
    assert int(finding.slots["n"]) >= 6


def test_business_and_wellbeing_do_not_meet(region: Network) -> None:
    first = found(region, "silo")[0]
    assert (first.slots["x"], first.slots["y"], first.slots["n"]) == ("business", "wellbeing", 0)


def test_one_actor_stands_alone(region: Network) -> None:
    (finding,) = found(region, "isolated")
    assert label(finding.slots["a"]) == "Puolustusvoimien aluetoimisto"


def test_a_source_can_be_taken_back_and_takes_its_ties_along(region: Network) -> None:
    act = Act.objects.get(network_id=region.pk, summary__title="Ohjausryhmän kartta, syyskokous")
    before = Tie.objects.filter(network=region).count()
    undo_act(region, act, by=None, at=NOON)
    assert Tie.objects.filter(network=region).count() < before
    assert present_actors(region).count() == 123
