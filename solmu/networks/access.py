"""The only place that decides which networks a person reaches, and in which role."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from solmu.lib.reach import NotAllowed, NotReachable
from solmu.networks.models import Membership, Network
from solmu.networks.rules import carries
from solmu.people.models import Person


@dataclass(frozen=True, slots=True)
class Entry:
    """A network that a person has entered, and the membership that let them in."""

    network: Network
    membership: Membership

    @property
    def role(self) -> str:
        return self.membership.role

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


def networks_for(person: Person | AnonymousUser) -> QuerySet[Network]:
    """Return the networks that ``person`` belongs to now."""
    return Network.objects.filter(memberships__person_id=person.pk or 0, memberships__ended_at=None)
