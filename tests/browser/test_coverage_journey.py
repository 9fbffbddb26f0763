"""A coordinator fills a gap from the coverage grid in a real browser, by mouse and by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from solmu.mapping.tests.makers import SmallMap, make_small_map
from solmu.networks.models import Area, Network
from solmu.people.models import Person
from solmu.registry.models import Service
from solmu.registry.tests.makers import make_service
from tests.browser.conftest import Visit


@pytest.fixture
def covered(network: Network, aino: Person) -> SmallMap:
    towns = [
        Area.objects.create(network=network, kind="municipality", name_fi=name, name_sv=name)
        for name in ("Alakylä", "Yläkylä")
    ]
    network.areas.set(towns)
    small = make_small_map(network, aino)
    make_service(small.lukio, places=[towns[0]])
    return small


def square(page: Page, goal: str, kind: str, town: str) -> str:
    name = f"{goal}, {kind}, {town}:"
    return page.get_by_role("link", name=name).inner_text().splitlines()[-1]


def test_a_gap_becomes_a_service_and_the_undo_brings_the_gap_back(
    visit: Visit, network: Network, aino: Person, covered: SmallMap
) -> None:
    page = visit(aino).go(f"/networks/{network.slug}/coverage/")
    gap = ("Koulutus", "Neuvonta", "Yläkylä")
    assert square(page, *gap) == "ei kukaan"
    page.get_by_role("link", name="Koulutus, Neuvonta, Yläkylä:").click()
    panel = page.locator("#cell")
    panel.get_by_role("heading", name="Koulutus: neuvonta").wait_for()
    panel.get_by_role("link", name="Lisää palvelu tähän").click()
    dialog = page.locator("dialog[open]")
    assert dialog.get_by_label("Yläkylä").is_checked()
    assert not dialog.get_by_label("Alakylä").is_checked()
    dialog.get_by_label("Palvelun nimi").fill("Hakuneuvonta etänä")
    dialog.get_by_label("Kuka tarjoaa?").first.fill("Lukio")
    dialog.get_by_role("button", name="Tallenna").click()
    page.locator(".toast", has_text="Hakuneuvonta etänä").wait_for()
    expect(page.locator("a[href*='education/advice'].cover-square.gap")).to_have_count(0)
    assert square(page, *gap) == "1 toimija"
    page.locator(".toast").get_by_role("button", name="Kumoa").click()
    page.locator(".toast", has_text="Kumottu").wait_for()
    assert square(page, *gap) == "ei kukaan"


def test_the_same_by_keyboard_alone(
    visit: Visit, network: Network, aino: Person, covered: SmallMap
) -> None:
    page = visit(aino).go(f"/networks/{network.slug}/coverage/")
    page.get_by_role("link", name="Koulutus, Neuvonta, Yläkylä:").focus()
    page.keyboard.press("Enter")
    page.locator("#cell").get_by_role("heading", name="Koulutus: neuvonta").wait_for()
    page.get_by_role("link", name="Lisää palvelu tähän").focus()
    page.keyboard.press("Enter")
    name = page.locator("dialog[open]").get_by_label("Palvelun nimi")
    name.wait_for()
    name.focus()
    page.keyboard.type("Hakuneuvonta")
    page.locator("dialog[open]").get_by_label("Kuka tarjoaa?").first.focus()
    page.keyboard.type("Lukio")
    page.keyboard.press("Enter")
    page.locator(".toast", has_text="Hakuneuvonta").wait_for()
    made = Service.objects.get(name="Hakuneuvonta")
    assert [place.municipality.name_fi for place in made.places.all()] == ["Yläkylä"]
