"""`solmu search` answers a file's queries from its documents, and leaves what is stored alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.db import connection
from django.utils import translation

from solmu.networks.models import Network
from solmu.registry.commands import reindex_command, search_command
from solmu.registry.models import IndexRow, IndexState, IndexTerm, Perspective
from solmu.registry.queries.beside import index_beside
from solmu.registry.tests.makers import make_actor, make_perspective

DOCS = [
    {"id": "k", "name": "Kela", "text": "perustoimeentulotuki"},
    {"id": 7, "name": "Kirjasto", "text": "lehdet, kirjat"},
]


def say(command: Any, *words: object) -> Result:
    with translation.override("en"):
        return CliRunner().invoke(command, [str(word) for word in words])


def write(path: Path, told: object) -> Path:
    file = path / "kysymykset.json"
    file.write_text(told if isinstance(told, str) else json.dumps(told), encoding="utf-8")
    return file


@pytest.mark.django_db
def test_ids_come_as_json_best_first(tmp_path: Path) -> None:
    queries = [{"q": "rahat loppu"}, {"q": "kirja"}, {"q": "avaruus"}, {"q": ""}]
    told = say(search_command, write(tmp_path, {"docs": DOCS, "queries": queries}), "--json")
    assert told.exit_code == 0, told.output
    assert json.loads(told.output) == {
        "results": [
            {"q": "rahat loppu", "ids": ["k"]},
            {"q": "kirja", "ids": [7]},
            {"q": "avaruus", "ids": []},
            {"q": "", "ids": []},
        ]
    }


@pytest.mark.django_db
def test_without_json_a_person_reads_names(tmp_path: Path) -> None:
    file = write(tmp_path, {"docs": DOCS, "queries": [{"q": "rahat loppu"}, {"q": "avaruus"}]})
    told = say(search_command, file)
    assert "Kela" in told.output
    assert "No matches. Try another word." in told.output


@pytest.mark.django_db
def test_at_most_ten_are_given_and_order_is_kept_among_equals(tmp_path: Path) -> None:
    docs = [{"id": at, "name": "Velkaneuvonta"} for at in range(12)]
    file = write(tmp_path, {"docs": docs, "queries": [{"q": "velka"}]})
    told = say(search_command, file, "--json")
    assert json.loads(told.output)["results"][0]["ids"] == list(range(10))


def test_what_is_stored_is_neither_read_nor_changed(network: Network, tmp_path: Path) -> None:
    perspective = make_perspective(network)
    say(reindex_command, network.slug)
    make_actor(perspective, "Kirppu")

    def stored() -> list[object]:
        return [
            list(model.objects.values().order_by("pk"))
            for model in (IndexRow, IndexTerm, IndexState)
        ]

    before = stored()
    assert before[0]
    file = write(tmp_path, {"docs": DOCS, "queries": [{"q": "kirppu"}]})
    for _ in range(2):
        told = say(search_command, file, "--json")
        assert json.loads(told.output)["results"][0]["ids"] == []
    assert stored() == before
    assert Perspective.objects.get().pk == perspective.pk


@pytest.mark.django_db
def test_tables_beside_have_the_columns_of_those_stored() -> None:
    def columns() -> list[list[str]]:
        found = []
        for model in (IndexRow, IndexTerm):
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT * FROM {model._meta.db_table}")
                found.append(sorted(one[0] for one in cursor.description))
        return found

    stored = columns()
    with index_beside():
        assert columns() == stored
    assert columns() == stored


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("{", "not JSON, see line 1"),
        ("[" * 100_000, "not JSON"),
        ([], "no list of docs"),
        ({"docs": DOCS}, "no list of queries"),
        ({"docs": [1], "queries": []}, "no list of docs"),
        ({"docs": [{"name": "Kela"}], "queries": []}, "document 1 has no id"),
        ({"docs": [DOCS[0], DOCS[0]], "queries": []}, "document 2 has the id k of another one"),
        ({"docs": [{"id": 1, "name": 5}], "queries": []}, "name of document 1 is not text"),
        ({"docs": DOCS, "queries": [{}]}, "query 1 has no words"),
    ],
)
def test_a_bad_file_is_told_what_is_wrong_and_what_to_do(
    tmp_path: Path, told: object, said: str
) -> None:
    result = say(search_command, write(tmp_path, told))
    assert result.exit_code == 1
    assert said in result.output
    assert result.output.rstrip().endswith(".")


@pytest.mark.django_db
def test_letters_of_another_encoding_are_told_of(tmp_path: Path) -> None:
    file = tmp_path / "kysymykset.json"
    file.write_bytes('{"docs": [{"id": 1, "name": "Työ"}], "queries": []}'.encode("cp1252"))
    assert "unreadable letters. Save as UTF-8." in say(search_command, file).output


def test_help_shows_the_form_of_the_file() -> None:
    told = say(search_command, "--help").output
    assert '"docs":' in told
    assert "solmu search kysymykset.json --json" in told


def test_an_index_is_built_anew_by_a_word(network: Network) -> None:
    make_actor(make_perspective(network), "Kirppu")
    told = say(reindex_command)
    assert told.output == f"{network.slug}: built anew\n"
    assert IndexRow.objects.filter(network=network).count() == 1
    assert "No such network" in say(reindex_command, "ei-ole").output
