"""The only place for pure decisions about a person's name, address and browser, and the limits of signing in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from solmu.passes.rules import Limit

# Remembers the chosen colours before and after signing in.
THEME_COOKIE = "solmu_theme"


def tidy_email(text: str) -> str:
    """Return an e-mail address the one way it is kept: trimmed, in small letters.

    >>> tidy_email(" Aino.Laine@Example.FI ")
    'aino.laine@example.fi'
    """
    return text.strip().lower()


def proven_email(told: Mapping[str, Any]) -> str:
    """Return the address that a provider vouches for, as it is kept, or ''.

    Only a plain yes is one: ``"false"`` would count as true. Letters beyond ASCII are refused, because
    some of them fall together with others in small letters, and the mailbox would be somebody else's.

    >>> proven_email({"email": "Aino.Laine@Example.FI", "email_verified": True})
    'aino.laine@example.fi'
    >>> proven_email({"email": "aino@example.fi", "email_verified": "true"})
    ''
    >>> proven_email({"email": "\u212aaisa@example.fi", "email_verified": True})
    ''
    """
    email = told.get("email")
    if told.get("email_verified") is not True or not isinstance(email, str) or not email.isascii():
        return ""
    return tidy_email(email)


def is_fresh(signed_in_at: float | None, *, at: datetime) -> bool:
    """Tell whether somebody has signed in so lately that what cannot be undone may be done.

    >>> noon = datetime(2026, 11, 12, 12)
    >>> is_fresh(noon.timestamp() - 60, at=noon), is_fresh(noon.timestamp() - 3600, at=noon), is_fresh(None, at=noon)
    (True, False, False)
    """
    return signed_in_at is not None and at.timestamp() - signed_in_at < FRESH_FOR.total_seconds()


def initials_of(name: str, email: str) -> str:
    """Return the one or two letters that stand for a person beside their colour.

    >>> initials_of("Aino Maria Laine", "aino@example.fi")
    'AL'
    >>> initials_of("", "ritva@example.fi")
    'R'
    """
    words = name.replace("-", " ").split() or [email]
    first, last = words[0][:1], words[-1][:1] if len(words) > 1 else ""
    return (first + last).upper()


_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
# How exactly it is known when a browser was last used: each look would be a write otherwise.
USE_IS_NOTED_EVERY = timedelta(minutes=10)
# So lately has somebody signed in who erases their account: an open session alone might be somebody else's.
FRESH_FOR = timedelta(minutes=15)
# Where a session remembers when its person signed in.
SIGNED_IN_AT = "signed_in_at"
# What stands where a name or an address was.
BLOTTED = "–"


def browser_of(user_agent: str) -> str:
    """Return the browser and system that a person recognises as theirs; nothing finer is kept.

    >>> browser_of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    'Firefox, Linux'
    >>> browser_of("curl/8")
    ''
    """
    found = (
        next((name for mark, name in marks if mark in user_agent), "")
        for marks in (_BROWSERS, _SYSTEMS)
    )
    return ", ".join(filter(None, found))


def is_noted(noted_at: float | None, *, at: datetime) -> bool:
    """Tell whether the use of a browser was noted a short while ago."""
    return noted_at is not None and at.timestamp() - noted_at < USE_IS_NOTED_EVERY.total_seconds()


def words_of(email: str, name: str) -> tuple[str, ...]:
    """Return what is blotted out of texts when a person is erased.

    A name of one word is left: it may be anybody's, and a thing's too.

    >>> words_of("aino@example.fi", "Aino Laine"), words_of("kela@example.fi", "Kela")
    (('aino@example.fi', 'Aino Laine'), ('kela@example.fi',))
    """
    return (email, name) if len(name.split()) > 1 else (email,)


def blotted(value: Any, words: Iterable[str]) -> Any:
    """Return ``value``, a text or anything JSON holds, with ``words`` taken out wherever they stand whole.

    >>> blotted({"note": "Soita: Aino Laine, tai Aino Lainela"}, ["Aino Laine"])
    {'note': 'Soita: –, tai Aino Lainela'}
    """
    if isinstance(value, str):
        for word in words:
            value = re.sub(rf"(?<![\w.+-]){re.escape(word)}(?!\w)", BLOTTED, value, flags=re.I)
        return value
    if isinstance(value, dict):
        return {blotted(name, words): blotted(one, words) for name, one in value.items()}
    if isinstance(value, list):
        return [blotted(one, words) for one in value]
    return value


# A mailbox gets so many codes at most, asked by whomever.
CODES_PER_MAILBOX = Limit("codes-per-mailbox", failures=5, seconds=15 * 60)
# Codes asked for and not used: a whole training room may ask at once, each use takes one off.
UNUSED_CODES = Limit("unused-codes", failures=100, seconds=10 * 60)
WRONG_CODES = Limit("wrong-codes", failures=30, seconds=10 * 60)
# Ways begun to an organisation's sign-in: each one asks its server, and a success takes its own count back.
BEGUN_WAYS = Limit("begun-ways", failures=100, seconds=10 * 60)
WRONG_RETURNS = Limit("wrong-returns", failures=30, seconds=10 * 60)
