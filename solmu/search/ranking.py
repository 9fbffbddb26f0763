"""The only place that ranks: BM25 over stored weights, counted here so that every database answers alike."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from solmu.search.analysing import CONCEPT
from solmu.search.asking import Asked, Need, Sought

# BM25 as in Robertson & Zaragoza 2009. Texts of a directory are short, so length counts for little; a fixed
# usual length in place of the mean keeps an answer from changing because an unrelated actor was added.
_K1, _B, _USUAL = 1.2, 0.3, 60.0
# The weights of fields and of terms are counted in halves of an ordinary word.
_UNIT = 4.0
_WORDS_BESIDE_CONCEPT, _BESIDE = 0.5, 0.35
_HALF = 0.5
# Beside what answers a need best, this share of it is no answer.
_FAINT = 0.2


class Held(NamedTuple):
    """What the index holds of one thing that somebody may see."""

    key: int
    weights: Mapping[str, int]
    length: int


@dataclass(frozen=True, slots=True)
class Found:
    """One answer: which needs it answers, and how well altogether, 1 for each need at best."""

    key: int
    score: float
    answers: tuple[int, ...]


def rank(asked: Asked, held: Iterable[Held], counts: Mapping[str, int], total: int) -> list[Found]:
    """Return the answers, best first: each need counts alike, as a share of what answers it best.

    Args:
        asked: The query.
        held: The things that it may concern.
        counts: In how many things each term stands.
        total: How many things there are.
    """
    rarity = {term: _rarity(count, total) for term, count in counts.items()}
    worth = {thing.key: _worth(asked, thing, rarity) for thing in held}
    best = [max(column, default=0.0) for column in zip(*worth.values(), strict=True)]
    answers = [
        Found(
            key,
            sum(one / best[at] for at, one in enumerate(mine) if one),
            tuple(at for at, one in enumerate(mine) if one > _FAINT * best[at]),
        )
        for key, mine in worth.items()
    ]
    answers = [one for one in answers if one.answers]
    return sorted(answers, key=lambda one: (-round(one.score, 9), one.key))


def _rarity(count: int, total: int) -> float:
    return math.log(1 + (max(total, count) - count + 0.5) / (count + 0.5))


def _worth(asked: Asked, thing: Held, rarity: Mapping[str, float]) -> list[float]:
    weighing = _Weighing(thing, rarity)
    return [weighing.of(need) for need in asked.needs]


class _Weighing:
    def __init__(self, thing: Held, rarity: Mapping[str, float]) -> None:
        self._thing = thing
        self._rarity = rarity
        self._slack = _K1 * (1 - _B + _B * thing.length / _USUAL)

    def of(self, need: Need) -> float:
        """Return how well the thing answers a need, nothing when it does not."""
        meant = max(
            (self._term(CONCEPT + one, well) for one, well in need.meant.items()), default=0.0
        )
        words = [(self._sought(sought), sought.weight) for sought in need.words]
        worth = sum(one for one, _ in words)
        beside = _BESIDE * sum(self._sought(sought) for sought in need.beside)
        if need.concepts:
            return meant + _WORDS_BESIDE_CONCEPT * worth + beside if meant else 0.0
        found = sum(weight for one, weight in words if one > 0)
        enough = found >= _HALF * sum(weight for _, weight in words) > 0
        return worth + beside if enough else 0.0

    def _sought(self, sought: Sought) -> float:
        best = max((self._term(term, well) for term, well in sought.terms.items()), default=0.0)
        return sought.weight * best

    def _term(self, term: str, well: float) -> float:
        weight = self._thing.weights.get(term, 0) / _UNIT
        if not weight:
            return 0.0
        return well * self._rarity.get(term, 0.0) * weight * (_K1 + 1) / (weight + self._slack)
