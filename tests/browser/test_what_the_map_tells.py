"""The home and the reading of a network, as a person sees them and goes from a sentence to its place on the map."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from solmu.config.demo import load_demo
from solmu.people.models import Person
from tests.browser.conftest import Visit

HOME = "/networks/jarvilakeuden-nuorten-palvelut/"


@pytest.fixture
def region() -> dict[str, Person]:
    load_demo(at=timezone.now())
    return {person.name.split()[0].lower(): person for person in Person.objects.all()}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("path", [HOME, f"{HOME}reading/", f"{HOME}reading/?level=unit"])
def test_no_page_of_the_reading_breaks_accessibility(
    visit: Visit, region: dict[str, Person], language: str, path: str
) -> None:
    for phone, dark in ((False, False), (True, True)):
        visitor = visit(region["aino"], phone=phone, dark=dark, language=language)
        page = visitor.go(path)
        expect(page.locator("svg.map-drawing").first).to_be_visible()
        assert visitor.axe() == []
        assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]  # type: ignore[index]


def test_five_numbered_sentences_stand_under_the_map_and_on_it(
    visit: Visit, region: dict[str, Person]
) -> None:
    page = visit(region["minna"]).go(HOME)
    expect(page.locator(".reading > ol > li")).to_have_count(5)
    numbers = page.locator(".map-number text").all_text_contents()
    assert numbers == ["1", "2", "3", "4", "5"]


def test_a_sentence_leads_to_its_place_on_the_map(visit: Visit, region: dict[str, Person]) -> None:
    page = visit(region["minna"]).go(f"{HOME}reading/")
    finding = page.locator("article", has_text="4 toimijaa tavoittaa muut vain tätä kautta")
    finding.get_by_role("link", name="Näytä kartalla").click()
    inked = page.locator("area-map .map-actor:not(.faded)")
    expect(inked).to_have_count(5)
    expect(page.locator("area-map .map-tie.lit")).to_have_count(6)
    inked.first.click()
    expect(page).not_to_have_url("show=")


def test_an_empty_network_offers_its_three_ways(visit: Visit, region: dict[str, Person]) -> None:
    for phone in (False, True):
        visitor = visit(region["otto"], phone=phone)
        page = visitor.go("/networks/rantaseudun-nuorten-verkosto/")
        expect(page.locator(".start h2")).to_have_count(3)
        expect(page.locator("textarea")).to_be_visible()
        assert visitor.axe() == []


def test_the_home_can_be_read_without_scripts(visit: Visit, region: dict[str, Person]) -> None:
    page = visit(region["eero"], javascript=False).go(HOME)
    expect(page.locator(".reading > ol > li")).to_have_count(5)
    expect(page.get_by_role("link", name="Kaikki muutokset")).to_be_visible()
    visitor = visit(region["otto"], javascript=False)
    page = visitor.go("/networks/rantaseudun-nuorten-verkosto/")
    expect(page.locator(".start h2")).to_have_count(3)
