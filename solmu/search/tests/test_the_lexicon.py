"""The lexicon holds together: what it points at exists, and both languages are there."""

from __future__ import annotations

from solmu.search import Analyser
from solmu.search.concepts import Spotter
from solmu.search.lexicon import concepts
from solmu.search.tests.makers import PLAIN
from solmu.search.voikko import Morphology
from solmu.search.words import clauses


def test_every_answer_is_a_concept() -> None:
    known = concepts()
    assert [
        (one.id, to) for one in known.values() for to in one.answered_by if to not in known
    ] == []


def test_every_concept_has_its_name_in_three_languages_and_many_words() -> None:
    assert len(concepts()) > 90
    for one in concepts().values():
        assert set(one.names) == {"fi", "sv", "en"}
        assert len(one.phrases) >= 4, one.id


def test_a_star_stands_at_one_end_of_more_than_a_syllable() -> None:
    words = {word for one in concepts().values() for said in one.phrases for word in said.split()}
    wrong = [word for word in words if "*" in word.strip("*") or (len(word) < 3 and "*" in word)]
    assert not wrong


def test_words_that_are_only_asked_find_nothing_in_texts() -> None:
    assert "parenthood" in {one for found in _meant("lapset", PLAIN.of_queries) for one in found}
    assert _meant("lapset", PLAIN.of_texts) == []


def test_another_morphology_makes_another_version() -> None:
    assert Analyser(_Parrot()).version != PLAIN.version
    assert Analyser(None).version == PLAIN.version


class _Parrot:
    name = "parrot1"

    def bases(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return (word,), ()


def _meant(text: str, spotter: Spotter) -> list[tuple[str, ...]]:
    return [
        tuple(one.concept for one in spotter.spot(words))
        for words in clauses(text)
        if spotter.spot(words)
    ]


def test_the_parrot_is_a_morphology() -> None:
    morphology: Morphology = _Parrot()
    assert Analyser(morphology).forms("velka").own == ("velk",)
