"""The only place for pure decisions about a person's name and address, and the limits of signing in."""

from __future__ import annotations

from solmu.passes.rules import Limit

# Remembers the chosen colours before and after signing in.
THEME_COOKIE = "solmu_theme"


def tidy_email(text: str) -> str:
    """Return an e-mail address the one way it is kept: trimmed, in small letters.

    >>> tidy_email(" Aino.Laine@Example.FI ")
    'aino.laine@example.fi'
    """
    return text.strip().lower()


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


# A mailbox gets so many codes at most, asked by whomever.
CODES_PER_MAILBOX = Limit("codes-per-mailbox", failures=5, seconds=15 * 60)
# Codes asked for and not used: a whole training room may ask at once, each use takes one off.
UNUSED_CODES = Limit("unused-codes", failures=100, seconds=10 * 60)
WRONG_CODES = Limit("wrong-codes", failures=30, seconds=10 * 60)
