from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import make_person

pytestmark = pytest.mark.django_db
# What differs from one answer to the next anyhow: the address itself, CSRF tokens and nonces.
CHANGING = re.compile(
    r'aino\.laine@|nobody\.here@|value="[\w-]{64}"|nonce="[^"]*"|"X-CSRFToken":"\w+"'
)


@dataclass
class Walk:
    """Everything that somebody who tries an address can see or measure."""

    answers: list[tuple[int, str | None, str]]
    letters: int
    queries: int


def seen(response: Any) -> tuple[int, str | None, str]:
    text = CHANGING.sub("…", response.content.decode())
    return response.status_code, response.headers.get("Location"), text


def walk(email: str) -> Walk:
    client, before = Client(), len(mail.outbox)
    with CaptureQueriesContext(
        connection,
    ) as asking:
        answers = [seen(client.post("/sign-in/", {"email": email}))]
    answers.append(seen(client.get("/sign-in/code/")))
    answers += [seen(client.post("/sign-in/code/", {"code": "BCDF-BCDF"})) for _ in range(6)]
    return Walk(answers, len(mail.outbox) - before, len(asking))


def test_known_and_unknown_addresses_look_alike() -> None:
    make_person("Aino Laine")
    known, unknown = walk("aino.laine@example.fi"), walk("nobody.here@example.fi")
    assert known.answers == unknown.answers
    assert [status for status, _, _ in known.answers] == [302, 200, 422, 422, 422, 422, 302, 302]


def test_both_cost_one_letter_and_as_many_queries() -> None:
    make_person("Aino Laine")
    known, unknown = walk("aino.laine@example.fi"), walk("nobody.here@example.fi")
    assert known.letters == unknown.letters == 1
    assert known.queries == unknown.queries


def test_the_owner_of_an_unknown_mailbox_is_told_what_to_do(client: Client) -> None:
    client.post("/sign-in/", {"email": "nobody.here@example.fi"})
    letter = mail.outbox[0]
    assert letter.to == ["nobody.here@example.fi"]
    assert not re.search(r"[A-Z]{4}-[A-Z]{4}", str(letter.body))


def test_an_inactive_account_looks_like_none(client: Client) -> None:
    make_person("Aino Laine", is_active=False)
    client.post("/sign-in/", {"email": "aino.laine@example.fi"})
    assert not re.search(r"[A-Z]{4}-[A-Z]{4}", str(mail.outbox[0].body))


def test_the_limit_of_letters_is_the_same_for_all(client: Client) -> None:
    make_person("Aino Laine")
    for email in ("aino.laine@example.fi", "nobody.here@example.fi"):
        answers = [Client().post("/sign-in/", {"email": email}).status_code for _ in range(7)]
        assert answers == [302] * 5 + [429] * 2
