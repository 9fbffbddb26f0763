"""The grid of ticks in a real browser: by keyboard, without a connection, on a phone, without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from solmu.mapping.tests.makers import SmallMap, make_small_map
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.models import Actor, Asked, Tie
from tests.browser.conftest import Visit


@pytest.fixture
def small(network: Network, aino: Person) -> SmallMap:
    return make_small_map(network, aino)


@pytest.fixture
def here(network: Network) -> str:
    return f"/networks/{network.slug}/grid/"


def box(page: Page, row: Actor, column: Actor) -> str:
    return f'tr[data-row="{row.ref}"] input[data-to="{column.ref}"]'


def square(page: Page, row: Actor, column: Actor) -> str:
    return page.locator(box(page, row, column)).locator("..").get_attribute("class") or ""


def ways() -> set[tuple[str, str]]:
    found = Tie.objects.filter(status="existing").values_list(
        "source__label_fi", "target__label_fi"
    )
    return {pair for pair in found if set(pair) <= {"Kela", "Lukio", "Seurakunta"}}


@pytest.mark.parametrize(
    ("language", "dark", "phone"),
    [("fi", False, False), ("sv", True, False), ("en", False, True), ("fi", True, True)],
)
def test_the_grid_is_accessible_and_fits_the_window(
    visit: Visit, aino: Person, here: str, small: SmallMap, language: str, dark: bool, phone: bool
) -> None:
    visitor = visit(aino, language=language, dark=dark, phone=phone)
    page = visitor.go(here)
    assert visitor.axe() == []
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0


def test_a_row_is_gone_through_by_keyboard_alone(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino).go(here)
    squares = page.locator("table.tick-grid input")
    assert [one.get_attribute("tabindex") for one in squares.all()].count("0") == 1
    page.locator('table.tick-grid input[tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")  # from Lukio's column to Kela's
    page.keyboard.press("ArrowDown")  # from Ohjaamo's row to Lukio's
    kela = page.locator(box(page, small.lukio, small.kela))
    expect(kela).to_be_focused()
    assert kela.get_attribute("aria-label") == "Lukio – Kela: ei vielä käyty läpi"
    page.keyboard.press("Space")
    expect(page.locator("#grid-state")).to_have_text("Tallennettu")
    assert ("Lukio", "Kela") in ways()
    assert ("Kela", "Lukio") in ways()
    assert kela.get_attribute("aria-label") == "Lukio – Kela: molempiin suuntiin"
    assert square(page, small.kela, small.lukio) == "tick both"
    expect(page.locator("[data-pair]")).to_contain_text("Lukio")
    page.keyboard.press("End")
    page.keyboard.press("Space")
    expect(page.locator("#grid-progress")).to_have_text("1/4 toimijaa käyty läpi")
    expect(page.locator("#grid-state")).to_have_text("Tallennettu")
    assert square(page, small.lukio, small.ohjaamo).startswith("tick none")
    assert square(page, small.seurakunta, small.lukio).startswith("tick unknown")
    assert Asked.objects.get().actor == small.lukio


def test_a_tick_goes_one_way_when_asked_and_is_taken_back(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino).go(here)
    page.get_by_label("Ruksi molempiin suuntiin").uncheck()
    page.locator(box(page, small.lukio, small.kela)).click()
    expect(page.locator("#grid-state")).to_have_text("Tallennettu")
    assert (square(page, small.lukio, small.kela), square(page, small.kela, small.lukio)) == (
        "tick out lit",
        "tick in",
    )
    page.get_by_role("button", name="Kumoa").click()
    expect(page.locator(box(page, small.lukio, small.kela))).not_to_be_checked()
    expect(page.locator("#grid-state")).to_have_text("Tallennettu")
    assert ("Lukio", "Kela") not in ways()


def test_enter_refines_the_tie_in_a_dialog(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino).go(here)
    chosen = page.locator(box(page, small.seurakunta, small.kela))
    chosen.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Kuinka usein?").select_option("3")
    dialog.get_by_label("Tieto").check()
    dialog.get_by_role("button", name="Tallenna").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(chosen).to_be_checked()
    tie = Tie.objects.get(source=small.seurakunta, target=small.kela)
    assert (tie.frequency, tie.content) == (3, "information")
    expect(chosen).to_be_focused()


def test_ticks_wait_without_a_connection_and_survive_leaving_the_page(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino, expect_complaints=True).go(here)
    page.route("**/grid/point/", lambda route: route.abort())
    page.locator(box(page, small.lukio, small.kela)).click()
    page.locator(box(page, small.seurakunta, small.kela)).click()
    expect(page.locator("#grid-state")).to_have_text(
        "Ei yhteyttä: 2 muutosta odottaa tällä laitteella"
    )
    assert ways() == set()
    page.on("dialog", lambda asked: asked.accept())
    page.reload()
    expect(page.locator(box(page, small.lukio, small.kela))).to_be_checked()
    expect(page.locator("#grid-state")).to_contain_text("2 muutosta odottaa")
    page.unroute("**/grid/point/")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#grid-state")).to_have_text("Tallennettu")
    assert ways() == {
        ("Lukio", "Kela"), ("Kela", "Lukio"), ("Seurakunta", "Kela"), ("Kela", "Seurakunta"),
    }  # fmt: skip
    assert page.evaluate("localStorage.length") == 0


def test_a_refused_tick_is_told_and_put_back(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino, expect_complaints=True).go(here)
    Actor.objects.filter(pk=small.lukio.pk).update(removed_at=small.own.created_at)
    page.locator(box(page, small.lukio, small.kela)).click()
    expect(page.locator(".toast")).to_contain_text("Ei tallennettu")
    expect(page.locator(box(page, small.lukio, small.kela))).not_to_be_checked()


def test_a_phone_asks_of_one_actor_at_a_time_and_saves_each_tick(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino, phone=True).go(f"{here}?actor={small.lukio.ref}")
    expect(page.get_by_role("heading", name="Lukio")).to_be_visible()
    assert not page.locator("table.tick-grid").is_visible()
    page.get_by_label("Kela", exact=True).check()
    expect(page.locator("#grid-state")).to_have_text("Tallennettu")
    assert ways() == {("Lukio", "Kela"), ("Kela", "Lukio")}
    page.get_by_label("Mihin suuntaan? Kela").select_option("in")
    page.wait_for_function("document.querySelector('#grid-undo').disabled === false")
    page.get_by_role("button", name="Käyty läpi, seuraava").click()
    expect(page.get_by_role("heading", name="Kela")).to_be_visible()
    assert ways() == {("Kela", "Lukio")}
    assert Asked.objects.get().actor == small.lukio


def test_without_scripts_the_form_does_it_all(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino, phone=True, javascript=False).go(f"{here}?actor={small.seurakunta.ref}")
    page.get_by_label("Lukio", exact=True).check()
    page.get_by_label("Mihin suuntaan? Lukio").select_option("out")
    page.get_by_role("button", name="Käyty läpi, seuraava").click()
    assert re.search(r"actor=", page.url)
    assert ways() == {("Seurakunta", "Lukio")}
