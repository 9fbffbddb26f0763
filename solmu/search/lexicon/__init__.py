"""The only place that reads the lexicon: from everyday words to what they mean in youth services.

A concept opens with `= id: Finnish / Swedish / English`, the names shown when it explains an answer. `> ids` are the
concepts that answer it too: who lacks money may be helped by Kela. Then come the words and phrases that mean it, parted
by commas, in any language; `sv:` and `en:` only help the reader, and `~` marks a concept that is itself a service. A
star stands for any letters: `velka*` begins with it, `*asunto` ends with it in any inflection. The words of a phrase
stand near each other in one clause, in any order and inflected. `?` opens words that mean it only when they are asked:
in a description they may mean anything.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

from solmu.search.lexicon.feeling import FEELING
from solmu.search.lexicon.living import LIVING
from solmu.search.lexicon.studying import STUDYING
from solmu.search.lexicon.working import WORKING

_HEAD = re.compile(r"= (\w+): ([^/]+) / ([^/]+) / (.+)")
_PARTS = {"studying": STUDYING, "working": WORKING, "feeling": FEELING, "living": LIVING}
# Any edit of the words makes another number, and so another index.
EDITION = f"{zlib.crc32(''.join(_PARTS.values()).encode()):08x}"


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that young people and those who guide them speak of."""

    id: str
    names: dict[str, str]
    phrases: tuple[str, ...]
    only_asked: tuple[str, ...]
    answered_by: tuple[str, ...] = ()
    is_service: bool = False
    # Of which part of life it speaks: studying, working, feeling, living.
    part: str = ""

    def name(self, language: str) -> str:
        """Return what it is called in a language, in Finnish where there is no other."""
        return self.names.get(language, self.names["fi"])


@lru_cache(maxsize=1)
def concepts() -> dict[str, Concept]:
    """Return every concept by its id."""
    return {one.id: one for part, text in _PARTS.items() for one in _read(part, text)}


def _read(part: str, text: str) -> list[Concept]:
    return [_concept(part, block) for block in text.strip().split("\n\n")]


def _concept(part: str, block: str) -> Concept:
    head, *lines = block.splitlines()
    found = _HEAD.fullmatch(head)
    if found is None:
        raise ValueError(head)
    answered: tuple[str, ...] = ()
    phrases: dict[bool, list[str]] = {False: [], True: []}
    service = False
    for line in lines:
        if line.startswith("> "):
            answered = tuple(line[2:].split())
            continue
        service = service or line.startswith("~ ")
        said = re.sub(r"^(?:~|\?|sv:|en:) ", "", line)
        asked = line.startswith("? ")
        phrases[asked] += (phrase.strip() for phrase in said.split(",") if phrase.strip())
    key, *names = (text.strip() for text in found.groups())
    return Concept(
        id=key,
        names=dict(zip(("fi", "sv", "en"), names, strict=True)),
        phrases=tuple(dict.fromkeys(phrases[False])),
        only_asked=tuple(dict.fromkeys(phrases[True])),
        answered_by=answered,
        is_service=service,
        part=part,
    )
