"""What surrounds every page: menus, language, colours, messages."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import resolve
from django.utils import translation

from solmu.networks.models import Network
from solmu.networks.slots import NETWORK_MENU, MenuEntry
from solmu.people.models import Person
from solmu.shell.context import Frame
from solmu.shell.rules import current_of
from tests.cast import make_membership, make_network, sign_in

pytestmark = pytest.mark.django_db


def frame_at(path: str, person: Person) -> Frame:
    request: HttpRequest = RequestFactory().get(path)
    request.user = person
    request.resolver_match = resolve(path)
    return Frame(request)


@pytest.fixture
def two_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pages of a network in the menu, one of them the coordinator's."""
    entries = [
        MenuEntry("Members", "members", order=20, covers=("ties",)),
        MenuEntry("Settings", "network_settings", order=10, role="coordinator"),
    ]
    monkeypatch.setattr("solmu.shell.context.NAVIGATION", entries)


def test_the_menu_shows_what_the_readers_role_reaches(
    network: Network, aino: Person, minna: Person, two_entries: None
) -> None:
    members = f"/networks/{network.slug}/members/"
    assert [item.label for item in frame_at(members, aino).navigation] == ["Settings", "Members"]
    assert [item.label for item in frame_at(members, minna).navigation] == ["Members"]


def test_the_menu_marks_where_the_reader_is(
    network: Network, aino: Person, two_entries: None
) -> None:
    frame = frame_at(f"/networks/{network.slug}/members/", aino)
    assert {item.label: item.current for item in frame.navigation} == {
        "Settings": False,
        "Members": True,
    }


def test_an_entry_is_current_on_pages_that_it_covers(
    network: Network, aino: Person, two_entries: None
) -> None:
    frame = frame_at(f"/networks/{network.slug}/ties/", aino)
    assert [item.label for item in frame.navigation if item.current] == ["Members"]


def test_a_stranger_sees_no_menu_of_a_network(network: Network, otto: Person) -> None:
    frame = frame_at(f"/networks/{network.slug}/members/", otto)
    assert frame.network is None
    assert frame.navigation == frame.network_menu == []


def test_the_switcher_lists_the_readers_other_networks(
    client: Client, network: Network, aino: Person
) -> None:
    other = make_network("Selkäjoen verkosto")
    make_membership(other, aino, "reader")
    make_network("Vieras verkosto")
    frame = frame_at(f"/networks/{network.slug}/members/", aino)
    assert [one.name for one in frame.networks] == [network.name, "Selkäjoen verkosto"]
    assert NETWORK_MENU


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/networks/lakeus/", "/networks/lakeus/"),
        ("/networks/lakeus/map/", "/networks/lakeus/map/"),
        ("/networks/lakeus/map/table/", "/networks/lakeus/map/table/"),
        ("/networks/lakeus/map/table/ties/", "/networks/lakeus/map/table/"),
        ("/networks/lakeus/import/", None),
    ],
)
def test_the_longest_address_above_the_page_is_current(path: str, current: str | None) -> None:
    menu = ["/networks/lakeus/", "/networks/lakeus/map/", "/networks/lakeus/map/table/"]
    assert current_of(path, menu) == current


def test_finnish_is_the_language_whatever_the_browser_asks(client: Client) -> None:
    page = client.get("/about/", headers={"accept-language": "en-GB,en"})
    assert '<html lang="fi">' in page.content.decode()
    assert page["Content-Language"] == "fi"
    assert "Tietoa Solmusta" in page.content.decode()


@pytest.mark.parametrize(("language", "words"), [("sv", "Om Solmu"), ("en", "About Solmu")])
def test_a_chosen_language_keeps_the_page_and_is_remembered(
    client: Client, language: str, words: str
) -> None:
    answer = client.post("/language/", {"language": language, "next": "/about/?x=1"})
    assert answer.status_code == 302
    assert answer["Location"] == "/about/?x=1"
    page = client.get("/about/").content.decode()
    assert f'<html lang="{language}">' in page
    assert f"<h1>{words}</h1>" in page


def test_a_persons_language_follows_to_other_browsers(client: Client, eero: Person) -> None:
    sign_in(client, eero).post("/language/", {"language": "sv", "next": "/about/"})
    eero.refresh_from_db()
    assert eero.language == "sv"
    elsewhere = sign_in(Client(), eero)
    assert "Om Solmu" in elsewhere.get("/about/").content.decode()


@pytest.mark.parametrize(
    "there", ["https://evil.example/", "//evil.example", "javascript:alert(1)"]
)
def test_a_choice_never_leads_to_another_site(client: Client, there: str) -> None:
    answer = client.post("/language/", {"language": "sv", "next": there})
    assert answer["Location"] == "/"


def test_an_unknown_language_changes_nothing(client: Client) -> None:
    answer = client.post("/language/", {"language": "xx", "next": "/about/"})
    assert settings.LANGUAGE_COOKIE_NAME not in answer.cookies


def test_choices_are_not_made_by_following_a_link(client: Client) -> None:
    assert client.get("/language/").status_code == 405
    assert client.get("/theme/").status_code == 405


def test_chosen_colours_stand_on_the_page_and_with_the_person(client: Client, eero: Person) -> None:
    sign_in(client, eero)
    assert "data-theme" not in client.get("/about/").content.decode()
    client.post("/theme/", {"theme": "dark", "next": "/about/"})
    eero.refresh_from_db()
    assert eero.theme == "dark"
    assert '<html lang="fi" data-theme="dark">' in client.get("/about/").content.decode()


def test_visitors_choose_colours_too(client: Client) -> None:
    client.post("/theme/", {"theme": "contrast", "next": "/about/"})
    assert 'data-theme="contrast"' in client.get("/about/").content.decode()


def test_no_page_is_indexed(client: Client) -> None:
    assert 'content="noindex, nofollow"' in client.get("/about/").content.decode()
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"


def test_a_message_can_offer_to_undo() -> None:
    told = Message(constants.SUCCESS, "Kela poistettiin", "undo:/networks/lakeus/changes/7/undo/")
    html = render_to_string("shell/components/toasts.html", {"messages": [told], "oob": True})
    assert 'hx-swap-oob="beforeend"' in html
    assert '<form method="post" action="/networks/lakeus/changes/7/undo/">' in html
    assert "<p>Kela poistettiin</p>" in html


def test_a_fault_is_told_as_one_and_offers_nothing() -> None:
    told = Message(constants.ERROR, "Ei <tallennettu>")
    html = render_to_string("shell/components/toasts.html", {"messages": [told]})
    assert 'class="toast bad"' in html
    assert "Ei &lt;tallennettu&gt;" in html
    assert "<form" not in html


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_scripts_find_every_sentence_they_say(language: str) -> None:
    with translation.override(language):
        html = render_to_string("shell/components/words.html")
    sentences = re.findall(r'data-[\w-]+="([^"]+)"', html)
    assert len(sentences) == 10
    assert all(sentences)
