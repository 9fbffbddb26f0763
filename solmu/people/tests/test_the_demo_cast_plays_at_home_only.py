from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from solmu.people.actions import seed_cast
from solmu.people.models import Person

pytestmark = pytest.mark.django_db
HERE: dict[str, Any] = {"REMOTE_ADDR": "127.0.0.1"}
ELSEWHERE: dict[str, Any] = {"REMOTE_ADDR": "192.0.2.7"}


@pytest.fixture
def cast(settings: Settings) -> dict[str, Person]:
    settings.DEMO, settings.DEMO_ANYWHERE, settings.PRODUCTION = True, False, False
    return seed_cast(at=timezone.now())


@pytest.mark.usefixtures("cast")
def test_one_click_signs_in_as_any_of_the_cast(client: Client) -> None:
    page = client.get("/demo/", **HERE).content.decode()
    for name in ("Aino Laine", "Eero Mäki", "Minna Salo", "Ritva Koski", "Otto Virta"):
        assert name in page
    response = client.post("/demo/sign-in/", {"who": "minna"}, **HERE)
    assert response["Location"] == "/home/"
    assert "Minna Salo" in client.get("/profile/").content.decode()


@pytest.mark.usefixtures("cast")
def test_looking_at_the_demo_signs_nobody_in(client: Client) -> None:
    assert client.get("/demo/sign-in/", {"who": "minna"}, **HERE).status_code == 405
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("cast")
def test_nobody_outside_the_cast_is_played(client: Client) -> None:
    person = Person.objects.create_user("real@example.fi")
    for who in ("", "sami", person.email, str(person.pk)):
        assert client.post("/demo/sign-in/", {"who": who}, **HERE).status_code == 404


def test_a_visitor_goes_on_in_the_chosen_language(client: Client, cast: dict[str, Person]) -> None:
    client.cookies["solmu_language"] = "sv"
    client.post("/demo/sign-in/", {"who": "aino"}, **HERE)
    cast["aino"].refresh_from_db()
    assert cast["aino"].language == "sv"


def refused(client: Client, **where: Any) -> bool:
    answers = (
        client.get("/demo/", **where),
        client.post("/demo/sign-in/", {"who": "aino"}, **where),
    )
    return [one.status_code for one in answers] == [404, 404]


@pytest.mark.usefixtures("cast")
def test_the_demo_is_refused_from_elsewhere(client: Client, settings: Settings) -> None:
    assert refused(client, **ELSEWHERE)
    assert refused(client, **HERE, HTTP_X_FORWARDED_FOR="192.0.2.7")
    settings.DEMO_ANYWHERE = True
    assert not refused(client, **ELSEWHERE)


@pytest.mark.usefixtures("cast")
def test_the_demo_is_refused_unless_it_is_one(client: Client, settings: Settings) -> None:
    settings.DEMO = False
    assert refused(client, **HERE)
    settings.DEMO = settings.DEMO_ANYWHERE = settings.PRODUCTION = True
    assert refused(client, **HERE)


def test_production_does_not_start_as_a_demo() -> None:
    environment = {
        **os.environ,
        "SOLMU_PRODUCTION": "1",
        "SOLMU_DEMO": "1",
        "SOLMU_SECRET": "x" * 60,
    }
    started = subprocess.run(
        [sys.executable, "-c", "import solmu.config.settings"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode != 0
    assert "SOLMU_DEMO" in started.stderr
