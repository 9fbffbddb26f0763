"""The only place that tells why somebody is found: which word of the query, through what, in which field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from solmu.search.analysing import BASE, WORD, Analyser, Text
from solmu.search.asking import Asked, Need
from solmu.search.lexicon.silent import STOP
from solmu.search.words import Word, clauses, joined

_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Reason:
    """One need as it was said, the concept that leads from it, and the words in which it was found."""

    need: int
    said: str
    concept: str
    field: str
    words: str


def reasons(analyser: Analyser, asked: Asked, texts: Iterable[Text]) -> list[Reason]:
    """Return for each need that the texts answer the best place where they do."""
    found: dict[int, tuple[float, Reason]] = {}
    for text in texts:
        for words in clauses(text.text):
            for number, need in enumerate(asked.needs):
                for well, concept in _matches(analyser, need, words, tells=text.field.tells):
                    worth = well * (1 + text.field.weight / 10)
                    if number not in found or worth > found[number][0]:
                        where = _cut(text.text, words)
                        reason = Reason(number, need.said, concept, text.field.name, where)
                        found[number] = (worth, reason)
    return [reason for _, (_, reason) in sorted(found.items())]


def _matches(
    analyser: Analyser, need: Need, words: Sequence[Word], *, tells: bool
) -> Iterator[tuple[float, str]]:
    """Yield how well a clause answers the need, and through which concept: none when it says the same words."""
    own = _terms(analyser, words)
    said = [sought for sought in need.words if set(sought.terms) & own]
    same = len(said) / len(need.words) if need.words else 0.0
    if need.meant and tells:
        for spotted in analyser.of_texts.spot(words):
            if well := need.meant.get(spotted.concept, 0.0):
                yield well + 0.2 * same, spotted.concept
    elif same and not need.meant:
        yield same, ""


def _terms(analyser: Analyser, words: Sequence[Word]) -> set[str]:
    found: set[str] = set()
    for word in words:
        if word.text not in STOP:
            forms = analyser.forms(word.text)
            found.add(WORD + joined(word.text))
            found.update(BASE + form for form in (*forms.own, *forms.parts))
    return found


def _cut(text: str, words: Sequence[Word]) -> str:
    piece = text[words[0].start : words[-1].end].strip()
    if len(piece) <= _LONGEST:
        return piece
    return piece[:_LONGEST].rsplit(" ", 1)[0] + "…"
