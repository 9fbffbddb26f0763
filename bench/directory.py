"""The directory's search against a raw full-text query of the same database, at three sizes.

The raw query knows the terms already and returns ids in its own order; ours reads the query, ranks and may tell why.
"""

from __future__ import annotations

import random

from django.db import connection

from bench.timing import best_of, growth, milliseconds
from solmu.registry.actions.indexing import index_texts
from solmu.registry.queries.beside import index_beside
from solmu.registry.queries.directory_texts import ABOUT, NAME, Place
from solmu.registry.queries.searching import ask_index
from solmu.search import Analyser, Text, read_query
from solmu.search.lexicon import concepts

SIZES = (1000, 5000, 20_000)
QUERIES = ("koulu jäi kesken, rahat loppu", "masentaa", "kämppä Selkäjoelta", "velkaneuvota")
RAW = {
    "sqlite": "SELECT rowid FROM registry_indexrow_found WHERE registry_indexrow_found MATCH %s"
    " ORDER BY bm25(registry_indexrow_found) LIMIT 10",
    "postgresql": "SELECT id FROM registry_indexrow, CAST(%s AS tsquery) asked"
    " WHERE found @@ asked ORDER BY ts_rank(found, asked) DESC LIMIT 10",
}


def rows() -> list[tuple[str, ...]]:
    """Return one row a size; times are of one query, the mean of several."""
    table: list[tuple[str, ...]] = [
        ("documents", "index built", "raw full text", "Solmu", "ratio", "growth")
    ]
    last: tuple[int, float] | None = None
    for size in SIZES:
        built, raw, ours = measure(size)
        table.append(
            (
                str(size), milliseconds(built), milliseconds(raw), milliseconds(ours),
                f"{ours / raw:.1f}×", growth(last, (size, ours)) if last else "",
            )
        )  # fmt: skip
        last = (size, ours)
    return table


def measure(size: int) -> tuple[float, float, float]:
    """Return the seconds of building the index, of a raw query and of ours."""
    said = documents(size)
    raw = [raw_words(query) for query in QUERIES]
    with index_beside():
        built = best_of(1, lambda: index_texts(0, said))
        plain = best_of(5, lambda: [read_plainly(words) for words in raw])
        ours = best_of(5, lambda: [ask_index(0, ("readers",), query) for query in QUERIES])
    return built, plain / len(QUERIES), ours / len(QUERIES)


def documents(size: int) -> dict[Place, list[Text]]:
    """Return invented services of ten to thirty words each, out of the lexicon's words and others."""
    rng = random.Random(size)
    told = [phrase.strip("*") for one in concepts().values() for phrase in one.phrases]
    others = [f"sana{number}" for number in range(4000)]
    return {
        Place(number, "readers"): [
            Text(NAME, f"{rng.choice(told)} {rng.choice(others)}"),
            Text(
                ABOUT, " ".join(rng.choices(told, k=3) + rng.choices(others, k=rng.randint(6, 20)))
            ),
        ]
        for number in range(1, size + 1)
    }


def raw_words(query: str) -> str:
    """Return the query's terms as the database's own language has them."""
    terms = sorted(read_query(Analyser.here(), query, ()).terms())
    quote, or_ = ('"', " OR ") if connection.vendor == "sqlite" else ("'", "|")
    return or_.join(f"{quote}{term}{quote}" for term in terms)


def read_plainly(words: str) -> int:
    """Ask the database alone."""
    with connection.cursor() as cursor:
        cursor.execute(RAW[connection.vendor], [words])
        return len(cursor.fetchall())
