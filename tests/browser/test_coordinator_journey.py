"""A coordinator's first hour: her own sheet becomes a map, which she completes, corrects, folds, undoes and prints."""

from __future__ import annotations

import io

import pytest
from django.utils import timezone
from openpyxl import Workbook
from playwright.sync_api import FilePayload, Page, Route, expect

from solmu.jobs.actions import run_due
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.queries import current_ties, present_actors
from tests.browser.conftest import Visit, Visitor

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OWN_SHEET = {
    "Yhteystiedot": [
        ["Alueen toimijat, päivitetty syksyllä"],
        [],
        ["Yksikkö", "Organisaatio", "Ala", "Kunta", "Yhteyshenkilö", "Sähköposti"],
        ["Opinto-ohjaus", "Ammattiopisto Virta", "koulutus", "Selkäjoki", "Päivi Salo", "opot@virta.example"],
        ["Hakupalvelut", "Ammattiopisto Virta", "koulutus", "Selkäjoki", "", ""],
        ["", "Ohjaamo Selkäjoki", "Ohjaamo", "Selkäjoki", "", "ohjaamo@selkajoki.example"],
        ["", "Kela", "työ", "Selkäjoki", "", ""],
        ["", "Etsivä nuorisotyö", "nuoriso", "Selkäjoki", "Oskari Mäki", ""],
    ],
    "Yhteistyö": [
        ["Mistä", "Mihin", "Mitä kulkee", "Kuinka usein", "Huomautus"],
        ["Ohjaamo Selkäjoki", "Opinto-ohjaus", "asiakasohjaus", "viikoittain", "Tiistaisin yhdessä."],
        ["Ohjaamo Selkäjoki", "Hakupalvelut", "tieto", "kuukausittain", ""],
        ["Etsivä nuorisotyö", "Ohjaamo Selkäjoki", "asiakasohjaus", "päivittäin", ""],
        ["Kela", "Ohjaamo Selkäjoki", "tieto", "harvemmin", ""],
    ],
}  # fmt: skip
KUMU_SHEET = {
    "Elements": [
        ["Label", "Type", "Tags", "Description"],
        ["Seurakunta", "organisation", "diakonia|nuoret", "Avoin olohuone torstaisin"],
        ["Mielenterveysyhdistys", "organisation", "vertaistuki", ""],
    ],
    "Connections": [
        ["From", "To", "Type", "Direction"],
        ["Seurakunta", "Mielenterveysyhdistys", "joint work", "mutual"],
        ["Seurakunta", "Etsivä nuorisotyö", "referral", "directed"],
    ],
}


def workbook(name: str, sheets: dict[str, list[list[str]]]) -> FilePayload:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return {"name": name, "mimeType": XLSX, "buffer": data.getvalue()}


@pytest.fixture
def here(network: Network) -> str:
    return f"/networks/{network.slug}/"


@pytest.fixture
def sheet() -> FilePayload:
    return workbook("Alueen yhteystiedot.xlsx", OWN_SHEET)


def open_for(visit: Visit, person: Person, **how: object) -> Visitor:
    """Open a window whose long work is done whenever it asks how far that is."""
    visitor = visit(person, **how)

    def work(route: Route) -> None:
        run_due("journey", clock=timezone.now)
        route.continue_()

    visitor.page.route("**/jobs/**", work)
    return visitor


def bring(page: Page, file: FilePayload) -> None:
    """Bring a file from the page that one is on, through its review, to the map."""
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Lue tiedosto").click()
    accept(page)


def accept(page: Page) -> None:
    expect(page.get_by_role("heading", name="Näin ymmärsin tiedoston")).to_be_visible()
    page.locator("button[value=apply]:visible").first.click()
    page.get_by_role("link", name="Katso kartta").click()
    page.locator(".map-actor").first.wait_for()


def on_map(page: Page) -> set[str]:
    """Return the names of what is drawn."""
    page.locator(".map-actor").first.wait_for()
    labels = page.locator(".map-actor").evaluate_all("all => all.map(one => one.ariaLabel)")
    return {label.split(",")[0] for label in labels}


def press_until(page: Page, key: str, there: str, *, at_most: int = 60) -> None:
    """Press a key until the focus is on what ``there`` selects."""
    for _ in range(at_most):
        if page.evaluate("there => document.activeElement.matches(there)", there):
            return
        page.keyboard.press(key)
    pytest.fail(f"{key} did not reach {there}")


def test_a_sheet_a_kumu_file_and_a_list_become_one_map_that_folds_and_is_undone(
    visit: Visit, network: Network, aino: Person, here: str, sheet: FilePayload
) -> None:
    visitor = open_for(visit, aino)
    page = visitor.go(here)
    bring(page, sheet)
    organisations = {"Ammattiopisto Virta", "Ohjaamo Selkäjoki", "Kela", "Etsivä nuorisotyö"}
    assert on_map(page) == organisations
    expect(page.locator(".map-plane .map-tie")).to_have_count(3)

    visitor.go(f"{here}import/")
    bring(page, workbook("kumu.xlsx", KUMU_SHEET))
    assert on_map(page) == organisations | {"Seurakunta", "Mielenterveysyhdistys"}
    assert current_ties(network).filter(source__label_fi="Seurakunta", content="referral").exists()

    visitor.go(f"{here}import/")
    page.locator("#names").fill("Kirjasto\n- Nuorten työpaja\nKela")
    page.get_by_role("button", name="Jatka näillä nimillä").click()
    accept(page)
    everybody = organisations | {
        "Seurakunta",
        "Mielenterveysyhdistys",
        "Kirjasto",
        "Nuorten työpaja",
    }
    assert on_map(page) == everybody

    page.get_by_role("link", name="Yksiköt").click()
    assert on_map(page) == everybody | {"Opinto-ohjaus", "Hakupalvelut"}
    page.get_by_role("link", name="Organisaatiot").click()
    assert on_map(page) == everybody

    visitor.go(f"{here}changes/")
    imported = page.get_by_role("listitem").filter(has_text="kumu")
    imported.get_by_role("button", name="Kumoa").click()
    expect(page.locator(".toast")).to_contain_text("Kumottu")
    page.get_by_role("link", name="Kartat").first.click()
    assert on_map(page) == everybody - {"Seurakunta", "Mielenterveysyhdistys"}
    expect(page.locator(".map-plane .map-tie")).to_have_count(3)


def test_ties_are_ticked_and_corrected_by_keyboard_alone_and_printed(
    visit: Visit, network: Network, aino: Person, here: str, sheet: FilePayload
) -> None:
    visitor = open_for(visit, aino)
    page = visitor.go(here)
    bring(page, sheet)

    visitor.go(f"{here}grid/")
    press_until(page, "Tab", "table.tick-grid input")
    press_until(page, "ArrowDown", "tr:last-child input")
    page.keyboard.press("Home")
    press_until(page, "ArrowRight", "[aria-label^='Etsivä nuorisotyö – Kela']", at_most=6)
    page.keyboard.press("Space")
    expect(page.locator("#grid-state")).to_have_text("Tallennettu")
    assert current_ties(network).filter(
        source__label_fi="Kela", target__label_fi="Etsivä nuorisotyö"
    )

    visitor.go(f"{here}map/")
    page.locator(".map-actor").first.wait_for()
    press_until(page, "Tab", ".map-search input")
    page.keyboard.type("kela")
    expect(page.get_by_role("option", name="Kela").first).to_be_visible()
    page.keyboard.press("Enter")
    press_until(page, "Tab", ".map-actor[aria-label^='Kela,']")
    page.keyboard.press("Enter")
    expect(page.locator("#map-panel")).to_be_focused()
    press_until(page, "Tab", ".tie-list a[href*='actor']:has(.name)")
    page.keyboard.press("Enter")
    expect(page.locator("#map-panel h2")).to_contain_text("Kela –")
    press_until(page, "Tab", "#map-panel .panel-actions a[hx-get*='/edit/']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    press_until(page, "Tab", "dialog select[name=frequency]")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    chosen = int(page.locator("dialog select[name=frequency]").input_value())
    press_until(page, "Tab", "dialog button.primary")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".toast")).to_contain_text("Tallennettu: Kela –")
    assert current_ties(network).filter(source__label_fi="Kela", frequency=chosen)

    page.emulate_media(media="print")
    for on_paper in (page.get_by_role("heading", name=network.name), page.locator(".map-drawing"), page.locator(".map-legend")):  # fmt: skip
        expect(on_paper).to_be_visible()
    for left_out in (".top-bar", ".foot", ".page-actions", ".map-tools", ".map-search", ".toasts"):
        expect(page.locator(left_out)).to_be_hidden()
    assert page.pdf(format="A4", landscape=True).startswith(b"%PDF")


def test_the_same_is_done_on_a_phone(
    visit: Visit, network: Network, aino: Person, here: str, sheet: FilePayload
) -> None:
    visitor = open_for(visit, aino, phone=True)
    page = visitor.go(here)
    bring(page, sheet)
    assert on_map(page) >= {"Kela", "Ohjaamo Selkäjoki"}

    visitor.go(f"{here}grid/")
    first = page.locator("#one-by-one h2").inner_text()
    page.locator("#one-by-one .option label").last.click()
    page.get_by_role("button", name="Käyty läpi, seuraava").click()
    expect(page.locator("#one-by-one h2")).not_to_have_text(first)
    assert network.perspectives.filter(asked__actor__label_fi=first).exists()

    visitor.go(f"{here}ties/")
    page.locator("td.cell-edit a").first.click()
    page.get_by_label("Kuinka usein?").last.select_option("4")
    page.get_by_role("button", name="Tallenna").click()
    expect(page.locator("tr.opened")).to_have_count(0)
    expect(page.locator("tbody")).to_contain_text("päivittäin")

    page.get_by_label("Valikko", exact=True).click()
    page.locator(".burger").get_by_role("link", name="Kartat").click()
    page.get_by_role("link", name="Ihmiset").click()
    assert "Opinto-ohjaus" in on_map(page)

    visitor.go(f"{here}changes/")
    imported = page.get_by_role("listitem").filter(has_text="Alueen yhteystiedot")
    imported.get_by_role("button", name="Kumoa").click()
    expect(page.locator(".toast")).to_contain_text("Kumottu")
    # Of whom she has spoken herself since, she has spoken.
    left = {one.label for one in present_actors(network)}
    assert left == {"Ohjaamo Selkäjoki", "Ammattiopisto Virta", "Etsivä nuorisotyö"}


def test_the_map_and_the_table_speak_swedish(
    visit: Visit, network: Network, aino: Person, here: str, sheet: FilePayload
) -> None:
    bring(open_for(visit, aino).go(here), sheet)
    page = visit(aino, language="sv").go(f"{here}map/")
    page.locator(".map-actor").first.wait_for()
    expect(page.locator("#map-meta")).to_contain_text("4 aktörer")
    expect(page.locator(".map-legend")).to_contain_text("varje vecka")
    page.get_by_role("link", name="Tabell").click()
    expect(page.get_by_role("columnheader", name="Hur ofta")).to_be_visible()
    expect(page.locator("tbody")).to_contain_text("dagligen")
    page.get_by_role("link", name="Lägg till relation").click()
    expect(page.get_by_role("dialog").get_by_role("button", name="Spara")).to_be_visible()
