"""A newcomer's first two minutes: a clean clone, empty caches, `make run`; and a second start without a network."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.serving import ROOT, Visitor, free_port, until

# Of whoever runs the tests: a newcomer has none of it.
OWN = ("SOLMU_", "TEST_", "UV_", "XDG_", "PYTEST_", "PYTHON", "MAKE", "MFLAGS")
OWN_EXACTLY = {
    "VIRTUAL_ENV", "DJANGO_SETTINGS_MODULE", "PIP_CACHE_DIR", "npm_config_cache", "BROWSER",
}  # fmt: skip
NOWHERE = "http://127.0.0.1:9"
NO_NETWORK = {
    "UV_OFFLINE": "1", "PIP_NO_INDEX": "1", "npm_config_offline": "true",
    "HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE, "ALL_PROXY": NOWHERE, "NO_PROXY": "127.0.0.1",
}  # fmt: skip
PAGES = {
    "map/": "Verkostokartta",
    "actors/": "Toimijat taulukkona",
    "ties/": "Suhteet taulukkona",
    "grid/": "Kuka tekee kenen kanssa?",
    "import/": "Tuo toimijat kartalle",
    "reading/": "Ohjaamo",
}


@pytest.fixture
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty home, an empty place for passing files, and a clone of what is committed."""
    folder = tmp_path_factory.mktemp("newcomer")
    for name in ("home", "scratch"):
        (folder / name).mkdir()
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder / "solmu")], check=True)
    return folder


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(OWN) and name not in OWN_EXACTLY
    }
    path = [
        one for one in kept["PATH"].split(os.pathsep) if ROOT not in (Path(one), *Path(one).parents)
    ]
    own = {"HOME": str(folder / "home"), "TMPDIR": str(folder / "scratch")}
    return {**kept, **own, "PATH": os.pathsep.join(path), **more}


@contextmanager
def make_run(folder: Path, *, seconds: float, **more: str) -> Iterator[int]:
    """Run `make run` until it is ready, and interrupt it in the end as Ctrl+C does; gives the port."""
    port, log = free_port(), folder / "make.log"
    with log.open("ab") as out:
        made = subprocess.Popen(
            ["make", "run", f"PORT={port}"],
            cwd=folder / "solmu", env=environment(folder, **more),
            stdout=out, stderr=out, start_new_session=True,
        )  # fmt: skip

    def is_ready() -> bool:
        assert made.poll() is None, log.read_text(encoding="utf-8")
        try:
            return Visitor(port).get("/health/ready").status == 200
        except OSError:
            return False

    try:
        until(is_ready, "make run to serve", seconds=seconds)
        yield port
    finally:
        os.killpg(made.pid, signal.SIGINT)
        made.wait(60)
    until(lambda: not in_group(made.pid), "every process to be gone")


def in_group(group: int) -> bool:
    """Tell whether any process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def sign_in_as_aino(port: int) -> tuple[Visitor, str]:
    """Choose Aino on the page of the demo's cast; returns her browser and her network's address."""
    aino = Visitor(port)
    assert "Aino" in aino.get("/demo/").text
    assert aino.post("/demo/sign-in/", who="aino").to == "/home/"
    return aino, aino.get("/home/").to


@pytest.mark.long
def test_a_clean_clone_serves_the_demo_region_writes_nowhere_else_and_starts_again_without_a_network(
    newcomer: Path,
) -> None:
    with make_run(newcomer, seconds=900) as port:
        aino, network = sign_in_as_aino(port)
        home = aino.get(network)
        assert (home.status, "Järvilakeuden" in home.text) == (200, True)
        for page, words in PAGES.items():
            answer = aino.get(f"{network}{page}")
            assert (page, answer.status, words in answer.text) == (page, 200, True)
    told = (newcomer / "make.log").read_text(encoding="utf-8")
    assert f"http://127.0.0.1:{port}" in told
    # rustup leaves its mark when pip, naming itself to the registry, asks for Rust's version.
    assert {path.name for path in (newcomer / "home").iterdir()} <= {".rustup"}
    assert not changes_in(newcomer / "solmu")
    with make_run(newcomer, seconds=120, **NO_NETWORK) as port:
        aino, network = sign_in_as_aino(port)
        assert aino.get(f"{network}map/").status == 200


def changes_in(clone: Path) -> str:
    """Return what git would call new or changed: everything made belongs to what it is told to ignore."""
    told = subprocess.run(
        ["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True
    )
    return told.stdout
