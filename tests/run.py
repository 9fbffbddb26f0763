"""`make test`: the only place that decides which tests run on which databases, and says what was left out.

TEST_DB=all demands PostgreSQL and Redis as well as SQLite; TEST_DB=sqlite leaves them out; without it
they are used when they answer. BROWSER=none leaves out what needs a browser; otherwise one must be there.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
from urllib.parse import urlsplit

from solmu.search.voikko import find_voikko

POSTGRESQL = os.environ.get("TEST_POSTGRESQL", "postgresql://127.0.0.1:5432/postgres")
REDIS = os.environ.get("TEST_REDIS", "redis://127.0.0.1:6379/9")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy", "solmu", "tests", "bench"),
    ("djlint", "--lint", "--quiet", "solmu"),
)


def answers(url: str) -> bool:
    """Tell whether something listens where ``url`` points."""
    place = urlsplit(url)
    try:
        with socket.create_connection((place.hostname or "127.0.0.1", place.port or 0), timeout=2):
            return True
    except OSError:
        return False


def run(*words: str, **settings: str) -> bool:
    """Run one tool of this environment; tell whether it was content."""
    print(f"\n── {' '.join(words)} {settings or ''}", flush=True)
    done = subprocess.run([sys.executable, "-m", *words], env={**os.environ, **settings})
    return done.returncode == 0


def main() -> int:
    """Run everything that was asked for; 0 when all of it passed."""
    asked = argparse.ArgumentParser(prog="make test")
    asked.add_argument("--long", action="store_true", help="what belongs to make test-long too")
    options = asked.parse_args()
    left_out: list[str] = []

    browser = os.environ.get("BROWSER", "")
    if browser == "none":
        left_out.append(
            "browser journeys, screens' accessibility and console checks (BROWSER=none)"
        )
    elif not browser and not any(shutil.which(name) for name in BROWSERS):
        print(
            "No browser found. Install Chromium (Debian: apt-get install chromium), or say BROWSER=none."
        )
        return 1

    database = os.environ.get("TEST_DB", "")
    if database not in {"", "all", "sqlite"}:
        print(f"TEST_DB={database} is not known. Say all or sqlite, or leave it out.")
        return 1
    both = database != "sqlite" and answers(POSTGRESQL) and answers(REDIS)
    if database == "all" and not both:
        print(
            f"TEST_DB=all needs PostgreSQL at {POSTGRESQL} and Redis at {REDIS}; one does not answer."
        )
        return 1
    if not both:
        left_out.append(
            "everything on PostgreSQL and Redis (they did not answer, or TEST_DB=sqlite)"
        )

    if find_voikko() is None:
        left_out.append(
            "search with Finnish morphology (Debian: apt-get install libvoikko1 voikko-fi)"
        )

    kinds = [] if options.long else ["not long"]
    if browser == "none":
        kinds.append("not browser")
    marks = ["-m", " and ".join(kinds)] if kinds else []
    workers = ["-n", os.environ.get("TEST_WORKERS", "2"), "--dist", "loadgroup"]
    passed = [run(*check) for check in CHECKS]
    passed.append(run("pytest", "-q", *workers, *marks))
    if both:
        on_server = " and ".join([*kinds, "not browser"] if "not browser" not in kinds else kinds)
        passed.append(
            run(
                "pytest",
                "-q",
                *workers,
                "-m",
                on_server,
                "--only-database",
                SOLMU_DATABASE=POSTGRESQL,
                SOLMU_REDIS=REDIS,
            )  # fmt: skip
        )
    print()
    for part in left_out:
        print(f"Not run: {part}.")
    print("All passed." if all(passed) else "Something failed; see above.")
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
