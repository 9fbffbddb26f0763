"""An organisation's account signs in whose mailbox it vouches for; what it has not proven opens nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.core import mail
from django.test import Client

from solmu.ledger.models import Event
from solmu.people.models import Person
from solmu.people.queries import organisation_accounts_of
from solmu.people.rules import BEGUN_WAYS, WRONG_RETURNS
from tests.cast import make_person
from tests.organisation import KEY, NAME, STRANGER, Organisation, answering, named, unanswered

pytestmark = pytest.mark.django_db
START = f"/sign-in/with/{KEY}/"


@pytest.fixture(autouse=True)
def _address(settings: Any) -> None:
    settings.PUBLIC_URL = "http://testserver"


@pytest.fixture
def kunta() -> Iterator[Organisation]:
    with answering() as organisation:
        yield organisation


def leave(client: Client, **words: str) -> dict[str, str]:
    """Press the button; return what the organisation is asked."""
    there = client.post(START, words)
    assert there.status_code == 302
    return dict(parse_qsl(urlsplit(there["Location"]).query))


def come_back(client: Client, address: str) -> Any:
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}")


def sign_in(client: Client, kunta: Organisation, **words: str) -> Any:
    return come_back(client, kunta.admit(leave(client, **words)))


def who(client: Client) -> str:
    page = client.get("/profile/")
    return "" if page.status_code == 302 else str(page.context["user"].email)


def test_a_vouched_mailbox_signs_its_person_in_and_is_joined(
    client: Client, kunta: Organisation, aino: Person
) -> None:
    kunta.speaks_of("Aino.Laine@EXAMPLE.fi")
    back = sign_in(client, kunta, next="/profile/my-data/")
    assert back["Location"] == "/profile/my-data/"
    assert who(client) == aino.email
    account = organisation_accounts_of(aino).get()
    assert (account.provider, account.extra_data) == (KEY, {})
    assert "person-1" not in account.uid
    assert not SocialToken.objects.exists()
    assert "of-the-tests" not in str(dict(client.session))
    assert Event.objects.filter(verb="join_organisation_account").count() == 1
    assert [letter.to for letter in mail.outbox] == [[aino.email]]
    assert NAME in mail.outbox[0].body


def test_once_joined_it_signs_in_whatever_its_address(
    client: Client, kunta: Organisation, aino: Person
) -> None:
    kunta.speaks_of(aino.email)
    sign_in(client, kunta)
    kunta.speaks_of("aino.uusinimi@example.fi", verified=False)
    later = Client()
    sign_in(later, kunta)
    assert who(later) == aino.email
    assert organisation_accounts_of(aino).count() == 1
    assert len(mail.outbox) == 1


def test_what_it_tells_beside_the_token_counts_for_the_same_person_only(
    kunta: Organisation, aino: Person
) -> None:
    vouched = {"email": aino.email, "email_verified": True}
    kunta.claims = {"sub": "person-1"}
    kunta.beside = {"sub": "somebody-else", **vouched}
    other = Client()
    assert sign_in(other, kunta).status_code == 403
    assert not who(other)
    kunta.beside = {"sub": "person-1", **vouched}
    client = Client()
    sign_in(client, kunta)
    assert who(client) == aino.email


def test_an_address_here_and_its_proof_there_prove_nothing(
    client: Client, kunta: Organisation, aino: Person
) -> None:
    kunta.claims = {"sub": "person-1", "email": aino.email}
    kunta.beside = {"sub": "person-1", "email": "mine@example.fi", "email_verified": True}
    assert sign_in(client, kunta).status_code == 403
    assert not who(client)


@pytest.mark.parametrize("verified", [False, "true", "false", 1, None])
def test_an_unproven_address_signs_nobody_in_and_tells_nothing(
    kunta: Organisation, aino: Person, verified: Any
) -> None:
    pages = []
    for email in (aino.email, "nobody.here@example.fi"):
        kunta.speaks_of(email, verified=verified)
        client = Client()
        page = sign_in(client, kunta)
        assert page.status_code == 403
        assert "ei vahvistanut" in page.content.decode()
        assert not who(client)
        pages.append((page.status_code, page.context["why"], email in page.content.decode()))
    assert pages[0] == pages[1]
    assert not SocialAccount.objects.exists()


def test_letters_that_fall_together_do_not_open_anothers_mailbox(
    client: Client, kunta: Organisation
) -> None:
    make_person("Kaisa Koe", email="kaisa@example.fi")
    kunta.speaks_of("\u212aaisa@example.fi")  # the sign of kelvin, k in small letters
    assert sign_in(client, kunta).status_code == 403
    assert not SocialAccount.objects.exists()


def test_nobody_makes_an_account_for_themselves(client: Client, kunta: Organisation) -> None:
    kunta.speaks_of("uusi@example.fi")
    page = sign_in(client, kunta)
    assert page.status_code == 403
    assert "kutsu" in page.content.decode()
    assert not Person.objects.exists()


def test_whoever_may_not_sign_in_does_not(
    client: Client, kunta: Organisation, aino: Person
) -> None:
    kunta.speaks_of(aino.email)
    sign_in(Client(), kunta)
    Person.objects.update(is_active=False)
    assert sign_in(client, kunta).status_code == 403
    assert not who(client)


@pytest.mark.parametrize(
    "wrong",
    [
        {"aud": "another"},
        {"aud": ["solmu", "another"], "azp": "another"},
        {"iss": "http://127.0.0.1:1"},
        {"nonce": "of-another-try"},
        {"nonce": None},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"sub": None},
    ],
)
def test_a_token_that_does_not_hold_proves_nobody(
    client: Client, kunta: Organisation, aino: Person, wrong: dict[str, Any]
) -> None:
    kunta.speaks_of(aino.email)
    kunta.otherwise = wrong
    assert sign_in(client, kunta).status_code == 400
    assert not who(client)
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    ("signer", "algorithm"),
    [(STRANGER, "RS256"), ("a shared secret of thirty-two bytes or more", "HS256"), ("", "none")],
)
def test_a_token_that_the_organisation_did_not_sign_proves_nobody(
    client: Client, kunta: Organisation, aino: Person, signer: Any, algorithm: str
) -> None:
    kunta.speaks_of(aino.email)
    kunta.signer, kunta.algorithm = signer, algorithm
    assert sign_in(client, kunta).status_code == 400
    assert not who(client)


def test_a_return_counts_once_and_for_the_browser_that_left(
    client: Client, kunta: Organisation, aino: Person
) -> None:
    kunta.speaks_of(aino.email)
    back = kunta.admit(leave(client))
    stranger = Client()
    assert come_back(stranger, back).status_code == 400
    assert come_back(client, back.replace("state=", "state=x")).status_code == 400
    assert come_back(client, back.split("state=")[0]).status_code == 400
    assert come_back(client, back).status_code == 302
    assert who(client) == aino.email
    assert come_back(Client(), back).status_code == 400
    assert come_back(client, back).status_code == 400


def test_who_cancels_or_is_refused_reads_what_happened(client: Client, kunta: Organisation) -> None:
    for error, status, words in (
        ("access_denied", 200, "keskeytettiin"),
        ("server_error", 400, "katkesi"),
    ):
        asked = leave(client)
        path = urlsplit(asked["redirect_uri"]).path
        page = client.get(path, {"error": error, "state": asked["state"]})
        assert page.status_code == status
        assert words in page.content.decode()


@pytest.mark.parametrize(
    "path", ["/token", "/keys", "/userinfo", "/.well-known/openid-configuration"]
)
def test_an_organisation_that_breaks_off_is_said_to_do_so(
    client: Client, kunta: Organisation, aino: Person, path: str
) -> None:
    kunta.claims = {"sub": "person-1"}
    back = kunta.admit(leave(client))
    kunta.broken = {path}
    page = come_back(client, back)
    assert page.status_code == (400 if path == "/token" else 503)
    assert not who(client)


def test_an_organisation_that_does_not_answer_is_said_not_to(client: Client) -> None:
    with named(unanswered()):
        page = client.post(START)
    assert page.status_code == 503
    assert "ei vastaa" in page.content.decode()


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "http://127.0.0.1:1"},
        {"token_endpoint": "http://169.254.169.254/latest/"},
        {"jwks_uri": "http://localhost:5432/"},
        {"userinfo_endpoint": "file:///etc/passwd"},
        {"authorization_endpoint": "https://elsewhere.example/"},
        {"token_endpoint": None},
    ],
)
def test_nothing_but_the_named_origins_is_asked(
    client: Client, kunta: Organisation, metadata: dict[str, Any]
) -> None:
    kunta.metadata = metadata
    assert client.post(START).status_code == 503
    assert kunta.asked == ["/.well-known/openid-configuration"]


def test_an_organisation_does_not_lead_solmu_elsewhere(client: Client, kunta: Organisation) -> None:
    back = kunta.admit(leave(client))
    kunta.leads_to = f"{kunta.origin}/inside"
    assert come_back(client, back).status_code == 503
    assert "/inside" not in kunta.asked


def test_who_is_signed_in_joins_an_account_whatever_its_address(
    client: Client, kunta: Organisation, aino: Person, eero: Person
) -> None:
    kunta.claims = {"sub": "person-1"}
    client.force_login(aino)
    assert sign_in(client, kunta)["Location"] == "/profile/organisation-accounts/"
    assert NAME in client.get("/profile/organisation-accounts/").content.decode()
    other = Client()
    other.force_login(eero)
    sign_in(other, kunta)
    page = other.get("/profile/organisation-accounts/").content.decode()
    assert "kirjaa jo jonkun muun" in page
    assert not organisation_accounts_of(eero).exists()
    assert who(other) == eero.email
    later = Client()
    sign_in(later, kunta)
    assert who(later) == aino.email


def test_who_comes_back_as_somebody_else_joins_nothing(
    client: Client, kunta: Organisation, aino: Person, eero: Person
) -> None:
    client.force_login(aino)
    back = kunta.admit(leave(client))
    client.force_login(eero)
    assert come_back(client, back).status_code == 400
    assert not SocialAccount.objects.exists()


def test_a_joined_account_is_among_ones_data_and_is_taken_away(
    client: Client, kunta: Organisation, aino: Person
) -> None:
    kunta.speaks_of(aino.email)
    sign_in(client, kunta)
    assert NAME in client.get("/profile/my-data/").content.decode()
    [row] = client.get("/profile/my-data/file/").json()["socialaccount.SocialAccount"]
    assert row["provider"] == KEY
    assert set(row) == {"provider", "date_joined", "last_login"}
    pk = organisation_accounts_of(aino).get().pk
    client.post(f"/profile/organisation-accounts/{pk}/remove/")
    assert not SocialAccount.objects.exists()
    assert "otettiin pois" in mail.outbox[-1].body
    kunta.speaks_of(aino.email, verified=False)
    assert sign_in(Client(), kunta).status_code == 403


def test_it_shows_only_where_the_operator_has_named_one(
    client: Client, kunta: Organisation, aino: Person
) -> None:
    page = client.get("/sign-in/")
    assert NAME in page.content.decode()
    assert f"form-action 'self' {kunta.origin};" in page["Content-Security-Policy"] + ";"
    assert f"form-action 'self' {kunta.origin}" not in client.get("/")["Content-Security-Policy"]
    others = {part for part in page["Content-Security-Policy"].split("; ") if kunta.origin in part}
    assert {part.split()[0] for part in others} == {"form-action"}
    with named():
        page = client.get("/sign-in/")
        assert "/sign-in/with/" not in page.content.decode()
        assert "form-action 'self'" in page["Content-Security-Policy"]
        assert "http://127" not in page["Content-Security-Policy"]
        assert client.post(START).status_code == 404
        client.force_login(aino)
        for path in ("/profile/", "/profile/my-data/"):
            assert "rganisaation tunnu" not in client.get(path).content.decode()


def test_ways_and_wrong_returns_are_limited(client: Client, kunta: Organisation) -> None:
    for _ in range(WRONG_RETURNS.failures):
        assert client.get(f"{START}return/?state=x&code=y").status_code == 400
    assert client.get(f"{START}return/?state=x&code=y").status_code == 429
    for _ in range(BEGUN_WAYS.failures):
        assert client.post(START).status_code == 302
    assert client.post(START).status_code == 429


def test_successes_are_not_limited(kunta: Organisation, aino: Person) -> None:
    kunta.speaks_of(aino.email)
    for _ in range(WRONG_RETURNS.failures + 5):
        assert sign_in(Client(), kunta).status_code == 302
