"""The frame and the pages of no slice, in a real browser: accessible, in three languages, with and without scripts."""

from __future__ import annotations

import pytest

from solmu.people.models import Person
from tests.browser.conftest import Visit

PAGES = ["/", "/about/", "/guide/", "/guide/map/", "/guide/methods/M03/", "/accessibility/"]


@pytest.mark.parametrize(
    ("language", "dark", "phone"),
    [("fi", False, False), ("fi", True, False), ("fi", False, True), ("sv", False, True), ("en", False, False)],
)  # fmt: skip
def test_every_page_of_the_shell_is_accessible(
    visit: Visit, language: str, dark: bool, phone: bool
) -> None:
    visitor = visit(language=language, dark=dark, phone=phone)
    for path in PAGES:
        page = visitor.go(path)
        assert visitor.axe() == [], path
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) == 0, path


def test_a_missing_page_is_accessible_and_leads_back(visit: Visit) -> None:
    visitor = visit(expect_complaints=True)
    page = visitor.go("/nowhere/")
    assert visitor.axe() == []
    page.get_by_role("link", name="Kerro meille").click()
    assert page.get_by_label("Millä sivulla?").input_value() == "/nowhere/"


def test_targets_are_large_enough_for_a_thumb(visit: Visit) -> None:
    small = """[...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden])')]
      .filter(e => e.checkVisibility() && getComputedStyle(e).display !== 'inline')
      .map(e => [e.outerHTML.slice(0, 90), (e.closest('label') ?? e).getBoundingClientRect()])
      .filter(([, box]) => box.width > 1 && (box.width < 43.5 || box.height < 43.5)).map(([html]) => html)"""
    for phone in (False, True):
        visitor = visit(phone=phone)
        for path in PAGES:
            assert visitor.go(path).evaluate(small) == [], path


def test_the_language_changes_without_scripts_and_keeps_the_page(visit: Visit) -> None:
    page = visit(javascript=False).go("/guide/undo/")
    page.get_by_role("button", name="SV, på svenska").click()
    assert page.url.endswith("/guide/undo/")
    assert page.get_by_role("heading", level=1).inner_text() == "Ångra"
    assert page.locator("html").get_attribute("lang") == "sv"


def test_the_menu_opens_without_scripts_on_a_phone(visit: Visit, eero: Person) -> None:
    page = visit(eero, phone=True, javascript=False).go("/about/")
    page.locator(".burger > summary").click()
    assert page.get_by_role("link", name="Profiili").is_visible()


def test_esc_closes_the_menu_and_returns_to_it(visit: Visit, eero: Person) -> None:
    page = visit(eero).go("/about/")
    summary = page.locator(".person-menu > summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(".person-menu").get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert page.locator(".person-menu").get_attribute("open") is None
    assert summary.evaluate("e => e === document.activeElement")


def test_the_first_tab_stop_skips_to_the_content(visit: Visit) -> None:
    page = visit().go("/about/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_phone_number_is_warned_of_while_writing(visit: Visit) -> None:
    page = visit().go("/accessibility/")
    page.get_by_label("Mitä tapahtui?").fill("Soittakaa 040 123 4567")
    warning = page.locator("#id_text-guard")
    warning.wait_for()
    assert warning.inner_text() == "Puhelinnumero? Siirrä se yhteystietoihin."


def test_chosen_colours_win_over_the_device(visit: Visit) -> None:
    page = visit(dark=True).go("/about/")
    night = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_role("button", name="Vaalea").click()
    day = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert night == "rgb(15, 24, 23)"
    assert day == "rgb(246, 244, 238)"
