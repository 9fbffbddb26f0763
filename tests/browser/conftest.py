"""The only place where a real browser is started for the tests, and watched for errors and foreign requests."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from solmu.people.models import Person
from solmu.people.rules import SIGNED_IN_AT

# Django refuses the ORM beside a running event loop, and Playwright's own loop counts as one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything beside this file drives a browser; one worker does it all, with one browser."""
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True))


@pytest.fixture(autouse=True, scope="session")
def _tables_can_be_emptied(django_db_setup: None) -> Iterator[None]:
    """Let all tables be emptied between tests: the database itself refuses to empty the audit trail."""
    del django_db_setup
    refusals = import_module("solmu.ledger.migrations.0002_append_only")
    operations = type(connection.ops)
    empty = operations.execute_sql_flush

    def empty_all(self: Any, statements: Iterable[str]) -> None:
        editor = self.connection.schema_editor(atomic=False)
        refusals.release(None, editor)
        empty(self, statements)
        refusals.protect(None, editor)

    operations.execute_sql_flush = empty_all  # type: ignore[method-assign, assignment]
    yield
    operations.execute_sql_flush = empty  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def browser(live_server: object) -> Iterator[Browser]:
    """A real Chromium; it closes its connections before the server ends, which holds the database for them."""
    del live_server
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))),
        None,
    )  # fmt: skip
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("BROWSER") or found, args=FLAGS
        )
        yield chromium
        chromium.close()
    let_requests_end()


def let_requests_end() -> None:
    """Wait for the server's answers that are still under way: they share the tests' database."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)


@pytest.fixture(autouse=True)
def _requests_end(transactional_db: None) -> Iterator[None]:
    """Let the last answers end after the windows are closed and before the tables are emptied."""
    del transactional_db
    yield
    let_requests_end()


class Visitor:
    """Somebody in front of a screen: a page that tells of every console error and foreign request."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        page.on("request", lambda request: self._on_request(request.url))

    def go(self, path: str) -> Page:
        """Open a page of Solmu and return it."""
        self.page.goto(f"{self.address}{path}")
        return self.page

    def axe(self) -> list[str]:
        """Return what the accessibility checker finds on the page, one line each."""
        self.page.wait_for_load_state("load")  # colours are judged when the styles are there
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", AXE_TAGS
        )
        return [
            f"{one['id']}: {node['target']} {node['failureSummary']}"
            for one in found["violations"]
            for node in one["nodes"]
        ]

    def _on_console(self, message: object) -> None:
        if getattr(message, "type", "") in {"error", "warning"}:
            self.complaints.append(f"console: {getattr(message, 'text', '')}")

    def _on_request(self, url: str) -> None:
        origin = urlsplit(self.address).netloc
        if not url.startswith(("data:", "blob:")) and urlsplit(url).netloc != origin:
            self.complaints.append(f"foreign request: {url}")


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser, live_server: object) -> Iterator[Visit]:
    """Open Solmu as somebody: `visit(aino)`, `visit(aino, phone=True, language="sv", dark=True)`."""
    address = str(getattr(live_server, "url", ""))
    opened: list[BrowserContext] = []
    quiet: list[Visitor] = []

    def open_as(
        person: Person | None = None,
        *,
        phone: bool = False,
        language: str = "fi",
        dark: bool = False,
        javascript: bool = True,
        expect_complaints: bool = False,
    ) -> Visitor:
        context = browser.new_context(
            viewport=PHONE if phone else DESKTOP,  # type: ignore[arg-type]
            has_touch=phone,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=javascript,
            locale=f"{language}-FI",
        )
        cookies = [{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": address}]
        if person is not None:
            Person.objects.filter(pk=person.pk).update(language=language)
            cookies.append(
                {"name": settings.SESSION_COOKIE_NAME, "value": signed_in(person), "url": address}
            )
        context.add_cookies(cookies)  # type: ignore[arg-type]
        visitor = Visitor(context.new_page(), address)
        opened.append(context)
        if not expect_complaints:
            quiet.append(visitor)
        return visitor

    yield open_as
    complaints = [line for visitor in quiet for line in visitor.complaints]
    for context in opened:
        context.close()
    assert not complaints


def signed_in(person: Person, *, ago: timedelta = timedelta()) -> str:
    """Return the cookie of a session in which ``person`` has signed in, so long ago."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session[SIGNED_IN_AT] = (timezone.now() - ago).timestamp()
    session.save()
    return str(session.session_key)
