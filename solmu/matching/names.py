"""The only place that reads a name: what service it says, in which town, and what is left of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from solmu.matching.lexicon import CONCEPTS, FILLERS, FORMER, LEGAL_FORMS, MARKS, TOWN_FORMS

_NO_WORD = re.compile(r"[\W_]+")
_LONGEST = max(len(words.split()) for _, variants in CONCEPTS for words in variants)
_CONCEPT_OF = {words: concept for concept, variants in CONCEPTS for words in variants}
# How a town's name in a longer name may end: genitive, place, Swedish s. Where the stem itself changes
# (Lahti, Lahden), only the endings that change it.
_ENDING = re.compile(r".{0,2}(n|ll[aä]|ss[aä]|lt[aä]|st[aä]|s|a|ä|)")
_ENDING_OF_CHANGED = re.compile(r".*(n|ll[aä]|ss[aä]|lt[aä]|st[aä])")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Bring a text to the form in which names are compared: small letters, words parted by a space.

    >>> fold("  TE-toimisto, Selkäjoki "), fold("Mielenterveys ry.")
    ('te toimisto selkäjoki', 'mielenterveys ry')
    """
    composed = unicodedata.normalize("NFC", text).casefold()
    return _NO_WORD.sub(" ", composed).strip()


class Towns:
    """Knows the towns of a network and finds them in names, inflected as they may be."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take every name of every town.

        Args:
            names: Town name in any language → the name that stands for the town.
        """
        self._exact = {fold(name): town for name, town in names.items()}
        self._by_start: dict[str, list[tuple[str, str]]] = {}
        for name, town in self._exact.items():
            if " " not in name:
                self._by_start.setdefault(name[:3], []).append((name, town))
        self._known: dict[str, str] = {}

    def called(self, text: str) -> str:
        """Return the town that a whole cell names, or what it says when no such town is known.

        >>> towns = Towns({"Selkäjoki": "Selkäjoki", "Ryggå": "Selkäjoki"})
        >>> towns.called("RYGGÅ"), towns.called("Selkäjoen kunta"), towns.called("Muualla")
        ('Selkäjoki', 'Selkäjoki', 'muualla')
        """
        return self.named(text) or fold(text)

    def named(self, text: str) -> str:
        """Return the town that a whole cell names, or nothing when it is none of the known.

        >>> Towns({"Selkäjoki": "Selkäjoki"}).named("Selkäjoen kunta")
        'Selkäjoki'
        """
        folded = fold(text)
        if folded in self._exact:
            return self._exact[folded]
        found = {self.of(word) for word in folded.split()} - {""}
        return found.pop() if len(found) == 1 else ""

    def of(self, word: str) -> str:
        """Return the town that one folded word means, or nothing.

        >>> towns = Towns({"Selkäjoki": "Selkäjoki", "Turku": "Turku", "Åbo": "Turku"})
        >>> towns.of("selkäjoen"), towns.of("turun"), towns.of("turvakoti"), towns.of("åbos")
        ('Selkäjoki', 'Turku', '', 'Turku')
        """
        if word not in self._known:
            self._known[word] = self._find(word)
        return self._known[word]

    def _find(self, word: str) -> str:
        exact = self._exact.get(word) or self._exact.get(TOWN_FORMS.get(word, ""))
        if exact or len(word) < 4:
            return exact or ""
        best, most = "", 0
        for name, town in self._by_start.get(word[:3], ()):
            shared = _shared_start(name, word)
            enough = max(3, len(name) - 3) if len(name) > 5 else max(3, len(name) - 2)
            if (
                shared >= enough
                and shared > most
                and len(word) <= len(name) + 3
                and _ends_well(word[shared:], changed=shared < len(name) - 1)
            ):
                best, most = town, shared
        return best


def _ends_well(ending: str, *, changed: bool) -> bool:
    return bool((_ENDING_OF_CHANGED if changed else _ENDING).fullmatch(ending))


def _shared_start(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class Read:
    """What a name says."""

    concepts: frozenset[str]
    former: bool
    towns: frozenset[str]
    marks: frozenset[str]
    numbers: frozenset[str]
    rest: tuple[str, ...]

    @property
    def bare(self) -> str:
        """What is left when service, town and legal form are taken out."""
        return " ".join(self.rest)


def read_name(name: str, towns: Towns) -> Read:
    """Read what a name says of service and town, and what is left.

    Args:
        name: As written.
        towns: The towns that it may name.

    >>> read = read_name("Selkäjoen nuorten työpaja Tuuma ry", Towns({"Selkäjoki": "Selkäjoki"}))
    >>> sorted(read.concepts), sorted(read.towns), read.bare
    (['youth_workshop'], ['Selkäjoki'], 'tuuma')
    """
    words = fold(name).split()
    concepts: set[str] = set()
    named: set[str] = set()
    marks: set[str] = set()
    rest: list[str] = []
    former = False
    place = 0
    while place < len(words):
        length, concept = _longest_concept(words, place)
        if concept:
            concepts.add(concept)
            former = former or " ".join(words[place : place + length]) in FORMER
            place += length
            continue
        word = words[place]
        place += 1
        if word in LEGAL_FORMS or word in FILLERS:
            continue
        if word in MARKS:
            marks.add(MARKS[word])
        elif town := towns.of(word):
            named.add(town)
        else:
            rest.append(word)
    numbers = frozenset(word for word in rest if any(sign.isdigit() for sign in word))
    if len(concepts) > 1:
        concepts.discard("municipality")
    return Read(
        frozenset(concepts), former, frozenset(named), frozenset(marks), numbers, tuple(rest)
    )


def _longest_concept(words: list[str], place: int) -> tuple[int, str]:
    for length in range(min(_LONGEST, len(words) - place), 0, -1):
        concept = _CONCEPT_OF.get(" ".join(words[place : place + length]))
        if concept:
            return length, concept
    return 0, ""


def digits(phone: str) -> str:
    """Bring a phone number to the form in which numbers are compared.

    >>> digits("+358 40 123 4567"), digits("040-1234567")
    ('401234567', '401234567')
    """
    plain = re.sub(r"\D", "", phone)
    for start in ("00358", "358", "0"):
        if plain.startswith(start):
            return plain[len(start) :].lstrip("0")
    return plain


def all_of(read: Iterable[Read], part: str) -> frozenset[str]:
    """Join one part of several names of an actor."""
    return frozenset(value for one in read for value in getattr(one, part))
