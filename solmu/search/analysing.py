"""The only place that takes an actor's texts to the terms by which the index finds it.

A term says by its first letter what it is: `w` a word as written, `s` a base or a part of one, `c` a concept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from solmu.search.concepts import Spotter
from solmu.search.lexicon import EDITION
from solmu.search.lexicon.silent import STOP
from solmu.search.voikko import Morphology, find_voikko
from solmu.search.words import clauses, joined, split_at_hyphens, stems

# Grows when the same words come to other terms.
RULES = 1
WORD, BASE, CONCEPT = "w", "s", "c"


class Field(NamedTuple):
    """Where a text stands: what it is called, how much a word in it weighs, and whether it tells what one does.

    A note that mentions Kela does not make its actor answer whoever needs Kela: only what tells what one does
    is read for concepts.
    """

    name: str
    weight: int
    tells: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """Some words of one field."""

    field: Field
    text: str


class Forms(NamedTuple):
    """What a word may be found by: its own bases, and those of the parts that it is made of."""

    own: tuple[str, ...]
    parts: tuple[str, ...]


class Terms(NamedTuple):
    """What the index holds of one text: each term's weight, and how many weighed words there were."""

    weights: Mapping[str, int]
    length: int


class Analyser:
    """Reads texts and queries in the same way; with Voikko it knows Finnish bases and compounds."""

    def __init__(self, morphology: Morphology | None) -> None:
        """Take the morphology that this machine has, or none."""
        self._morphology = morphology
        # Stored with an index: one built by another version is built anew.
        self.version = f"{RULES}-{EDITION}-{morphology.name if morphology else 'plain'}"
        self.forms = lru_cache(maxsize=262144)(self._forms)

    @staticmethod
    @lru_cache(maxsize=1)
    def here() -> Analyser:
        """Return the analyser of this machine."""
        return Analyser(find_voikko())

    @cached_property
    def of_texts(self) -> Spotter:
        """What finds concepts in texts."""
        return Spotter(self.bases, asked=False)

    @cached_property
    def of_queries(self) -> Spotter:
        """What finds concepts in queries."""
        return Spotter(self.bases, asked=True)

    def bases(self, word: str) -> tuple[str, ...]:
        """Return the bases of a folded word."""
        return self.forms(word).own

    def _forms(self, word: str) -> Forms:
        own = dict.fromkeys(stems(word))
        parts: dict[str, None] = {}
        if self._morphology is not None:
            bases, pieces = self._morphology.bases(word)
            for base in bases:
                own |= dict.fromkeys(stems(base)[:1])
            for piece in pieces:
                parts |= dict.fromkeys(stems(piece)[:1])
        for piece in split_at_hyphens(word):
            parts |= dict.fromkeys(self.forms(piece).own)
        return Forms(tuple(own), tuple(part for part in parts if part not in own))

    def terms(self, texts: Iterable[Text]) -> Terms:
        """Return the terms of all texts of one thing together."""
        weights: Counter[str] = Counter()
        length = 0
        for text in texts:
            weight = text.field.weight
            for clause in clauses(text.text):
                for word in clause:
                    if word.text in STOP:
                        continue
                    length += weight
                    for term, share in self._word_terms(word.text):
                        weights[term] += weight * share
                for spotted in self.of_texts.spot(clause) if text.field.tells else ():
                    weights[CONCEPT + spotted.concept] += 2 * weight
        return Terms(dict(weights), length)

    def _word_terms(self, word: str) -> list[tuple[str, int]]:
        forms = self.forms(word)
        return [
            (WORD + joined(word), 2),
            *((BASE + form, 2) for form in forms.own),
            *((BASE + form, 1) for form in forms.parts),
        ]
