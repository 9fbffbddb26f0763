"""The only place where an installation is made for the tests that break it, on the database that is being tested."""

from __future__ import annotations

import itertools
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.faults.cluster import programs
from tests.faults.pressing import NETWORK, Pairs
from tests.faults.serving import Installation
from tests.run import POSTGRESQL

ACTORS = 80


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """One worker does it all, with one installation; PostgreSQL is killed where it is tested and can be started."""
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.xdist_group("faults"))
    if not on_postgresql() or not programs():
        left_out = [item for item in items if "cluster" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def on_postgresql() -> bool:
    return os.environ.get("SOLMU_DATABASE", "").startswith("postgres")


@contextmanager
def own_database() -> Iterator[str]:
    """Make a database on the server that is being tested, and drop it; SQLite needs none."""
    if not on_postgresql():
        yield ""
        return
    name = f"solmu_faults_{secrets.token_hex(4)}"
    with psycopg.connect(POSTGRESQL, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{POSTGRESQL.rpartition('/')[0]}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """A Solmu with its cast signed in, which nothing serves yet."""
    with own_database() as database:
        made = Installation(tmp_path_factory.mktemp("solmu"), database)
        try:
            made.sessions = made.do("seed")
            yield made
        finally:
            made.close()


@pytest.fixture
def served(installation: Installation) -> Installation:
    """The same, served: a test may stop it, the next one gets it running again."""
    if not installation.runs:
        installation.start()
    return installation


@pytest.fixture(scope="session")
def pairs(installation: Installation) -> Pairs:
    """Pairs of actors of one network, each given out once, whoever takes it."""
    return itertools.combinations(installation.do("found", slug=NETWORK, actors=ACTORS), 2)
