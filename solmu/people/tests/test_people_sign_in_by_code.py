from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from solmu.people.models import Person
from tests.cast import make_person

pytestmark = pytest.mark.django_db
CODE = re.compile(r"\b[A-Z]{4}-[A-Z]{4}\b")


def ask(client: Client, email: str, address: str = "192.0.2.7") -> Any:
    return client.post("/sign-in/", {"email": email}, REMOTE_ADDR=address)


def enter(client: Client, code: str, address: str = "192.0.2.7") -> Any:
    return client.post("/sign-in/code/", {"code": code}, REMOTE_ADDR=address)


def last_code() -> str:
    found = CODE.search(str(mail.outbox[-1].body))
    assert found
    return found[0]


def sign_in(email: str, address: str = "192.0.2.7") -> Any:
    client = Client()
    ask(client, email, address)
    return enter(client, last_code(), address)


def test_a_code_from_the_mailbox_signs_in(client: Client) -> None:
    person = make_person("Aino Laine")
    response = ask(client, "Aino.Laine@Example.fi ")
    assert response["Location"] == "/sign-in/code/"
    assert mail.outbox[0].to == ["aino.laine@example.fi"]
    assert person.email in client.get("/sign-in/code/").content.decode()
    response = enter(client, last_code().lower().replace("-", " "))
    assert (response.status_code, response["Location"]) == (302, "/home/")
    assert client.session["_auth_user_id"] == str(person.pk)


def test_somebody_who_asked_for_a_page_comes_back_to_it(client: Client) -> None:
    make_person("Aino Laine")
    page = client.get("/profile/")
    assert page["Location"] == "/sign-in/?next=/profile/"
    client.post("/sign-in/", {"email": "aino.laine@example.fi", "next": "/profile/"})
    response = client.post("/sign-in/code/", {"code": last_code(), "next": "/profile/"})
    assert response["Location"] == "/profile/"


def test_nobody_is_sent_to_another_site(client: Client) -> None:
    make_person("Aino Laine")
    client.post("/sign-in/", {"email": "aino.laine@example.fi", "next": "https://evil.example/"})
    response = client.post("/sign-in/code/", {"code": last_code(), "next": "https://evil.example/"})
    assert response["Location"] == "/home/"


def test_a_wrong_code_is_said_and_the_right_one_still_works(client: Client) -> None:
    make_person("Aino Laine")
    ask(client, "aino.laine@example.fi")
    response = enter(client, "BCDF-BCDF")
    assert response.status_code == 422
    assert "_auth_user_id" not in client.session
    assert enter(client, last_code())["Location"] == "/home/"


def test_five_wrong_codes_end_the_try(client: Client) -> None:
    make_person("Aino Laine")
    ask(client, "aino.laine@example.fi")
    answers = [enter(client, "BCDF-BCDF").status_code for _ in range(5)]
    assert answers == [422, 422, 422, 422, 302]
    assert enter(client, last_code())["Location"] == "/sign-in/"
    assert "_auth_user_id" not in client.session


def test_a_code_works_once_and_in_the_browser_that_asked(client: Client) -> None:
    make_person("Aino Laine")
    ask(client, "aino.laine@example.fi")
    other = Client()
    assert enter(other, last_code())["Location"] == "/sign-in/"
    enter(client, last_code())
    client.post("/sign-out/")
    assert enter(client, last_code())["Location"] == "/sign-in/"


def test_the_pages_come_in_the_language_of_whoever_signs_in(client: Client) -> None:
    make_person("Aino Laine", language="sv")
    ask(client, "aino.laine@example.fi")
    assert enter(client, last_code()).cookies["solmu_language"].value == "sv"


def test_signing_out_needs_a_post(client: Client, aino: Person) -> None:
    client.force_login(aino)
    assert client.get("/sign-out/").status_code == 405
    client.post("/sign-out/")
    assert "_auth_user_id" not in client.session


def test_there_are_no_passwords_and_no_open_sign_up(client: Client, aino: Person) -> None:
    assert "password" not in {field.name for field in Person._meta.get_fields()}
    assert not client.login(email=aino.email, password="None")
    client.force_login(aino)
    for path in ("password/change/", "password/reset/", "signup/", "email/", "reauthenticate/"):
        for prefix in ("", "accounts/", "sign-in/"):
            assert client.get(f"/{prefix}{path}").status_code == 404
    assert client.post("/sign-in/no-account/").status_code == 405


def test_sixty_people_behind_one_address_sign_in(client: Client) -> None:
    for number in range(60):
        make_person(f"Osallistuja {number}")
    answers = {
        sign_in(f"osallistuja.{number}@example.fi", "198.51.100.1")["Location"]
        for number in range(60)
    }
    assert answers == {"/home/"}


def test_a_room_that_asks_first_and_enters_later_signs_in() -> None:
    waiting = []
    for number in range(40):
        make_person(f"Osallistuja {number}")
        client = Client()
        ask(client, f"osallistuja.{number}@example.fi", "198.51.100.1")
        waiting.append((client, last_code()))
    answers = {enter(client, code, "198.51.100.1").status_code for client, code in waiting}
    assert answers == {302}


def test_a_thousand_guesses_from_one_address_stop() -> None:
    make_person("Aino Laine")
    let_through = 0
    for _ in range(200):
        client = Client()
        if ask(client, "aino.laine@example.fi").status_code == 302:
            for _ in range(5):
                let_through += enter(client, "BCDF-BCDF").status_code != 429
    assert let_through <= 30


def test_a_mailbox_is_not_flooded_with_codes() -> None:
    make_person("Aino Laine")
    answers = [
        ask(Client(), "aino.laine@example.fi", f"192.0.2.{number}").status_code
        for number in range(1, 20)
    ]
    assert answers == [302] * 5 + [429] * 14
    assert len(mail.outbox) == 5


def test_a_limit_says_how_long_to_wait(client: Client) -> None:
    for _ in range(6):
        response = ask(Client(), "aino.laine@example.fi")
    assert int(response["Retry-After"]) >= 60
    assert 'role="alert"' in response.content.decode()
