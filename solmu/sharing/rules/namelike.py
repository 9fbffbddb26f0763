"""The only place that decides whether a text looks as if it named or reached a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Literal

Sign = Literal["known", "email", "phone", "initials", "first_name", "surname"]

_EMAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.\w{2,}")
# Numbers that people call begin with a nought or a plus; a year, a business id or an age does not.
_PHONE = re.compile(r"(?<![\w-])(?:\+|\(?0)\d?(?:[\s().-]{0,2}\d){5,13}(?![\w-])")
# "M. Virtanen", "M.K. Virtanen", "Virtanen M.": an initial with its point beside a capital word.
_INITIALS = re.compile(
    r"\b[A-ZÅÄÖ]\.\s?(?:[A-ZÅÄÖ]\.\s?)?(?=[A-ZÅÄÖÉŠŽ][a-zåäöéšž])|\b[A-ZÅÄÖÉŠŽ][a-zåäöéšž]{2,},?\s[A-ZÅÄÖ]\.(?!\w)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# What Finnish and Swedish hang on names: "Maijan", "Maijalle", "Maijas". Longest first.
_ENDINGS = (
    "ltakin",
    "llekin",
    "nkin",
    "lle",
    "lla",
    "llä",
    "lta",
    "ltä",
    "sta",
    "stä",
    "ssa",
    "ssä",
    "na",
    "nä",
)
_SHORT_ENDINGS = ("n", "s", "a", "ä")
# Stems that change: "Niemen" is Niemi's, "Virtasen" is Virtanen's, "Pekan" is Pekka's.
_STEMS = (("se", "nen"), ("e", "i"), ("k", "kk"), ("t", "tt"), ("p", "pp"))
# Consonants that a Finnish ending weakens: "Linnun" is Lintu's.
_WEAKENED = {"nn": "nt", "mm": "mp", "ng": "nk", "ll": "lt", "rr": "rt"}
# Surnames that are ordinary words (Salo, Mäki, Koski) tell nothing alone; these endings do.
_TELLING = re.compile(r"(nen|sson|ström|berg|qvist|kvist|holm|gren|lund|strand|stedt)$")
_LEAST = 3


@dataclass(frozen=True, slots=True)
class NameStore:
    """Names as they are compared, small letters.

    ``known`` are whole names of this network's people, ``told`` their surnames, which tell of them even alone.
    """

    first: Set[str]
    last: Set[str]
    known: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()


def name_store(
    first: Iterable[str], last: Iterable[str], known: Iterable[str] = (), places: Iterable[str] = ()
) -> NameStore:
    """Make a store; a known person's names count however rare, but a surname that is a place's tells nothing."""
    whole = frozenset(folded for name in known if len((folded := _folded(name)).split()) > 1)
    firsts = {name.split()[0] for name in whole}
    lasts = {name.split()[-1] for name in whole} - {_folded(place) for place in places}
    return NameStore(
        frozenset({*map(str.casefold, first), *(one for one in firsts if len(one) >= _LEAST)}),
        frozenset(map(str.casefold, last)),
        whole,
        frozenset(one for one in lasts if len(one) >= _LEAST),
    )


def signs_of(text: str, names: NameStore) -> tuple[Sign, ...]:
    """Tell by what ``text`` looks as if it named or reached a person; nothing means it does not.

    Errs towards a sign: a person is asked about each, and what nobody has looked at is left out.

    >>> store = name_store(["Maija", "Pekka"], ["Virtanen", "Salo"], ["Xhemile Hoxha"])
    >>> signs_of("Kysy Maijalta", store), signs_of("M. Virtanen", store), signs_of("maija salo", store)
    (('first_name',), ('initials', 'surname'), ('first_name',))
    >>> signs_of("Salon kaupunki", store), signs_of("Nuorten työpaja 2026", store), signs_of("MAIJA-talo", store)
    ((), (), ())
    >>> signs_of("xhemile hoxha", store), signs_of("p. 040 123 4567", store)
    (('known', 'first_name'), ('phone',))
    """
    words = _WORD.findall(text)
    found: list[Sign] = []
    plain = f" {_folded(text)} "
    if any(f" {name}" in plain for name in names.known):
        found.append("known")
    if _EMAIL.search(text):
        found.append("email")
    if _PHONE.search(text):
        found.append("phone")
    if _INITIALS.search(text):
        found.append("initials")
    if any(_is_first(word, at, words, names) for at, word in enumerate(words)):
        found.append("first_name")
    if any(word[0].isupper() and _is_telling(word, names) for word in words):
        found.append("surname")
    return tuple(found)


def _is_first(word: str, at: int, words: list[str], names: NameStore) -> bool:
    if not _in(word, names.first):
        return False
    if word[0].isupper() and not word.isupper():
        return True
    # TUVA is a school form; and written carelessly, a name still stands beside a surname.
    beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
    return any(_in(one, names.last) or _in(one, names.first) for one in beside) or any(
        word.casefold() == name.split()[0] for name in names.known
    )


def _is_telling(word: str, names: NameStore) -> bool:
    """Tell whether a surname alone points at a person: by how it ends, or because the network knows one."""
    usual = any(_TELLING.search(base) for base in _in(word, names.last))
    return usual or bool(_in(word, names.told))


def _in(word: str, store: Set[str]) -> list[str]:
    """Return what of ``store`` a word may be a form of."""
    return [base for base in _bases(word.casefold()) if base in store]


def _bases(word: str) -> Iterable[str]:
    yield word
    for ending in (*_ENDINGS, *_SHORT_ENDINGS):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _LEAST:
            yield stem
            for changed, base in _STEMS:
                if stem.endswith(changed):
                    yield stem.removesuffix(changed) + base
            if stem[-1] in "aeiouyäö" and len(stem) > _LEAST and stem[-2] in "ktp":
                yield stem[:-1] + stem[-2] + stem[-1]  # Pekan → Pekka
            if stem[-3:-1] in _WEAKENED:
                yield stem[:-3] + _WEAKENED[stem[-3:-1]] + stem[-1]


def _folded(text: str) -> str:
    return " ".join(word.casefold() for word in _WORD.findall(text))
