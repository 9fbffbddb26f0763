"""What docs/api.md shows works, and what it says is so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django.core.handlers.wsgi import WSGIHandler

from solmu.config.api import api
from solmu.mapping.tests.makers import SmallMap
from solmu.networks.models import Network, ReadPart
from solmu.networks.rules import READING_DAYS, READINGS_A_MINUTE
from solmu.registry.rules.limits import SEARCHES
from tests.house.floors import ROOT

PAGE = (ROOT / "docs/api.md").read_text(encoding="utf-8")
SHARED = {"slug", "ref", "lang"}


def example(language: str) -> str:
    found = re.search(rf"```{language}\n(.+?)```", PAGE, re.DOTALL)
    assert found
    return found.group(1)


class Quiet(WSGIRequestHandler):
    """A server that does not write down who asks."""

    def log_message(self, *words: object) -> None:
        del words


def run(served: WSGIHandler, command: list[str], network: Network, token: str) -> str:
    """Run a program against a server, and return what it prints.

    The server answers in this very thread, so that it sees what the test has made and nothing has to be emptied.
    """
    with make_server("127.0.0.1", 0, served, handler_class=Quiet) as server:
        server.timeout = 0.05
        there = {
            "SOLMU_NETWORK": f"http://127.0.0.1:{server.server_port}/api/v1/networks/{network.slug}",
            "SOLMU_TOKEN": token,
            "PYTHONIOENCODING": "utf-8",
        }
        program = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, **there},
        )
        try:
            while program.poll() is None:
                server.handle_request()
        finally:
            program.kill()
        printed, _ = program.communicate()
    assert program.returncode == 0
    return printed


def test_the_python_example_runs(
    served: WSGIHandler, network: Network, small_map: SmallMap, token_for: Callable[..., str]
) -> None:
    printed = run(served, [sys.executable, "-c", example("python")], network, token_for())
    assert "Kela ↔ Ohjaamo Järvilakeus 4" in printed or "Ohjaamo Järvilakeus ↔ Kela 4" in printed
    assert "5 actors" in printed


def test_the_r_example_runs_where_r_is_and_asks_real_addresses_everywhere(
    served: WSGIHandler, network: Network, small_map: SmallMap, token_for: Callable[..., str]
) -> None:
    code, described = example("r"), api.get_openapi_schema()["paths"]
    asked = re.findall(r'network, "(/\w+)(?:\?([^"]+))?"', code)
    assert [path for path, _ in asked] == ["/actors", "/ties"]
    for path, query in asked:
        operation = described["/api/v1/networks/{slug}" + path]["get"]
        known = {one["name"] for one in operation["parameters"]}
        assert {word.partition("=")[0] for word in query.split("&") if word} <= known
    if can_run_r():
        printed = run(served, ["Rscript", "-e", code], network, token_for())
        assert "5 actors" in printed


def can_run_r() -> bool:
    if shutil.which("Rscript") is None:
        return False
    has_json = "quit(status = !requireNamespace('jsonlite', quietly = TRUE))"
    return subprocess.run(["Rscript", "-e", has_json]).returncode == 0


def test_the_page_names_every_part_every_address_and_what_it_asks() -> None:
    for part in ReadPart.values:
        assert f"| `{part}` |" in PAGE
    for path, operations in api.get_openapi_schema()["paths"].items():
        address = path.removeprefix("/api/v1/networks/{slug}").replace("{ref}", "<id>")
        (row,) = [
            line
            for line in PAGE.splitlines()
            if line.startswith(f"| `{address}` |" if address else "| (nothing")
        ]
        asked = {one["name"] for one in operations["get"]["parameters"]} - SHARED
        assert set(re.findall(r"`(\w+)`", row.rsplit("|", 2)[1])) == asked, address


def test_the_page_says_the_limits_as_they_are() -> None:
    assert f"reads {READINGS_A_MINUTE.failures} times a minute" in PAGE
    assert f"searches {SEARCHES.failures} times in ten minutes" in PAGE
    assert SEARCHES.seconds == 10 * 60
    assert "30, 90 or\n365 days" in PAGE
    assert READING_DAYS == (30, 90, 365)
