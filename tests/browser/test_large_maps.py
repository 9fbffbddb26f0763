"""Maps of hundreds and thousands in a real browser: painted, walked through by keyboard, unfolded, sought in, printed."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from solmu.mapping.models import Position
from solmu.mapping.tests.makers import make_large_map
from solmu.networks.models import Network
from solmu.people.models import Person
from tests.browser.conftest import Visit, Visitor
from tests.cast import sign_in

HOW = [{}, {"phone": True}, {"dark": True, "language": "sv"}]
# How many dots of the map's painting are not empty.
COPIED = """one => { const copy = new OffscreenCanvas(one.width, one.height);
  const pen = copy.getContext('2d', {willReadFrequently: true}); pen.drawImage(one, 0, 0);
  return pen.getImageData(0, 0, one.width, one.height).data }"""
PAINTED = f"""() => [...document.querySelectorAll('.map-sheet canvas')].map(one => {{
  const data = ({COPIED})(one); let inked = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]) inked++;
  return inked / (data.length / 4) }})"""
BEATS = """() => { window.beats = []; const beat = at => { window.beats.push(at); requestAnimationFrame(beat) };
  requestAnimationFrame(beat) }"""


def open_map(visit: Visit, network: Network, person: Person, **how: object) -> tuple[Visitor, Page]:
    visitor = visit(person, **how)
    page = visitor.go(f"/networks/{network.slug}/map/")
    page.wait_for_selector(".map-option", timeout=60_000)
    return visitor, page


def names_offered(page: Page) -> list[str]:
    return [
        str(name)
        for name in page.locator(".map-option").evaluate_all(
            "all => all.map(one => one.getAttribute('aria-label'))"
        )
    ]


def place_of(page: Page, ref: str) -> tuple[float, float]:
    box = page.locator(f'.map-option[data-ref="{ref}"]').bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.ref ?? document.activeElement.id"))


def test_hundreds_are_painted_and_all_of_them_offered_to_the_keyboard_as_in_the_table(
    visit: Visit, network: Network, minna: Person, client: Client
) -> None:
    actors = make_large_map(network, 600)
    _, page = open_map(visit, network, minna)
    offered = {name.split(",")[0] for name in names_offered(page)}
    assert offered == {actor.label_fi for actor in actors}
    table = sign_in(client, minna).get(f"/networks/{network.slug}/actors/?shown=600")
    assert all(name in table.content.decode() for name in offered)
    ground, ink = page.evaluate(PAINTED)[:2]
    assert ground > 0.03
    assert ink > 0.005


def test_a_keyboard_walks_chooses_reads_and_returns_on_a_painted_map_too(
    visit: Visit, network: Network, minna: Person
) -> None:
    make_large_map(network, 600)
    _, page = open_map(visit, network, minna)
    assert page.locator(".map-option[tabindex='0']").count() == 1
    page.locator(".map-option[tabindex='0']").focus()
    reached = [focused(page)]
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
        reached.append(focused(page))
    assert all(one != other for one, other in pairwise(reached))
    option = page.locator(f'.map-option[data-ref="{reached[-1]}"]')
    assert option.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    name = str(option.get_attribute("aria-label")).split(",")[0]
    page.keyboard.press("Enter")
    expect(page.locator("#map-panel h2")).to_have_text(name)
    assert focused(page) == "map-panel"
    expect(page.locator("#announcer")).to_contain_text(name)
    page.keyboard.press("Escape")
    assert focused(page) == reached[-1]


def test_a_press_on_the_painting_chooses_and_a_drag_keeps_a_place(
    visit: Visit, network: Network, eero: Person
) -> None:
    actor = make_large_map(network, 450)[37]
    _, page = open_map(visit, network, eero)
    page.mouse.click(*place_of(page, actor.ref))
    expect(page.locator("#map-panel h2")).to_have_text(actor.label_fi)
    x, y = place_of(page, actor.ref)
    with page.expect_response(lambda answer: "positions" in answer.url) as answered:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 50, y + 20, steps=4)
        page.mouse.up()
    assert answered.value.ok
    assert Position.objects.get(actor=actor).pinned
    after = place_of(page, actor.ref)
    assert after == pytest.approx((x + 50, y + 20), abs=3)


def test_names_stay_where_they_are_while_the_map_is_panned(
    visit: Visit, network: Network, minna: Person
) -> None:
    make_large_map(network, 600)
    _, page = open_map(visit, network, minna)
    before = page.evaluate(PAINTED)
    box = page.locator(".map-ground").bounding_box()
    assert box is not None
    x, y = box["x"] + 20, box["y"] + box["height"] - 20
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 90, y - 40, steps=5)
    assert "translate" in page.locator(".map-sheet").evaluate("one => one.style.transform")
    page.mouse.move(x, y, steps=5)
    page.mouse.up()
    expect(page.locator(".map-sheet")).not_to_have_attribute("style", re.compile("translate"))
    assert page.evaluate(PAINTED) == pytest.approx(before, abs=0.002)


def test_thousands_begin_with_communities_that_open_and_close(
    visit: Visit, network: Network, minna: Person
) -> None:
    make_large_map(network, 2000)
    _, page = open_map(visit, network, minna)
    communities = names_offered(page)
    assert 5 <= len(communities) < 80
    assert all("ryhmä" in name for name in communities)
    page.locator(".map-option").first.focus()
    ref = focused(page)
    page.keyboard.press("Enter")
    page.wait_for_selector(".map-option >> nth=80")
    assert focused(page) == ref
    assert "avattu" in names_offered(page)[0]
    expect(page.locator("#announcer")).to_contain_text("Avattu")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert focused(page) == "map-panel"
    page.keyboard.press("Escape")
    page.locator(f'.map-option[data-ref="{ref}"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator(".map-option")).to_have_count(len(communities))


def test_search_finds_an_actor_inside_its_community_and_opens_it(
    visit: Visit, network: Network, minna: Person
) -> None:
    actor = make_large_map(network, 2000)[1234]
    _, page = open_map(visit, network, minna)
    page.get_by_role("combobox", name="Etsi toimija").fill(actor.label_fi)
    page.keyboard.press("Enter")
    expect(page.locator("#map-panel h2")).to_have_text(actor.label_fi)
    assert focused(page) == actor.ref
    place_of(page, actor.ref)
    page.reload()
    page.wait_for_selector(f'.map-option[data-ref="{actor.ref}"]')
    expect(page.locator("#map-panel h2")).to_have_text(actor.label_fi)


def test_every_actor_is_shown_when_asked_for(visit: Visit, network: Network, minna: Person) -> None:
    make_large_map(network, 2000)
    _, page = open_map(visit, network, minna)
    button = page.get_by_role("button", name="Näytä jokainen toimija")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#announcer")).to_contain_text("2000")
    page.wait_for_selector(".map-option >> nth=200")
    assert "ryhmä" not in names_offered(page)[0]


@pytest.mark.parametrize("count", [600, 2000])
@pytest.mark.parametrize("how", HOW)
def test_a_painted_map_is_accessible(
    visit: Visit, network: Network, eero: Person, count: int, how: dict[str, object]
) -> None:
    make_large_map(network, count)
    visitor, page = open_map(visit, network, eero, **how)
    assert visitor.axe() == []
    page.locator(".map-option[tabindex='0']").focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert visitor.axe() == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_dark_theme_and_a_sharp_screen_are_painted_as_they_are(
    visit: Visit, network: Network, minna: Person
) -> None:
    make_large_map(network, 450)
    _, page = open_map(visit, network, minna)
    colour = f"""() => {{ const data = ({COPIED})(document.querySelector('.map-ink-paint')), seen = {{}};
      for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) {{
        const key = `${{data[at]}},${{data[at + 1]}},${{data[at + 2]}}`; seen[key] = (seen[key] ?? 0) + 1 }}
      return Object.entries(seen).sort((a, b) => b[1] - a[1])[0][0] }}"""
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    until = time.monotonic() + 10
    while page.evaluate(colour) == light and time.monotonic() < until:
        page.wait_for_timeout(50)
    assert page.evaluate(colour) != light
    wide = page.locator(".map-ink-paint").evaluate("one => one.width / one.clientWidth")
    assert wide == pytest.approx(page.evaluate("devicePixelRatio"), abs=0.01)


def test_a_large_map_is_taken_along_and_printed(
    visit: Visit, network: Network, minna: Person
) -> None:
    make_large_map(network, 2000)
    _, page = open_map(visit, network, minna)
    for name, ending, begins in (
        ("Kuva (PNG)", "png", b"\x89PNG"),
        ("Piirros (SVG)", "svg", b"<svg"),
    ):
        page.locator(".page-actions details.menu > summary").click()
        with page.expect_download() as downloaded:
            page.get_by_text(name).click()
        assert downloaded.value.suggested_filename.endswith(f".{ending}")
        assert downloaded.value.path().read_bytes().startswith(begins)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".map-drawing.painted")).to_be_visible()
    assert page.evaluate(PAINTED)[0] > 0.01
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.mark.long
def test_twenty_thousand_open_and_move(visit: Visit, network: Network, minna: Person) -> None:
    actor = make_large_map(network, 20_000)[15_000]
    _, page = open_map(visit, network, minna)
    page.get_by_role("button", name="Näytä jokainen toimija").click()
    page.wait_for_selector(".map-option >> nth=200", timeout=60_000)
    box = page.locator(".map-ground").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.evaluate(BEATS)
    page.mouse.move(x, y)
    page.mouse.down()
    until = time.monotonic() + 3
    step = 0
    while time.monotonic() < until:
        step += 1
        page.mouse.move(x + 150 * (step % 2), y + step % 50)
    page.mouse.up()
    beats = page.evaluate("window.beats")
    # far below what a free machine shows (docs/benchmarks.md), far above what one would call standing still
    assert len(beats) / (beats[-1] - beats[0]) * 1000 > 10
    page.get_by_role("combobox", name=re.compile("Etsi")).fill(actor.label_fi)
    page.keyboard.press("Enter")
    expect(page.locator("#map-panel h2")).to_have_text(actor.label_fi, timeout=60_000)
