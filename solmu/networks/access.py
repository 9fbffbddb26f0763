"""The only place that decides which networks a person reaches, and in which role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from solmu.lib.reach import NotAllowed, NotReachable
from solmu.networks.models import Membership, Network, ReadPart
from solmu.networks.rules import INVITATION, READING, carries
from solmu.passes.models import Pass
from solmu.passes.queries import PassRefused, PassUnknown, find_pass, open_passes
from solmu.people.models import Person


class Reaching(Protocol):
    """Whoever has entered a network: a person by membership, or the bearer of a token for reading."""

    @property
    def network(self) -> Network: ...

    @property
    def role(self) -> str: ...

    @property
    def sees_people(self) -> bool: ...

    @property
    def sees_contacts(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A network that a person has entered, and the membership that let them in."""

    network: Network
    membership: Membership

    @property
    def role(self) -> str:
        return self.membership.role

    @property
    def sees_people(self) -> bool:
        return True

    @property
    def sees_contacts(self) -> bool:
        return True

    def may(self, role: str) -> bool:
        """Tell whether the entering person may do what asks for ``role``."""
        return carries(self.role, role)

    @property
    def may_write(self) -> bool:
        return self.may("member")

    @property
    def may_coordinate(self) -> bool:
        return self.may("coordinator")


def enter(person: Person | AnonymousUser, slug: str, role: str = "reader") -> Entry:
    """Let ``person`` into the network, or say no.

    Raises:
        NotReachable: no such network, or the person does not belong to it now.
        NotAllowed: the person belongs to it, in too small a role.
    """
    membership = (
        Membership.objects.select_related("network")
        .filter(network__slug=slug, person_id=person.pk or 0, person__is_active=True, ended_at=None)
        .first()
    )
    if membership is None:
        raise NotReachable(slug)
    entry = Entry(membership.network, membership)
    if not entry.may(role):
        raise NotAllowed(role)
    return entry


@dataclass(frozen=True, slots=True)
class Bearer:
    """A network that a token for reading has opened, on a day, and the parts that it lets read."""

    network: Network
    token: Pass
    on: date

    @property
    def role(self) -> str:
        """A token sees what readers see, at most."""
        return Membership.Role.READER.value

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(part.value for part in ReadPart if part in self.token.scope["parts"])

    @property
    def sees_people(self) -> bool:
        return ReadPart.PERSONS in self.parts

    @property
    def sees_contacts(self) -> bool:
        return ReadPart.CONTACTS in self.parts


def enter_with_token(token: Pass, slug: str, *, on: date) -> Bearer:
    """Let the bearer of ``token`` into the network that it was given for, or say no.

    It reads no longer than whoever gave it coordinates there: who has left takes no key along.

    Raises:
        PassRefused: the giver no longer coordinates the network.
        NotReachable: the token is for another network, or there is none of this address.
    """
    giving = (
        Membership.objects.select_related("network")
        .filter(
            _coordinating(), network_id=token.network_id or 0, person_id=token.created_by_id or 0
        )
        .first()
    )
    if giving is None:
        raise PassRefused(token, "orphaned")
    if giving.network.slug != slug:
        raise NotReachable(slug)
    return Bearer(giving.network, token, on)


def read_token_of(entry: Entry, pass_id: int, *, at: datetime) -> Pass:
    """Return a token of the entered network that still lets somebody read, or say that there is none."""
    found = open_passes(READING, at=at, network_id=entry.network.pk).filter(pk=pass_id).first()
    if found is None:
        raise NotReachable(pass_id)
    return found


def _coordinating() -> Q:
    return Q(role=Membership.Role.COORDINATOR, ended_at=None, person__is_active=True)


def networks_for(person: Person | AnonymousUser) -> QuerySet[Network]:
    """Return the networks that ``person`` belongs to now."""
    return Network.objects.filter(memberships__person_id=person.pk or 0, memberships__ended_at=None)


@dataclass(frozen=True, slots=True)
class Invitation:
    """What somebody with a link is invited to: a network, or Solmu alone."""

    email: str
    role: str
    language: str
    expires_at: datetime
    network: Network | None
    person: Person | None

    def is_for(self, person: Person | AnonymousUser) -> bool:
        """Tell whether the invited mailbox is ``person``'s."""
        return getattr(person, "email", None) == self.email


def invitation_for(token: str, *, at: datetime) -> Invitation:
    """Return what the bearer of ``token`` is invited to; looking changes nothing.

    Raises:
        NotReachable: there is no such invitation, or its network is gone.
        PassRefused: it is over.
    """
    try:
        found = find_pass(token, INVITATION, at=at)
    except PassUnknown as unknown:
        raise NotReachable(INVITATION) from unknown
    network = Network.objects.filter(pk=found.network_id or 0).first()
    if found.network_id and network is None:
        raise NotReachable(INVITATION)
    email, role, language = (found.scope[name] for name in ("email", "role", "language"))
    person = Person.objects.filter(email=email).first()
    return Invitation(email, role, language, found.expires_at, network, person)


def member_of(entry: Entry, membership_id: int) -> Membership:
    """Return a present membership of the entered network, or say that there is none."""
    members = entry.network.memberships.select_related("network", "person")
    found = members.filter(pk=membership_id, ended_at=None).first()
    if found is None:
        raise NotReachable(membership_id)
    return found


def invitation_of(entry: Entry, pass_id: int, *, at: datetime) -> Pass:
    """Return an open invitation of the entered network, or say that there is none."""
    found = open_passes(INVITATION, at=at, network_id=entry.network.pk).filter(pk=pass_id).first()
    if found is None:
        raise NotReachable(pass_id)
    return found
