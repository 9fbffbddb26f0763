"""Every string is there in Finnish and Swedish, with the same slots, and stands in one place."""

from __future__ import annotations

import re

import pytest

from tests.messages import LANGUAGES, Key, Source, catalogue, homes, slices, sources_of, texts

SLOT = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
# Nobody says these aloud (words.md 1): officialese, and English in Finnish clothes.
NOT_SAID = {
    "fi": ("klikkaa", "käyttäjä", "ole hyvä", "dashboard", "johtuen", "puitteissa", "osalta", "data "),
    "sv": ("klicka", "användaren", "vänligen"),
}  # fmt: skip


def said() -> dict[Key, Source]:
    found: dict[Key, Source] = {}
    for slice_ in slices():
        for key, source in sources_of(slice_).items():
            found.setdefault(key, source)
    return found


def slots(text: str) -> set[str]:
    return {one or other for one, other in SLOT.findall(text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated_and_stands_in_one_place(language: str) -> None:
    home = homes(language)
    sources = said()
    assert len(sources) > 100
    assert not [f"{s.places[0]}: {key}" for key, s in sources.items() if key not in home]
    assert not {key: names for key, names in home.items() if len(names) > 1}
    assert not [key for key in home if key not in sources and not is_django(key)]


def is_django(key: Key) -> bool:
    """Tell whether a string is Django's own, said better by us."""
    return key[0] == "django"


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_are_finished_and_keep_their_slots(language: str) -> None:
    wrong = []
    for slice_ in slices():
        for message in catalogue(slice_, language):
            if not message.id:
                continue
            ids, strings = texts(message.id), texts(message.string)
            wanted = set().union(*map(slots, ids))
            if message.fuzzy or not all(strings):
                wrong.append(f"{slice_.name}: {message.id} is not finished")
            elif any(slots(one) - wanted for one in strings) or slots(strings[-1]) != wanted:
                wrong.append(f"{slice_.name}: {message.id} → {strings}")
    assert not wrong


def test_a_sentence_over_several_lines_is_trimmed() -> None:
    """Untrimmed, its line breaks would be part of what has to be translated."""
    block = re.compile(
        r"{% blocktranslate(?P<head>[^%]*)%}(?P<words>.*?){% (?:plural|endblock)", re.DOTALL
    )
    found, seen = [], 0
    for slice_ in slices():
        for path in slice_.glob("templates/**/*.html"):
            for hit in block.finditer(path.read_text(encoding="utf-8")):
                seen += 1
                if "\n" in hit["words"] and "trimmed" not in hit["head"]:
                    found.append(f"{path.name}: {hit['words'].strip()}")
    assert seen > 20
    assert not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_nobody_says_aloud_are_not_used(language: str) -> None:
    wrong = []
    for slice_ in slices():
        for message in catalogue(slice_, language):
            for text in texts(message.string) if message.id else ():
                wrong += [
                    f"{text!r}: {word}" for word in NOT_SAID[language] if word in f"{text.lower()} "
                ]
    assert not wrong
