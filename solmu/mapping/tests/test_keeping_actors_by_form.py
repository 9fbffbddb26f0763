"""An actor is added and corrected by a form: three things asked, the rest folded, doubles asked about."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from solmu.mapping.tests.makers import SmallMap, make_small_map, read_in_english, words_of
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.actors import place_in
from solmu.registry.models import Actor, Contact, Tie
from solmu.registry.queries import mentions_of, present_actors
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in


@pytest.fixture
def small(network: Network, aino: Person, areas: int) -> SmallMap:
    return make_small_map(network, aino)


@pytest.fixture
def here(network: Network) -> str:
    return f"/networks/{network.slug}/actors/"


def said(*contacts: tuple[str, str, str], **answers: Any) -> dict[str, Any]:
    form: dict[str, Any] = {
        "name": "Nuorisotalo",
        "kind": "unit",
        "contact-TOTAL_FORMS": len(contacts),
        "contact-INITIAL_FORMS": 0,
        **answers,
    }
    for number, (kind, value, seen_by) in enumerate(contacts):
        form |= {
            f"contact-{number}-kind": kind,
            f"contact-{number}-value": value,
            f"contact-{number}-visibility": seen_by,
        }
    return form


def test_three_answers_are_enough(
    client: Client, here: str, network: Network, eero: Person, small: SmallMap
) -> None:
    answer = sign_in(client, eero).post(f"{here}new/", said(sector="youth"))
    assert answer.status_code == 302
    actor = present_actors(network).get(label_fi="Nuorisotalo")
    assert (actor.kind, actor.sector) == ("unit", "youth")
    assert mentions_of(actor).get().perspective == perspective_of(eero, network)


def test_the_folded_rest_is_kept(
    client: Client, here: str, network: Network, aino: Person, small: SmallMap
) -> None:
    contacts = (("email", "talo@example.fi", "readers"), ("phone", "040 1234567", "coordinator"))
    sign_in(client, aino).post(
        f"{here}new/",
        said(
            *contacts,
            name="  Nuorisotalo   Tulppa ",
            municipality="ähtäri",
            parent="Lukio",
            services="avoimet ovet",
            name_sv="Ungdomsgården Tulppa",
            business_id="01120389",
            description="Tilat keskustassa.",
        ),
    )
    actor = Actor.objects.get(label_fi="Nuorisotalo Tulppa")
    assert str(actor.municipality) == "Ähtäri"
    assert actor.belongings.get().to == small.lukio
    assert mentions_of(actor).get().services == "avoimet ovet"
    assert actor.names.get(language="sv").text == "Ungdomsgården Tulppa"
    assert (actor.business_id, actor.description) == ("0112038-9", "Tilat keskustassa.")
    found = actor.contacts.values_list("kind", "value", "visibility").order_by("kind")
    assert tuple(found) == contacts


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({"name": " "}, "Name"),
        ({"municipality": "Muualla"}, "Unknown municipality. Choose from the list."),
        ({"parent": "Xyzzy 12"}, "Unknown actor. Add it first."),
        ({"business_id": "1234567-8"}, "No such business ID."),
        ({"description": "131052-308T"}, "An identity code, not saved. Remove it."),
        ({"kind": "thing"}, "Kind"),
    ],
)
def test_a_fault_is_told_and_nothing_is_saved(
    client: Client, here: str, aino: Person, small: SmallMap, answers: dict[str, str], fault: str
) -> None:
    read_in_english()
    before = Actor.objects.count()
    answer = sign_in(client, aino).post(f"{here}new/", said(**answers))
    assert answer.status_code == 422
    assert fault in words_of(answer.content.decode())
    assert Actor.objects.count() == before


def test_a_wrong_contact_opens_the_folded_part(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    answer = sign_in(client, aino).post(f"{here}new/", said(("email", "not an address", "members")))
    assert answer.status_code == 422
    assert '<details class="more" open>' in answer.content.decode()
    assert "A contact is not valid. Look under More." in words_of(answer.content.decode())


def test_a_likely_double_is_asked_about_once(
    client: Client, here: str, network: Network, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    first = sign_in(client, aino).post(f"{here}new/", said(name="kela", kind="organisation"))
    assert first.status_code == 422
    page = first.content.decode()
    assert "Is it on the map already?" in page
    assert f"{here}{small.kela.ref}/edit/" in page
    assert Actor.objects.filter(label_fi="kela").count() == 0
    again = client.post(f"{here}new/", said(name="kela", kind="organisation", sure="on"))
    assert again.status_code == 302
    assert Actor.objects.filter(label_fi="kela").count() == 1


def test_doubles_are_told_while_the_name_is_written(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    page = sign_in(client, aino).get(f"{here}doubles/", {"name": "SEURAKUNTA"}).content.decode()
    assert "Seurakunta" in words_of(page)
    assert words_of(client.get(f"{here}doubles/", {"name": "Xyzzy"}).content.decode()) == ""


def test_correcting_begins_from_what_is_known(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    page = sign_in(client, aino).get(f"{here}{small.opot.ref}/edit/").content.decode()
    assert 'value="Opot"' in page
    assert 'name="parent" value="Lukio"' in page
    assert re.search(r'name="kind" value="unit"[^>]* checked', page)


def test_a_name_given_up_stays_as_a_former_one(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    sign_in(client, aino).post(f"{here}{small.kela.ref}/edit/", said(name="Kansaneläkelaitos"))
    small.kela.refresh_from_db()
    assert small.kela.label == "Kansaneläkelaitos"
    assert small.kela.names.get(kind="former").text == "Kela"


def test_contacts_that_a_member_does_not_see_survive_the_correction(
    client: Client, here: str, eero: Person, small: SmallMap
) -> None:
    Contact.objects.create(
        actor=small.kela, kind="email", value="johto@example.fi", visibility="coordinator"
    )
    page = sign_in(client, eero).get(f"{here}{small.kela.ref}/edit/").content.decode()
    assert "020 634 0200" in page
    assert "johto@example.fi" not in page
    client.post(f"{here}{small.kela.ref}/edit/", said(name="Kela"))
    left = small.kela.contacts.values_list("value", "visibility")
    assert list(left) == [("johto@example.fi", "coordinator")]


def test_an_actor_never_belongs_to_itself_in_the_end(
    client: Client, here: str, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    answer = sign_in(client, aino).post(
        f"{here}{small.lukio.ref}/edit/", said(name="Lukio", kind="organisation", parent="Opot")
    )
    assert answer.status_code == 422
    assert "It would belong to itself in the end." in words_of(answer.content.decode())


def test_an_actor_is_taken_off_the_map_after_a_plain_question(
    client: Client, here: str, network: Network, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    page = words_of(sign_in(client, aino).get(f"{here}{small.kela.ref}/remove/").content.decode())
    assert "The actor leaves the map, and so do its 2 ties." in page
    client.post(f"{here}{small.kela.ref}/remove/")
    assert small.kela not in present_actors(network)
    assert not Tie.objects.filter(source=small.kela).exists()


def test_contacts_are_confirmed_without_writing_them_again(
    client: Client, here: str, eero: Person, small: SmallMap
) -> None:
    Contact.objects.create(
        actor=small.kela, kind="email", value="johto@example.fi", visibility="coordinator"
    )
    Contact.objects.update(confirmed_on="2020-01-01")
    sign_in(client, eero).post(f"{here}{small.kela.ref}/contacts-correct/")
    days = {one.kind: str(one.confirmed_on) for one in small.kela.contacts.all()}
    assert (days["email"], days["phone"] > "2020-01-01") == ("2020-01-01", True)


def test_a_persons_place_is_ended_and_stays_in_the_past(
    client: Client, here: str, eero: Person, small: SmallMap
) -> None:
    place_in(small.maija, small.kela, share="ti–ke", by=None, at=NOON)
    read_in_english()
    address = f"{here}{small.maija.ref}/"
    page = sign_in(client, eero).get(f"{address}edit/").content.decode()
    assert "Kela ti–ke" in words_of(page)
    home = small.maija.belongings.get(to=small.kela)
    client.post(f"{address}homes/{home.pk}/end/")
    home.refresh_from_db()
    assert home.valid_to is not None
    assert client.post(f"{address}homes/{home.pk}/end/").status_code == 404


@pytest.mark.parametrize("path", ["new/", "doubles/", "REF/edit/", "REF/remove/"])
def test_who_may_keep_actors(
    client: Client,
    here: str,
    eero: Person,
    minna: Person,
    otto: Person,
    small: SmallMap,
    path: str,
) -> None:
    address = f"{here}{path.replace('REF', small.kela.ref)}"
    answers = [sign_in(client, person).get(address).status_code for person in (eero, minna, otto)]
    assert answers == [403 if "remove" in path else 200, 403, 404]


def test_an_actor_of_another_network_is_not_found(
    client: Client, here: str, aino: Person, otto: Person, small: SmallMap
) -> None:
    theirs = Network.objects.get(name="Oton verkosto")
    stranger = make_actor(perspective_of(otto, theirs), "Vieras")
    assert sign_in(client, aino).get(f"{here}{stranger.ref}/edit/").status_code == 404
