"""The only place that reads from the words of a target group which ages it is for."""

from __future__ import annotations

import re
from typing import TypeAlias

Ages: TypeAlias = tuple[int, int]
YOUNGEST, OLDEST = 0, 120
# What may be asked for; nobody's own age is asked.
AGE_GROUPS: dict[str, Ages] = {"minor": (13, 17), "adult": (18, 24), "older": (25, 29)}
_BETWEEN = re.compile(r"(\d{1,2})\s*[–-]\s*(\d{1,2})(?=\D|$)")
_UNDER = re.compile(r"\b(?:alle|under)\s+(\d{1,2})")
_OVER = re.compile(r"\b(?:yli|över|over)\s+(\d{1,2})")
_FROM = re.compile(r"\b(\d{1,2})\s+vuotta täyttän|\bfyllda\s+(\d{1,2})")
_OF_AGE = re.compile(r"\b(?:täysi-ikäi|myndig|adults?\b)", re.IGNORECASE)
_UNDER_AGE = re.compile(r"\b(?:alaikäi|minderårig|minors?\b)", re.IGNORECASE)


def ages_of(text: str) -> Ages | None:
    """Return the youngest and the oldest that a target group names, or None when it names no age.

    >>> ages_of("16–29-vuotiaat"), ages_of("alle 30-vuotiaat"), ages_of("täysi-ikäiset"), ages_of("kaikki")
    ((16, 29), (0, 29), (18, 120), None)
    """
    if found := _BETWEEN.search(text):
        return int(found[1]), int(found[2])
    if found := _UNDER.search(text.casefold()):
        return YOUNGEST, int(found[1]) - 1
    if found := _OVER.search(text.casefold()):
        return int(found[1]) + 1, OLDEST
    if found := _FROM.search(text.casefold()):
        return int(found[1] or found[2]), OLDEST
    if _OF_AGE.search(text):
        return 18, OLDEST
    return (YOUNGEST, 17) if _UNDER_AGE.search(text) else None


def suits(text: str, group: str) -> bool:
    """Tell whether a target group may take somebody of an age group in: unless its words say otherwise."""
    ages, asked = ages_of(text), AGE_GROUPS.get(group)
    return ages is None or asked is None or (ages[0] <= asked[1] and asked[0] <= ages[1])
