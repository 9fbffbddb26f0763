"""The area map in a real browser: drawn, walked through by keyboard, moved, narrowed, added to, taken along."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from solmu.mapping.models import Position
from solmu.mapping.tests.makers import SmallMap, make_small_map
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.models import Actor
from solmu.registry.queries import current_ties
from tests.browser.conftest import Visit


@pytest.fixture
def drawn(network: Network, aino: Person) -> SmallMap:
    return make_small_map(network, aino)


def actor(page: Page, one: Actor) -> str:
    return f'.map-actor[data-ref="{one.ref}"]'


def open_map(visit: Visit, network: Network, person: Person, **how: object) -> Page:
    page = visit(person, **how).go(f"/networks/{network.slug}/map/")
    page.wait_for_selector(".map-actor")
    return page


def middle_of(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_map_is_drawn_with_its_names_and_the_middle_chosen(
    visit: Visit, network: Network, minna: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, minna)
    expect(page.locator(".map-actor")).to_have_count(4)
    expect(page.locator(".map-plane .map-tie")).to_have_count(4)
    expect(page.locator(actor(page, drawn.ohjaamo))).to_have_class(re.compile("chosen"))
    expect(page.locator("#map-panel h2")).to_have_text("Ohjaamo Järvilakeus")
    expect(page.locator(".map-legend [data-line='people']")).to_be_visible()
    expect(page.locator(".map-legend [data-line='1']")).to_be_hidden()


def test_a_keyboard_walks_chooses_reads_and_returns(
    visit: Visit, network: Network, minna: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, minna)
    assert page.locator(".map-actors [tabindex='0']").count() == 1
    page.locator(actor(page, drawn.ohjaamo)).focus()
    reached = set()
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft", "ArrowLeft", "ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
        reached.add(page.evaluate("document.activeElement.dataset.ref"))
    assert len(reached) > 1
    name = page.evaluate("document.activeElement.getAttribute('aria-label').split(',')[0]")
    page.keyboard.press("Enter")
    expect(page.locator("#map-panel h2")).to_have_text(name)
    assert page.evaluate("document.activeElement.id") == "map-panel"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith(name)
    expect(page.locator("#announcer")).not_to_be_empty()


def test_search_reaches_any_actor(
    visit: Visit, network: Network, minna: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, minna)
    page.get_by_role("combobox", name="Etsi toimija").fill("seura")
    expect(page.get_by_role("option", name="Seurakunta").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#map-panel h2")).to_have_text("Seurakunta")
    assert page.evaluate("document.activeElement.dataset.ref") == drawn.seurakunta.ref


def test_a_dragged_actor_stays_where_it_was_put(
    visit: Visit, network: Network, eero: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, eero)
    x, y = middle_of(page, f"{actor(page, drawn.kela)} .map-shape")
    with page.expect_response(lambda answer: "positions" in answer.url) as answered:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x - 60, y + 40, steps=5)
        page.mouse.up()
    assert answered.value.ok
    kept = Position.objects.get(actor=drawn.kela)
    assert kept.pinned
    page.reload()
    page.wait_for_selector(".map-actor")
    again = page.evaluate("document.querySelector('area-map').dataset.source")
    found = page.request.get(f"{page.url.split('/networks')[0]}{again}").json()
    assert next(one for one in found["actors"] if one["name"] == "Kela")["pinned"]


def test_a_move_is_undone_where_it_was_made(
    visit: Visit, network: Network, eero: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, eero)
    before = Position.objects.get(actor=drawn.ohjaamo)
    page.get_by_role("button", name="Siirrä kartalla").click()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.locator(".toast", has_text="Paikka tallennettu").get_by_role(
        "button", name="Kumoa"
    ).click()
    page.locator(".toast", has_text="Kumottu").wait_for()
    page.wait_for_selector(".map-actor")
    after = Position.objects.get(actor=drawn.ohjaamo)
    assert (after.x, after.y, after.pinned) == (before.x, before.y, False)


def test_an_actor_is_moved_by_keyboard_too(
    visit: Visit, network: Network, eero: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, eero)
    before = Position.objects.get(actor=drawn.ohjaamo).x
    page.get_by_role("button", name="Siirrä kartalla").click()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    with page.expect_response(lambda answer: "positions" in answer.url):
        page.keyboard.press("Enter")
    assert Position.objects.get(actor=drawn.ohjaamo).x > before


def test_a_reader_is_offered_nothing_to_move_or_add(
    visit: Visit, network: Network, minna: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, minna)
    page.locator(actor(page, drawn.kela)).hover()
    assert page.locator(".map-handle").count() == 0
    assert page.get_by_role("button", name="Siirrä kartalla").count() == 0
    assert page.get_by_role("link", name="Lisää toimija").count() == 0


def test_a_filter_narrows_at_once_and_stays_in_the_address(
    visit: Visit, network: Network, minna: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, minna)
    page.locator(".map-filters > summary").click()
    page.get_by_label("Näytä toivotut suhteet").uncheck()
    expect(page.locator(".map-plane .map-tie")).to_have_count(3)
    page.get_by_label("Mitä kulkee?").select_option("referral")
    expect(page.locator(".map-plane .map-tie")).to_have_count(1)
    page.reload()
    page.wait_for_selector(".map-actor")
    expect(page.locator(".map-plane .map-tie")).to_have_count(1)
    expect(page.locator(".map-filters")).to_have_attribute("data-active", "2")


def test_a_tie_drawn_from_the_handle_opens_the_form_and_comes_onto_the_map(
    visit: Visit, network: Network, eero: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, eero)
    page.locator(f"{actor(page, drawn.lukio)} .map-shape").hover()
    page.mouse.move(*middle_of(page, ".map-handle circle:not(.map-hit)"))
    page.mouse.down()
    page.mouse.move(*middle_of(page, f"{actor(page, drawn.kela)} .map-shape"), steps=6)
    page.mouse.up()
    dialog = page.locator("#dialog-slot dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Lukio")
    expect(dialog).to_contain_text("Kela")
    dialog.locator("button.primary").click()
    expect(page.locator(".map-plane .map-tie")).to_have_count(5)
    pair = current_ties(network).filter(source=drawn.lukio, target=drawn.kela)
    assert pair.exists()


def test_a_double_click_on_empty_ground_adds_an_actor_there(
    visit: Visit, network: Network, eero: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, eero)
    box = page.locator(".map-ground").bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + 40, box["y"] + box["height"] - 30)
    dialog = page.locator("#dialog-slot dialog")
    expect(dialog).to_be_visible()
    dialog.locator("input[name=name]").fill("Kirjasto")
    with page.expect_response(lambda answer: "positions" in answer.url):
        dialog.locator("button.primary").click()
    expect(page.locator(".map-actor")).to_have_count(5)
    expect(page.locator("#map-panel h2")).to_have_text("Kirjasto")
    expect(page.locator("#map-meta")).to_contain_text("5 toimijaa")
    assert Position.objects.get(actor__label_fi="Kirjasto").x < 0.3


def test_the_map_is_taken_along_as_a_picture(
    visit: Visit, network: Network, minna: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, minna)
    for name, ending, begins in (
        ("Kuva (PNG)", "png", b"\x89PNG"),
        ("Piirros (SVG)", "svg", b"<svg"),
    ):
        page.locator(".page-actions details.menu > summary").click()
        with page.expect_download() as downloaded:
            page.get_by_text(name).click()
        assert downloaded.value.suggested_filename.endswith(f".{ending}")
        assert downloaded.value.path().read_bytes().startswith(begins)


def test_paper_shows_the_map_its_title_and_its_legend(
    visit: Visit, network: Network, minna: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, minna)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name=network.name)).to_be_visible()
    expect(page.locator(".map-drawing")).to_be_visible()
    expect(page.locator(".map-legend")).to_be_visible()
    for left_out in (".map-tools", ".health-strip", "#map-panel", ".map-search"):
        expect(page.locator(left_out).first).to_be_hidden()


def test_without_scripts_the_map_is_a_picture_beside_the_panel(
    visit: Visit, network: Network, minna: Person, drawn: SmallMap
) -> None:
    page = visit(minna, javascript=False).go(f"/networks/{network.slug}/map/")
    picture = page.locator("img[src*='map.svg']")
    expect(picture).to_be_visible()
    assert page.evaluate("document.querySelector('.map-still img').naturalWidth") > 0
    expect(page.locator("#map-panel h2")).to_have_text("Ohjaamo Järvilakeus")


@pytest.mark.parametrize("how", [{}, {"phone": True}, {"dark": True, "language": "sv"}])
@pytest.mark.parametrize("level", ["organisation", "person"])
def test_the_map_is_accessible(
    visit: Visit,
    network: Network,
    eero: Person,
    drawn: SmallMap,
    how: dict[str, object],
    level: str,
) -> None:
    visitor = visit(eero, **how)
    page = visitor.go(f"/networks/{network.slug}/map/?level={level}")
    page.wait_for_selector(".map-actor")
    assert visitor.axe() == []
    page.locator(".map-filters > summary").click()
    assert visitor.axe() == []


def test_a_narrow_window_never_scrolls_sideways(
    visit: Visit, network: Network, eero: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, eero, phone=True)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_finger_moves_the_map_and_only_the_chosen_actor(
    visit: Visit, network: Network, eero: Person, drawn: SmallMap
) -> None:
    page = open_map(visit, network, eero, phone=True)
    page.locator("area-map").scroll_into_view_if_needed()
    page.touchscreen.tap(*middle_of(page, f"{actor(page, drawn.kela)} .map-shape"))
    expect(page.locator("#map-panel h2")).to_have_text("Kela")
    plane = page.locator(".map-plane")
    before = plane.get_attribute("transform")
    swipe(page, f"{actor(page, drawn.seurakunta)} .map-shape")
    assert plane.get_attribute("transform") != before
    assert not Position.objects.filter(pinned=True).exists()
    with page.expect_response(lambda answer: "positions" in answer.url):
        swipe(page, f"{actor(page, drawn.kela)} .map-shape")
    assert Position.objects.get(pinned=True).actor == drawn.kela


def swipe(page: Page, selector: str) -> None:
    """Put a finger on something and draw it a little aside."""
    x, y = middle_of(page, selector)
    finger = page.context.new_cdp_session(page)
    for kind, shift in (
        ("touchStart", 0),
        ("touchMove", 15),
        ("touchMove", 30),
        ("touchEnd", None),
    ):
        points = [] if shift is None else [{"x": x + shift, "y": y + shift}]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
