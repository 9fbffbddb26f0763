"""The only place that keeps and removes passkeys; only their public half is ever here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator

from solmu.ledger.actions import recorded
from solmu.people.models import Person


def add_passkey(
    person: Person, name: str, credential: Mapping[str, Any], *, by: Person, at: datetime
) -> None:
    """Keep the public half of a passkey that a person's device has made."""
    with recorded(None, "add_passkey", by=by, at=at) as record:
        record.made(
            Authenticator.objects.create(
                user=person,
                type=Authenticator.Type.WEBAUTHN,
                data={"name": name, "credential": dict(credential)},
                created_at=at,
            )
        )


def remove_passkey(passkey: Authenticator, *, by: Person, at: datetime) -> None:
    """Forget a passkey; whoever holds it no longer signs in with it."""
    with recorded(None, "remove_passkey", by=by, at=at) as record:
        record.made(passkey)
        passkey.delete()
