"""A file, a pasted list and the usual actors become a map, by mouse, by keyboard, on a phone, without scripts."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import xlsxwriter
from django.utils import timezone
from playwright.sync_api import Page, Route

from solmu.jobs.actions import run_due
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.models import Tie
from solmu.registry.queries import present_actors
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.browser.conftest import Visit

ACTORS = [
    ["Nimi", "Ala", "Kunta", "Puhelin"],
    ["Kansaneläkelaitos", "työ", "", ""],
    ["Ohjaamo", "Ohjaamo", "", "06 555 0100"],
    ["", "", "", "040 123 4567"],
]
TIES = [
    ["Mistä", "Mihin", "Kuinka usein"],
    ["Ohjaamo", "Kansaneläkelaitos", "viikoittain"],
    ["Ohjaamot", "Kansaneläkelaitos", "joskus"],
]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        for name, rows in (("Toimijat", ACTORS), ("Suhteet", TIES)):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    path = tmp_path / "Toimijat 2026.xlsx"
    path.write_bytes(data.getvalue())
    return path


def work_beside(page: Page) -> Page:
    """Let the queue's work be done whenever the page asks how far it is: the child process's part in the test."""

    def work(route: Route) -> None:
        run_due("browser", clock=timezone.now)
        route.continue_()

    page.route("**/jobs/**", work)
    return page


def names(network: Network) -> set[str]:
    return {one.label for one in present_actors(network)}


@pytest.mark.parametrize("phone", [False, True])
def test_a_workbook_becomes_a_map_and_is_taken_back(
    visit: Visit, network: Network, aino: Person, workbook: Path, phone: bool
) -> None:
    make_actor(perspective_of(aino, network), "Kela")
    visitor = visit(aino, phone=phone)
    page = work_beside(visitor.page)
    visitor.go(f"/networks/{network.slug}/import/")
    assert not visitor.axe()
    page.set_input_files("input[type=file]", workbook)
    page.get_by_role("button", name="Lue tiedosto").click()
    page.wait_for_url("**/import/*/")
    assert page.get_by_role("heading", name="Näin ymmärsin tiedoston").is_visible()
    assert not visitor.axe()
    page.get_by_role("group", name="Kansaneläkelaitos: sama kuin Kela?").get_by_text(
        "Sama", exact=True
    ).click()
    page.get_by_label("Nimi riville 4").fill("Nuorten paja")
    page.get_by_label("Nimi riville 4").press("Tab")
    waits = page.locator("#import-summary a[href='#doubles']")
    waits.get_by_text("kaikkiin vastattu").wait_for()
    page.locator("button[value=apply]:visible").first.click()
    page.get_by_role("heading", name="Tuonti on kartalla").wait_for()
    assert names(network) == {"Kela", "Ohjaamo", "Nuorten paja"}
    assert Tie.objects.filter(network=network).count() == 1
    assert not visitor.axe()
    page.get_by_role("button", name="Kumoa tuonti").click()
    page.locator("#toasts").get_by_text("Kumottu: Tuotu: Toimijat 2026").wait_for()
    assert names(network) == {"Kela"}


def test_the_review_works_by_keyboard_alone(visit: Visit, network: Network, aino: Person) -> None:
    make_actor(perspective_of(aino, network), "Työllisyysalue")
    visitor = visit(aino)
    page = work_beside(visitor.page)
    visitor.go(f"/networks/{network.slug}/import/")
    page.locator("#names").focus()
    page.keyboard.type("TE-toimisto\nKirjasto")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Näin ymmärsin tiedoston").wait_for()
    page.wait_for_load_state()  # the scripts listen
    page.get_by_label("Myöhemmin").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_label("Sama", exact=True).is_checked()
    page.locator("#import-summary").get_by_text("kaikkiin vastattu").wait_for()
    page.locator("#import-counts button[value=apply]").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Tuonti on kartalla").wait_for()
    assert names(network) == {"Työllisyysalue", "Kirjasto"}


def test_all_of_it_works_without_scripts(visit: Visit, network: Network, aino: Person) -> None:
    visitor = visit(aino, javascript=False)
    page = work_beside(visitor.page)
    visitor.go(f"/networks/{network.slug}/import/")
    page.locator("#names").fill("Kela\nOhjaamo")
    page.get_by_role("button", name="Jatka näillä nimillä").click()
    page.get_by_label("Ota mukaan: Ohjaamo").uncheck()
    page.get_by_role("button", name="Tallenna vastaukset").click()
    assert not page.get_by_label("Ota mukaan: Ohjaamo").is_checked()
    page.locator("#import-counts button[value=apply]").click()
    page.get_by_role("heading", name="Tuonti on kartalla").wait_for(timeout=15_000)
    assert names(network) == {"Kela"}


def test_the_usual_actors_are_chosen_in_swedish(
    visit: Visit, network: Network, aino: Person
) -> None:
    visitor = visit(aino, language="sv", dark=True)
    page = work_beside(visitor.page)
    visitor.go(f"/networks/{network.slug}/import/")
    page.get_by_role("textbox", name="Kommuner").fill("Vasa")
    page.get_by_role("button", name="Visa förslagen").click()
    assert not visitor.axe()
    page.get_by_label("4H-föreningen").uncheck()
    page.get_by_role("button", name="Fortsätt med dessa").click()
    page.locator("#import-counts button[value=apply]").click()
    page.get_by_role("heading", name="Importen är på kartan").wait_for()
    assert "Uppsökande ungdomsarbete" in names(network)
    assert "4H-föreningen" not in names(network)
    page.goto(f"{visitor.address}/networks/{network.slug}/changes/")
    assert page.get_by_text("Importerat: Vanliga aktörer", exact=True).is_visible()
    assert not visitor.axe()
