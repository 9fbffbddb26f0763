"""The only place that takes a text to words, and a word to its bases in Finnish and Swedish."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

import snowballstemmer
from rapidfuzz.distance import OSA

# A word may hold a hyphen, a colon before an ending (Kela:n) or a plus (Erasmus+); these part nothing.
_TOKEN = re.compile(r"[^\W_]+(?:['’:\-][^\W_]+)*-?")
_CLAUSE = re.compile(
    r"[.,;!?()\[\]\n\r•|/]+|\s[–—-]\s|\s(?:ja|sekä|mutta|koska|och|samt|men|and|but|&)\s"
    r"|\s(?=(?:enkä|etkä|eikä|eivätkä)\s)",
    re.IGNORECASE,
)
_ENDING_AFTER_COLON = re.compile(r":.*$")
_NO_LETTER = re.compile(r"[\W_]+")
LONGEST = 40
_ONE_SLIP = 0.85

_FINNISH = snowballstemmer.stemmer("finnish")
_SWEDISH = snowballstemmer.stemmer("swedish")
# A stemmer keeps the word it is working on in itself.
_TURN = Lock()


class Word(NamedTuple):
    """One word of a text: folded, as it was written, and where."""

    text: str
    written: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Bring a text to small letters in their composed form; an ending after a colon goes.

    >>> fold("Kela:N"), fold("TE-Toimisto")
    ('kela', 'te-toimisto')
    """
    composed = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    return _ENDING_AFTER_COLON.sub("", composed).strip("-'")[:LONGEST]


def clauses(text: str) -> Iterator[list[Word]]:
    """Yield the words of each clause; a comma, a full stop and "ja", "och", "and" end one.

    >>> [[word.text for word in one] for one in clauses("Koulu jäi kesken, rahat loppu")]
    [['koulu', 'jäi', 'kesken'], ['rahat', 'loppu']]
    """
    start = 0
    for stop in [*_CLAUSE.finditer(text), None]:
        end = len(text) if stop is None else stop.start()
        words = [_word(found, start) for found in _TOKEN.finditer(text[start:end])]
        kept = [word for word in words if word.text]
        if kept:
            yield kept
        if stop is not None:
            start = stop.end()


def _word(found: re.Match[str], start: int) -> Word:
    return Word(fold(found.group()), found.group(), start + found.start(), start + found.end())


def joined(word: str) -> str:
    """Return a folded word's letters and digits alone, as the index has them.

    >>> joined("te-toimisto")
    'tetoimisto'
    """
    return _NO_LETTER.sub("", word)


@lru_cache(maxsize=262144)
def stems(word: str) -> tuple[str, ...]:
    """Return what is left of a folded word without its endings, read as Finnish and as Swedish.

    >>> stems("velkoja"), stems("bostäder"), stems("te-toimistosta")
    (('velko', 'velkoj'), ('bostäder', 'bostäd'), ('tetoimisto', 'tetoimistost'))
    """
    bare = joined(word)
    if len(bare) < 4 or bare.isdigit():
        return (bare,) if bare else ()
    with _TURN:
        both = (_FINNISH.stemWord(bare), _SWEDISH.stemWord(bare))
    return tuple(dict.fromkeys(both))


def split_at_hyphens(word: str) -> tuple[str, ...]:
    """Return the parts of a word written with hyphens, when they are words by themselves.

    >>> split_at_hyphens("mielenterveys-ja"), split_at_hyphens("kela")
    (('mielenterveys',), ())
    """
    if "-" not in word:
        return ()
    return tuple(part for part in word.split("-") if len(part) > 2)


@lru_cache(maxsize=65536)
def grams(word: str) -> frozenset[str]:
    """Return the trigrams of a word, its ends marked.

    >>> sorted(grams("opo"))
    ['^op', 'opo', 'po$']
    """
    marked = f"^{word}$"
    return frozenset(marked[at : at + 3] for at in range(len(marked) - 2))


def likeness(one: str, other: str) -> float:
    """Return how alike two words are, 0 to 1: by their trigrams, and nearly alike when one slip parts them.

    >>> likeness("toimeentulo", "toimentulo") > 0.8, likeness("ohjaamo", "ohajamo"), likeness("koulu", "kaava")
    (True, 0.85, 0.0)
    """
    mine, theirs = grams(one), grams(other)
    alike = 2 * len(mine & theirs) / (len(mine) + len(theirs))
    # Two letters that changed places leave few trigrams whole.
    if alike < _ONE_SLIP and min(len(one), len(other)) > 4 and OSA.distance(one, other) == 1:
        return _ONE_SLIP
    return alike
