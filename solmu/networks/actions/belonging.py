"""The only place where memberships, roles and invitations change."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from solmu.ledger.actions import recorded
from solmu.networks.models import Membership, Network
from solmu.networks.queries import (
    cast_roles,
    open_invitations,
)
from solmu.networks.rules import (
    INVITATION,
    INVITATION_LASTS,
    INVITATIONS_A_DAY,
    loses_last_coordinator,
)
from solmu.passes.actions import issue_pass, redeem_pass, revoke_pass, spend
from solmu.passes.models import Pass
from solmu.people.actions import LetterNotSent, make_person, send_letter
from solmu.people.models import Person
from solmu.people.rules import tidy_email

_log = logging.getLogger(__name__)


class LastCoordinator(Exception):
    """The network would be left without anybody to coordinate it."""


class AlreadyMember(Exception):
    """Whoever is invited belongs to the network already."""


def change_role(membership: Membership, role: str, *, by: Person, at: datetime) -> None:
    """Give a member another role.

    Raises:
        LastCoordinator: nobody else would coordinate.
    """
    network = membership.network
    with recorded(network.pk, "change_role", by=by, at=at, summary={"role": role}) as record:
        _keep_a_coordinator(membership, role)
        changed = record.set(membership, role=role)
    if changed and membership.person != by:
        _tell("role_changed", membership)


def end_membership(membership: Membership, *, by: Person, at: datetime) -> None:
    """End a membership: one's own (leaving) or another's (removing). Open invitations end with it.

    Raises:
        LastCoordinator: nobody else would coordinate.
    """
    network, person = membership.network, membership.person
    verb = "leave_network" if person == by else "remove_member"
    with recorded(network.pk, verb, by=by, at=at) as record:
        _keep_a_coordinator(membership, None)
        record.set(membership, ended_at=at)
        for invitation in open_invitations(network, at=at):
            if invitation.scope["email"] == person.email:
                record.set(invitation, revoked_at=at)
    if person != by:
        _tell("removed", membership)


def invite(
    email: str,
    *,
    network: Network | None,
    role: str = Membership.Role.MEMBER,
    language: str = "fi",
    by: Person | None,
    at: datetime,
) -> str:
    """Invite a mailbox and return the one-time link; an earlier open invitation gives way.

    Raises:
        AlreadyMember: whoever reads that mailbox belongs to the network.
        TooManyTries: one person invites at most so many a day.
        LetterNotSent: the mail server did not take the letter; nothing is left behind.
    """
    email, network_id = tidy_email(email), network.pk if network else None
    if network and network.memberships.filter(person__email=email, ended_at=None).exists():
        raise AlreadyMember(email)
    if by is not None:
        spend((INVITATIONS_A_DAY, str(by.pk)), at=at)
    scope = {"email": email, "role": role, "language": language}
    with recorded(network_id, "invite", by=by, at=at, summary={"role": role}) as record:
        for earlier in open_invitations(network, at=at):
            if earlier.scope["email"] == email:
                record.set(earlier, revoked_at=at)
        granted, token = issue_pass(
            INVITATION,
            lasts=INVITATION_LASTS,
            by=by,
            at=at,
            scope=scope,
            network_id=network_id,
        )
        record.made(granted)
    link = settings.PUBLIC_URL + reverse("join", args=[token])
    words = {"network": network, "link": link, "inviter": by, "days": INVITATION_LASTS.days}
    try:
        send_letter("networks/letters/invitation", to=email, language=language, words=words)
    except LetterNotSent:
        revoke_pass(granted, at=at)
        raise
    return link


def revoke_invitation(invitation: Pass, *, by: Person, at: datetime) -> None:
    """Take an invitation back before it is used."""
    with recorded(invitation.network_id, "revoke_invitation", by=by, at=at) as record:
        record.set(invitation, revoked_at=at)


def join(
    token: str, *, name: str = "", language: str = "", at: datetime
) -> tuple[Person, Network | None]:
    """Use an invitation up: whoever bears it reads the invited mailbox, so that person joins.

    Returns the person, newly made if the mailbox had no account, and the network.

    Raises:
        PassUnknown, PassRefused: there is no such invitation, or it is over.
    """
    with transaction.atomic():
        invitation = redeem_pass(token, INVITATION, at=at)
        scope = invitation.scope
        language = language or scope["language"]
        person = make_person(scope["email"], name=name, language=language, by=None, at=at)
        network = Network.objects.filter(pk=invitation.network_id or 0).first()
        if network and not network.memberships.filter(person=person, ended_at=None).exists():
            with recorded(network.pk, "join_network", by=person, at=at) as record:
                record.add(
                    Membership(
                        network=network,
                        person=person,
                        role=scope["role"],
                        joined_as=person.name,
                        joined_at=at,
                    )
                )
    return person, network


def seat_cast(network: Network, cast: Mapping[str, Person], *, at: datetime) -> None:
    """Give the demo's cast their places in ``network``; whoever has been there stays as they are."""
    with recorded(network.pk, "seat_cast", by=None, at=at) as record:
        for key, (role, has_left) in cast_roles().items():
            if not network.memberships.filter(person=cast[key]).exists():
                ended_at = at if has_left else None
                record.add(
                    Membership(
                        network=network,
                        person=cast[key],
                        role=role,
                        joined_as=cast[key].name,
                        joined_at=at,
                        ended_at=ended_at,
                    )
                )


def _keep_a_coordinator(membership: Membership, role: str | None) -> None:
    """Refuse what leaves no coordinator; the network's row is held, so that two cannot leave at once."""
    Network.objects.select_for_update().get(pk=membership.network_id)
    membership.refresh_from_db(fields=["role", "ended_at"])
    coordinators = membership.network.memberships.filter(
        role=Membership.Role.COORDINATOR, ended_at=None
    ).count()
    if loses_last_coordinator(membership.role, role, coordinators):
        raise LastCoordinator


def _tell(letter: str, membership: Membership) -> None:
    """Write to a member about what was decided; the decision stands even if the letter fails."""
    person = membership.person
    words = {"network": membership.network, "role": membership.get_role_display}
    try:
        send_letter(
            f"networks/letters/{letter}", to=person.email, language=person.language, words=words
        )
    except LetterNotSent:
        _log.warning("A letter of kind %s was not taken by the mail server.", letter)
