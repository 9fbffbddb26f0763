"""What no device has signed adds no passkey and signs nobody in; guesses are limited like wrong codes."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from solmu.people.models import Person
from solmu.people.queries import passkeys_of
from solmu.people.rules import WRONG_CODES

pytestmark = pytest.mark.django_db
FORGED = json.dumps(
    {
        "id": "AAAA",
        "rawId": "AAAA",
        "type": "public-key",
        "clientExtensionResults": {},
        "response": {
            "clientDataJSON": "e30",
            "authenticatorData": "AAAA",
            "signature": "AAAA",
            "userHandle": "MQ",
        },
    }
)


def test_everybody_is_asked_for_the_same(client: Client, aino: Person) -> None:
    options = client.get("/sign-in/passkey/options/")
    asked = options.json()["publicKey"]
    assert (asked["rpId"], asked.get("allowCredentials", [])) == ("testserver", [])
    assert asked["userVerification"] == "required"
    assert options["Cache-Control"] == "no-store"


@pytest.mark.parametrize("credential", ["", "{}", "[]", "nothing", FORGED])
def test_a_forged_answer_signs_nobody_in(client: Client, aino: Person, credential: str) -> None:
    client.get("/sign-in/passkey/options/")
    answer = client.post("/sign-in/passkey/", {"credential": credential})
    assert answer["Location"] == "/sign-in/"
    assert client.get("/profile/").status_code == 302


@pytest.mark.parametrize("credential", ["", "{}", FORGED])
def test_a_forged_passkey_is_not_kept(client: Client, aino: Person, credential: str) -> None:
    client.force_login(aino)
    client.get("/profile/passkeys/options/")
    client.post("/profile/passkeys/add/", {"credential": credential})
    assert not passkeys_of(aino).exists()


def test_guesses_are_limited_like_wrong_codes(client: Client) -> None:
    for _ in range(WRONG_CODES.failures):
        assert client.post("/sign-in/passkey/", {"credential": FORGED}).status_code == 302
    assert client.post("/sign-in/passkey/", {"credential": FORGED}).status_code == 429
