from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from solmu.ledger.models import Act
from solmu.networks.actions import LastCoordinator, change_role, end_membership
from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from tests.cast import NOON, make_membership, make_person

pytestmark = pytest.mark.django_db


def seat(network: Network, person: Person) -> Membership:
    return network.memberships.get(person=person)


def members_page(network: Network) -> str:
    return f"/networks/{network.slug}/members/"


def test_members_are_listed_with_their_roles(
    client: Client, network: Network, aino: Person, eero: Person, minna: Person, ritva: Person
) -> None:
    client.force_login(minna)
    page = client.get(members_page(network)).content.decode()
    assert all(name in page for name in ("Aino Laine", "Eero Mäki", "Minna Salo"))
    assert "Ritva Koski" not in page


def test_only_coordinators_see_addresses_and_invitations(
    client: Client, network: Network, aino: Person, eero: Person, minna: Person
) -> None:
    client.force_login(aino)
    client.post(
        f"/networks/{network.slug}/invitations/",
        {"email": "uusi@example.fi", "role": "member", "language": "fi"},
    )
    assert all(
        text in client.get(members_page(network)).content.decode()
        for text in (eero.email, "uusi@example.fi")
    )
    for person in (eero, minna):
        client.force_login(person)
        page = client.get(members_page(network)).content.decode()
        assert aino.email not in page
        assert "uusi@example.fi" not in page


def test_a_coordinator_changes_a_role_and_the_member_is_told(
    client: Client, network: Network, aino: Person, minna: Person
) -> None:
    client.force_login(aino)
    membership = seat(network, minna)
    client.post(
        f"{members_page(network)}{membership.pk}/role/", {f"m{membership.pk}-role": "member"}
    )
    assert seat(network, minna).role == "member"
    assert mail.outbox[0].to == [minna.email]
    act = Act.objects.get(verb="change_role")
    assert (act.network_id, act.person_id, act.summary) == (network.pk, aino.pk, {"role": "member"})
    assert act.changes.get().before == {"role": "reader"}


def test_a_role_that_does_not_exist_changes_nothing(
    client: Client, network: Network, aino: Person, minna: Person
) -> None:
    client.force_login(aino)
    membership = seat(network, minna)
    client.post(
        f"{members_page(network)}{membership.pk}/role/", {f"m{membership.pk}-role": "owner"}
    )
    assert seat(network, minna).role == "reader"


def test_a_removed_member_no_longer_sees_the_network_and_is_told(
    client: Client, network: Network, aino: Person, eero: Person
) -> None:
    client.force_login(aino)
    client.post(f"{members_page(network)}{seat(network, eero).pk}/remove/")
    assert seat(network, eero).ended_at
    assert mail.outbox[0].to == [eero.email]
    client.force_login(eero)
    assert client.get(members_page(network)).status_code == 404
    assert network.name not in client.get("/networks/").content.decode()


def test_a_member_leaves(client: Client, network: Network, aino: Person, eero: Person) -> None:
    client.force_login(eero)
    assert client.post(f"/networks/{network.slug}/leave/")["Location"] == "/networks/"
    assert seat(network, eero).ended_at
    assert not mail.outbox
    assert Act.objects.get(verb="leave_network").person_id == eero.pk
    assert client.get(members_page(network)).status_code == 404


def test_leaving_needs_a_post(client: Client, network: Network, eero: Person) -> None:
    client.force_login(eero)
    assert client.get(f"/networks/{network.slug}/leave/").status_code == 405
    assert seat(network, eero).ended_at is None


def test_the_last_coordinator_neither_leaves_nor_steps_down(
    client: Client, network: Network, aino: Person, eero: Person
) -> None:
    client.force_login(aino)
    membership = seat(network, aino)
    client.post(f"/networks/{network.slug}/leave/")
    client.post(f"{members_page(network)}{membership.pk}/remove/")
    client.post(
        f"{members_page(network)}{membership.pk}/role/", {f"m{membership.pk}-role": "member"}
    )
    membership.refresh_from_db()
    assert (membership.role, membership.ended_at) == ("coordinator", None)
    assert not Act.objects.exists()


def test_a_coordinator_leaves_when_there_is_another(
    client: Client, network: Network, aino: Person, eero: Person
) -> None:
    change_role(seat(network, eero), "coordinator", by=aino, at=NOON)
    client.force_login(aino)
    client.post(f"/networks/{network.slug}/leave/")
    assert seat(network, aino).ended_at
    with pytest.raises(LastCoordinator):
        end_membership(seat(network, eero), by=eero, at=NOON)


def test_a_decision_on_an_outdated_role_looks_again(
    network: Network, aino: Person, eero: Person
) -> None:
    """Of two coordinators who leave at once, the second one finds that nobody would be left."""
    change_role(seat(network, eero), "coordinator", by=aino, at=NOON)
    both = [seat(network, aino), seat(network, eero)]
    end_membership(both[0], by=aino, at=NOON)
    with pytest.raises(LastCoordinator):
        end_membership(both[1], by=eero, at=NOON)


def test_a_former_member_can_come_back_and_the_first_time_stays_known(
    network: Network, ritva: Person
) -> None:
    make_membership(network, ritva)
    assert network.memberships.filter(person=ritva).count() == 2


def test_a_letter_that_fails_does_not_undo_the_decision(
    client: Client, network: Network, aino: Person, eero: Person, settings: object
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]
    client.force_login(aino)
    assert (
        client.post(f"{members_page(network)}{seat(network, eero).pk}/remove/").status_code == 302
    )
    assert seat(network, eero).ended_at


def test_reading_members_asks_as_much_for_many_as_for_few(
    client: Client, network: Network, aino: Person, django_assert_max_num_queries: object
) -> None:
    client.force_login(aino)
    for number in range(30):
        make_membership(network, make_person(f"Jäsen {number}"))
    client.get(members_page(network))  # at the first look the browser is noted too
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert "Jäsen 29" in client.get(members_page(network)).content.decode()
