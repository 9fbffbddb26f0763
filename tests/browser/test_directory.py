"""The directory in a real browser: answers come as one types, by keyboard, and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.indexing import refresh_index
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.browser.conftest import Visit


@pytest.fixture
def here(network: Network, aino: Person) -> str:
    own = perspective_of(aino, network)
    make_actor(own, "Kela", services="perustoimeentulotuki")
    make_actor(own, "Etsivä nuorisotyö", services="apu toimeentulotuen hakemiseen")
    refresh_index(network)
    return f"/networks/{network.slug}/directory/"


def test_answers_come_while_one_writes_and_are_walked_by_keyboard(
    visit: Visit, aino: Person, here: str
) -> None:
    page = visit(aino).go(here)
    field = page.locator("#what")
    expect(field).to_be_focused()
    page.keyboard.type("rahat loppu")
    expect(page.locator(".directory-sum b")).to_have_text("toimeentulo")
    expect(page.locator("#announcer")).to_have_text("Tarve: toimeentulo. 2 toimijaa.")
    expect(page.locator("#directory-panel h2")).to_have_text("Valitse toimija")
    page.keyboard.press("ArrowDown")
    expect(page.locator("a.answer-name").first).to_be_focused()
    chosen = page.locator("a.answer-name").nth(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#directory-panel h2").first).to_have_text(chosen.inner_text())
    expect(chosen).to_have_attribute("aria-current", "true")
    expect(page.locator("#directory-panel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(chosen).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    assert "rahat" not in page.url


def test_pressing_search_opens_the_best_answer_and_an_example_comes_to_the_field(
    visit: Visit, aino: Person, here: str
) -> None:
    page = visit(aino).go(here)
    page.get_by_role("button", name="koulu jäi kesken, rahat loppu").click()
    expect(page.locator("#what")).to_have_value("koulu jäi kesken, rahat loppu")
    expect(page.locator(".directory-sum b")).to_have_count(2)
    page.locator("#what").fill("perustoimeentulotuki")
    page.get_by_role("button", name="Hae").click()
    expect(page.locator("#directory-panel h2").first).to_have_text("Kela")


def test_without_scripts_the_answers_come_with_the_page(
    visit: Visit, aino: Person, here: str
) -> None:
    page = visit(aino, javascript=False).go(here)
    page.locator("#what").fill("rahat loppu")
    page.get_by_role("button", name="Hae").click()
    expect(page.locator("a.answer-name")).to_have_count(2)
    page.locator("a.answer-name").filter(has_text="Kela").click()
    assert "/map/?" in page.url
