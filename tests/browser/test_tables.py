"""The map's tables in a real browser: narrowed as one writes, corrected by keyboard, and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from solmu.mapping.tests.makers import SmallMap, make_small_map
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.models import Actor, Tie
from tests.browser.conftest import Visit


@pytest.fixture
def small(network: Network, aino: Person) -> SmallMap:
    return make_small_map(network, aino)


@pytest.fixture
def here(network: Network) -> str:
    return f"/networks/{network.slug}"


@pytest.mark.parametrize(
    ("language", "dark", "phone"),
    [("fi", False, False), ("fi", True, False), ("sv", False, True), ("en", True, True)],
)
def test_tables_and_forms_are_accessible_and_fit_the_window(
    visit: Visit, aino: Person, here: str, small: SmallMap, language: str, dark: bool, phone: bool
) -> None:
    visitor = visit(aino, language=language, dark=dark, phone=phone)
    pair = f"ties/{small.kela.ref}/{small.ohjaamo.ref}"
    actor = f"actors/{small.kela.ref}"
    for path in (
        "ties/", "actors/", "ties/?q=xyzzy", "ties/new/", f"{pair}/edit/", f"{pair}/remove/",
        "actors/new/", f"{actor}/edit/", f"{actor}/remove/", f"{actor}/merge/",
        f"{actor}/merge/?with={small.lukio.ref}", f"{actor}/split/",
    ):  # fmt: skip
        page = visitor.go(f"{here}/{path}")
        for fold in page.locator("details.more").all():
            fold.evaluate("fold => fold.open = true")
        assert visitor.axe() == [], path
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) == 0, path


def test_a_table_narrows_while_one_writes_and_keeps_its_address(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino).go(f"{here}/ties/")
    expect(page.locator("tbody tr")).to_have_count(4)
    page.get_by_label("Etsi taulukosta").press_sequentially("seura")
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"q=seura"))
    assert page.get_by_label("Etsi taulukosta").evaluate("e => e === document.activeElement")
    page.get_by_label("Toivotut mukana").uncheck()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Mistä").click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Mistä")
    page.go_back()
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(0)


def test_a_tie_is_corrected_and_the_correction_undone_by_keyboard_alone(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino).go(f"{here}/ties/")
    pencil = page.get_by_role("link", name="Muokkaa: Kela – Ohjaamo Järvilakeus")
    pencil.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Kumpi ottaa yhteyttä?")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # päivittäin → viikoittain

    expect(page.get_by_label("Kuinka usein?")).to_have_value("3")
    page.get_by_role("button", name="Tallenna").press("Enter")
    row = page.locator("tbody tr", has_text="Kela").first
    expect(page.locator("tr.opened")).to_have_count(0)
    expect(page.locator("tbody")).to_contain_text("viikoittain")
    expect(pencil).to_be_focused()
    assert row.is_visible()
    toast = page.locator(".toast")
    expect(toast).to_contain_text("Tallennettu: Kela – Ohjaamo Järvilakeus")
    toast.get_by_role("button", name="Kumoa").press("Enter")
    expect(page.locator("tbody")).to_contain_text("päivittäin")
    assert "/ties/" in page.url
    assert set(Tie.objects.filter(source=small.kela).values_list("frequency", flat=True)) == {4}


def test_escape_closes_an_opened_row(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino).go(f"{here}/ties/")
    pencil = page.get_by_role("link", name="Muokkaa: Kela – Ohjaamo Järvilakeus")
    pencil.click()
    expect(page.locator("tr.opened")).to_be_visible()
    page.get_by_label("Kuinka usein?").press("Escape")
    expect(page.locator("tr.opened")).to_have_count(0)
    expect(pencil).to_be_focused()


def test_an_actor_is_added_in_a_dialog_that_asks_about_a_double(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino).go(f"{here}/actors/")
    page.get_by_role("link", name="Lisää toimija").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Nimi", exact=True).fill("KELA")
    dialog.get_by_label("Ala").focus()
    expect(dialog).to_contain_text("Onko se jo kartalla?")
    dialog.get_by_label("Nimi", exact=True).fill("Nuorisotalo Tulppa")
    dialog.get_by_label("Ala").focus()
    dialog.get_by_label("Ala").select_option("youth")
    expect(dialog).not_to_contain_text("Onko se jo kartalla?")
    dialog.get_by_role("button", name="Tallenna").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("tbody")).to_contain_text("Nuorisotalo Tulppa")
    expect(page.locator(".toast")).to_contain_text("Lisätty: Nuorisotalo Tulppa")
    assert Actor.objects.get(label_fi="Nuorisotalo Tulppa").sector == "youth"


def test_a_fault_in_a_dialog_is_told_and_led_to(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino, expect_complaints=True).go(f"{here}/ties/")
    page.get_by_role("link", name="Lisää suhde").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Kenen suhde?").fill("Kela")
    dialog.get_by_label("Kenelle?").fill("Seurakuntta")
    dialog.get_by_role("button", name="Tallenna").click()
    fault = page.get_by_role("dialog").get_by_role("alert")
    expect(fault).to_be_focused()
    expect(fault).to_contain_text("Tarkoititko: Seurakunta?")


def test_what_is_still_correct_is_confirmed_where_it_stands(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    small.own.claims.update(confirmed_on="2020-01-01")
    page = visit(aino).go(f"{here}/ties/")
    page.get_by_role("link", name="Muokkaa: Kela – Ohjaamo Järvilakeus").click()
    page.get_by_role("button", name="Pitää paikkansa").click()
    expect(page.locator(".toast")).to_contain_text("Vahvistettu tänään: Kela – Ohjaamo")
    expect(page.locator("tr.opened")).to_have_count(0)
    assert small.own.claims.filter(confirmed_on__year__gt=2020).exists()
    page.goto(f"{page.url.split('/ties/')[0]}/actors/")
    page.get_by_role("link", name="Muokkaa: Kela").click()
    page.locator("details.more > summary").click()
    page.get_by_role("button", name="Yhteystiedot pitävät paikkansa").click()
    expect(page.locator(".toast")).to_contain_text("Yhteystiedot vahvistettu tänään: Kela")


def test_everything_works_without_scripts(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino, javascript=False).go(f"{here}/ties/")
    page.get_by_label("Etsi taulukosta").fill("opot")
    page.get_by_label("Taso").select_option("unit")
    page.get_by_role("button", name="Rajaa").click()
    assert page.locator("tbody tr").count() == 1
    page.get_by_role("link", name="Muokkaa: Ohjaamo Järvilakeus – Opot").click()
    page.get_by_label("Kuinka usein?").select_option("4")
    page.get_by_role("button", name="Tallenna").click()
    assert "q=opot" in page.url
    assert "päivittäin" in page.locator("tbody").inner_text()
    assert page.locator(".toast").get_by_role("button", name="Kumoa").is_visible()


def test_a_phone_shows_cards_and_hides_the_filters_until_asked(
    visit: Visit, aino: Person, here: str, small: SmallMap
) -> None:
    page = visit(aino, phone=True).go(f"{here}/ties/")
    assert not page.get_by_label("Mitä kulkee").is_visible()
    page.get_by_role("link", name="Rajaa").click()
    assert page.get_by_label("Mitä kulkee").is_visible()
    page.get_by_label("Järjestys").select_option("from")
    expect(page).to_have_url(re.compile("sort=from"))
    first, second = (page.locator("tbody tr").nth(at).bounding_box() for at in (0, 1))
    assert first
    assert second
    assert second["y"] >= first["y"] + first["height"] - 1
