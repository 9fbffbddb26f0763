"""The only place for the fixed cast of the tests: plain makers of people, networks and memberships."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.test import Client
from django.utils import timezone

from solmu.networks.models import Membership, Network
from solmu.networks.rules import slug_for
from solmu.people.models import Person
from solmu.people.rules import SIGNED_IN_AT

NOON = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)  # 12.11.2026 at noon in Helsinki


def make_person(name: str = "Kaisa Koe", **fields: Any) -> Person:
    """Make a person whose e-mail follows from the name unless it is given."""
    email = fields.pop("email", f"{name.lower().replace(' ', '.')}@example.fi")
    return Person.objects.create_user(email, name=name, created_at=NOON, **fields)


def make_network(name: str = "Järvilakeuden nuoret", **fields: Any) -> Network:
    """Make a network whose address follows from the name unless it is given."""
    slug = fields.pop("slug", None) or slug_for(name, set())
    return Network.objects.create(name=name, slug=slug, created_at=NOON, **fields)


def make_membership(
    network: Network, person: Person, role: str = "member", **fields: Any
) -> Membership:
    """Seat a person in a network; give ``ended_at`` for somebody who has left."""
    return Membership.objects.create(
        network=network,
        person=person,
        role=role,
        **{"joined_as": person.name, "joined_at": NOON, **fields},
    )


def sign_in(client: Client, person: Person) -> Client:
    """Sign ``person`` in without the code, just now."""
    client.force_login(person)
    session = client.session
    session[SIGNED_IN_AT] = timezone.now().timestamp()
    session.save()
    return client
