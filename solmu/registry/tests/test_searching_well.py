"""The directory finds what everyday words ask for, equally well and in the same order in every database."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from solmu.registry.actions.indexing import index_texts
from solmu.registry.queries.beside import index_beside
from solmu.registry.queries.directory_texts import ABOUT, NAME, Place
from solmu.registry.queries.searching import ask_index
from solmu.search import Analyser, Held, Text, rank, read_query
from solmu.search.asking import asked_words
from solmu.search.tests.makers import BOTH

DATA = Path(__file__).resolve().parents[3] / "tests/data/search"
# Least recall at 10: with Voikko, and without.
BARS = {"given": (0.90, 0.75), "blind": (0.70, 0.70)}


@pytest.fixture(params=BOTH, ids=lambda one: one.version.rsplit("-", 1)[-1])
def analyser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Analyser:
    found: Analyser = request.param
    monkeypatch.setattr(Analyser, "here", lambda: found)
    return found


@pytest.fixture(params=BARS)
def told(request: pytest.FixtureRequest, db: None, analyser: Analyser) -> Iterator[dict[str, Any]]:
    told = json.loads((DATA / f"{request.param}.json").read_text(encoding="utf-8"))
    said = {Place(at, "readers"): words(one) for at, one in enumerate(told["docs"], 1)}
    with index_beside():
        index_texts(0, said)
        yield {**told, "bar": BARS[request.param][analyser.version.endswith("plain")]}


def words(document: dict[str, Any]) -> list[Text]:
    return [Text(NAME, document["name"]), Text(ABOUT, document["text"])]


def test_what_is_asked_for_is_among_the_first_ten(told: dict[str, Any]) -> None:
    reached = []
    for query in told["queries"]:
        found = ask_index(0, ("readers",), query["q"]).found[:10]
        ids = {told["docs"][one.key - 1]["id"] for one in found}
        reached.append(len(ids & set(query["relevant"])) / len(query["relevant"]))
    assert sum(reached) / len(reached) >= told["bar"]


def test_the_database_answers_as_ranking_everything_would(
    told: dict[str, Any], analyser: Analyser
) -> None:
    """Each database is compared with plain Python, so both answer alike."""
    terms = [analyser.terms(words(one)) for one in told["docs"]]
    held = [Held(at, one.weights, one.length) for at, one in enumerate(terms, 1)]
    counts = Counter(term for one in terms for term in one.weights)
    known = [term[1:] for term in counts if term.startswith("w")]
    for query in told["queries"]:
        begins = tuple(word[:3] for word in asked_words(query["q"]) if len(word) > 2)
        near = [word for word in known if word.startswith(begins)]
        expected = rank(read_query(analyser, query["q"], near), held, counts, len(held))
        assert ask_index(0, ("readers",), query["q"]).found[:10] == expected[:10], query["q"]
