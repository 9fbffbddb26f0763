"""A copy taken while people work is whole, comes back elsewhere, and brings nobody back who was erased since."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import on_postgresql, own_database
from tests.faults.pressing import NETWORK, Crowd
from tests.faults.serving import Installation

FIRST_RELEASE = Path(__file__).resolve().parents[1] / "data/first_release.sql"


class Yard:
    """Makes installations, each with a folder and a database of its own."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self._stack = stack
        self._numbers = itertools.count()

    def installation(self, *, on_server: bool) -> Installation:
        var = self.folder / f"installation-{next(self._numbers)}"
        var.mkdir()
        database = self._stack.enter_context(own_database()) if on_server else ""
        made = Installation(var, database)
        self._stack.callback(made.close)
        return made


@pytest.fixture
def yard(tmp_path: Path, transactional_db: None) -> Iterator[Yard]:
    del transactional_db
    with ExitStack() as stack:
        yield Yard(tmp_path, stack)


def copied(source: Installation, name: str) -> Path:
    file = source.var / name
    told = source.run("backup", str(file))
    assert told.returncode == 0, told.stderr
    return file


def brought_back(target: Installation, file: Path, *words: str) -> str:
    told = target.run("restore", str(file), *words)
    assert told.returncode == 0, told.stderr
    return told.stdout


def facts(installation: Installation) -> Any:
    return installation.do("tables")


@pytest.mark.long
def test_a_copy_taken_under_a_crowd_comes_back_whole_and_the_erased_stay_erased(
    yard: Yard,
) -> None:
    source = yard.installation(on_server=on_postgresql())
    source.sessions = source.do("seed")
    pairs = itertools.combinations(source.do("found", slug=NETWORK, actors=80), 2)
    source.start()
    crowd = Crowd(source, pairs)
    crowd.begin()
    crowd.wait_for(30)
    before = set(crowd.acknowledged)
    file = copied(source, "under-a-crowd.zip")
    crowd.wait_for(len(crowd.acknowledged) + 10)
    crowd.leave()
    assert not crowd.refused
    source.stop()

    elsewhere = yard.installation(on_server=on_postgresql())
    brought_back(elsewhere, file)
    kept = elsewhere.do("said", slug=NETWORK)
    assert before <= {tuple(one) for one in kept["claims"]}
    assert not kept["astray"]

    quiet = copied(source, "quiet.zip")
    there, back = yard.installation(on_server=False), yard.installation(on_server=on_postgresql())
    brought_back(there, quiet)
    assert facts(there) == facts(source)
    brought_back(back, copied(there, "again.zip"))
    assert facts(back) == facts(source)
    assert back.do("found", slug="uusi", actors=1)  # numbers go on after the highest

    source.do("erase", name="Leevi Koe")
    assert "Leevi Koe" in elsewhere.do("names")
    lost = yard.installation(on_server=on_postgresql())
    told = brought_back(lost, quiet, "--erasures", str(source.var / "erasures.jsonl"))
    assert "1 person was erased again" in told
    assert "Leevi Koe" not in lost.do("names")
    assert "leevi" not in {who for who, *_ in lost.do("said", slug=NETWORK)["claims"] if who}
    brought_back(source, quiet, "--replace")  # its own journal is beside it
    assert "Leevi Koe" not in source.do("names")


@pytest.mark.long
def test_the_first_release_is_brought_up_to_date_and_its_copy_comes_back(yard: Yard) -> None:
    old = yard.installation(on_server=False)
    with sqlite3.connect(old.var / "solmu.sqlite3") as database:
        database.executescript(FIRST_RELEASE.read_text(encoding="utf-8"))
    database.close()
    refused = old.run("export", "verkosto", str(old.var / "x.csv"))
    assert "solmu migrate" in refused.stderr
    file = copied(old, "before.zip")  # as it is, before anything is changed
    assert old.run("migrate").returncode == 0
    new = yard.installation(on_server=on_postgresql())
    brought_back(new, file)
    for installation in (old, new):
        assert installation.do("names") == ["Aino Laine", "Eero Mäki", "Kaisa Koe", "Leevi Koe"]
        kept = installation.do("said", slug="verkosto")
        assert sorted(who for who, *_ in kept["claims"]) == ["aino", "eero"]
        assert len(kept["undone"]) == 1
        assert not kept["astray"]
    assert facts(new) == facts(old)
