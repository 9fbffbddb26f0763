"""The only place that finds the lexicon's concepts in the words of a clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from solmu.search.lexicon import concepts
from solmu.search.lexicon.silent import SILENT
from solmu.search.words import Word, fold, likeness, stems

# How many words may stand between the words of a phrase: "koulu jäi nyt sitten kesken".
_APART = 3
_SHORTEST_GUESS = 5
_LIKE_ENOUGH = 0.62
# However it bends, a no is a no.
_NO = dict.fromkeys(("ei", "en", "et", "emme", "ette", "eivät", "eikä", "enää", "ettei"), "ei")
_NO |= dict.fromkeys(("inte", "ej", "aldrig", "icke"), "inte")

Bases = Callable[[str], tuple[str, ...]]


class Spotted(NamedTuple):
    """A concept, and which words of the clause mean it."""

    concept: str
    places: frozenset[int]

    def beats(self, other: Spotted) -> bool:
        """Tell whether this reading of shared words is the better one: more words, or as many closer together."""
        mine, theirs = self.places, other.places
        if self.concept == other.concept or not mine & theirs:
            return False
        return (len(mine), -_span(mine)) > (len(theirs), -_span(theirs))


class Spotter:
    """Knows every phrase of the lexicon by the bases of its words."""

    def __init__(self, bases: Bases, *, asked: bool) -> None:
        """Lay the phrases out.

        Args:
            bases: A folded word → its bases; those of the texts' words and of the phrases' alike.
            asked: Whether queries are read: some words mean a concept only there.
        """
        self._bases = bases
        self._numbers: dict[str, int] = {}
        self._exact: dict[str, set[int]] = defaultdict(set)
        self._begins: dict[str, set[int]] = defaultdict(set)
        self._ends: dict[str, set[int]] = defaultdict(set)
        self._alone: dict[int, set[str]] = defaultdict(set)
        self._phrases: dict[int, list[tuple[tuple[int, ...], str]]] = defaultdict(list)
        self._known: dict[str, frozenset[int]] = {}
        for concept in concepts().values():
            said = (*concept.phrases, *(concept.only_asked if asked else ()))
            names = (name.casefold() for name in concept.names.values()) if asked else ()
            for phrase in (*said, *names):
                self._learn(phrase, concept.id)
        self._near: dict[str, list[str]] = defaultdict(list)
        for word in self._numbers:
            bare = word.strip("*")
            if len(bare) >= _SHORTEST_GUESS:
                self._near[bare[0]].append(bare)

    def _learn(self, phrase: str, concept: str) -> None:
        numbers = tuple(dict.fromkeys(self._number(word) for word in phrase.split()))
        if len(numbers) == 1:
            self._alone[numbers[0]].add(concept)
        else:
            self._phrases[numbers[0]].append((numbers, concept))

    def _number(self, word: str) -> int:
        if word in self._numbers:
            return self._numbers[word]
        number = self._numbers[word] = len(self._numbers)
        bare = fold(word.strip("*"))
        if word.endswith("*"):
            self._begins[bare].add(number)
        elif word.startswith("*"):
            self._ends[stems(bare)[0]].add(number)
        else:
            for form in self._forms(bare):
                self._exact[form].add(number)
        return number

    def spot(self, words: Sequence[Word]) -> list[Spotted]:
        """Return every concept that the words of one clause mean, longest phrases first."""
        meant = [self.meanings(word.text) for word in words]
        found: dict[Spotted, None] = {}
        for at, numbers in enumerate(meant):
            for number in numbers:
                for concept in () if words[at].text in SILENT else self._alone.get(number, ()):
                    found[Spotted(concept, frozenset((at,)))] = None
                for phrase, concept in self._phrases.get(number, ()):
                    if places := _places(phrase, meant, at):
                        found[Spotted(concept, places)] = None
        return sorted(
            found,
            key=lambda one: (-len(one.places), _span(one.places), min(one.places), one.concept),
        )

    def meanings(self, word: str) -> frozenset[int]:
        """Return the numbers of the lexicon's words that one folded word is, begins or ends with."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._read(word)
        return known

    def _read(self, word: str) -> frozenset[int]:
        bases = self._bases(word)
        found: set[int] = set()
        for form in self._forms(word):
            found |= self._exact.get(form, set())
        parts = word.split("-") if "-" in word else ()
        for form in {word, word.replace("-", ""), *parts, *bases}:
            for end in range(2, len(form) + 1):
                found |= self._begins.get(form[:end], set())
        for form in bases:
            for start in range(1, len(form) - 2):
                found |= self._ends.get(form[start:], set())
        return frozenset(found)

    def _forms(self, word: str) -> set[str]:
        """Return the word itself and its bases; a base of three letters would be shared by strangers."""
        return {_NO.get(word, word), *(base for base in self._bases(word) if len(base) > 3)}

    def guess(self, word: str) -> str:
        """Return the lexicon's word that a misspelt one resembles most, or nothing."""
        if len(word) < _SHORTEST_GUESS:
            return ""
        near = self._near.get(word[0], ())
        best = max(near, key=lambda one: (likeness(word, one), one), default="")
        return best if best and likeness(word, best) >= _LIKE_ENOUGH else ""


def _span(places: frozenset[int]) -> int:
    return max(places) - min(places)


def _places(
    phrase: Sequence[int], meant: Sequence[Iterable[int]], at: int
) -> frozenset[int] | None:
    reach = len(phrase) + _APART
    window = range(max(0, at - reach), min(len(meant), at + reach + 1))
    places = {at}
    for number in phrase[1:]:
        near = [one for one in window if one not in places and number in meant[one]]
        if not near:
            return None
        places.add(min(near, key=lambda one: abs(one - at)))
    return frozenset(places) if _span(frozenset(places)) <= reach else None
