"""`make screens`: the only place that takes pictures of every page, and of the report's, for docs/screens.

`python -m tests.browser.screens [NAME …]` takes them all, or those whose name begins so.
"""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
REPORT = "report-paper"
FOLDER = Path(__file__).resolve().parents[2] / "docs/screens"


@contextmanager
def served() -> Iterator[str]:
    """Serve a new database in memory, and tell its address."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "solmu.config.settings")
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import setup_test_environment, teardown_test_environment
    from pytest_django.live_server_helper import LiveServer

    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, serialize=False)
    server = LiveServer("localhost")
    try:
        yield server.url
    finally:
        server.stop()
        teardown_test_environment()


def browser_path() -> str | None:
    """Return where the browser is."""
    return os.environ.get("BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)


def take(address: str, wanted: list[str], folder: Path) -> list[str]:
    """Take the pictures; return what was said on the console and should not have been."""
    from playwright.sync_api import Error, sync_playwright

    from tests.browser.conftest import FLAGS
    from tests.browser.looking import AT, LOOKS, Eyes
    from tests.browser.small_png import smaller
    from tests.browser.states import STATES
    from tests.browser.world import breaking_pages, make_world, standing_clock

    faults = []
    with sync_playwright() as playwright, standing_clock(AT), breaking_pages():
        browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        blank, world = browser.new_page(), make_world(AT)
        for look in LOOKS:
            eyes = Eyes(browser, address, world, look)
            for state in STATES:
                if not look.pictures(state) or (
                    wanted and not state.name.startswith(tuple(wanted))
                ):
                    continue
                name = f"{state.name}-{look.name}"
                try:
                    page = eyes.open(state)
                except Error as broken:
                    faults.append(f"{name}: {str(broken).splitlines()[0]}")
                    continue
                picture = page.screenshot(animations="disabled")
                (folder / f"{name}.png").write_bytes(smaller(picture, blank))
                faults += [f"{name}: {fault}" for fault in eyes.faults(state)]
            eyes.close()
        browser.close()
    return faults


def take_pages(wanted: list[str], folder: Path) -> None:
    """Take the report's pages as they come out of the press, one picture a page, in Finnish and Swedish."""
    from django.utils import translation
    from playwright.sync_api import sync_playwright

    from solmu.findings.queries.reports.gathering import composed
    from solmu.findings.queries.reports.networks import material_of
    from solmu.findings.queries.reports.pdf import write_pages
    from solmu.networks.models import Network
    from tests.browser.conftest import FLAGS
    from tests.browser.looking import AT
    from tests.browser.small_png import smaller

    if wanted and not REPORT.startswith(tuple(wanted)):
        return
    network = Network.objects.get(name="Järvilakeuden nuorten palvelut")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        blank = browser.new_page()
        for language in ("fi", "sv"):
            with translation.override(language):
                report = composed(material_of(network, "organisation", on=AT.date()))
                pages = write_pages(report, ppi=96)
            for number, page in enumerate(pages, 1):
                (folder / f"{REPORT}-{language}-{number}.png").write_bytes(smaller(page, blank))
        browser.close()


def main() -> int:
    """Take what the command line asks for."""
    warnings.simplefilter("ignore")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served() as address:
        faults = take(address, sys.argv[1:], FOLDER)
        take_pages(sys.argv[1:], FOLDER)
    print("\n".join(faults))
    taken = sorted(FOLDER.glob("*.png"))
    print(f"{len(taken)} pictures, {sum(one.stat().st_size for one in taken) / 1e6:.1f} MB")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
