"""The only place that decides who may sign in without a code, and whose ways in one may end: one's own."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings

from solmu.lib.reach import NotReachable
from solmu.passes.access import Asking, is_at_this_machine
from solmu.people.models import Person, SignedIn
from solmu.people.queries import cast_person, organisation_accounts_of, passkeys_of


def demo_is_open(request: Asking) -> bool:
    """Tell whether the demo's cast may be played: in demo mode, at this machine or where allowed."""
    if not settings.DEMO or settings.PRODUCTION:
        return False
    return settings.DEMO_ANYWHERE or is_at_this_machine(request)


def cast_member(request: Asking, key: str) -> Person:
    """Return the member of the cast whom a visitor wants to be.

    Raises:
        NotReachable: there is no demo here, or nobody like that in it.
    """
    person = cast_person(key) if demo_is_open(request) else None
    if person is None:
        raise NotReachable(key)
    return person


def signed_in_for(person: Person, pk: int) -> SignedIn:
    """Return one of a person's own sign-ins, or raise ``NotReachable``."""
    found = SignedIn.objects.filter(pk=pk, person_id=person.pk).first()
    if found is None:
        raise NotReachable(pk)
    return found


def passkey_for(person: Person, pk: int) -> Authenticator:
    """Return one of a person's own passkeys, or raise ``NotReachable``."""
    found = passkeys_of(person).filter(pk=pk).first()
    if found is None:
        raise NotReachable(pk)
    return found


def organisation_account_for(person: Person, pk: int) -> SocialAccount:
    """Return one of the organisations' accounts that a person has joined to theirs, or raise ``NotReachable``."""
    found = organisation_accounts_of(person).filter(pk=pk).first()
    if found is None:
        raise NotReachable(pk)
    return found
