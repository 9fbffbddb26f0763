"""From a need to whom to call, over referrals; what was asked leaves no trace anywhere."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from solmu.findings.queries.needs import need_choices
from solmu.networks.models import Area, Network
from solmu.people.models import Person
from solmu.registry.actions.actors import place_in
from solmu.registry.actions.services import Hours, set_presence
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Contact, Perspective
from solmu.registry.tests.makers import make_actor, make_service, perspective_of
from tests.cast import NOON, sign_in

GUIDANCE = "everyday_life:guidance"
Made = dict[str, Any]


@pytest.fixture
def own(network: Network, aino: Person) -> Perspective:
    return perspective_of(aino, network)


@pytest.fixture
def made(network: Network, own: Perspective) -> Made:
    """An Ohjaamo that refers to outreach, and that to a parish; in two towns."""
    towns = [
        Area.objects.create(network=network, kind="municipality", name_fi=name, name_sv=name)
        for name in ("Alakylä", "Yläkylä")
    ]
    network.areas.set(towns)
    ohjaamo = make_actor(own, "Ohjaamo", sector="ohjaamo")
    outreach = make_actor(own, "Etsivä työ", sector="youth", contacts=(("phone", "06 000 0124"),))
    parish = make_actor(own, "Seurakunta", sector="associations")
    refer(own, ohjaamo, outreach)
    make_service(
        outreach,
        "saattaminen",
        kinds=("guidance",),
        goal_areas=("everyday_life",),
        places=[towns[0]],
    )
    return {"ohjaamo": ohjaamo, "outreach": outreach, "parish": parish, "here": towns[0], "there": towns[1]}  # fmt: skip


def refer(own: Perspective, giver: Actor, taker: Actor, **more: Any) -> None:
    words = TieWords(direction="forward", contents=("referral",), frequency=3, **more)
    state_tie(own, giver, taker, words, by=None, at=NOON)


def ask(client: Client, network: Network, place: Area, need: str = GUIDANCE, **more: str) -> str:
    cache.clear()
    start = Actor.objects.get(label_fi="Ohjaamo").ref
    said = {"need": need, "place": str(place.pk), "start": start, **more}
    answer = client.post(reverse("path", args=[network.slug]), said)
    assert answer.status_code == 200, answer.context["form"].errors
    return answer.content.decode()


def test_the_list_has_everyday_needs_by_part_of_life_and_kinds_of_support() -> None:
    groups = dict(need_choices())
    assert len(groups) == 5
    codes = [code for choices in groups.values() for code, _ in choices]
    assert {"dropout", "money", "education:advice"} <= set(codes)
    assert len(codes) == len(set(codes))


def test_it_begins_at_the_ohjaamo_and_says_that_nothing_is_stored(
    client: Client, minna: Person, network: Network, made: Made
) -> None:
    page = sign_in(client, minna).get(reverse("path", args=[network.slug])).content.decode()
    assert f'<option value="{made["ohjaamo"].ref}" selected>' in page
    assert "Tästä ei tallenneta mitään" in page
    assert "<optgroup" in page


def test_the_best_way_says_whom_to_call_and_how_one_gets_there(
    client: Client, minna: Person, network: Network, made: Made
) -> None:
    Contact.objects.filter(kind="phone").update(visibility="readers")
    page = ask(sign_in(client, minna), network, made["here"])
    assert "Paras reitti" in page
    assert "Yksi siirto. Ilman saattamista." in page
    assert "viikoittain" in page
    assert 'href="tel:060000124"' in page
    assert "Saattaminen" in page
    assert 'role="img"' in page


def test_contacts_that_one_may_not_see_are_told_as_missing(
    client: Client, minna: Person, aino: Person, network: Network, made: Made
) -> None:
    Contact.objects.update(visibility="coordinator")
    page = ask(sign_in(client, minna), network, made["here"])
    assert "tel:" not in page
    assert "Ei numeroa tai osoitetta, jonka saisit nähdä." in page
    assert "tel:" in ask(sign_in(client, aino), network, made["here"])


def test_whoever_is_on_the_spot_makes_the_hand_off_warm(
    client: Client, minna: Person, network: Network, made: Made
) -> None:
    set_presence(made["outreach"], made["ohjaamo"], [Hours(1, None, None)], by=None, at=NOON)
    page = ask(sign_in(client, minna), network, made["here"])
    assert "Yksi siirto. Saattaen." in page
    assert "paikalla toistensa luona" in page


def test_a_referral_between_people_counts_for_their_organisations(
    client: Client, minna: Person, network: Network, own: Perspective, made: Made
) -> None:
    maija = make_actor(own, "Maija Niemi", kind="person")
    place_in(maija, made["outreach"], by=None, at=NOON)
    refer(own, maija, made["parish"])
    make_service(made["parish"], "diakonia", kinds=("guidance",), goal_areas=("everyday_life",))
    page = ask(sign_in(client, minna), network, made["there"])
    assert "2 siirtoa. Yksi niistä ilman saattamista." in page
    assert "kulkee ihmiseltä ihmiselle" in page
    assert "Maija Niemi" not in page


def test_nobody_in_the_municipality_names_who_offers_it_elsewhere(
    client: Client, minna: Person, network: Network, made: Made
) -> None:
    page = ask(sign_in(client, minna), network, made["there"])
    assert "Reittiä ei löytynyt" in page
    assert "Kukaan ei tarjoa tätä täällä. Muualla tarjoavat: Etsivä työ." in page


def test_who_offers_but_is_led_to_by_nobody_is_a_broken_transition(
    client: Client, minna: Person, network: Network, own: Perspective, made: Made
) -> None:
    make_service(made["parish"], "diakonia", kinds=("guidance",), goal_areas=("everyday_life",))
    words = TieWords(direction="both", contents=("joint_work",))
    state_tie(own, made["ohjaamo"], made["parish"], words, by=None, at=NOON)
    page = ask(sign_in(client, minna), network, made["here"])
    assert "<b>Seurakunta:</b> Tarjoaa tarvittavaa, mutta kukaan reitillä ei ohjaa sinne." in page
    assert "Suhde on jo: Ohjaamo. Sopikaa asiakasohjauksesta." in page


def test_a_desk_elsewhere_is_told_unless_somebody_comes_here(
    client: Client, minna: Person, network: Network, made: Made
) -> None:
    Actor.objects.filter(pk=made["outreach"].pk).update(municipality=made["there"])
    network.services.update(channels=["site"])
    told = "Palvelu annetaan muualla, eikä täällä ole ketään paikalla."
    assert told in ask(sign_in(client, minna), network, made["here"])
    Actor.objects.filter(pk=made["ohjaamo"].pk).update(municipality=made["here"])
    set_presence(made["outreach"], made["ohjaamo"], [Hours(1, None, None)], by=None, at=NOON)
    assert told not in ask(client, network, made["here"])


def test_an_everyday_need_is_met_by_the_services_own_words(
    client: Client, minna: Person, network: Network, made: Made
) -> None:
    make_service(
        made["outreach"],
        "tuki opinnot keskeyttäneelle",
        kinds=("guidance",),
        target_group="15–28-vuotiaat",
    )
    page = ask(sign_in(client, minna), network, made["here"], "dropout")
    assert "Tuki opinnot keskeyttäneelle" in page
    assert "Saattaminen" not in page
    assert "Tuki opinnot" not in ask(client, network, made["here"], "dropout", start=made["parish"].ref)  # fmt: skip


def test_a_service_for_another_age_is_left_out(
    client: Client, minna: Person, network: Network, made: Made
) -> None:
    network.services.update(target_group="18–35-vuotiaat")
    assert "Paras reitti" in ask(sign_in(client, minna), network, made["here"], ages="older")
    assert "Reittiä ei löytynyt" in ask(client, network, made["here"], ages="minor")


def test_the_question_is_stored_nowhere(
    client: Client,
    minna: Person,
    network: Network,
    made: Made,
    caplog: pytest.LogCaptureFixture,
) -> None:
    sign_in(client, minna).get("/profile/")  # the browser is noted once
    before = rows()
    with caplog.at_level(logging.DEBUG):
        ask(client, network, made["here"], "sexual_violence")
    assert rows() == before
    said = " ".join(
        str(record.__dict__) for record in caplog.records if record.name != "django.db.backends"
    )
    assert "sexual_violence" not in said  # fmt: skip


def rows() -> list[Any]:
    return [list(model._base_manager.order_by("pk").values_list()) for model in apps.get_models()]


def test_what_stands_in_an_address_is_not_read(
    client: Client, minna: Person, network: Network, made: Made
) -> None:
    page = sign_in(client, minna).get(reverse("path", args=[network.slug]), {"need": GUIDANCE})
    assert f'value="{GUIDANCE}" selected' not in page.content.decode()
    assert page["Cache-Control"].startswith("max-age=0, no-cache, no-store")


def test_only_what_is_on_the_lists_is_asked(
    client: Client, minna: Person, network: Network, made: Made
) -> None:
    said = {
        "need": "Matti ei tule kotiin",
        "place": str(made["here"].pk),
        "start": made["ohjaamo"].ref,
    }
    answer = sign_in(client, minna).post(reverse("path", args=[network.slug]), said)
    assert answer.status_code == 422
    assert "Matti" not in answer.content.decode()


def test_without_services_it_says_so(client: Client, minna: Person, network: Network) -> None:
    page = sign_in(client, minna).get(reverse("path", args=[network.slug])).content.decode()
    assert "Palveluja ei ole vielä" in page


def test_it_takes_as_many_queries_however_large_the_network_is(
    client: Client, minna: Person, network: Network, own: Perspective, made: Made
) -> None:
    sign_in(client, minna).get("/profile/")
    counts = []
    for turn in range(2):
        for number in range(4 * turn):
            one = make_actor(own, f"Toimija {number}", contacts=(("phone", f"06 000 {number}"),))
            refer(own, made["outreach"], one)
            make_service(one, f"tuki {number}", kinds=("guidance",), goal_areas=("everyday_life",))
        network.refresh_from_db()
        with CaptureQueriesContext(connection) as queries:
            ask(client, network, made["here"])
        counts.append(len(queries))
    assert counts[0] == counts[1]
