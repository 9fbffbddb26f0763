"""The only place that joins an organisation's account to a person's, and takes it away; what it tells is not kept."""

from __future__ import annotations

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, transaction

from solmu.ledger.actions import recorded
from solmu.people.models import Person


class JoinedElsewhere(Exception):
    """The organisation's account signs somebody else in already."""


def join_organisation_account(
    person: Person, provider: str, uid: str, *, by: Person, at: datetime
) -> bool:
    """Let an organisation's account sign a person in; tell whether it was new.

    Raises:
        JoinedElsewhere: it signs somebody else in.
    """
    known = SocialAccount.objects.filter(provider=provider, uid=uid).first()
    if known is not None:
        if known.user_id != person.pk:
            raise JoinedElsewhere
        return False
    try:
        with (
            transaction.atomic(),
            recorded(None, "join_organisation_account", by=by, at=at) as record,
        ):
            record.made(SocialAccount.objects.create(user=person, provider=provider, uid=uid))
    except IntegrityError as joined:  # by somebody else in this very moment
        raise JoinedElsewhere from joined
    return True


def remove_organisation_account(account: SocialAccount, *, by: Person, at: datetime) -> None:
    """Take an organisation's account away; it no longer signs the person in."""
    with recorded(None, "remove_organisation_account", by=by, at=at) as record:
        record.made(account)
        account.delete()


def note_organisation_sign_in(account: SocialAccount) -> None:
    """Note that an organisation's account has signed its person in; the time is the database's own."""
    account.save(update_fields=["last_login"])
