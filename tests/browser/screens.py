"""`make screens`: the only place that takes pictures of every page, for docs/screens to be looked at beside others.

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


def take(address: str, wanted: list[str], folder: Path) -> list[str]:
    """Take the pictures; return what was said on the console and should not have been."""
    from playwright.sync_api import Error, sync_playwright

    from tests.browser.conftest import FLAGS
    from tests.browser.looking import AT, LOOKS, Eyes
    from tests.browser.small_png import smaller
    from tests.browser.states import STATES
    from tests.browser.world import breaking_pages, make_world, standing_clock

    path = os.environ.get("BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    faults = []
    with sync_playwright() as playwright, standing_clock(AT), breaking_pages():
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
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


def main() -> int:
    """Take what the command line asks for."""
    warnings.simplefilter("ignore")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served() as address:
        faults = take(address, sys.argv[1:], FOLDER)
    print("\n".join(faults))
    taken = sorted(FOLDER.glob("*.png"))
    print(f"{len(taken)} pictures, {sum(one.stat().st_size for one in taken) / 1e6:.1f} MB")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
