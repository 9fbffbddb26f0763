"""The whole card is taken along on paper or as a workbook, as it is or as it was on a day."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from typing import NamedTuple

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from solmu.journey.actions import Answer, say_of_tie, write_card
from solmu.journey.models import CardAnswer
from solmu.journey.tests.makers import make_aim
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in


class Ends(NamedTuple):
    """Four actors; the map ties the first two."""

    kela: Actor
    ohjaamo: Actor
    lukio: Actor
    seurakunta: Actor


@pytest.fixture
def ends(network: Network, aino: Person) -> Ends:
    own = perspective_of(aino, network)
    names = ("Kela", "Ohjaamo Järvilakeus", "Lukio", "Seurakunta")
    made = Ends(*(make_actor(own, name) for name in names))
    state_tie(own, made.kela, made.ohjaamo, TieWords(contents=("referral",)), by=None, at=NOON)
    return made


@pytest.fixture
def client(ends: Ends, minna: Person) -> Client:
    Person.objects.update(language="en")
    return sign_in(Client(), minna)


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).strip()


def write(network: Network, text: str, *, days: int, question: str = "done") -> CardAnswer:
    at = NOON + timedelta(days=days)
    write_card(network, {question: Answer(text)}, language="fi", by=None, at=at)
    return CardAnswer.objects.latest("pk")


def tell(
    end: Actor, other: Actor, works: str, *, by: Person, days: int, noted: bool = False
) -> None:
    at = NOON + timedelta(days=days)
    say_of_tie(
        end,
        other,
        works=works,
        better="",
        noted=noted,
        language="fi",
        by=by,
        at=at,
    )


def page(client: Client, network: Network, **asked: int) -> str:
    answer = client.get(reverse("card_copy", args=[network.slug]), asked)
    assert answer.status_code == 200
    return words_of(answer.content.decode())


def sheets(client: Client, network: Network, **asked: int) -> dict[str, list[tuple[object, ...]]]:
    answer = client.get(reverse("card_file", args=[network.slug]), asked)
    assert answer.status_code == 200
    book = openpyxl.load_workbook(BytesIO(answer.content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_it_says_everything_and_whose_words_they_are(
    client: Client, network: Network, ends: Ends, aino: Person, eero: Person
) -> None:
    write(network, "Soitetaan.", days=0)
    make_aim(network, ends.kela)
    tell(ends.kela, ends.ohjaamo, "Vastataan heti.", by=eero, days=1)
    tell(ends.ohjaamo, ends.kela, "Numero on tuttu.", by=aino, days=1, noted=True)
    tell(ends.lukio, ends.seurakunta, "Leirit.", by=eero, days=1)
    told = page(client, network)
    for words in ("Soitetaan.", "Tieto kulkee takaisin.", "Vastataan heti.", "Numero on tuttu."):
        assert words in told
    assert "Kela own words" in told
    assert "Ohjaamo Järvilakeus told to the coordinator" in told
    assert "Seurakunta has not told" in told
    assert "Kela – Ohjaamo Järvilakeus both ends On the map now: not confirmed by both ends" in told
    assert "Lukio – Seurakunta one end On the map now: no tie on the map" in told


def test_the_workbook_tells_the_same(
    client: Client, network: Network, ends: Ends, eero: Person
) -> None:
    write(network, "Soitetaan.", days=0)
    make_aim(network, ends.kela)
    tell(ends.kela, ends.ohjaamo, "Vastataan heti.", by=eero, days=1)
    found = sheets(client, network)
    assert list(found) == ["Network card", "Aims chosen", "Both ends"]
    assert (
        "How we work together",
        "What is really done",
        "Soitetaan.",
        "12 November 2026",
        None,
    ) in found["Network card"]
    assert len(found["Network card"]) == 3 + 10
    assert found["Aims chosen"][1][:3] == (
        "Increase and strengthen the flow of information", "Tieto kulkee takaisin.", "Kela",
    )  # fmt: skip
    sides = {row[1]: row for row in found["Both ends"][1:]}
    assert sides["Kela"][2:5] == ("Vastataan heti.", None, "own words")
    assert sides["Kela"][6:8] == ("Eero Mäki", "no")
    assert sides["Ohjaamo Järvilakeus"][4] == "has not told"


def test_an_earlier_version_has_nothing_that_came_later(
    client: Client, network: Network, ends: Ends, eero: Person
) -> None:
    tell(ends.kela, ends.ohjaamo, "Vastataan heti.", by=eero, days=0)
    first = write(network, "Soitetaan.", days=1)
    write(network, "Tavataan.", days=2)
    tell(ends.kela, ends.ohjaamo, "Vastataan huomenna.", by=eero, days=2)
    then = page(client, network, version=first.pk)
    assert "Network card as it was on" in then
    assert "Soitetaan." in then
    assert "Vastataan heti." in then
    assert "Tavataan." not in then
    assert "huomenna" not in then
    now = page(client, network)
    assert "Tavataan." in now
    assert "Soitetaan." not in now
    cells = str(sheets(client, network, version=first.pk))
    assert "Soitetaan." in cells
    assert "Tavataan." not in cells


@pytest.mark.parametrize("version", ["0", "999999", "x", "²", "-1", "9" * 30])
def test_a_version_that_does_not_exist_is_nowhere(
    client: Client, network: Network, version: str
) -> None:
    for name in ("card_copy", "card_file"):
        there = reverse(name, args=[network.slug])
        assert client.get(there, {"version": version}).status_code == 404


def test_another_networks_version_is_nowhere(
    client: Client, network: Network, otto: Person
) -> None:
    foreign = write(Network.objects.get(name="Oton verkosto"), "Salaista.", days=0)
    there = reverse("card_copy", args=[network.slug])
    assert client.get(there, {"version": foreign.pk}).status_code == 404


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r="])
def test_what_people_wrote_never_runs_as_a_formula(
    client: Client, network: Network, ends: Ends, eero: Person, start: str
) -> None:
    evil = f'{start}HYPERLINK("http://evil.example";"Kela")'
    write(network, evil, days=0)
    tell(ends.kela, ends.ohjaamo, evil, by=eero, days=0)
    make_aim(network, ends.kela, text=evil, possibility="own", own_words=evil)
    answer = client.get(reverse("card_file", args=[network.slug]))
    book = openpyxl.load_workbook(BytesIO(answer.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    evils = [cell for cell in cells if "HYPERLINK" in str(cell.value)]
    assert len(evils) == 4
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.value[0] not in "=+-@\t\r" for cell in evils)
    assert not any(cell.hyperlink for cell in cells)


def test_much_takes_as_many_queries_as_little(
    client: Client, network: Network, ends: Ends, eero: Person
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            sheets(client, network)
        return len(asked)

    write(network, "Soitetaan.", days=0)
    make_aim(network, ends.kela)
    tell(ends.kela, ends.ohjaamo, "Vastataan heti.", by=eero, days=0)
    queries()
    little = queries()
    for number in range(4):
        write(network, f"Soitetaan {number}.", days=number + 1)
        make_aim(network, ends.lukio)
        tell(ends.lukio, ends.kela, f"Hyvin {number}.", by=eero, days=number)
    tell(ends.seurakunta, ends.kela, "Hyvin.", by=eero, days=0)
    assert queries() == little
