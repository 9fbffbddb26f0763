"""A professional finds in the demo region whom to call, in three presses and without telling of anybody."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from solmu.config.demo import load_demo
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.indexing import refresh_index
from tests.browser.conftest import Visit
from tests.browser.looking import AT


@pytest.fixture
def region(transactional_db: None) -> Network:
    network = load_demo(at=AT)
    refresh_index(network)
    return network


@pytest.mark.parametrize("phone", [False, True])
def test_who_dropped_out_and_has_no_money_is_helped_in_three_presses(
    visit: Visit, region: Network, phone: bool
) -> None:
    eero = Person.objects.get(name="Eero Mäki")
    page = visit(eero, phone=phone).go(f"/networks/{region.slug}/")
    if phone:
        page.locator(".burger summary").click()
    page.get_by_role("link", name="Toimijat", exact=True).locator("visible=true").click()
    page.locator("#what").fill("17-vuotias, koulu jäi kesken, rahat loppu")
    expect(page.locator(".directory-sum b")).to_have_count(2)
    page.get_by_role("button", name="Hae").click()
    best = page.locator("a.answer-name").first
    expect(best).to_have_text("Etsivä nuorisotyö")
    best.click()
    panel = page.locator("#directory-panel")
    expect(panel.locator("a[href^='tel:']").first).to_have_attribute("href", "tel:060000124")
    expect(panel).to_contain_text("Tuki opinnot keskeyttäneelle")
    assert "rahat" not in page.url
