"""The only place that opens a page's state in a window of some size, language and colours, and judges what it sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.test import override_settings
from playwright.sync_api import Browser, Page

from solmu.people.models import Person
from tests.browser.conftest import DESKTOP, PHONE, Visitor, signed_in
from tests.browser.states import State
from tests.browser.world import World
from tests.organisation import named, unanswered

AT = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)
# Chromium itself tells of every answer that is not a success.
_TOLD_BY_CHROMIUM = re.compile(
    r"console: Failed to load resource: the server responded with a status of (\d+) "
)
# Parts that ask for themselves have come, the map is drawn, the letters are there.
_SETTLED = """async () => {
  const wait = () => new Promise(done => setTimeout(done, 40));
  await document.fonts.ready;
  await wait();
  for (let turn = 0; turn < 200; turn++) {
    const map = document.querySelector('area-map');
    if (!document.querySelector('.htmx-request') && (!map || map.querySelector('.map-actor'))) break;
    await wait();
  }
}"""


@dataclass(frozen=True, slots=True)
class Look:
    """A window's size, language and colours."""

    name: str
    phone: bool = False
    dark: bool = False
    language: str = "fi"

    def has(self, state: State) -> bool:
        """Tell whether a window of this size has ``state``."""
        return state.only in {"", "phone" if self.phone else "desktop"}

    def pictures(self, state: State) -> bool:
        """Tell whether a picture is taken of ``state`` in this look."""
        plain = self.name in {"desktop", "phone"}
        return self.has(state) and (plain or self.name.split("-")[0] in state.pictured)


LOOKS = (
    Look("desktop"),
    Look("phone", phone=True),
    Look("dark", dark=True),
    Look("sv", language="sv"),
    Look("dark-phone", phone=True, dark=True),
    Look("sv-phone", phone=True, language="sv"),
)


class Eyes:
    """One look at many states; a window a person, all closed together."""

    def __init__(self, browser: Browser, address: str, world: World, look: Look) -> None:
        self.browser, self.address, self.world, self.look = browser, address, world, look
        self._visitors: dict[str, Visitor] = {}

    def open(self, state: State) -> Page:
        """Show a state and return its page, with everything loaded."""
        cache.clear()
        visitor = self.visitor(state.who)
        visitor.complaints.clear()
        visitor.page.set_viewport_size(PHONE if self.look.phone else DESKTOP)  # type: ignore[arg-type]
        organisations = [unanswered()] if state.organised else []
        with override_settings(DEMO=state.demo), named(*organisations):
            page = visitor.go(state.path.format(**self.world.words))
            page.evaluate(_SETTLED)
            if state.steps:
                state.steps(page)
                page.wait_for_load_state()
                page.evaluate(_SETTLED)
        return page

    def visitor(self, who: str) -> Visitor:
        """Return the window of one of the world's people, or of nobody."""
        if who not in self._visitors:
            self._visitors[who] = Visitor(self._window(who), self.address)
        return self._visitors[who]

    def _window(self, who: str) -> Page:
        look = self.look
        context = self.browser.new_context(
            viewport=PHONE if look.phone else DESKTOP,  # type: ignore[arg-type]
            has_touch=look.phone,
            color_scheme="dark" if look.dark else "light",
            reduced_motion="reduce",
            locale=f"{look.language}-FI",
        )
        cookies = {settings.LANGUAGE_COOKIE_NAME: look.language}
        if who:
            name, _, earlier = who.partition(", ")
            person = self.world.people[name]
            Person.objects.filter(pk=person.pk).update(language=look.language)
            cookies[settings.SESSION_COOKIE_NAME] = signed_in(
                person, ago=timedelta(hours=1 if earlier else 0)
            )
        context.add_cookies(
            [{"name": name, "value": value, "url": self.address} for name, value in cookies.items()]
        )
        context.set_default_timeout(10_000)
        return context.new_page()

    def faults(self, state: State) -> list[str]:
        """Return what the browser complained of, except what this state is about."""
        return [
            line
            for line in self.visitor(state.who).complaints
            if not ((told := _TOLD_BY_CHROMIUM.match(line)) and int(told[1]) == state.status)
        ]

    def close(self) -> None:
        """Close all windows."""
        for visitor in self._visitors.values():
            visitor.page.context.close()
        self._visitors.clear()


@contextmanager
def eyes_of(browser: Browser, address: str, world: World, look: Look) -> Iterator[Eyes]:
    """Lend eyes and close them again."""
    eyes = Eyes(browser, address, world, look)
    try:
        yield eyes
    finally:
        eyes.close()
