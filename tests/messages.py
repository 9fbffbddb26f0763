"""`make messages`: the only place that collects source strings and lays them beside their translations.

Each slice keeps its own words in `locale/`; a string that several slices use stands in one of them. Django's
templates are turned into something like Python by Django itself, and read by Babel.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("fi", "sv")
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
HEADER = r"""msgid ""
msgstr ""
"Language: {language}\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
Key = tuple[str | None, str]


@dataclass
class Source:
    """One source string: singular, plural if counted, and where it stands."""

    context: str | None
    singular: str
    plural: str | None
    places: list[tuple[str, int]] = field(default_factory=list)

    @property
    def key(self) -> Key:
        return (self.context, self.singular)


def slices() -> list[Path]:
    """Return the slices that may speak."""
    return sorted(path for path in (ROOT / "solmu").iterdir() if (path / "__init__.py").exists())


def sources_of(slice_: Path) -> dict[Key, Source]:
    """Return all source strings of a slice."""
    found: dict[Key, Source] = {}
    for path in sorted(slice_.rglob("*")):
        if path.suffix not in {".py", ".html", ".txt"} or {"tests", "migrations", "locale"} & set(
            path.relative_to(slice_).parts
        ):
            continue
        if path.suffix != ".py" and "templates" not in path.parts:
            continue
        for line, context, singular, plural in _strings(path):
            source = found.setdefault((context, singular), Source(context, singular, plural))
            source.plural = source.plural or plural
            source.places.append((str(path.relative_to(ROOT)), line))
    return found


def _strings(path: Path) -> Iterator[tuple[int, str | None, str, str | None]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # What Django leaves of a template stands indented, which Python would take for blocks.
        text = re.sub(r"(?m)^[ \t]+", "", templatize(text, origin=str(path)))
    for line, message, _comments, context in extract(
        "python", io.BytesIO(text.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
    ):
        words = message if isinstance(message, tuple) else (message,)
        words = tuple(word for word in words if word)
        if words:
            yield line, context, words[0], words[1] if len(words) > 1 else None


def texts(value: object) -> tuple[str, ...]:
    """Return the one text of a message, or its singular and plural."""
    return (
        tuple(str(one) for one in value) if isinstance(value, list | tuple) else (str(value or ""),)
    )


def catalogue(slice_: Path, language: str) -> Catalog:
    """Return a slice's translations into a language, empty when it has none."""
    path = path_of(slice_, language)
    if not path.exists():
        return Catalog(locale=language, project="Solmu", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def path_of(slice_: Path, language: str) -> Path:
    """Return where a slice keeps its translations into a language."""
    return slice_ / "locale" / language / "LC_MESSAGES" / "django.po"


def homes(language: str) -> dict[Key, list[str]]:
    """Return for each translated string the slices whose file holds it."""
    found: dict[Key, list[str]] = defaultdict(list)
    for slice_ in slices():
        for message in catalogue(slice_, language):
            if message.id:
                context = str(message.context) if message.context else None
                found[context, texts(message.id)[0]].append(slice_.name)
    return found


def write(only: str | None = None) -> None:
    """Add what is new to each slice's files, take out what nothing says any more, and refresh the places."""
    spoken = {slice_: sources_of(slice_) for slice_ in slices()}
    everywhere: dict[Key, Source] = {}
    for found in spoken.values():
        for key, source in found.items():
            everywhere.setdefault(key, source)
    for language in LANGUAGES:
        home = homes(language)
        for slice_, found in spoken.items():
            if only and slice_.name != only:
                continue
            old = catalogue(slice_, language)
            new = Catalog(locale=language, project="Solmu", charset="utf-8", fuzzy=False)
            kept = [key for key in everywhere if slice_.name in home.get(key, [])[:1]]
            fresh = [key for key in found if key not in home]
            for key in sorted({*kept, *fresh}, key=lambda one: (one[1], one[0] or "")):
                source = found.get(key) or everywhere[key]
                said = old.get(source.singular, context=source.context)
                new.add(
                    (source.singular, source.plural) if source.plural else source.singular,
                    said.string if said else None,
                    locations=[(place, 0) for place in sorted({p for p, _ in source.places})],
                    user_comments=said.user_comments if said else (),
                    context=source.context,
                )
            for key in fresh:
                home[key] = [slice_.name]
            if len(new):
                path_of(slice_, language).parent.mkdir(parents=True, exist_ok=True)
                words = io.BytesIO()
                write_po(words, new, width=100, include_lineno=False, omit_header=True)
                path_of(slice_, language).write_bytes(
                    HEADER.format(language=language).encode() + words.getvalue()
                )


def missing() -> list[str]:
    """Return what has not been translated yet, one line each."""
    return [
        f"{slice_.name} {language}: {message.id}"
        for language in LANGUAGES
        for slice_ in slices()
        for message in catalogue(slice_, language)
        if message.id and not all(texts(message.string))
    ]


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="make messages")
    options.add_argument("--write", action="store_true")
    options.add_argument("--only", metavar="SLICE", help="touch the files of one slice")
    chosen = options.parse_args()
    if chosen.write:
        write(chosen.only)
    untranslated = missing()
    print("\n".join(untranslated) or "Every string is translated.")
    sys.exit(bool(untranslated))
