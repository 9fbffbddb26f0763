"""The list: past their date first, mine or an organisation's, as a part at home, as a file, and in one's own data."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from solmu.agreements.actions import follow_action, settle_action
from solmu.agreements.models import AgreedAction
from solmu.agreements.rules import parted, timing
from solmu.agreements.tests.makers import make_agreement
from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.models import Actor, Seat
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in

TODAY = NOON.date()


@pytest.fixture
def kela(network: Network, aino: Person) -> Actor:
    return make_actor(perspective_of(aino, network), "Kela")


def listed(client: Client, person: Person, network: Network, query: str = "") -> str:
    answer = sign_in(client, person).get(reverse("agreements", args=[network.slug]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def test_past_their_date_come_first_then_by_date_and_settled_ones_last(
    network: Network, kela: Actor
) -> None:
    def agreed(days: int) -> AgreedAction:
        return make_agreement(network, kela, due_on=TODAY + timedelta(days=days))

    far, near, today, late, done = agreed(60), agreed(14), agreed(0), agreed(-1), agreed(-9)
    settle_action(done, "done", on=TODAY, by=None, at=NOON)
    parts = parted(AgreedAction.objects.all(), on=TODAY)
    assert parts.open == [late, today, near, far]
    assert parts.settled == [done]
    assert [timing(one, on=TODAY) for one in (far, near, today, late, done)] == [
        "ahead", "soon", "today", "overdue", "settled",
    ]  # fmt: skip


def test_where_an_action_stands_is_said_in_words(
    client: Client, minna: Person, network: Network, kela: Actor
) -> None:
    for days in (-3, 0, 6, 90):
        make_agreement(network, kela, what=f"Asia {days}", due_on=in_days(days))
    words = listed(client, minna, network)
    places = [words.index(said) for said in ("Asia -3", "Tänään", "6 päivää jäljellä", "Asia 90")]
    assert places == sorted(places)
    assert "Määräpäivä ohi" in words
    assert "Sovi toimi" not in words


def test_mine_are_those_with_my_name_and_those_of_whom_i_represent(
    client: Client, aino: Person, eero: Person, network: Network, kela: Actor
) -> None:
    other = make_actor(perspective_of(aino, network), "Lukio")
    membership = Membership.objects.get(network=network, person=eero)
    Seat.objects.create(membership=membership, actor=kela, valid_from=TODAY)
    make_agreement(network, kela, what="Kelan asia")
    make_agreement(network, other, what="Eeron asia", member=membership)
    make_agreement(network, other, what="Muiden asia")
    words = listed(client, eero, network, "?whose=mine")
    assert "Kelan asia" in words
    assert "Eeron asia" in words
    assert "Muiden asia" not in words
    words = listed(client, eero, network, f"?whose={other.ref}")
    assert "Kelan asia" not in words
    assert "Muiden asia" in words
    assert "Tällä valinnalla ei löydy mitään" in listed(client, eero, network, "?whose=nobody")


def test_an_empty_list_says_how_to_begin(
    client: Client, eero: Person, minna: Person, network: Network
) -> None:
    begin = reverse("agree", args=[network.slug])
    assert f'href="{begin}"' in listed(client, eero, network)
    words = listed(client, minna, network)
    assert "Ei vielä sovittuja toimia" in words
    assert f'href="{begin}"' not in words


def test_the_first_open_ones_come_as_a_part_of_another_page(
    client: Client, minna: Person, network: Network, kela: Actor
) -> None:
    address = reverse("agreements", args=[network.slug])
    sign_in(client, minna)

    def part() -> str:
        got = client.get(f"{address}?latest=3", headers={"HX-Request": "true"})
        return got.content.decode()

    assert "Mitään ei ole vielä sovittu." in part()
    done = make_agreement(network, kela, what="Tehty asia", due_on=in_days(1))
    settle_action(done, "done", on=TODAY, by=None, at=NOON)
    assert "Kaikki sovittu on hoidettu." in part()
    for days in (30, 20, 10, -1):
        make_agreement(network, kela, what=f"Asia {days}", due_on=in_days(days))
    words = part()
    assert "<html" not in words
    assert words.index("Asia -1") < words.index("Asia 10") < words.index("Asia 20")
    assert "Asia 30" not in words
    assert "Tehty asia" not in words


def test_what_is_near_waits_at_home_for_whoever_does_it(
    client: Client, aino: Person, eero: Person, minna: Person, network: Network, kela: Actor
) -> None:
    membership = Membership.objects.get(network=network, person=eero)
    make_agreement(network, kela, what="Eeron pian", member=membership, due_on=in_days(5))
    make_agreement(network, kela, what="Eeron joskus", member=membership, due_on=in_days(50))
    home = reverse("network", args=[network.slug])
    words = sign_in(client, eero).get(home).content.decode()
    assert "Eeron pian" in words
    assert "Tehtävä viimeistään" in words
    assert "Eeron joskus" not in words
    for person in (aino, minna):
        assert "Eeron pian" not in sign_in(client, person).get(home).content.decode()


def test_the_list_goes_out_as_csv_and_as_a_workbook(
    client: Client, minna: Person, eero: Person, network: Network, kela: Actor
) -> None:
    action = make_agreement(network, kela, what="=Soitetaan", by_role="opinto-ohjaaja")
    follow_action(action, "Hyvin menee.", language="fi", by=eero, at=NOON)
    sign_in(client, minna)
    got = client.get(reverse("agreements_file", args=[network.slug, "csv"]))
    rows = list(csv.reader(io.StringIO(got.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:4] == ["Mitä tehdään", "Organisaatio", "Kuka", "Viimeistään"]
    assert rows[1][:5] == ["'=Soitetaan", "Kela", "opinto-ohjaaja", "31.12.2026", "Kesken"]
    assert rows[1][-1] == "12.11.2026 Hyvin menee."
    got = client.get(reverse("agreements_file", args=[network.slug, "xlsx"]))
    sheet = openpyxl.load_workbook(io.BytesIO(got.content)).active
    assert sheet is not None
    assert (sheet.title, sheet["B2"].value) == ("Sovitut toimet", "Kela")
    assert client.get(reverse("agreements_file", args=[network.slug, "ods"])).status_code == 404


def test_my_data_holds_what_i_do_and_what_i_told(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    membership = Membership.objects.get(network=network, person=eero)
    action = make_agreement(network, kela, what="Kutsutaan kaikki", member=membership)
    follow_action(action, "Kutsut lähtivät.", language="fi", by=eero, at=NOON)
    make_agreement(network, kela, what="Ei minun")
    words = sign_in(client, eero).get(reverse("my_data")).content.decode()
    assert "Kutsutaan kaikki" in words
    assert "Kutsut lähtivät." in words
    assert "Ei minun" not in words


def test_the_number_of_queries_does_not_grow_with_the_list(
    client: Client, minna: Person, network: Network, kela: Actor
) -> None:
    sign_in(client, minna).get("/profile/")  # the browser is noted once
    counts = []
    for turn in range(2):
        for number in range(1 + 9 * turn):
            make_agreement(
                network, kela, what=f"Asia {number}", origin=("diversity", "multi_level")
            )
        for address in ("agreements", "agreements_file"):
            ending = ["csv"] if address == "agreements_file" else []
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse(address, args=[network.slug, *ending]))
            counts.append(len(queries))
    assert counts[:2] == counts[2:]
