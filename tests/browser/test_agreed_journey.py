"""From a finding to its method, to an agreed action, to the list, to done; and the finding says so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from solmu.config.demo import load_demo
from solmu.people.models import Person
from tests.browser.conftest import Visit

HOME = "/networks/jarvilakeuden-nuorten-palvelut/"
CUT = "4 toimijaa tavoittaa muut vain tätä kautta"


@pytest.fixture
def region() -> dict[str, Person]:
    load_demo(at=timezone.now())
    return {person.name.split()[0].lower(): person for person in Person.objects.all()}


@pytest.mark.parametrize(("phone", "javascript"), [(False, True), (True, True), (False, False)])
def test_a_finding_leads_to_a_method_to_an_action_and_back_when_it_is_done(
    visit: Visit, region: dict[str, Person], phone: bool, javascript: bool
) -> None:
    page = visit(region["eero"], phone=phone, javascript=javascript).go(f"{HOME}reading/")
    finding = page.locator("article", has_text=CUT)
    finding.get_by_role("link", name="Näin se tehdään").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kuka vie minne")
    page.go_back()
    finding.get_by_role("link", name="Sovi toimi").click()
    expect(page.locator("main")).to_contain_text(CUT)
    page.get_by_label("Mitä tehdään?").fill("Esitellään järjestöt Ohjaamolle")
    expect(page.get_by_label("Mikä organisaatio huolehtii?")).not_to_have_value("")
    page.get_by_label("Kuka siellä?").select_option(label="Eero Mäki")
    due = timezone.localdate() + timedelta(days=5)
    page.get_by_label("Mihin päivään mennessä?").fill(due.isoformat())
    page.get_by_role("button", name="Tallenna").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Esitellään järjestöt Ohjaamolle")

    page.goto(f"{page.url.split('/networks/')[0]}{HOME}agreements/")
    row = page.locator("li", has_text="Esitellään järjestöt Ohjaamolle")
    expect(row).to_contain_text("5 päivää jäljellä")
    row.get_by_role("link").click()
    page.get_by_role("button", name="Merkitse tehdyksi").click()
    expect(page.locator(".page-head")).to_contain_text("Tehty")

    page.get_by_role("link", name=CUT).click()
    answered = page.locator("#answered article", has_text=CUT)
    expect(answered).to_be_visible()
    expect(answered).to_contain_text("Tehty")
    expect(answered).to_contain_text("Eero Mäki")


def test_a_finding_is_answered_by_keyboard_and_taken_back_from_the_message(
    visit: Visit, region: dict[str, Person]
) -> None:
    page = visit(region["aino"]).go(f"{HOME}reading/")
    finding = page.locator("article", has_text=CUT)
    finding.get_by_text("Ei meillä, koska…").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Järjestöt tuntevat toisensa.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#answered > summary")).to_contain_text("3")
    page.locator("#answered > summary").click()
    expect(page.locator("#answered")).to_contain_text("Järjestöt tuntevat toisensa.")
    page.locator(".toast").get_by_role("button", name="Kumoa").click()
    expect(page.locator(".toast")).to_contain_text("Kumottu: Havaintoon vastattiin")
    page.goto(f"{page.url.split('/networks/')[0]}{HOME}reading/")
    expect(page.locator("#answered > summary")).to_contain_text("2")


def test_the_list_is_narrowed_to_ones_own_where_it_stands(
    visit: Visit, region: dict[str, Person]
) -> None:
    page = visit(region["eero"]).go(f"{HOME}agreements/")
    expect(page.locator("#agreed-list")).to_contain_text("Kysytään ammattikorkeakoululta")
    page.get_by_label("Kenen").select_option("mine")
    expect(page.locator("#agreed-list")).not_to_contain_text("Kysytään ammattikorkeakoululta")
    expect(page.locator("#agreed-list")).to_contain_text("Opot mukaan")
    expect(page).to_have_url(f"{page.url.split('?')[0]}?whose=mine")
