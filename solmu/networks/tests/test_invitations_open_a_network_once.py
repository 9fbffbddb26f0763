from __future__ import annotations

import logging
import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from solmu.networks.actions import invite, join
from solmu.networks.models import Membership, Network
from solmu.passes.models import Pass
from solmu.passes.queries import PassRefused
from solmu.people.models import Person
from tests.cast import make_membership, make_network, make_person

pytestmark = pytest.mark.django_db
NEW = {"email": "Uusi.Jasen@example.fi", "role": "member", "language": "fi"}


def path_of(link: str) -> str:
    return urlsplit(link).path


def link_in_last_letter() -> str:
    found = re.search(r"http\S+(/join/slm_[\w-]+/)", str(mail.outbox[-1].body))
    assert found
    return found[1]


@pytest.fixture
def link(client: Client, network: Network, aino: Person) -> str:
    """A fresh invitation from Aino to somebody without an account."""
    client.force_login(aino)
    client.post(f"/networks/{network.slug}/invitations/", NEW)
    client.logout()
    return link_in_last_letter()


def test_a_coordinator_invites_by_email(client: Client, network: Network, aino: Person) -> None:
    client.force_login(aino)
    response = client.post(f"/networks/{network.slug}/invitations/", NEW)
    assert response["Location"] == f"/networks/{network.slug}/members/"
    letter = mail.outbox[0]
    assert letter.to == ["uusi.jasen@example.fi"]
    assert network.name in letter.subject
    assert "Aino Laine" in str(letter.body)
    assert "uusi.jasen@example.fi" in client.get(response["Location"]).content.decode()


def test_the_page_tells_what_is_joined_and_who_sees_what(
    client: Client, network: Network, link: str
) -> None:
    network.purpose = "Kenenkään nuoren polku ei katkea."
    network.save()
    response = client.get(link)
    page = response.content.decode()
    for words in (network.name, network.purpose, "uusi.jasen@example.fi"):
        assert words in page
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Cache-Control"] == "private, no-store"


def test_following_the_link_changes_nothing(client: Client, link: str) -> None:
    for _ in range(3):
        client.get(link)
        client.head(link)
    assert Pass.objects.get().uses_left == 1
    assert not Person.objects.filter(email="uusi.jasen@example.fi").exists()
    assert "_auth_user_id" not in client.session


def test_somebody_without_an_account_joins_and_is_signed_in(
    client: Client, network: Network, link: str
) -> None:
    response = client.post(link, {"name": "Uusi Jäsen"})
    assert response["Location"] == f"/networks/{network.slug}/"
    person = Person.objects.get(email="uusi.jasen@example.fi")
    assert (person.name, client.session["_auth_user_id"]) == ("Uusi Jäsen", str(person.pk))
    assert network.memberships.get(person=person).role == "member"
    assert client.get(f"/networks/{network.slug}/members/").status_code == 200


def test_the_page_speaks_the_letters_language_until_another_is_chosen(
    network: Network, aino: Person
) -> None:
    link = invite("ny@example.fi", network=network, language="sv", by=aino, at=timezone.now())
    path = path_of(link)
    assert '<html lang="sv"' in Client().get(path).content.decode()
    client = Client()
    client.cookies["solmu_language"] = "en"
    assert '<html lang="en"' in client.get(path).content.decode()
    client.post(path, {"name": "Ny Medlem"})
    assert Person.objects.get(email="ny@example.fi").language == "en"


def test_a_newcomer_gives_a_name(client: Client, link: str) -> None:
    assert client.post(link, {"name": " "}).status_code == 422
    assert client.post(link, {"name": "131052-308T"}).status_code == 422
    assert Pass.objects.get().uses_left == 1


def test_the_link_works_once(client: Client, link: str) -> None:
    client.post(link, {"name": "Uusi Jäsen"})
    assert Client().get(link).status_code == 410
    assert Client().post(link, {"name": "Joku Muu"}).status_code == 410
    assert Person.objects.filter(email="uusi.jasen@example.fi").count() == 1


def test_the_link_expires_after_two_weeks(network: Network, aino: Person) -> None:
    at = timezone.now()
    link = invite("uusi@example.fi", network=network, by=aino, at=at)
    token = link.rstrip("/").rsplit("/", 1)[1]
    with pytest.raises(PassRefused) as refusal:
        join(token, at=at + timedelta(days=14))
    assert refusal.value.reason == "expired"
    join(token, at=at + timedelta(days=13))


def test_a_revoked_link_opens_nothing(
    client: Client, network: Network, aino: Person, link: str
) -> None:
    client.force_login(aino)
    client.post(f"/networks/{network.slug}/invitations/{Pass.objects.get().pk}/revoke/")
    assert Client().post(link, {"name": "Uusi Jäsen"}).status_code == 410
    assert network.memberships.count() == 1


def test_a_new_invitation_replaces_the_earlier_one(
    client: Client, network: Network, aino: Person, link: str
) -> None:
    invite("uusi.jasen@example.fi", network=network, by=aino, at=timezone.now())
    assert client.get(link).status_code == 410
    assert client.get(link_in_last_letter()).status_code == 200


def test_an_account_is_opened_by_its_own_code_not_by_a_link(
    client: Client, network: Network, aino: Person, otto: Person
) -> None:
    link = invite(otto.email, network=network, by=aino, at=timezone.now())
    path = path_of(link)
    response = client.post(path)
    assert response["Location"].startswith("/sign-in/?next=%2Fjoin%2Fslm_")
    assert "_auth_user_id" not in client.session
    client.force_login(otto)
    assert client.post(path)["Location"] == f"/networks/{network.slug}/"
    assert network.memberships.get(person=otto).role == "member"


def test_an_invitation_is_not_used_up_by_somebody_else_who_is_signed_in(
    client: Client, network: Network, aino: Person, eero: Person, otto: Person
) -> None:
    link = invite(otto.email, network=network, by=aino, at=timezone.now())
    client.force_login(eero)
    assert "/sign-in/" in client.post(path_of(link))["Location"]
    assert not network.memberships.filter(person=otto).exists()


def test_a_member_is_not_invited_again(
    client: Client, network: Network, aino: Person, eero: Person
) -> None:
    client.force_login(aino)
    response = client.post(f"/networks/{network.slug}/invitations/", {**NEW, "email": eero.email})
    assert response.status_code == 422
    assert not mail.outbox


def test_a_former_member_may_be_invited_again(
    client: Client, network: Network, aino: Person, ritva: Person
) -> None:
    link = invite(ritva.email, network=network, by=aino, at=timezone.now())
    client.force_login(ritva)
    client.post(path_of(link))
    times = network.memberships.filter(person=ritva).order_by("pk")
    assert [one.ended_at is None for one in times] == [False, True]


def test_the_letter_says_nothing_of_other_accounts(
    client: Client, network: Network, aino: Person, otto: Person
) -> None:
    """The coordinator learns nothing of who has an account, and both get the same letter."""
    client.force_login(aino)
    pages, letters = [], []
    for email in (otto.email, "nobody.here@example.fi"):
        response = client.post(f"/networks/{network.slug}/invitations/", {**NEW, "email": email})
        pages.append((response.status_code, response["Location"]))
        letters.append(re.sub(r"slm_[\w-]+", "", str(mail.outbox[-1].body)))
    assert pages[0] == pages[1]
    assert letters[0] == letters[1]


def test_a_letter_that_does_not_leave_leaves_no_invitation(
    client: Client, network: Network, aino: Person, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    client.force_login(aino)
    response = client.post(f"/networks/{network.slug}/invitations/", NEW)
    assert response.status_code == 503
    assert Pass.objects.get().revoked_at


def test_one_person_invites_only_so_many_a_day(
    client: Client, network: Network, aino: Person
) -> None:
    client.force_login(aino)
    answers = [
        client.post(
            f"/networks/{network.slug}/invitations/", {**NEW, "email": f"p{n}@example.fi"}
        ).status_code
        for n in range(102)
    ]
    assert answers == [302] * 100 + [429] * 2
    assert len(mail.outbox) == 100


def test_guessing_links_stops() -> None:
    answers = [Client().get(f"/join/slm_guess{number}/").status_code for number in range(60)]
    assert answers == [404] * 30 + [429] * 30


def test_sixty_people_behind_one_address_join(network: Network, aino: Person) -> None:
    at, office = timezone.now(), "198.51.100.1"
    for number in range(60):
        link = invite(f"p{number}@example.fi", network=network, by=None, at=at)
        path = path_of(link)
        assert Client(REMOTE_ADDR=office).get(path).status_code == 200
        assert Client(REMOTE_ADDR=office).post(path, {"name": f"P {number}"}).status_code == 302
    assert network.memberships.count() == 61


def test_a_token_is_in_no_log(
    client: Client, link: str, capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    written: list[str] = []
    handler = logging.StreamHandler()
    handler.emit = lambda record: written.append(handler.format(record))  # type: ignore[method-assign]
    for one in logging.getLogger().handlers:
        for mask in one.filters:
            handler.addFilter(mask)
    logging.getLogger().addHandler(handler)
    try:
        client.get(link.replace("/join/slm_", "/join/slm_x"))
        client.get(link[:-1] + "/more/")
    finally:
        logging.getLogger().removeHandler(handler)
    assert len(written) == 2
    assert all("/join/slm_…/" in line for line in written)


def test_the_link_never_leaves_in_a_referrer_but_the_form_is_accepted(
    network: Network, aino: Person, link: str
) -> None:
    """Under no-referrer a browser sends `Origin: null`; the page's own policy names the site only."""
    strict = Client(enforce_csrf_checks=True)
    page = strict.get(link).content.decode()
    assert '<meta name="referrer" content="strict-origin">' in page
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    data = {"name": "Uusi Jäsen", "csrfmiddlewaretoken": token[1]}
    assert strict.post(link, data, headers={"origin": "null"}).status_code == 403
    assert strict.post(link, data, headers={"origin": "http://testserver"}).status_code == 302


def test_removing_somebody_takes_back_their_open_invitation(
    client: Client, network: Network, aino: Person, otto: Person
) -> None:
    membership = make_membership(network, otto)
    membership.ended_at = None
    Pass.objects.all().delete()
    other = make_network("Toinen verkosto")
    link = invite("kaisa.koe@example.fi", network=network, by=aino, at=timezone.now())
    kept = invite("kaisa.koe@example.fi", network=other, by=aino, at=timezone.now())
    kaisa = make_membership(network, make_person("Kaisa Koe"))
    client.force_login(aino)
    client.post(f"/networks/{network.slug}/members/{kaisa.pk}/remove/")
    assert Client().get(path_of(link)).status_code == 410
    assert Client().get(path_of(kept)).status_code == 200
    assert Membership.objects.get(pk=kaisa.pk).ended_at
