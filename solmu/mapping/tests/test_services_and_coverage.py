"""What is offered: written by form, sorted from words, laid out as a grid, and told on the actor's card."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from solmu.ledger.actions import undo
from solmu.ledger.models import Act
from solmu.mapping.tests.makers import SmallMap, make_small_map, read_in_english, rows_of, words_of
from solmu.networks.models import Area, Network
from solmu.people.models import Person
from solmu.registry.actions.actors import remove_actor
from solmu.registry.actions.identities import merge_actors
from solmu.registry.actions.services import Hours, set_presence
from solmu.registry.models import Offer, Presence, Service
from solmu.registry.tests.makers import make_actor, make_service
from tests.cast import NOON, sign_in


@pytest.fixture
def small(network: Network, aino: Person) -> SmallMap:
    return make_small_map(network, aino)


@pytest.fixture
def towns(network: Network) -> tuple[Area, Area]:
    made = [
        Area.objects.create(network=network, kind="municipality", name_fi=name, name_sv=name)
        for name in ("Alakylä", "Yläkylä")
    ]
    network.areas.set(made)
    return made[0], made[1]


def page(client: Client, person: Person, name: str, *parts: object, **asked: str) -> str:
    read_in_english()
    return sign_in(client, person).get(reverse(name, args=parts), asked).content.decode()


def said(*offers: tuple[str, str], **answers: Any) -> dict[str, Any]:
    form: dict[str, Any] = {
        "name": "Hakijaneuvonta",
        "kinds": ["advice"],
        "goal_areas": ["education"],
        "offer-TOTAL_FORMS": len(offers),
        "offer-INITIAL_FORMS": 0,
        **answers,
    }
    for number, (actor, role) in enumerate(offers):
        form |= {f"offer-{number}-actor": actor, f"offer-{number}-role": role}
    return form


def squares(page: str) -> dict[str, str]:
    """Return what each square of the grid says, by goal, kind and municipality."""
    found = re.findall(r'<a class="cover-square .*?</a>', page, re.DOTALL)
    return dict(words_of(one).split(": ", 1) for one in found)


def test_a_service_is_written_and_stands_in_its_square(
    client: Client, network: Network, eero: Person, small: SmallMap, towns: tuple[Area, Area]
) -> None:
    read_in_english()
    address = reverse("add_service", args=[network.slug])
    answers = said(
        ("Lukio", "responsible"), ("Kela", "other"), places=[str(towns[0].pk)], entrance="open"
    )
    assert sign_in(client, eero).post(address, answers).status_code == 302
    service = Service.objects.get()
    assert {(one.actor.label, one.role) for one in service.offers.all()} == {
        ("Lukio", "responsible"), ("Kela", "other"),
    }  # fmt: skip
    found = squares(page(client, eero, "coverage", network.slug))
    assert len(found) == 18
    assert found["Education, Advice, Alakylä"] == "2 actors"
    assert found["Education, Advice, Yläkylä"] == "nobody"


def test_without_kind_goal_or_actor_it_is_told_what_is_missing(
    client: Client, network: Network, eero: Person, small: SmallMap
) -> None:
    read_in_english()
    address = reverse("add_service", args=[network.slug])
    answer = sign_in(client, eero).post(address, said(("", "responsible")))
    assert answer.status_code == 422
    assert "Who offers it? Choose at least one actor." in answer.content.decode()
    answer = client.post(address, said(("Tuntematon", "responsible"), kinds=[]))
    assert "Unknown actor" in answer.content.decode()
    assert not Service.objects.exists()


def test_a_gap_leads_to_a_form_that_knows_the_square(
    client: Client, network: Network, eero: Person, small: SmallMap, towns: tuple[Area, Area]
) -> None:
    cell = page(client, eero, "coverage_cell", network.slug, towns[1].pk, "employment", "guidance")
    address = re.search(r'href="([^"]+services/new/[^"]+)"', cell)
    assert address is not None
    form = client.get(address[1].replace("&amp;", "&")).content.decode()
    ticked = re.findall(r'name="(\w+)" value="(\w+)"[^>]* checked', form)
    assert ticked == [
        ("kinds", "guidance"), ("goal_areas", "employment"), ("places", str(towns[1].pk)),
    ]  # fmt: skip


def test_a_correction_keeps_what_was_not_touched_and_is_undone_whole(
    client: Client, network: Network, aino: Person, small: SmallMap, towns: tuple[Area, Area]
) -> None:
    service = make_service(small.lukio, places=[towns[0]], target_group="lukiolaiset")
    address = reverse("edit_service", args=[network.slug, service.ref])
    answers = said(("Kela", "responsible"), name="Etuusneuvonta", goal_areas=["everyday_life"])
    assert sign_in(client, aino).post(address, answers).status_code == 302
    service.refresh_from_db()
    assert (service.name, service.goal_areas) == ("Etuusneuvonta", ["everyday_life"])
    assert [one.actor for one in service.offers.all()] == [small.kela]
    assert not service.places.exists()
    undo(Act.objects.latest("pk"), by=aino, at=NOON)
    service.refresh_from_db()
    assert (service.name, service.target_group) == ("hakijaneuvonta", "lukiolaiset")
    assert [one.actor for one in service.offers.all()] == [small.lukio]
    assert [one.municipality for one in service.places.all()] == [towns[0]]


def test_a_service_that_is_taken_off_comes_back_with_an_undo(
    client: Client, network: Network, eero: Person, small: SmallMap
) -> None:
    service = make_service(small.lukio)
    sign_in(client, eero).post(reverse("remove_service", args=[network.slug, service.ref]))
    assert "No services yet" in page(client, eero, "services", network.slug)
    undo(Act.objects.latest("pk"), by=eero, at=NOON)
    assert "Hakijaneuvonta" in page(client, eero, "services", network.slug)


def test_written_words_are_sorted_at_once_and_leave_the_list(
    client: Client, network: Network, eero: Person, small: SmallMap, towns: tuple[Area, Area]
) -> None:
    make_actor(small.own, "Paja", kind="unit", services="Työpajavalmennus; kahvila, velkaneuvonta")
    sorting = page(client, eero, "sort_services", network.slug)
    assert "4 wait to be sorted" in sorting
    fields = dict(re.findall(r'name="([^"]+)"(?: value="(\w+)")?[^>]* checked', sorting))
    assert sum(name.endswith("-takes") for name in fields) == 3  # the café does not tell what it is
    answers: dict[str, list[str]] = {}
    for name, value in re.findall(r'name="([^"]+)"(?: value="(\w+)")?[^>]* checked', sorting):
        answers.setdefault(name, []).append(value or "on")
    answer = client.post(reverse("sort_services", args=[network.slug]), answers)
    assert answer.status_code == 302
    assert set(Service.objects.values_list("name", flat=True)) == {
        "uraohjaus", "Työpajavalmennus", "velkaneuvonta",
    }  # fmt: skip
    assert "1 waits to be sorted" in page(client, eero, "sort_services", network.slug)
    assert "3 services sorted" not in page(client, eero, "services", network.slug)


def test_a_row_that_is_taken_along_must_say_what_it_is(
    client: Client, network: Network, eero: Person, small: SmallMap
) -> None:
    sorting = page(client, eero, "sort_services", network.slug)
    (takes,) = re.findall(r'name="([^"]+-takes)"', sorting)
    answer = client.post(reverse("sort_services", args=[network.slug]), {takes: "on"})
    assert answer.status_code == 422
    assert "Tick what it is and what it is for" in answer.content.decode()


def test_the_assessment_of_need_tells_gaps_what_hangs_on_the_ohjaamo_and_who_is_missing(
    client: Client, network: Network, minna: Person, small: SmallMap, towns: tuple[Area, Area]
) -> None:
    make_service(small.ohjaamo, "uraohjaus", kinds=("guidance",), goal_areas=("employment",))
    make_service(small.lukio, places=[towns[0]])
    need = page(client, minna, "need", network.slug)
    rows = rows_of(need)
    assert rows[0].startswith("Alakylä Everyday life: information")
    assert "Finding work: guidance" in rows[0].partition("Finding work: advice")[2]
    assert "Education: advice" not in rows[0]
    assert "Education: advice" in rows[1]
    told = words_of(need)
    assert "Yläkylä: Education, Work and income, Wellbeing, Youth services" in told
    assert told.count("Uraohjaus") == 1
    assert "2 squares hang on the Ohjaamo alone." in told
    assert "1 square is covered by somebody besides the Ohjaamo." in told


def test_who_left_the_map_covers_nothing_and_comes_back(
    client: Client, network: Network, aino: Person, small: SmallMap, towns: tuple[Area, Area]
) -> None:
    make_service(small.lukio)
    remove_actor(small.lukio, by=aino, at=NOON)
    assert squares(page(client, aino, "coverage", network.slug))[
        "Education, Advice, Alakylä"
    ] == "nobody"  # fmt: skip
    assert "nobody any more" in page(client, aino, "services", network.slug)
    undo(Act.objects.latest("pk"), by=aino, at=NOON)
    assert squares(page(client, aino, "coverage", network.slug))[
        "Education, Advice, Alakylä"
    ] == "1 actor"  # fmt: skip


def test_merging_brings_services_and_times_along(network: Network, small: SmallMap) -> None:
    other = make_actor(small.own, "Kansaneläkelaitos")
    mine, theirs = make_service(small.kela, "etuudet"), make_service(other, "kuntoutus")
    Offer.objects.create(service=mine, actor=other)
    set_presence(other, small.ohjaamo, [Hours(3)], by=None, at=NOON)
    merge_actors(small.kela, other, by=None, at=NOON)
    assert set(Offer.objects.filter(actor=small.kela).values_list("service", flat=True)) == {
        mine.pk, theirs.pk,
    }  # fmt: skip
    assert Presence.objects.get().actor == small.kela
    undo(Act.objects.latest("pk"), by=None, at=NOON)
    assert Presence.objects.get().actor == other
    assert Offer.objects.filter(actor=other).count() == 2


def test_times_on_the_spot_are_told_on_the_card(
    client: Client, network: Network, eero: Person, small: SmallMap
) -> None:
    address = reverse("actor_presence", args=[network.slug, small.kela.ref])
    form = page(client, eero, "actor_presence", network.slug, small.kela.ref)
    assert 'value="Ohjaamo Järvilakeus"' in form
    days = {"day-1-there": "on", "day-3-opens": "9:00", "day-3-closes": "15:30"}
    answer = client.post(address, {"place": "Ohjaamo Järvilakeus", **days})
    assert answer.status_code == 302
    card = words_of(part(client, network, small))
    assert "On the spot: Ohjaamo Järvilakeus" in card
    assert re.search(r"tue there .*thu 9–15.30", card)
    wrong = {"place": "Kela", "day-3-opens": "9:00", "day-3-closes": "8:00"}
    refused = client.post(address, wrong)
    assert refused.status_code == 422
    assert "The end must be after the beginning." in refused.content.decode()


def part(client: Client, network: Network, small: SmallMap) -> str:
    address = reverse("actor_panel", args=[network.slug, small.kela.ref])
    return client.get(address, headers={"HX-Request": "true"}).content.decode()


def test_the_card_lists_services_first_and_then_unsorted_words(
    client: Client, network: Network, minna: Person, small: SmallMap
) -> None:
    make_service(small.ohjaamo, "uraohjaus", kinds=("guidance",), target_group="alle 30-vuotiaat")
    read_in_english()
    address = reverse("actor_panel", args=[network.slug, small.ohjaamo.ref])
    card = sign_in(client, minna).get(address, headers={"HX-Request": "true"}).content.decode()
    assert words_of(card).count("Uraohjaus") == 1
    assert "Guidance Uraohjaus alle 30-vuotiaat" in words_of(card)


def test_queries_do_not_grow_with_services(
    client: Client, network: Network, aino: Person, small: SmallMap, towns: tuple[Area, Area]
) -> None:
    make_service(small.lukio)
    sign_in(client, aino)
    addresses = [reverse(name, args=[network.slug]) for name in ("coverage", "need", "services")]

    def counted(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    before = [counted(address) for address in addresses]
    for number in range(15):
        make_service(small.kela, f"palvelu {number}", places=[towns[number % 2]])
    assert [counted(address) for address in addresses] == before
    assert max(before) <= 30
