"""What the map's page, its data, its picture and its panels show, to whom, and at what cost."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from solmu.mapping.models import Position
from solmu.mapping.tests.makers import SmallMap, make_small_map, read_in_english, words_of
from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.actions.actors import remove_actor
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Contact, Seat
from solmu.registry.tests.makers import make_actor
from tests.cast import NOON, sign_in


@pytest.fixture
def drawn(network: Network, aino: Person) -> SmallMap:
    return make_small_map(network, aino)


def page(client: Client, name: str, *parts: str, **asked: str) -> str:
    answer = client.get(reverse(name, args=parts), asked, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    return answer.content.decode()


def data(client: Client, network: Network, **asked: str) -> dict[str, Any]:
    answer = client.get(reverse("map_data", args=[network.slug]), asked)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_the_page_says_how_much_on_which_level_and_day(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    read_in_english()
    said = words_of(page(sign_in(client, minna), "map", network.slug))
    assert "4 actors" in said
    assert "3 ties" in said
    assert "On the level of organisations" in said
    assert "67% of ties" not in said
    assert "33% of ties 1/3 ties go both ways" in said
    assert "People only 1 tie" in said


def test_a_tile_stands_only_where_something_is_known(
    client: Client, network: Network, aino: Person
) -> None:
    from solmu.registry.tests.makers import perspective_of

    read_in_english()
    make_actor(perspective_of(aino, network), "Kela")
    said = words_of(page(sign_in(client, aino), "map", network.slug))
    for tile in ("Reciprocity", "By one thread", "People only", "Confirmed by both"):
        assert tile not in said


def test_an_empty_map_leads_to_the_first_actor(
    client: Client, network: Network, aino: Person
) -> None:
    read_in_english()
    said = page(sign_in(client, aino), "map", network.slug)
    assert "The map is empty. Add an actor." in said
    assert reverse("add_actor", args=[network.slug]) in said


def test_the_data_holds_actors_and_ties_of_the_level(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    found = data(sign_in(client, minna), network)
    assert {one["name"] for one in found["actors"]} == {
        "Ohjaamo Järvilakeus", "Kela", "Seurakunta", "Lukio",
    }  # fmt: skip
    hub = next(one for one in found["actors"] if one["hub"])
    assert hub["name"] == "Ohjaamo Järvilakeus"
    ties = {frozenset((tie["one"], tie["other"])): tie for tie in found["ties"]}
    both = ties[frozenset((drawn.ohjaamo.ref, drawn.kela.ref))]
    assert (both["way"], both["frequency"], both["ways"]) == (3, 4, {"referral": 3})
    assert ties[frozenset((drawn.seurakunta.ref, drawn.kela.ref))]["people"]
    assert ties[frozenset((drawn.lukio.ref, drawn.seurakunta.ref))]["status"] == "wished"


def test_the_map_unfolds_to_units_and_people(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    sign_in(client, minna)
    by_level = {
        level: {one["name"] for one in data(client, network, level=level)["actors"]}
        for level in ("organisation", "unit", "person")
    }
    assert by_level["unit"] - by_level["organisation"] == {"Opot"}
    assert by_level["person"] - by_level["unit"] == {"Maija Niemi"}
    lukio = next(one for one in data(client, network)["actors"] if one["name"] == "Lukio")
    assert lukio["folded"] == 1


def test_a_person_takes_the_colour_of_where_they_belong(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    found = data(sign_in(client, minna), network, level="person")
    maija = next(one for one in found["actors"] if one["name"] == "Maija Niemi")
    assert maija["sector"] == "associations"


def test_filters_in_the_address_narrow_data_and_picture_without_scripts(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    sign_in(client, minna)
    found = data(client, network, content="referral", narrowed="1")
    assert [tie["ways"] for tie in found["ties"]] == [{"referral": 3}]
    assert len(found["actors"]) == 4
    read_in_english()
    picture = page(client, "map_picture", network.slug, sector="education", narrowed="1")
    assert "Lukio" in picture
    assert "Kela" not in picture
    assert "Part of the map is shown" in picture


def test_actors_keep_their_places_when_newcomers_arrive(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    sign_in(client, minna)
    before = {one["ref"]: (one["x"], one["y"]) for one in data(client, network)["actors"]}
    make_actor(drawn.own, "Kirjasto", sector="youth")
    after = {one["ref"]: (one["x"], one["y"]) for one in data(client, network)["actors"]}
    assert len(after) == len(before) + 1
    assert {ref: after[ref] for ref in before} == before
    assert Position.objects.filter(pinned=True).count() == 0


def test_the_picture_is_well_formed_and_speaks_of_the_network(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    make_actor(drawn.own, "<script>alert(1)</script> & Kumppanit")
    answer = sign_in(client, minna).get(reverse("map_picture", args=[network.slug]))
    assert answer["Content-Type"].startswith("image/svg+xml")
    root = ET.fromstring(answer.content)
    texts = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {network.name, "Kela", "Seurakunta"} <= texts
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_the_picture_can_be_saved(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    answer = sign_in(client, minna).get(
        reverse("map_picture", args=[network.slug]), {"download": ""}
    )
    assert answer["Content-Disposition"].startswith(f'attachment; filename="{network.slug}-')


def test_search_without_scripts_lists_actors_beside_the_map(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    found = page(sign_in(client, minna), "map", network.slug, q="kel")
    assert f"actor={drawn.kela.ref}" in found
    read_in_english()
    assert "No matches. Try another word." in page(client, "map", network.slug, q="zzz")


def test_the_panel_tells_of_an_actor(
    client: Client, network: Network, eero: Person, drawn: SmallMap
) -> None:
    read_in_english()
    membership = Membership.objects.get(person=eero, network=network)
    Seat.objects.create(membership=membership, actor=drawn.ohjaamo, role="messenger")
    sign_in(client, eero)
    said = words_of(page(client, "actor_panel", network.slug, drawn.ohjaamo.ref))
    assert "Uraohjaus" in said
    assert "2 ties" in said
    assert "Referrals" in said
    assert "Opot paikalla keskiviikkoisin" in said
    assert "Eero Mäki messenger" in said
    assert said.index("Kela") < said.index("Lukio")  # daily before monthly


def test_the_panel_tells_where_an_actor_belongs_and_whom_it_has(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    read_in_english()
    sign_in(client, minna)
    said = words_of(page(client, "actor_panel", network.slug, drawn.opot.ref))
    assert "Belongs to Lukio" in said
    assert "On this level it is folded into others" in said
    said = words_of(page(client, "actor_panel", network.slug, drawn.lukio.ref))
    assert "Belonging to it Opot" in said


def test_a_reader_sees_only_contacts_meant_for_readers_and_no_acts(
    client: Client, network: Network, eero: Person, minna: Person, drawn: SmallMap
) -> None:
    Contact.objects.filter(actor=drawn.kela).update(visibility="members")
    at_kela = ("actor_panel", network.slug, drawn.kela.ref)
    assert "020 634 0200" in page(sign_in(client, eero), *at_kela)
    assert reverse("edit_actor", args=at_kela[1:]) in page(client, *at_kela)
    seen = page(sign_in(client, minna), *at_kela)
    assert "020 634 0200" not in seen
    assert reverse("edit_actor", args=at_kela[1:]) not in seen
    assert reverse("pin_actor", args=[network.slug]) not in page(client, "map", network.slug)


def test_the_panel_of_a_tie_lays_each_source_beside_the_other(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    read_in_english()
    sign_in(client, minna)
    said = words_of(page(client, "tie_panel", network.slug, drawn.ohjaamo.ref, drawn.kela.ref))
    assert "Ohjaamo Järvilakeus – Kela" in said
    assert "2/2 sources say so" in said
    assert "Coordinator’s reading" in said
    assert "Ryhmä 1" in said
    folded = words_of(page(client, "tie_panel", network.slug, drawn.seurakunta.ref, drawn.kela.ref))
    assert "people only" in folded
    assert "Maija Niemi → Kela" in folded


def test_a_disagreement_is_shown_and_not_averaged(
    client: Client, network: Network, aino: Person, drawn: SmallMap
) -> None:
    read_in_english()
    words = TieWords(frequency=1, contents=("information",))
    state_tie(drawn.own, drawn.ohjaamo, drawn.kela, words, by=aino, at=NOON)
    pair = (network.slug, drawn.ohjaamo.ref, drawn.kela.ref)
    said = words_of(page(sign_in(client, aino), "tie_panel", *pair))
    assert "The accounts differ. Both may be right." in said
    assert "daily" in said
    assert "less often" in said


def test_a_panel_opened_by_itself_leads_to_the_map(
    client: Client, network: Network, minna: Person, drawn: SmallMap
) -> None:
    panel = reverse("actor_panel", args=[network.slug, drawn.kela.ref])
    answer = sign_in(client, minna).get(panel, {"level": "unit"})
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"/map/?level=unit&actor={drawn.kela.ref}")


def test_an_old_address_of_a_removed_actor_still_opens_the_map(
    client: Client, network: Network, aino: Person, drawn: SmallMap
) -> None:
    remove_actor(drawn.kela, by=aino, at=NOON)
    assert "Kela" not in page(sign_in(client, aino), "map", network.slug, actor=drawn.kela.ref)


@pytest.mark.parametrize("name", ["map", "map_data", "map_picture"])
def test_an_outsider_and_a_former_member_see_no_map(
    client: Client, network: Network, otto: Person, ritva: Person, name: str
) -> None:
    for person in (otto, ritva):
        address = reverse(name, args=[network.slug])
        assert sign_in(client, person).get(address).status_code == 404


def test_the_panel_of_another_networks_actor_is_not_reachable(
    client: Client, network: Network, otto: Person, drawn: SmallMap
) -> None:
    own = Network.objects.exclude(pk=network.pk).get()
    for name, refs in (
        ("actor_panel", [drawn.kela.ref]),
        ("tie_panel", [drawn.kela.ref, drawn.lukio.ref]),
    ):
        address = reverse(name, args=[own.slug, *refs])
        assert sign_in(client, otto).get(address).status_code == 404


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address, headers={"HX-Request": "true"}).status_code == 200
    return len(asked)


@pytest.mark.parametrize("level", ["organisation", "person"])
def test_the_number_of_queries_does_not_grow_with_the_map(
    client: Client, network: Network, minna: Person, drawn: SmallMap, level: str
) -> None:
    sign_in(client, minna)
    addresses = [
        f"{reverse(name, args=[network.slug, *refs])}?level={level}"
        for name, refs in (
            ("map", []),
            ("map_data", []),
            ("actor_panel", [drawn.ohjaamo.ref]),
            ("tie_panel", [drawn.ohjaamo.ref, drawn.kela.ref]),
        )
    ]
    before = [queries(client, address) for address in addresses]
    more = [
        make_actor(drawn.own, f"Järjestö {number}", sector="associations") for number in range(12)
    ]
    for actor in more:
        state_tie(drawn.own, drawn.ohjaamo, actor, TieWords(note="Tavataan"), by=None, at=NOON)
    assert Actor.objects.count() > 12
    after = [queries(client, address) for address in addresses]
    assert after == before
    assert max(after) <= 40
