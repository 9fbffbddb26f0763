"""The only place that asks Voikko, the Finnish morphology, when this machine has it."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import Protocol

import libvoikko


class Morphology(Protocol):
    """Knows the base forms and the parts of Finnish words."""

    name: str

    def bases(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the base forms of a folded word, and the bases of the parts of a compound."""


class Voikko:
    """The morphology as libvoikko gives it; one question at a time, as the library asks."""

    def __init__(self) -> None:
        """Open the library and its Finnish dictionary.

        Raises:
            OSError: the library is not on this machine.
            libvoikko.VoikkoException: its dictionary is not.
        """
        self._library = libvoikko.Voikko("fi")
        self.name = f"voikko{libvoikko.Voikko.getVersion()}"
        self._turn = Lock()
        self._known = lru_cache(maxsize=262144)(self._analysed)

    def bases(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the base forms of a folded word, and the bases of the parts of a compound."""
        return self._known(word)

    def _analysed(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        with self._turn:
            readings = self._library.analyze(word) or self._library.analyze(word.capitalize())
        bases: dict[str, None] = {}
        parts: dict[str, None] = {}
        for reading in readings:
            base = reading["BASEFORM"].casefold()
            bases[base] = None
            parts |= dict.fromkeys(_parts(word, base, reading["STRUCTURE"]))
        return tuple(bases), tuple(parts)


def _parts(word: str, base: str, structure: str) -> list[str]:
    """Return the parts of a compound, the last one in its base form.

    >>> _parts("päihdepalveluista", "päihdepalvelu", "=pppppp=ppppppppppp")
    ['päihde', 'palvelu']
    """
    lengths = [len(part) for part in structure.split("=")[1:]]
    if len(lengths) < 2:
        return []
    at, parts = 0, []
    for length in lengths[:-1]:
        parts.append(word[at : at + length])
        at += length
    return [part.strip("-") for part in (*parts, base[at:]) if len(part.strip("-")) > 2]


@lru_cache(maxsize=1)
def find_voikko() -> Morphology | None:
    """Return the morphology, or nothing when the library or its dictionary is not on this machine."""
    try:
        return Voikko()
    except (OSError, libvoikko.VoikkoException):
        return None
