from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from solmu.lib.reach import NotAllowed, NotReachable
from solmu.networks.access import enter, networks_for
from solmu.networks.actions import invite
from solmu.networks.models import Network
from solmu.passes.models import Pass
from solmu.people.models import Person
from tests.cast import make_membership, make_network

pytestmark = pytest.mark.django_db
# Address, method, and the smallest role that it is for.
PAGES = (
    ("members/", "get", "reader"),
    ("settings/", "get", "coordinator"),
    ("settings/", "post", "coordinator"),
    ("invitations/", "post", "coordinator"),
    ("invitations/{invitation}/revoke/", "post", "coordinator"),
    ("members/{member}/role/", "post", "coordinator"),
    ("members/{member}/remove/", "post", "coordinator"),
)


def answer(client: Client, method: str, path: str) -> int:
    status: int = getattr(client, method)(path).status_code
    return status


@pytest.mark.parametrize(("path", "method", "role"), PAGES)
def test_a_page_answers_by_role(
    client: Client,
    network: Network,
    aino: Person,
    eero: Person,
    minna: Person,
    otto: Person,
    ritva: Person,
    path: str,
    method: str,
    role: str,
) -> None:
    invite("uusi@example.fi", network=network, by=None, at=timezone.now())
    member = network.memberships.get(person=minna)
    here = f"/networks/{network.slug}/" + path.format(
        invitation=Pass.objects.get().pk, member=member.pk
    )
    nowhere = here.replace(network.slug, "ei-ole")
    anonymous = getattr(client, method)(here)
    assert (anonymous.status_code, anonymous["Location"][:9]) == (302, "/sign-in/")
    for person in (otto, ritva):
        client.force_login(person)
        assert answer(client, method, here) == answer(client, method, nowhere) == 404
    if role == "coordinator":
        for person in (eero, minna):
            client.force_login(person)
            assert answer(client, method, here) == 403
    client.force_login(aino)
    assert answer(client, method, here) in {200, 302, 422}


def test_foreign_missing_and_left_look_alike(
    client: Client, network: Network, otto: Person, ritva: Person
) -> None:
    pages = set()
    for person, slug in ((otto, network.slug), (otto, "ei-ole"), (ritva, network.slug)):
        client.force_login(person)
        page = client.get(f"/networks/{slug}/members/").content.decode()
        pages.add(page[page.index("<main") : page.index("</main>")].replace(slug, "…"))
    assert len(pages) == 1


def test_a_member_of_another_network_is_not_reached_through_ones_own(
    client: Client, network: Network, aino: Person, otto: Person
) -> None:
    foreign = make_network("Vieras")
    strange = make_membership(foreign, aino, "member")
    invite("uusi@example.fi", network=foreign, by=None, at=timezone.now())
    client.force_login(aino)
    base = f"/networks/{network.slug}/"
    assert client.post(f"{base}members/{strange.pk}/remove/").status_code == 404
    assert (
        client.post(
            f"{base}members/{strange.pk}/role/", {f"m{strange.pk}-role": "reader"}
        ).status_code
        == 404
    )
    assert client.post(f"{base}invitations/{Pass.objects.get().pk}/revoke/").status_code == 404


def test_entering_tells_the_role(network: Network, eero: Person) -> None:
    entry = enter(eero, network.slug)
    assert (entry.network, entry.role, entry.may_write, entry.may_coordinate) == (
        network,
        "member",
        True,
        False,
    )
    with pytest.raises(NotAllowed):
        enter(eero, network.slug, "coordinator")


def test_an_inactive_person_enters_nothing(network: Network, eero: Person) -> None:
    eero.is_active = False
    eero.save()
    with pytest.raises(NotReachable):
        enter(eero, network.slug)


def test_a_person_has_the_networks_of_open_memberships(
    network: Network, aino: Person, ritva: Person
) -> None:
    assert list(networks_for(aino)) == [network]
    assert not networks_for(ritva).exists()
