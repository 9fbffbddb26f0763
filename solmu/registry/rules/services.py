"""The only place that tells from a service's words what it probably is: information, advice or guidance, and for what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_PARTS = re.compile(r"[;,\n|]")
# Beginnings of words, as Finnish and Swedish service lists write them, and what they speak of.
_KINDS = {
    "information": (
        "tiedot", "tieto", "esite", "infot", "infopiste", "info", "esitte", "tapahtum", "hakupalvel",
        "information", "evenemang", "messu", "mässor",
    ),
    "advice": (
        "neuvon", "neuvoj", "hakij", "hakuneuv", "päivyst", "chat", "rådgiv", "etuu", "etuudet",
        "edunvalv", "velka", "talousneuv", "förmån", "jour", "mentor", "toimeentulo", "utkomst",
    ),
    "guidance": (
        "ohjau", "ohjaaj", "valmen", "tuki", "tuen", "tuet", "terapi", "kuntout", "ryhmä", "handled",
        "väglled", "träning", "stöd", "grupp", "rehabil", "kuraat", "psykolog", "työpaj", "verkstad", "etsivä", "uppsök", "harjoittel", "praktik", "oppisopim", "läroavtal",
        "pajat", "paja", "perheohj", "jälkihuol", "eftervård", "hoito",
    ),
}  # fmt: skip
_GOALS = {
    "everyday_life": (
        "arj", "arki", "vardag", "asum", "asunto", "asunno", "boende", "bostad", "terap", "mielen",
        "mental", "päih", "missbruk", "beroend", "kuntout", "rehab", "terve", "hälso", "sosiaal",
        "social", "toimeentulo", "utkomst", "etuu", "etuudet", "förmån", "velka", "skuld", "perhe",
        "familj", "jälkihuol", "eftervård", "lastensuoj", "barnskydd", "harrast", "hobby", "vapaa-a",
        "fritid", "kerho", "klubb", "ruoka", "vertais", "kamrat", "kriis", "kris", "kuraat",
        "psykolog", "liikunt", "idrott", "nuorisotil", "korvaushoito", "hoito", "vård", "seurakun",
    ),
    "education": (
        "opint", "opinto", "opisk", "koulu", "oppilai", "hakij", "haku", "tuva", "lukio", "studie",
        "studera", "skol", "utbild", "gymnas", "perusop", "nivelv", "jälkiohj", "avoin", "öppna",
        "avoimet", "kurss", "kurs", "oppisopim", "läroavtal", "polkuop",
    ),
    "employment": (
        "työ", "arbet", "ura", "karriär", "palkka", "lön", "rekry", "yritt", "yritys", "företag",
        "kesätyö", "sommarjobb", "harjoittel", "praktik", "oppisopim", "läroavtal", "sysselsätt",
        "mentor", "cv", "duuni", "jobb", "pajat", "paja", "verkstad",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFact:
    """One standing service; ``places`` are municipalities' keys, none is the whole area; ``actors`` offer it."""

    ref: str
    name: str
    kinds: tuple[str, ...]
    goal_areas: tuple[str, ...]
    target_group: str
    entrance: str
    places: tuple[int, ...]
    actors: tuple[int, ...]


class Written(NamedTuple):
    """A service as a source wrote it: whose, by the actor's key, and in which words."""

    actor: int
    words: str


@dataclass(frozen=True, slots=True)
class Guess:
    """What a service's words probably mean; empty when they do not tell."""

    kinds: tuple[str, ...]
    goal_areas: tuple[str, ...]


def single_services(written: Iterable[str]) -> list[str]:
    """Return single services from lists as people write them, each once, in their own words.

    >>> single_services(["uraohjaus; Arjen tuki", "Uraohjaus, ryhmät"])
    ['uraohjaus', 'Arjen tuki', 'ryhmät']
    """
    found: dict[str, str] = {}
    for text in written:
        for part in _PARTS.split(text):
            words = " ".join(part.split())
            if words:
                found.setdefault(words.casefold(), words)
    return list(found.values())


def guess(words: str) -> Guess:
    """Tell what a service probably is, for a person to correct.

    >>> guess("Uraohjaus")
    Guess(kinds=('guidance',), goal_areas=('employment',))
    >>> guess("hakijaneuvonta"), guess("lyhytterapia")
    (Guess(kinds=('advice',), goal_areas=('education',)), Guess(kinds=('guidance',), goal_areas=('everyday_life',)))
    >>> guess("Muu")
    Guess(kinds=(), goal_areas=())
    """
    text = words.casefold()
    return Guess(_spoken_of(text, _KINDS), _spoken_of(text, _GOALS))


def _spoken_of(text: str, beginnings: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    # Short ones only at the beginning of a word: "ura" is in every "seuraava".
    return tuple(
        code
        for code, stems in beginnings.items()
        if any(
            re.search(rf"\b{re.escape(stem)}", text) or (len(stem) > 4 and stem in text)
            for stem in stems
        )
    )
