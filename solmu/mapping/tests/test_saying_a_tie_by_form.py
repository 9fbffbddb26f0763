"""A tie is said by a form: three questions, the rest folded, in one's own words and undoably."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from solmu.mapping.tests.makers import SmallMap, make_small_map, read_in_english, words_of
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.models import Actor, Claim, Tie
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import sign_in

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial", "HX-Current-URL": "http://x/networks/n/map/?a=1"}  # fmt: skip


@pytest.fixture
def small(network: Network, aino: Person) -> SmallMap:
    return make_small_map(network, aino)


@pytest.fixture
def here(network: Network) -> str:
    return f"/networks/{network.slug}/ties/"


def said(**answers: Any) -> dict[str, Any]:
    return {"direction": "both", "status": "existing", **answers}


def of_pair(here: str, one: Actor, other: Actor, act: str = "edit") -> str:
    return f"{here}{one.ref}/{other.ref}/{act}/"


def test_adding_a_tie_asks_whom_what_and_how_often(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    answer = sign_in(client, aino).post(
        f"{here}new/",
        said(
            one="Kela",
            other="  lukio ",
            direction="forward",
            contents=["information", "referral"],
            own_content="kummitoiminta, ruoka-apu",
            frequency="3",
        ),
    )
    assert answer.status_code == 302
    claim = Claim.objects.latest("pk")
    assert (claim.perspective, claim.direction, claim.frequency) == (small.own, "forward", 3)
    assert claim.contents == ["information", "referral", "kummitoiminta", "ruoka-apu"]
    assert Tie.objects.filter(source=small.kela, target=small.lukio).count() == 4


def test_the_arrow_back_swaps_the_ends(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    said_back = said(one="Kela", other="Lukio", direction="back")
    sign_in(client, aino).post(f"{here}new/", said_back)
    assert Tie.objects.filter(source=small.lukio, target=small.kela).exists()
    assert not Tie.objects.filter(source=small.kela, target=small.lukio).exists()


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({"one": "Kela", "other": "Kela"}, "A tie to itself. Choose another."),
        ({"one": "Kela", "other": "Seurakunt"}, "Unknown actor. Did you mean: Seurakunta?"),
        ({"one": "Kela", "other": "Xyzzy 123"}, "Unknown actor. Add it first."),
        (
            {"one": "Kela", "other": "Lukio", "valid_from": "2026-05-01", "valid_to": "2026-04-01"},
            "Ends before it starts. Correct.",
        ),
        (
            {"one": "Kela", "other": "Lukio", "note": "nuori 131052-308T"},
            "An identity code, not saved. Remove it.",
        ),
        (
            {"one": "Kela", "other": "Lukio", "own_content": "131052-308T"},
            "An identity code, not saved. Remove it.",
        ),
        (
            {"one": "Kela", "other": "Lukio", "own_content": "x" * 61},
            "Say it in at most 60 letters; tell the rest in the note.",
        ),
    ],
)
def test_a_fault_is_told_where_it_is_and_nothing_is_saved(
    client: Client, here: str, aino: Person, small: SmallMap, answers: dict[str, str], fault: str
) -> None:
    read_in_english()
    before = Claim.objects.count()
    answer = sign_in(client, aino).post(f"{here}new/", said(**answers))
    assert answer.status_code == 422
    assert fault in words_of(answer.content.decode()).replace("&#x27;", "'")
    assert Claim.objects.count() == before


def test_two_actors_of_one_name_are_told_apart_by_their_place(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    make_actor(small.group, "Kela")
    answer = sign_in(client, aino).post(f"{here}new/", said(one="Kela", other="Lukio"))
    assert answer.status_code == 422
    offered = client.get(f"{here}new/").content.decode()
    kela = Actor.objects.filter(label_fi="Kela").latest("pk")
    assert f'value="Kela ({kela.ref[:4]})"' in offered
    chosen = client.post(f"{here}new/", said(one=f"Kela ({kela.ref[:4]})", other="Lukio"))
    assert chosen.status_code == 302
    assert Tie.objects.filter(source=kela, target=small.lukio).exists()


def test_correcting_begins_from_ones_own_words_or_else_the_map(
    client: Client, here: str, aino: Person, eero: Person, small: SmallMap
) -> None:
    read_in_english()
    for person in (aino, eero):
        page = (
            sign_in(client, person).get(of_pair(here, small.kela, small.ohjaamo)).content.decode()
        )
        assert '<option value="both" selected>Kela ↔ Ohjaamo Järvilakeus</option>' in page
        assert '<option value="4" selected>daily</option>' in page
        assert 'value="referral" id="id_contents_1" checked' in page


def test_the_form_tells_what_each_source_has_said(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    page = words_of(
        sign_in(client, aino).get(of_pair(here, small.ohjaamo, small.opot)).content.decode()
    )
    assert "Ryhmä 1 Ohjaamo Järvilakeus → Opot, monthly Opot paikalla keskiviikkoisin" in page


def test_a_pair_of_organisations_tells_whose_ties_are_behind_it(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    address = of_pair(here, small.seurakunta, small.kela)
    page = sign_in(client, aino).get(f"{address}?level=organisation").content.decode()
    assert "Behind this, units and people Maija Niemi → Kela" in words_of(page)
    assert of_pair(here, small.maija, small.kela) in page
    client.post(address, said(frequency="2"))
    tie = Tie.objects.get(source=small.seurakunta, target=small.kela)
    assert tie.frequency == 2
    assert Tie.objects.filter(source=small.maija, target=small.kela, frequency=1).exists()


def test_the_folded_part_is_open_when_it_holds_something(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    sign_in(client, aino)
    for one, other, opens in (
        (small.kela, small.ohjaamo, False),
        (small.lukio, small.seurakunta, True),
    ):
        page = client.get(of_pair(here, one, other)).content.decode()
        assert ('<details class="more" open>' in page) is opens


def test_saving_answers_with_a_message_that_undoes(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    answer = sign_in(client, aino).post(
        of_pair(here, small.kela, small.lukio), said(), headers=HTMX
    )
    assert answer.status_code == 200
    assert answer["HX-Trigger"] == "solmu:changed"
    page = answer.content.decode()
    assert "Saved: Kela – Lukio" in page
    assert 'value="/networks/n/map/?a=1"' in page
    assert "<html" not in page


def test_a_fragment_is_a_dialog_or_opens_under_its_row(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    address = of_pair(here, small.kela, small.ohjaamo)
    dialog = sign_in(client, aino).get(address, headers=HTMX).content.decode()
    assert dialog.lstrip().startswith("<dialog")
    row = client.get(address, {"in": "row"}, headers=HTMX).content.decode()
    assert row.count("<tr") == 2
    assert 'class="chosen"' in row
    faulty = client.post(f"{address}?in=row", said(direction="up"), headers=HTMX)
    assert faulty.status_code == 422
    assert faulty.content.decode().count("<tr") == 1


def test_the_way_back_never_leads_elsewhere(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    sign_in(client, aino)
    address = of_pair(here, small.kela, small.lukio)
    there = client.post(address, said(next="https://evil.example/"))["Location"]
    assert there == here
    assert client.post(address, said(next=f"{here}?sort=from"))["Location"] == f"{here}?sort=from"


def test_a_tie_is_taken_off_the_map_after_a_plain_question(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    address = of_pair(here, small.kela, small.ohjaamo, "remove")
    page = words_of(sign_in(client, aino).get(address).content.decode())
    assert "What others have said stays in its source." in page
    assert Tie.objects.filter(source=small.kela).exists()
    client.post(address)
    assert not Tie.objects.filter(source=small.kela).exists()
    assert small.group.claims.filter(frequency=4).exists()


def test_adding_a_tie_that_is_there_asks_before_it_replaces_own_words(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    answers = said(one="Kela", other="Ohjaamo Järvilakeus")
    asked = sign_in(client, aino).post(f"{here}new/", answers)
    assert asked.status_code == 422
    assert "This tie is on the map already." in words_of(asked.content.decode())
    assert small.own.claims.get().frequency == 4
    assert client.post(f"{here}new/", {**answers, "sure": "on"}).status_code == 302
    assert small.own.claims.get().frequency is None


def test_who_has_said_nothing_has_nothing_to_take_back(
    client: Client, here: str, eero: Person, small: SmallMap
) -> None:
    read_in_english()
    page = sign_in(client, eero).get(of_pair(here, small.kela, small.ohjaamo)).content.decode()
    assert "Still correct" in page
    assert "/remove/" not in page
    told = client.get(of_pair(here, small.kela, small.ohjaamo, "remove")).content.decode()
    assert "You have said nothing of this tie." in words_of(told)


def test_a_member_takes_back_own_words_and_hears_that_others_say_the_same(
    client: Client, here: str, eero: Person, small: SmallMap
) -> None:
    read_in_english()
    sign_in(client, eero).post(of_pair(here, small.kela, small.ohjaamo), said())
    address = of_pair(here, small.kela, small.ohjaamo, "remove")
    assert "Others say it too, so it stays on the map." in words_of(
        client.get(address).content.decode()
    )
    told = client.post(address, follow=True).content.decode()
    assert "Your own words removed: Kela – Ohjaamo Järvilakeus" in told
    assert Tie.objects.filter(source=small.kela, target=small.ohjaamo).exists()


def test_still_correct_is_kept_with_its_day_and_name(
    client: Client, here: str, network: Network, eero: Person, small: SmallMap
) -> None:
    answer = sign_in(client, eero).post(of_pair(here, small.ohjaamo, small.opot, "still-correct"))
    assert answer.status_code == 302
    mine = perspective_of(eero, network).claims.get()
    assert (mine.direction, mine.frequency) == ("forward", 2)
    assert mine.confirmed_on is not None


@pytest.mark.parametrize("act", ["edit", "remove", "still-correct"])
def test_readers_may_not_write_and_others_find_no_tie(
    client: Client, here: str, minna: Person, otto: Person, ritva: Person, small: SmallMap, act: str
) -> None:
    address = of_pair(here, small.kela, small.lukio, act)
    before = Claim.objects.count()
    answers = [
        sign_in(client, person).post(address, said()).status_code for person in (minna, otto, ritva)
    ]
    assert answers == [403, 404, 404]
    assert Claim.objects.count() == before


def test_a_pair_that_is_not_two_actors_of_this_network_is_not_found(
    client: Client, here: str, aino: Person, otto: Person, small: SmallMap
) -> None:
    theirs = Network.objects.get(name="Oton verkosto")
    stranger = make_actor(perspective_of(otto, theirs), "Vieras")
    sign_in(client, aino)
    assert client.get(of_pair(here, small.kela, stranger)).status_code == 404
    assert client.get(of_pair(here, small.kela, small.kela)).status_code == 404
    assert client.get(f"{here}new/", {"from": stranger.ref}).status_code == 404
