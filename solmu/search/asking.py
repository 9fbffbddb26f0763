"""The only place that reads a query: which needs it tells of, and by which terms each is looked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from solmu.search.analysing import BASE, CONCEPT, WORD, Analyser
from solmu.search.concepts import Spotted
from solmu.search.lexicon import concepts
from solmu.search.lexicon.silent import PALE, STOP
from solmu.search.words import Word, clauses, joined, likeness

LONGEST_QUERY = 300
_MOST_WORDS, _MOST_NEEDS = 24, 6
# How much each way of finding a word tells, beside the word itself.
_PART, _BEGINS, _LIKE, _PALE = 0.5, 0.6, 0.8, 0.25
# The first of those that answer a concept does it best, and each further one less.
_ANSWERED_BY, _FURTHER = 0.6, 0.85
_SHORTEST_BEGINNING = 4
_LIKE_ENOUGH = 0.6
_MOST_VARIANTS = 12


@dataclass(frozen=True, slots=True)
class Sought:
    """One word of a need: each term that would do, with how well."""

    word: str
    terms: dict[str, float]
    weight: float = 1.0


@dataclass(slots=True)
class Need:
    """One thing that is needed, in the words of who asks; concepts are what those words mean."""

    said: str
    concepts: tuple[str, ...] = ()
    # Concepts in order, what answers them after them, with how well each does.
    meant: dict[str, float] = field(default_factory=dict)
    words: list[Sought] = field(default_factory=list)
    # Words beside the need: they order its answers and make none.
    beside: list[Sought] = field(default_factory=list)

    def terms(self) -> Iterator[str]:
        """Yield every term that the need is looked for by."""
        yield from (CONCEPT + concept for concept in self.meant)
        for sought in (*self.words, *self.beside):
            yield from sought.terms


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it was understood."""

    needs: tuple[Need, ...]

    def terms(self) -> set[str]:
        """Return every term that is looked for."""
        return {term for need in self.needs for term in need.terms()}


def asked_words(text: str) -> list[str]:
    """Return the words that a query looks for, as the index has them."""
    words = (
        joined(word.text)
        for clause in clauses(text[:LONGEST_QUERY])
        for word in clause
        if word.text not in STOP
    )
    return list(dict.fromkeys(words))[:_MOST_WORDS]


def read_query(analyser: Analyser, text: str, vocabulary: Collection[str]) -> Asked:
    """Read what is needed.

    Args:
        analyser: The one by which the index was built.
        text: The query as it was written.
        vocabulary: Words of the index that begin like those of the query: misspelt words are put right by
            them, and unfinished ones are finished.
    """
    reading = _Reading(analyser, text[:LONGEST_QUERY], vocabulary)
    needs: list[Need] = []
    for clause in clauses(reading.text):
        for need in reading.needs_of(clause[:_MOST_WORDS]):
            same = next(
                (one for one in needs if one.concepts and one.concepts == need.concepts), None
            )
            if same is None:
                needs.append(need)
            else:
                same.words += need.words
                same.beside += need.beside
    real = [need for need in needs if need.concepts or need.words]
    loose = [sought for need in needs if need not in real for sought in need.beside]
    if not real and loose:
        return Asked((Need(text.strip(), words=loose),))
    for need in real:
        need.beside += loose
    return Asked(tuple(real[:_MOST_NEEDS]))


class _Reading:
    def __init__(self, analyser: Analyser, text: str, vocabulary: Collection[str]) -> None:
        self.text = text
        self.analyser = analyser
        self.vocabulary = sorted(vocabulary)
        self.right: dict[str, str] = {}

    def needs_of(self, clause: Sequence[Word]) -> Iterator[Need]:
        words = [word._replace(text=self._put_right(word.text)) for word in clause]
        groups = _groups(self.analyser.of_queries.spot(words))
        covered = {place for places in groups for place in places}
        beside = [
            self._sought(word.text)
            for at, word in enumerate(words)
            if at not in covered and word.text not in STOP
        ]
        for places, found in groups.items():
            own = [words[at] for at in sorted(places)]
            yield Need(
                said=self.text[own[0].start : own[-1].end],
                concepts=found,
                meant=_meant(found),
                words=[self._sought(word.text) for word in own if word.text not in STOP],
                beside=beside,
            )
        if not groups and beside:
            telling = [one for one in beside if not _is_pale(one.word)]
            yield Need(
                said=self.text[words[0].start : words[-1].end],
                words=telling,
                beside=[one for one in beside if _is_pale(one.word)],
            )

    def _put_right(self, word: str) -> str:
        """Return the word that a misspelt one was to be; a known word stays as it is."""
        if word in self.right:
            return self.right[word]
        right = word
        if not (word in STOP or word in PALE or self._is_known(word)):
            near = {one: likeness(word, one) for one in self.vocabulary}
            best = max(near, key=lambda one: (near[one], one), default="")
            lexical = self.analyser.of_queries.guess(word)
            if lexical and likeness(word, lexical) >= near.get(best, 0.0):
                right = lexical
            elif len(word) > 4 and near.get(best, 0.0) >= _LIKE_ENOUGH:
                right = best
        self.right[word] = right
        return right

    def _is_known(self, word: str) -> bool:
        if joined(word) in self.vocabulary or self.analyser.of_queries.meanings(word):
            return True
        mine = set(self.analyser.bases(word))
        return any(
            mine & set(self.analyser.bases(one)) or (len(word) > 3 and one.startswith(joined(word)))
            for one in self.vocabulary
        )

    def _sought(self, word: str) -> Sought:
        forms = self.analyser.forms(word)
        terms = dict.fromkeys((BASE + part for part in forms.parts), _PART)
        beginnings = {form for form in forms.own if len(form) >= _SHORTEST_BEGINNING}
        beginnings |= {joined(word)} if len(word) >= 3 else set()
        longer = [one for one in self.vocabulary if one.startswith(tuple(beginnings))]
        for one in sorted(longer, key=lambda one: (len(one), one))[:_MOST_VARIANTS]:
            terms[WORD + one] = _BEGINS
        terms |= dict.fromkeys((BASE + form for form in forms.own), 1.0)
        terms[WORD + joined(word)] = 1.0
        return Sought(word, terms, _PALE if _is_pale(word) else 1.0)


def _is_pale(word: str) -> bool:
    """Tell whether a word makes no need by itself: one that is said of everybody, or a number such as an age."""
    return word in PALE or word[:1].isdecimal()


def _groups(spotted: Sequence[Spotted]) -> dict[frozenset[int], tuple[str, ...]]:
    """Return the concepts by the words that mean them; words of a longer phrase mean nothing by themselves."""
    chosen: list[Spotted] = []
    for one in spotted:
        if not any(other.beats(one) for other in chosen):
            chosen.append(one)
    groups: dict[frozenset[int], tuple[str, ...]] = {}
    for one in chosen:
        places = one.places
        found = [one.concept]
        for other in [other for other in groups if other & places]:
            found = [*groups.pop(other), *found]
            places |= other
        groups[places] = tuple(dict.fromkeys(found))
    return groups


def _meant(found: Sequence[str]) -> dict[str, float]:
    known = concepts()
    meant: dict[str, float] = {}
    for one in found:
        for place, other in enumerate(known[one].answered_by):
            meant[other] = max(meant.get(other, 0.0), _ANSWERED_BY * _FURTHER**place)
    return meant | dict.fromkeys(found, 1.0)
