"""Every state of every page, looked at in every way: accessible, fitting, quiet, in its own language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Error, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import AXE
from tests.browser.judging import focus_faults, foreign_words, heading_faults, layout_faults
from tests.browser.looking import AT, Look, eyes_of
from tests.browser.states import STATES, State
from tests.browser.world import World, breaking_pages, make_world, standing_clock

Judge = Callable[[Page, State, Look, World], Iterator[str]]
_CONTRAST = """() => axe.run(document, {runOnly: ['color-contrast']}).then(found => found.violations
  .flatMap(one => one.nodes.map(node => `${node.target} ${node.any[0]?.message ?? one.id}`)))"""
_RULES = """() => axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}})
  .then(found => found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target} ${node.failureSummary}`)))"""
# What a bar at the edge of the window covers or comes near to, scrolling sets free.
_WITHOUT_BARS = (
    """document.querySelectorAll('.sticky').forEach(bar => { bar.style.position = 'static' })"""
)


@pytest.fixture
def world() -> Iterator[World]:
    with standing_clock(AT), breaking_pages():
        yield make_world(AT)


@pytest.fixture
def look_at(browser: Browser, live_server: LiveServer, world: World) -> Callable[..., None]:
    """Open all states in one look, and fail with what their judges say, each line with the state's name."""

    def look(look: Look, *judges: Judge) -> None:
        found: list[str] = []
        with eyes_of(browser, live_server.url, world, look) as eyes:
            for state in STATES:
                if not look.has(state):
                    continue
                try:
                    page = eyes.open(state)
                    faults = [
                        fault for judge in judges for fault in judge(page, state, look, world)
                    ]
                except Error as broken:
                    faults = [str(broken).splitlines()[0]]
                found += [f"{state.name}: {fault}" for fault in faults + eyes.faults(state)]
        if found:
            pytest.fail("\n".join(found), pytrace=False)

    return look


def _says(page: Page, state: State, look: Look, world: World) -> Iterator[str]:
    """What the state is about is there, in Finnish."""
    del look, world
    text = " ".join(page.locator("body").inner_text().split())
    yield from (f"does not say: {words}" for words in state.shows if words not in text)


def _axe(page: Page, state: State, look: Look, world: World) -> Iterator[str]:
    del state, look, world
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(_WITHOUT_BARS)
    yield from page.evaluate(_RULES)


def _contrast_in_the_dark(page: Page, state: State, look: Look, world: World) -> Iterator[str]:
    del state, look, world
    page.emulate_media(color_scheme="dark")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    yield from (f"in the dark: {fault}" for fault in page.evaluate(_CONTRAST))
    page.emulate_media(color_scheme="light")


def _shape(page: Page, state: State, look: Look, world: World) -> Iterator[str]:
    del state, world
    yield from heading_faults(page)
    yield from focus_faults(page)
    yield from layout_faults(page, phone=look.phone)


def _language(page: Page, state: State, look: Look, world: World) -> Iterator[str]:
    del state
    yield from foreign_words(page, look.language, world.names)


def test_every_page_is_whole_at_a_desk(look_at: Callable[..., None]) -> None:
    judges = (_says, _language, _axe, _shape, _contrast_in_the_dark)
    look_at(Look("desktop"), *judges)


def test_every_page_is_whole_on_a_phone(look_at: Callable[..., None]) -> None:
    look_at(Look("phone", phone=True), _says, _axe, _shape)


def test_every_page_speaks_swedish(look_at: Callable[..., None]) -> None:
    look_at(Look("sv", language="sv"), _language)


@pytest.mark.long
@pytest.mark.parametrize(
    "look",
    [
        Look("sv-phone", phone=True, language="sv"),
        Look("en", language="en"),
        Look("dark", dark=True),
        Look("dark-phone", phone=True, dark=True, language="en"),
    ],
    ids=lambda look: look.name,
)
def test_every_page_is_whole_in_every_other_look(look_at: Callable[..., None], look: Look) -> None:
    look_at(look, _language, _axe, _shape)
