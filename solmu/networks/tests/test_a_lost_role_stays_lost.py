from __future__ import annotations

import pytest

from solmu.ledger.models import Act
from solmu.networks.actions import change_role, end_membership, invite
from solmu.networks.models import Network
from solmu.networks.rules import GOVERNING_VERBS
from solmu.people.models import Person
from tests.cast import NOON, make_membership, make_person

pytestmark = pytest.mark.django_db


def test_acts_on_roles_are_all_named_as_never_taken_back(
    network: Network, aino: Person, eero: Person
) -> None:
    """A member who once was a coordinator would take the role back by undoing their own act."""
    kaisa = make_membership(network, make_person("Kaisa Koe"), "reader")
    change_role(kaisa, "member", by=aino, at=NOON)
    end_membership(kaisa, by=aino, at=NOON)
    end_membership(network.memberships.get(person=eero), by=eero, at=NOON)
    invite("uusi@example.fi", network=network, by=aino, at=NOON)
    done = set(Act.objects.values_list("verb", flat=True))
    assert done == {"change_role", "remove_member", "leave_network", "invite"}
    assert done <= GOVERNING_VERBS
