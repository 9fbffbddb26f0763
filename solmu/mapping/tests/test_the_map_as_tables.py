"""The map can be read as tables: who is on it, and what holds between them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from solmu.mapping.tests.makers import SmallMap, make_small_map, read_in_english, rows_of
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Contact
from solmu.registry.tests.makers import make_actor
from tests.cast import NOON, sign_in


@pytest.fixture
def small(network: Network, aino: Person) -> SmallMap:
    return make_small_map(network, aino)


@pytest.fixture
def read(client: Client, network: Network, minna: Person, small: SmallMap) -> Any:
    """Return the rows of a table as Minna reads them, in English."""
    sign_in(client, minna)
    read_in_english()

    def rows(table: str, **asked: str) -> list[str]:
        page = client.get(f"/networks/{network.slug}/{table}/", asked)
        assert page.status_code == 200
        return rows_of(page.content.decode())

    return rows


def test_a_tie_is_one_row_of_a_pair_with_direction_content_and_agreement(read: Any) -> None:
    first = read("ties")[0]
    assert first.startswith("Kela both ways Ohjaamo Järvilakeus Referrals daily 2/2 sources")
    assert first.endswith("12 November 2026")


def test_what_goes_one_way_starts_from_who_makes_contact(read: Any) -> None:
    rows = read("ties", level="unit", q="opot")
    assert len(rows) == 1
    assert rows[0].startswith(
        "Ohjaamo Järvilakeus from the first to the second Opot Opot paikalla keskiviikkoisin"
    )


def test_ties_of_units_and_people_stand_for_their_organisations(read: Any) -> None:
    by_organisation = " | ".join(read("ties"))
    assert "Ohjaamo Järvilakeus from the first to the second Lukio" in by_organisation
    assert "Seurakunta from the first to the second Kela" in by_organisation
    assert "people only" in by_organisation
    assert "Maija Niemi" not in by_organisation
    assert any(row.startswith("Maija Niemi") for row in read("ties", level="person"))


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 4),
        ({"narrowed": "1"}, 3),
        ({"narrowed": "1", "wished": "on"}, 4),
        ({"sector": "education"}, 2),
        ({"content": "referral"}, 1),
        ({"content": "ruoka-apu"}, 1),
        ({"frequency": "4"}, 1),
        ({"q": "KELA"}, 2),
        ({"q": "maija"}, 2),
        ({"q": "nobody"}, 0),
        ({"sector": "nonsense", "frequency": "often", "level": "moon"}, 4),
    ],
)
def test_ties_are_narrowed_by_the_address(read: Any, asked: dict[str, str], count: int) -> None:
    assert len(read("ties", **asked)) == count


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("-often", "Kela both ways"),
        ("often", "Lukio from the first"),
        ("from", "Kela both ways"),
        ("-from", "Seurakunta from"),
        ("to", "Seurakunta from the first to the second Kela"),
        ("-said", "Kela both ways"),
    ],
)
def test_ties_are_sorted_by_the_address(read: Any, sort: str, first: str) -> None:
    assert read("ties", sort=sort)[0].startswith(first)


def test_the_sorted_column_says_so_and_its_link_turns_the_order(
    client: Client, network: Network, minna: Person, small: SmallMap
) -> None:
    page = sign_in(client, minna).get(f"/networks/{network.slug}/ties/", {"sort": "from"})
    assert '<th scope="col" aria-sort="ascending">' in page.content.decode()
    assert 'href="?sort=-from"' in page.content.decode()


def test_an_actor_is_a_row_with_what_is_known_of_it(read: Any) -> None:
    Contact.objects.update(visibility="readers")
    listed = " | ".join(read("actors", sort="name"))
    assert "Kela organisation – – 2 – 12 November 2026" in listed
    assert "Ohjaamo Järvilakeus organisation – – 2 uraohjaus –" in listed
    assert "Opot unit Lukio – 1 – –" in listed
    assert "Maija Niemi person Seurakunta – 1 – –" in listed


def test_an_organisations_ties_hold_those_of_its_units_and_people(read: Any) -> None:
    rows = " | ".join(read("actors"))
    assert "Lukio organisation – – 1" in rows
    assert "Seurakunta organisation – – 1" in rows


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"kind": "unit"}, ["Opot"]),
        ({"sector": "employment"}, ["Kela"]),
        ({"q": "SEURA"}, ["Seurakunta"]),
        ({"stale": "on"}, ["Kela"]),
    ],
)
def test_actors_are_narrowed_by_the_address(
    read: Any, asked: dict[str, str], names: list[str]
) -> None:
    Contact.objects.update(confirmed_on="2020-01-01", visibility="readers")
    assert [row for row in read("actors", **asked) if row.startswith(tuple(names))] == read(
        "actors", **asked
    )
    assert len(read("actors", **asked)) == len(names)


def test_a_reader_does_not_learn_of_contacts_that_others_see(read: Any) -> None:
    Contact.objects.update(confirmed_on="2020-01-01", visibility="members")
    assert read("actors", stale="on") == []


def test_names_stand_in_the_order_of_finnish_letters(
    read: Any, small: SmallMap, network: Network
) -> None:
    for name in ("Äänekosken nuoriso", "Ålandsbanken", "Zonta"):
        make_actor(small.group, name)
    last = [row.split()[0] for row in read("actors", sort="name")][-3:]
    assert last == ["Zonta", "Ålandsbanken", "Äänekosken"]


def test_a_long_table_is_shown_a_part_at_a_time(
    read: Any, client: Client, network: Network, small: SmallMap
) -> None:
    for number in range(60):
        make_actor(small.group, f"Toimija {number:02}")
    assert len(read("actors")) == 50
    page = client.get(f"/networks/{network.slug}/actors/").content.decode()
    assert "1–50 / 66" in page
    assert 'href="?shown=100"' in page
    assert len(read("actors", shown="100")) == 66


@pytest.mark.parametrize("table", ["actors", "ties"])
def test_the_number_of_queries_does_not_grow_with_the_map(
    client: Client, network: Network, aino: Person, small: SmallMap, table: str
) -> None:
    sign_in(client, aino)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(f"/networks/{network.slug}/{table}/").status_code == 200
        return len(found)

    queries()
    few = queries()
    for number in range(12):
        actor = make_actor(small.group, f"Toimija {number}", services="tuki", parent=small.kela)
        words = TieWords(note="muistiinpano", contents=("information",))
        state_tie(small.group, actor, small.ohjaamo, words, by=None, at=NOON)
    queries()
    assert queries() == few


def test_a_reader_reads_and_is_offered_no_pencil(
    client: Client, network: Network, minna: Person, small: SmallMap
) -> None:
    page = sign_in(client, minna).get(f"/networks/{network.slug}/ties/").content.decode()
    assert "Kela" in page
    assert "/edit/" not in page


@pytest.mark.parametrize("table", ["actors", "ties"])
def test_outsiders_and_former_members_find_no_table(
    client: Client, network: Network, otto: Person, ritva: Person, table: str
) -> None:
    for person in (otto, ritva):
        assert sign_in(client, person).get(f"/networks/{network.slug}/{table}/").status_code == 404


def test_an_empty_map_says_what_to_do_first(client: Client, network: Network, aino: Person) -> None:
    read_in_english()
    page = sign_in(client, aino).get(f"/networks/{network.slug}/actors/").content.decode()
    assert "The map is empty. Add an actor." in page
