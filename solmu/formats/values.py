"""The only place that turns the text of one cell into a value and a value into the text of a cell."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from solmu.formats.limits import MAX_VALUES_IN_CELL
from solmu.formats.vocabulary import code_of, word_for
from solmu.lib.identity_codes import holds_identity_code

DATE_EXAMPLES = ("2026-09-01", "1.9.2026")

# Everything that is no text: XML allows none of it and no spreadsheet shows it.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_BAR = re.compile(r"(?<!\\)\|")
_OTHER_BREAKS = re.compile(r"[;\n]")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", re.ASCII | re.DOTALL)
_FINNISH_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?: .*)?", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})[/.](\d{4})", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d{1,3})?", re.ASCII)


def clean(text: str) -> str:
    r"""Drop what is no text, compose accents and strip the ends.

    >>> clean(" Ja\u0308msä\x00\r\nkaupunki ")
    'Jämsä\nkaupunki'
    """
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", text).strip()


def cleaned_row(cells: list[str]) -> list[str]:
    r"""Clean every cell of a row and take back what `neutral` put before it.

    >>> cleaned_row([" Kela\x00", "'+358 40 123"])
    ['Kela', '+358 40 123']
    """
    joined = "\n".join(cells)
    if _CONTROLS.search(joined) or not unicodedata.is_normalized("NFC", joined):
        cells = [clean(cell) for cell in cells]
    return [
        restored(stripped) if (stripped := cell.strip())[:1] == "'" else stripped for cell in cells
    ]


def without_identity_codes(cells: list[str]) -> tuple[list[str], list[int]]:
    """Empty the cells that hold a personal identity code, and tell which they were.

    >>> without_identity_codes(["Kela", "131052-308T"])
    (['Kela', ''], [1])
    """
    if not holds_identity_code("\n".join(cells)):
        return cells, []
    found = [place for place, cell in enumerate(cells) if holds_identity_code(cell)]
    return ["" if place in found else cell for place, cell in enumerate(cells)], found


def neutral(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet program could run as a formula.

    >>> neutral("=1+1"), neutral("+358 40 123"), neutral("Kela")
    ("'=1+1", "'+358 40 123", 'Kela')
    """
    return "'" + text if text.lstrip("'").startswith(_RISKY) else text


def restored(text: str) -> str:
    """Take back the apostrophe of `neutral`.

    >>> restored("'=1+1"), restored("'ohjaus'")
    ('=1+1', "'ohjaus'")
    """
    if text.startswith("'") and text.lstrip("'").startswith(_RISKY):
        return text[1:]
    return text


def split_many(text: str) -> tuple[str, ...]:
    r"""Read the many values of one cell: parted by bars, else by semicolons or line breaks.

    A bar inside a value is written ``\|``. Order stays, repeated values go.

    >>> split_many("tieto | ohjaus"), split_many("a;b"), split_many(r"a\|b|")
    (('tieto', 'ohjaus'), ('a', 'b'), ('a|b',))
    """
    if _BAR.search(text):
        parts: Iterable[str] = (part.replace("\\|", "|") for part in _BAR.split(text))
    else:
        parts = _OTHER_BREAKS.split(text.replace("\\|", "|"))
    found = dict.fromkeys(stripped for part in parts if (stripped := part.strip()))
    return tuple(found)[:MAX_VALUES_IN_CELL]


def join_many(values: Iterable[str]) -> str:
    r"""Write many values into one cell so that `split_many` gives the same back.

    >>> join_many(["tieto", "ohjaus"]), join_many(["a;b"])
    ('tieto | ohjaus', 'a;b |')
    """
    written = [value.replace("|", "\\|") for value in values]
    if len(written) == 1 and not _OTHER_BREAKS.search(written[0]):
        return written[0]
    return " | ".join(written) + (" |" if len(written) == 1 else "")


@lru_cache(maxsize=8192)
def read_contents(text: str) -> tuple[str, ...]:
    """Read what passes: known words become codes, other text is kept verbatim.

    Commas part values only when every part is a known word.

    >>> read_contents("Tieto, asiakasohjaus"), read_contents("raha, aika")
    (('information', 'referral'), ('raha, aika',))
    """
    found: dict[str, None] = {}
    for part in split_many(text):
        codes = [code_of("contents", piece) for piece in part.split(",")]
        if all(codes):
            found.update(dict.fromkeys(codes))
        else:
            found[part] = None
    return tuple(found)


def write_contents(contents: Iterable[str], language: str) -> str:
    """Write what passes in the words of a language.

    >>> write_contents(["information", "kahvi"], "sv")
    'information | kahvi'
    """
    return join_many(word_for("contents", code, language) for code in contents)


@lru_cache(maxsize=8192)
def read_date(text: str, *, end: bool = False) -> date | None:
    """Read a date as Finns and spreadsheets write it; a bare month or year gives its first day.

    Args:
        text: ISO (``2026-09-01``), Finnish (``1.9.2026``), month (``9/2026``) or year.
        end: Whether a bare month or year means its last day instead.

    Returns:
        The date, or None when the text is none.

    >>> read_date("1.9.2026"), read_date("2026", end=True), read_date("syksyllä")
    (datetime.date(2026, 9, 1), datetime.date(2026, 12, 31), None)
    """
    try:
        if found := _ISO_DATE.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _FINNISH_DATE.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _MONTH.fullmatch(text):
            first = date(int(found[2]), int(found[1]), 1)
            return _last_of_month(first) if end else first
        if found := _YEAR.fullmatch(text):
            year = int(found[1])
            return date(year, 12, 31) if end else date(year, 1, 1)
    except ValueError:
        return None
    return None


def _last_of_month(first: date) -> date:
    if first.month == 12:
        return date(first.year, 12, 31)
    return date.fromordinal(date(first.year, first.month + 1, 1).toordinal() - 1)


@lru_cache(maxsize=8192)
def read_number(text: str) -> float | None:
    """Read a number with a decimal comma or point; None when the text is no finite number.

    >>> read_number("1 000,5"), read_number("-2"), read_number("paljon")
    (1000.5, -2.0, None)
    """
    bare = "".join(text.split()).replace("\u2212", "-")
    if not _NUMBER.fullmatch(bare):
        return None
    number = float(bare.replace(",", "."))
    return number if math.isfinite(number) else None


def write_number(number: float, language: str) -> str:
    """Write a number so that it reads back exactly, with the decimal mark of the language.

    >>> write_number(2.0, "fi"), write_number(0.5, "fi"), write_number(0.5, "en")
    ('2', '0,5', '0.5')
    """
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return repr(number) if language == "en" else repr(number).replace(".", ",")
