from __future__ import annotations

import pytest
from django.test import Client

from solmu.ledger.models import Act
from solmu.people.models import Person
from tests.cast import make_person

pytestmark = pytest.mark.django_db
CHANGED = {"name": "Aino Laine-Mäki", "language": "sv", "theme": "dark"}


def test_a_person_changes_name_language_and_colours(client: Client, aino: Person) -> None:
    client.force_login(aino)
    response = client.post("/profile/", CHANGED)
    assert response["Location"] == "/profile/"
    aino.refresh_from_db()
    assert (aino.name, aino.language, aino.theme) == ("Aino Laine-Mäki", "sv", "dark")
    assert aino.initials == "AM"
    assert response.cookies["solmu_language"].value == "sv"
    assert response.cookies["solmu_theme"].value == "dark"
    act = Act.objects.get(verb="change_profile")
    assert act.person_id == aino.pk
    assert act.changes.get().before["name"] == "Aino Laine"


def test_an_unchanged_profile_leaves_no_trace(client: Client, aino: Person) -> None:
    client.force_login(aino)
    client.post("/profile/", {"name": aino.name, "language": "fi", "theme": "system"})
    assert not Act.objects.filter(verb="change_profile").exists()


def test_a_name_is_asked_for_and_holds_no_identity_code(client: Client, aino: Person) -> None:
    client.force_login(aino)
    for name in ("", " ", "Aino 131052-308T"):
        assert client.post("/profile/", {**CHANGED, "name": name}).status_code == 422
    aino.refresh_from_db()
    assert aino.name == "Aino Laine"


def test_a_profile_is_ones_own(client: Client, aino: Person) -> None:
    assert client.get("/profile/")["Location"] == "/sign-in/?next=/profile/"
    client.force_login(make_person("Kaisa Koe"))
    assert aino.email not in client.get("/profile/").content.decode()


def test_an_email_is_kept_in_small_letters_once() -> None:
    assert Person.objects.create_user(" Kaisa@Example.FI ").email == "kaisa@example.fi"
    assert str(Person.objects.get()) == "kaisa@example.fi"
    assert Person.objects.get_by_natural_key("KAISA@example.fi").initials == "K"
