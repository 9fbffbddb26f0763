"""The map in a browser: its data, its first picture, panning and zooming, against sigma and cytoscape.

All draw the same actors at the same places in the same Chromium, without a GPU, moved by the same mouse. Frames a
second are those that the page was given, at most 60. The rows that do not flatter: cytoscape draws no names while
it moves and sigma no bent lines, yet where everything is drawn a first picture of theirs may be the sooner one.
"""

from __future__ import annotations

import gzip
import json
import math
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright

import hatch_build
from bench.seeding import seed
from bench.timing import growth, milliseconds

ROOT = Path(__file__).resolve().parent.parent
SIZES = {
    300: ("svg", "canvas", "sigma", "cytoscape"),
    5_000: ("svg", "canvas", "communities", "sigma", "cytoscape"),
    20_000: ("canvas", "communities", "sigma", "cytoscape"),
}
NAMES = {"svg": "Solmu, SVG", "canvas": "Solmu, canvas, all", "communities": "Solmu, communities"}
SECONDS = 3.0
# sigma draws by WebGL, which without a GPU a processor has to do
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader"]
Row = tuple[str, ...]


def rows() -> list[Row]:
    """Return one row a size and renderer."""
    table: list[Row] = [
        ("actors/ties", "drawn by", "data (sent)", "read", "first picture", "growth", "pan", "slowest 5 %", "zoom", "slowest 5 %")
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, served(folder) as address:
        build(folder)
        data = {size: write_data(size, Path(folder) / f"{size}.json") for size in SIZES}
        # A thread of its own: Playwright's loop would stay in this one, and Django refuses its database beside a loop.
        with ThreadPoolExecutor(1) as beside:
            table += beside.submit(draw_all, address, data).result()
    return table


def draw_all(address: str, data: Mapping[int, tuple[str, int]]) -> list[Row]:
    """Let each renderer draw each size; growth is that of its first picture since the size before."""
    table: list[Row] = []
    last: dict[str, tuple[int, float]] = {}
    with sync_playwright() as playwright:
        for size, ways in SIZES.items():
            sent, ties = data[size]
            chromium = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=FLAGS
            )
            for way in ways:
                read, first, *moved = drawn(chromium, address, way, size)
                grown = growth(last[way], (size, first)) if way in last else ""
                last[way] = size, first
                told = (milliseconds(read), milliseconds(first), grown, *moved)
                table.append((f"{size}/{ties}", NAMES.get(way, way), sent, *told))
            chromium.close()
    return table


def build(folder: str) -> None:
    """Bundle the page with all renderers in it."""
    vite = str(ROOT / "node_modules/vite/bin/vite.js")
    page = str(ROOT / "bench/drawing")
    hatch_build.run_node(
        ROOT, vite, "build", page, "--outDir", folder, "--logLevel", "warn", "--base", "./"
    )


@contextmanager
def served(folder: str) -> Iterator[str]:
    """Serve the folder's files."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *words: object) -> None:
            del words

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def write_data(size: int, path: Path) -> tuple[str, int]:
    """Write what the server sends of a map; tell how much that is, and of how many ties."""
    network, person = seed(size, clustered=True)
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    content = client.get(f"/networks/{network.slug}/map/data/").content
    path.write_bytes(content)
    found: dict[str, Any] = json.loads(content)
    packed = len(gzip.compress(content, 6))
    return f"{len(content) / 1e6:.2f} MB ({packed / 1e6:.2f})", len(
        found.get("ties") or found["tie_rows"]
    )


def drawn(
    chromium: Browser, address: str, way: str, size: int
) -> tuple[float, float, str, str, str, str]:
    """Let one renderer draw and be moved; the seconds of reading and of the first picture come first."""
    page = chromium.new_page(viewport={"width": 1100, "height": 640})
    page.set_default_timeout(180_000)
    page.goto(f"{address}/index.html")
    read, first = page.evaluate("([way, at]) => drawMap(way, at)", [way, f"{address}/{size}.json"])
    page.wait_for_timeout(1500)
    told = (read / 1000, first / 1000, *panned(page), *zoomed(page))
    page.close()
    return told


def panned(page: Page) -> tuple[str, str]:
    """Drag the map to and fro."""
    page.mouse.move(12, 548)  # an empty corner: elsewhere one might take an actor along
    page.mouse.down()
    page.evaluate("count()")
    until, step = time.monotonic() + SECONDS, 0
    while time.monotonic() < until:
        step += 1
        page.mouse.move(212 - 200 * math.cos(step / 15), 448 + 100 * math.cos(step / 23))
    page.mouse.up()
    return frames(page)


def zoomed(page: Page) -> tuple[str, str]:
    """Turn the wheel in and out."""
    page.mouse.move(500, 300)
    page.evaluate("count()")
    until, step = time.monotonic() + SECONDS, 0
    while time.monotonic() < until:
        step += 1
        page.mouse.wheel(0, -40 if step // 25 % 2 == 0 else 40)
        page.wait_for_timeout(10)
    return frames(page)


def frames(page: Page) -> tuple[str, str]:
    """Return frames a second, and how long the slowest twentieth of them took at least."""
    beats: list[float] = page.evaluate("counted()")
    gaps = sorted(after - before for before, after in zip(beats, beats[1:], strict=False))
    if not gaps:
        return "0", ""
    return f"{1000 * len(gaps) / sum(gaps):.0f}", f"{gaps[int(len(gaps) * 0.95)]:.0f} ms"
