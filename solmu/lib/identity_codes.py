"""The only place that recognises a Finnish personal identity code in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

# Century signs since the reform of 2023: several signs share a century (Population Information Act 661/2009).
_CENTURIES = {"+": 1800, **dict.fromkeys("-YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)}
_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_SHAPE = re.compile(
    r"(?<![0-9A-Za-z])(\d{2})(\d{2})(\d{2})([-+A-FYXWVU])(\d{3})([0-9A-Y])(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_DASHES = str.maketrans("‐‑‒–—−", "------")


def holds_identity_code(text: str) -> bool:
    """Tell whether ``text`` holds a valid personal identity code: a real date and a right check mark.

    >>> holds_identity_code("Soita 131052-308T iltapäivällä")
    True
    >>> holds_identity_code("Diaarinumero 131052-3080")
    False
    """
    return any(_is_valid(*found.groups()) for found in _SHAPE.finditer(text.translate(_DASHES)))


def _is_valid(day: str, month: str, year: str, sign: str, number: str, check: str) -> bool:
    try:
        date(_CENTURIES[sign.upper()] + int(year), int(month), int(day))
    except ValueError:
        return False
    return int(number) >= 2 and _CHECK[int(day + month + year + number) % 31] == check.upper()


class IdentityCodeRefused(ValueError):
    """A text holds somebody's personal identity code and was not saved; ``field`` says which text."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def refuse_identity_codes(texts: Mapping[str, object]) -> None:
    """Raise ``IdentityCodeRefused`` for the first of ``texts`` that holds a personal identity code."""
    for field, value in texts.items():
        if any(holds_identity_code(text) for text in _texts_in(value)):
            raise IdentityCodeRefused(field)


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts_in([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts_in(one)
