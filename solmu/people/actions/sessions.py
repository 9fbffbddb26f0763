"""The only place that notes where a person is signed in, and signs them out there."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import datetime
from typing import Any

from django.contrib.auth import login
from django.contrib.sessions.models import Session

from solmu.people.models import Person, SignedIn
from solmu.people.rules import SIGNED_IN_AT, browser_of

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def begin_session(request: Any, person: Person, *, at: datetime) -> None:
    """Sign a person in with the browser that asks."""
    login(request, person, backend=_BACKEND)
    note_sign_in(request.session, at=at)


def note_sign_in(session: MutableMapping[str, Any], *, at: datetime) -> None:
    """Note in a session when its person signed in: some acts ask that it was a short while ago."""
    session[SIGNED_IN_AT] = at.timestamp()


def note_use(person: Person, session_key: str, *, user_agent: str, at: datetime) -> None:
    """Note that a person uses Solmu with a browser; it is listed among theirs."""
    SignedIn.objects.update_or_create(
        session_key=session_key,
        defaults={"person": person, "browser": browser_of(user_agent), "last_used_at": at},
        create_defaults={
            "person": person,
            "browser": browser_of(user_agent),
            "started_at": at,
            "last_used_at": at,
        },
    )


def end_session(signed_in: SignedIn) -> None:
    """Sign a person out of one browser; its next request is nobody's."""
    Session.objects.filter(session_key=signed_in.session_key).delete()
    signed_in.delete()


def sign_out_elsewhere(person: Person, session_key: str) -> int:
    """Sign a person out of every browser but the one with ``session_key``. Returns of how many.

    Every session is opened: one that has not been used since an upgrade is not listed yet.
    """
    theirs = [
        session.session_key
        for session in Session.objects.exclude(session_key=session_key).iterator()
        if session.get_decoded().get("_auth_user_id") == str(person.pk)
    ]
    for start in range(0, len(theirs), 500):
        Session.objects.filter(session_key__in=theirs[start : start + 500]).delete()
    person.signed_in.exclude(session_key=session_key).delete()
    return len(theirs)
