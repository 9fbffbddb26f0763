"""A professional finds who leads where in three presses, meets a dead end and reports it; the coordinator sees it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from solmu.config.demo import load_demo
from solmu.findings.models import DeadEnd
from solmu.networks.models import Network
from solmu.people.models import Person
from tests.browser.conftest import Visit
from tests.browser.looking import AT

NOTE = "Ryhmä olisi lähellä, mutta sinne ei ohjata."


@pytest.fixture
def region(transactional_db: None) -> Network:
    network = load_demo(at=AT)
    DeadEnd.objects.all().delete()
    return network


def find(page: Page, need: str, town: str) -> None:
    """Choose the need and the municipality, and press."""
    page.get_by_label("Mitä tarvitaan?").select_option(need)
    page.get_by_label("Missä kunnassa?").select_option(label=town)
    page.get_by_role("button", name="Etsi reitti").click()
    page.locator("#answer").wait_for()


@pytest.mark.parametrize("phone", [False, True])
def test_from_a_need_to_a_number_in_three_steps_and_a_dead_end_to_the_coordinator(
    visit: Visit, region: Network, phone: bool
) -> None:
    eero, aino = (Person.objects.get(name=name) for name in ("Eero Mäki", "Aino Laine"))
    page = visit(eero, phone=phone).go(f"/networks/{region.slug}/path/")
    expect(page.get_by_label("Missä nuori on nyt?").locator("option:checked")).to_have_text(
        "Ohjaamo Järvilakeus"
    )
    find(page, "everyday_life:guidance", "Selkäjoki")
    best = page.locator(".path-route.best")
    expect(best).to_contain_text("Yksi siirto. Saattaen.")
    expect(best.locator("a[href^='tel:']").first).to_be_visible()
    picture = page.locator(f".path-picture.{'narrow' if phone else 'wide'}")
    expect(picture).to_be_visible()
    assert page.url.endswith("/path/")

    broken = page.locator(".path-break", has_text="Mielenterveysyhdistys Lakeus:")
    expect(broken).to_contain_text("mutta kukaan reitillä ei ohjaa sinne")
    broken.get_by_text("Ilmoita tämä umpikuja").click()
    broken.get_by_label("Mitä tapahtui?").fill(NOTE)
    broken.get_by_role("button", name="Ilmoita", exact=True).click()
    page.locator(".toast", has_text="Koordinaattorille ilmoitettiin").wait_for()

    seen = visit(aino, phone=phone).go(f"/networks/{region.slug}/")
    seen.get_by_role("link", name="Ota yksi umpikuja esiin").click()
    report = seen.locator(".dead-end", has_text="Mielenterveysyhdistys Lakeus")
    expect(report).to_contain_text(NOTE)
    expect(report).to_contain_text("Eero Mäki")
    report.get_by_text("Kerro, kuinka pitkällä se on").click()
    report.get_by_label("Kesken").check()
    report.get_by_label("Mitä on tehty").fill("Sovimme tutustumisen.")
    report.get_by_role("button", name="Tallenna").click()
    seen.locator(".toast", has_text="Tallennettu").wait_for()
    expect(seen.locator(".dead-end .card-head .tag").first).to_have_text("Kesken")


def test_without_scripts_and_by_keyboard_alone_a_way_is_found(
    visit: Visit, region: Network
) -> None:
    minna = Person.objects.get(name="Minna Salo")
    page = visit(minna, javascript=False).go(f"/networks/{region.slug}/path/")
    page.get_by_label("Mitä tarvitaan?").focus()
    page.keyboard.type("Asunto")
    page.keyboard.press("Tab")
    page.keyboard.type("Haapakorpi")
    page.get_by_role("button", name="Etsi reitti").focus()
    page.keyboard.press("Enter")
    best = page.locator(".path-route.best")
    expect(best).to_contain_text("Asumisneuvonta")
    expect(page.get_by_text("Ilmoita tämä umpikuja")).to_have_count(0)
