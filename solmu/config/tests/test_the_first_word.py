"""What the command does on a machine where nothing has been done yet."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path


def say(var: Path, *words: str, language: str = "C") -> subprocess.CompletedProcess[str]:
    bare = {
        key: value for key, value in os.environ.items() if not key.startswith(("SOLMU_", "DJANGO_"))
    }
    return subprocess.run(
        [sys.executable, "-m", "solmu.config.command", *words],
        capture_output=True,
        text=True,
        timeout=120,
        env={**bare, "SOLMU_VAR": str(var), "LANG": language, "LC_ALL": language},
    )


def test_the_first_coordinator_is_invited_before_anything_was_served(tmp_path: Path) -> None:
    told = say(tmp_path, "invite", "aino@example.fi", "--network", "Järvilakeuden nuoret")
    assert told.returncode == 0, told.stderr
    assert "http://127.0.0.1:8000/join/" in told.stdout


def test_a_network_that_does_not_exist_is_said_so_in_the_terminals_language(tmp_path: Path) -> None:
    file = tmp_path / "toimijat.csv"
    file.write_text("Nimi\nKela\n", encoding="utf-8")
    told = say(tmp_path, "import", "ei-ole", str(file), "--yes", language="fi_FI.UTF-8")
    assert told.returncode != 0
    assert "ei-ole" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_search_reads_no_database_so_an_older_one_is_no_hindrance(tmp_path: Path) -> None:
    file = tmp_path / "kysymykset.json"
    file.write_text(
        '{"docs": [{"id": 1, "name": "Kela"}], "queries": [{"q": "kela"}]}', encoding="utf-8"
    )
    found = {"results": [{"q": "kela", "ids": [1]}]}
    told = say(tmp_path, "search", str(file), "--json")
    assert json.loads(told.stdout) == found, told.stderr
    with sqlite3.connect(tmp_path / "solmu.sqlite3") as database:
        assert not database.execute("SELECT name FROM sqlite_master").fetchall()
    assert say(tmp_path, "migrate").returncode == 0
    with sqlite3.connect(tmp_path / "solmu.sqlite3") as database:
        database.execute("DROP TABLE registry_indexterm")
        database.execute("DELETE FROM django_migrations WHERE app = 'mapping'")
    told = say(tmp_path, "search", str(file), "--json")
    assert json.loads(told.stdout) == found, told.stderr


def test_an_older_database_is_not_touched_unasked(tmp_path: Path) -> None:
    assert say(tmp_path, "migrate").returncode == 0
    with sqlite3.connect(tmp_path / "solmu.sqlite3") as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'mapping'")
    told = say(tmp_path, "feedback", language="sv_FI.UTF-8")
    assert told.returncode == 1
    assert "solmu migrate" in told.stderr
    assert "Traceback" not in told.stderr
