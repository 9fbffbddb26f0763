"""The only place that reads a pasted list of names: one a line, or the recipients of a message."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from solmu.formats.dataset import ActorRow, Dataset, Note
from solmu.formats.problems import ROWS_MERGED
from solmu.lib.identity_codes import holds_identity_code
from solmu.matching import fold

MOST_NAMES = 2_000
_LONGEST = 200
_RECIPIENT = re.compile(
    r"\s*(?P<name>[^<>;]*?)[\s,]*[<(]\s*(?P<email>[^<>()\s]+@[^<>()\s]+)\s*[>)]\s*[;,]?"
)
_BARE_EMAIL = re.compile(r"[^\s<>;,]+@[^\s<>;,]+\.[^\s<>;,]+")
_MARK = re.compile(r"^\s*(?:[-–—•*·▪◦]+|\(?\d{1,4}[.)]|\[[ xX]?\])\s+")


def names_of(text: str) -> Dataset:
    """Return the actors that a pasted text names; a name that comes twice is one.

    >>> [row.label for row in names_of("- Kela\\n2) Etsivä nuorisotyö\\n\\nkela").actors]
    ['Kela', 'Etsivä nuorisotyö']
    >>> row = names_of("Aino Laine <aino.laine@kunta.fi>; ").actors[0]
    >>> row.label, row.email, row.kind
    ('Aino Laine', 'aino.laine@kunta.fi', 'person')
    """
    rows: dict[str, ActorRow] = {}
    repeated = 0
    for number, line in enumerate(text.replace("\r", "\n").split("\n"), 1):
        for name, email in _entries(line):
            label = " ".join(name.split())[:_LONGEST].strip(" \t,;")
            folded = fold(label)
            if not folded or holds_identity_code(label):
                continue
            if folded in rows:
                repeated += 1
            elif len(rows) < MOST_NAMES:
                kind = "person" if email and _is_persons(label, email) else ""
                rows[folded] = ActorRow(
                    ref=label[:120], label=label, email=email, kind=kind, row=number
                )
    notes = (Note(code=ROWS_MERGED, count=repeated),) if repeated else ()
    return Dataset(actors=tuple(rows.values()), notes=notes)


def _entries(line: str) -> Iterator[tuple[str, str]]:
    line = _MARK.sub("", line)
    recipients = list(_RECIPIENT.finditer(line)) if "@" in line else []
    if recipients:
        for found in recipients:
            email = found["email"].lower()
            yield _straight(found["name"].strip(" \"'")) or _from_address(email), email
        return
    emails = _BARE_EMAIL.findall(line)
    if emails and not _BARE_EMAIL.sub("", line).strip(" ;,"):
        for email in emails:
            yield _from_address(email), email.lower()
        return
    # A line copied from a spreadsheet: the first cell is the name.
    name = line.split("\t")[0]
    email = emails[0].lower() if len(emails) == 1 else ""
    yield _BARE_EMAIL.sub("", name), email


def _straight(name: str) -> str:
    """Return "Laine, Aino" as it is said: "Aino Laine"."""
    last, comma, first = name.partition(",")
    words = (*last.split(), *first.split())
    if comma and first.strip() and len(words) <= 3 and all(word[:1].isupper() for word in words):
        return f"{first.strip()} {last.strip()}"
    return name


def _from_address(email: str) -> str:
    local = email.partition("@")[0]
    words = re.split(r"[._]+", local)
    return " ".join(word.capitalize() for word in words if word) or email


def _is_persons(name: str, email: str) -> bool:
    """Tell whether an address is of the person whose name stands before it: first.last@…"""
    local = set(re.split(r"[^a-z]+", _plain(email.partition("@")[0])))
    words = set(_plain(name).split())
    return 2 <= len(words) <= 3 and len(words & local) >= 2


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
