"""The only place for pure decisions about a person's name and address."""

from __future__ import annotations


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
