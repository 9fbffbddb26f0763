"""The only place where accounts are made and changed, and letters are sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from solmu.ledger.actions import recorded
from solmu.people.models import Person
from solmu.people.queries import DEMO_CAST
from solmu.people.rules import tidy_email


def make_person(
    email: str, *, name: str = "", language: str = "fi", by: Person | None, at: datetime
) -> Person:
    """Make an account for a mailbox, or return the one that it has."""
    known = Person.objects.filter(email=tidy_email(email)).first()
    if known is not None:
        return known
    with recorded(None, "make_person", by=by, at=at) as record:
        person = Person.objects.create_user(email, name=name, language=language, created_at=at)
        record.made(person)
    return person


def change_profile(
    person: Person, *, name: str, language: str, theme: str, by: Person, at: datetime
) -> bool:
    """Change what a person says of themselves; tell whether anything was new."""
    with recorded(None, "change_profile", by=by, at=at) as record:
        return record.set(person, name=name, language=language, theme=theme)


def choose_language(person: Person, language: str, *, by: Person, at: datetime) -> None:
    """Remember the language that a person switched to."""
    with recorded(None, "change_profile", by=by, at=at) as record:
        record.set(person, language=language)


def seed_cast(*, at: datetime) -> dict[str, Person]:
    """Make the demo's cast and return it by key; whoever is there already stays as they are."""
    return {one.key: make_person(one.email, name=one.name, by=None, at=at) for one in DEMO_CAST}


class LetterNotSent(Exception):
    """The mail server did not take a letter."""


def send_letter(name: str, *, to: str, language: str, words: Mapping[str, Any]) -> None:
    """Send a plain letter from the templates ``<name>_subject.txt`` and ``<name>_message.txt``.

    Call it after the transaction: a mail server must not keep the database waiting.

    Raises:
        LetterNotSent: the mail server did not take it.
    """
    context = {**words, "site": settings.PUBLIC_URL}
    with translation.override(language):
        subject = " ".join(render_to_string(f"{name}_subject.txt", context).split())
        body = render_to_string(f"{name}_message.txt", context).strip() + "\n"
    try:
        EmailMessage(subject, body, to=[to]).send()
    except OSError as error:  # smtplib's errors are OSErrors too
        raise LetterNotSent(name) from error
