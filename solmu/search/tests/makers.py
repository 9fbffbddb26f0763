"""Texts and questions for the tests of search."""

from __future__ import annotations

from collections import Counter

from solmu.search import Analyser, Asked, Field, Held, Text, rank, read_query
from solmu.search.voikko import find_voikko

NAME, SERVICE = Field("name", 6), Field("service", 4)
PLAIN = Analyser(None)
BOTH = [PLAIN, *([Analyser(find_voikko())] if find_voikko() else [])]


def asked(query: str, *vocabulary: str, analyser: Analyser = PLAIN) -> Asked:
    return read_query(analyser, query, vocabulary)


def needs(query: str, *vocabulary: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(need.said, need.concepts) for need in asked(query, *vocabulary).needs]


def answers(query: str, analyser: Analyser = PLAIN, /, **texts: str) -> list[str]:
    """Return who answers among invented actors, told by name and services."""
    held, counts = [], Counter[str]()
    for key, (name, service) in enumerate(texts.items()):
        terms = analyser.terms([Text(NAME, name.replace("_", " ")), Text(SERVICE, service)])
        held.append(Held(key, terms.weights, terms.length))
        counts.update(terms.weights.keys())
    words = [term[1:] for term in counts if term.startswith("w")]
    found = rank(read_query(analyser, query, words), held, counts, len(held))
    return [list(texts)[one.key] for one in found]
