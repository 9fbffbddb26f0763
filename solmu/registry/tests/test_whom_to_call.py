"""The directory's page: whom one may call about what is needed, and why."""

from __future__ import annotations

import logging
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from solmu.ledger.models import Act
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.indexing import refresh_index
from solmu.registry.models import Perspective
from solmu.registry.rules.limits import SEARCHES
from solmu.registry.tests.makers import make_actor, perspective_of

PART = {"HX-Request": "true"}


@pytest.fixture
def own(network: Network, aino: Person) -> Perspective:
    perspective = perspective_of(aino, network)
    make_actor(perspective, "Kela", services="perustoimeentulotuki")
    make_actor(perspective, "Lakeuden opisto", services="tuki opinnot keskeyttäneelle")
    services = "tuki opinnot keskeyttäneelle, apu toimeentulotuen hakemiseen"
    make_actor(
        perspective, "Etsivä nuorisotyö", name_sv="Uppsökande ungdomsarbete", services=services
    )
    return perspective


def ask(
    person: Person, network: Network, query: str, *, language: str = "fi", **headers: str
) -> str:
    person.language = language
    person.save()
    client = Client()
    client.force_login(person)
    there = reverse("directory", args=[network.slug])
    response = client.post(there, {"q": query, "open": "1"}, headers=headers)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_page_leads_to_the_tables_and_they_lead_back(
    own: Perspective, network: Network, aino: Person
) -> None:
    client = Client()
    client.force_login(aino)
    here = reverse("directory", args=[network.slug])
    page = client.get(here).text
    for name in ("actors", "services", "coverage"):
        there = reverse(name, args=[network.slug])
        assert f'href="{there}"' in page
        assert f'<p class="eyebrow"><a href="{here}">' in client.get(there).text


def test_answers_are_grouped_by_how_many_needs_they_answer(
    own: Perspective, network: Network, aino: Person
) -> None:
    page = ask(aino, network, "koulu jäi kesken, rahat loppu")
    assert "2 tarvetta: <b>opintojen keskeytyminen</b>, <b>toimeentulo</b>. 3 toimijaa." in page
    both, one = page.index("Vastaa molempiin"), page.index("Vastaa toiseen")
    assert both < page.index("<b>Etsivä nuorisotyö</b>") < one
    assert one < page.index("<b>Kela</b>")
    assert one < page.index("<b>Lakeuden opisto</b>")


def test_each_answer_tells_the_words_the_concept_and_the_field(
    own: Perspective, network: Network, aino: Person
) -> None:
    page = ask(aino, network, "koulu jäi kesken, rahat loppu")
    assert "<mark>koulu jäi kesken</mark><span>palvelu: tuki opinnot keskeyttäneelle" in page
    assert "apu toimeentulotuen hakemiseen <small>→ toimeentulo</small>" in page


def test_one_need_has_no_groups(own: Perspective, network: Network, aino: Person) -> None:
    page = ask(aino, network, "rahat loppu")
    assert "Tarve: <b>toimeentulo</b>. 2 toimijaa." in page
    assert "directory-group" not in page


def test_everything_is_told_in_the_readers_language(
    own: Perspective, network: Network, aino: Person
) -> None:
    swedish = ask(aino, network, "hoppat av skolan, pengarna slut", language="sv")
    assert "2 behov: <b>avbrutna studier</b>, <b>försörjning</b>. 3 aktörer." in swedish
    assert "<b>Uppsökande ungdomsarbete</b>" in swedish
    assert "Svarar på båda" in swedish
    english = ask(aino, network, "out of money", language="en")
    assert "Need: <b>making ends meet</b>. 2 actors." in english


def test_the_best_answer_opens_when_one_pressed_search(
    own: Perspective, network: Network, aino: Person
) -> None:
    page = ask(aino, network, "perustoimeentulotuki")
    assert 'hx-trigger="load" hx-target="#directory-panel"' in page
    assert page.count('aria-current="true"><svg') == 1


def test_a_part_comes_without_the_frame_and_the_page_works_without_scripts(
    own: Perspective, network: Network, aino: Person
) -> None:
    part = ask(aino, network, "rahat loppu", **PART)
    assert part.startswith('<section class="directory-found"')
    whole = ask(aino, network, "rahat loppu")
    assert 'value="rahat loppu"' in whole
    assert "<b>Kela</b>" in whole


def test_where_nobody_is_found_advice_is(own: Perspective, network: Network, minna: Person) -> None:
    page = ask(minna, network, "xyzzy")
    assert "Ei osumia. Kokeile toista sanaa." in page
    assert "Koordinaattori voi tietää" in page
    assert "Aino Laine" in page
    assert reverse("actors", args=[network.slug]) in page


def test_before_anything_is_asked_there_are_examples(
    own: Perspective, network: Network, aino: Person
) -> None:
    assert 'name="q" value="koulu jäi kesken, rahat loppu"' in ask(aino, network, "")


def test_an_empty_network_leads_to_adding(network: Network, aino: Person, minna: Person) -> None:
    assert reverse("add_actor", args=[network.slug]) in ask(aino, network, "")
    assert reverse("add_actor", args=[network.slug]) not in ask(minna, network, "")


def test_words_that_people_write_are_shown_as_they_are_and_do_nothing(
    own: Perspective, network: Network, aino: Person
) -> None:
    for query in (
        '"<script>alert(1)</script>" rahat loppu',
        "') OR 1=1; --",
        "NEAR(rahat AND",
        "a" * 5000,
    ):
        page = ask(aino, network, query)
        assert "<script>alert" not in page


def test_a_query_is_neither_stored_nor_logged_nor_in_an_address(
    own: Perspective, network: Network, aino: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    acts = Act.objects.count()
    page = ask(aino, network, "salaisuusxyz")
    assert "?q=" not in page
    written = [one.getMessage() for one in caplog.records if one.name != "django.db.backends"]
    assert not [line for line in written if "salaisuus" in line]
    assert Act.objects.count() == acts
    client = Client()
    client.force_login(aino)
    there = reverse("directory", args=[network.slug])
    by_address = client.get(f"{there}?q=salaisuusxyz").content.decode()
    assert 'value="salaisuusxyz"' not in by_address
    assert "directory-start" in by_address
    assert client.post(there, {"q": "x"})["Cache-Control"].startswith("max-age=0")


def test_a_page_of_many_answers_takes_as_many_queries_as_of_few(
    own: Perspective, network: Network, aino: Person
) -> None:
    refresh_index(network)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            ask(aino, network, "rahat loppu", **PART)
        return len(queries)

    few = count()
    for number in range(30):
        make_actor(own, f"Paja {number}", services="toimeentulotuki, velkaneuvonta")
    assert count() == few


def test_who_asks_like_a_machine_is_asked_to_wait(
    own: Perspective, network: Network, aino: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = type(SEARCHES)(SEARCHES.name, failures=2, seconds=SEARCHES.seconds)
    monkeypatch.setattr("solmu.registry.views.directory.SEARCHES", few)
    client = Client()
    client.force_login(aino)
    there = reverse("directory", args=[network.slug])
    told = [client.post(there, {"q": "velka"}).status_code for _ in range(4)]
    assert told == [200, 200, 429, 429]


def test_the_menu_leads_there(own: Perspective, network: Network, minna: Person) -> None:
    there = reverse("directory", args=[network.slug])
    link = re.search(
        rf'<a href="{there}"[^>]*aria-current="page"[^>]*>(.*?)</a>', ask(minna, network, "")
    )
    assert link is not None
    assert "Toimijat" in link.group(1)
