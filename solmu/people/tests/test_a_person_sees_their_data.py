"""One sees and takes along what is kept of oneself, and where one is signed in."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from solmu.people.models import Person, SignedIn

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"


def browser(person: Person, user_agent: str) -> Client:
    client = Client(headers={"user-agent": user_agent})
    client.force_login(person)
    client.get("/profile/")
    return client


def test_the_page_and_the_file_hold_the_same(network: Any, eero: Person, aino: Person) -> None:
    client = browser(eero, FIREFOX)
    page = client.get("/profile/my-data/").content.decode()
    for words in ("Omat tiedot", eero.email, network.name, "Jäsen", "Firefox, Linux"):
        assert words in page
    assert aino.email not in page
    response = client.get("/profile/my-data/file/")
    assert response["Content-Disposition"] == 'attachment; filename="solmu-my-data.json"'
    data = json.loads(response.content)
    assert data["people.Person"][0]["email"] == eero.email
    assert data["networks.Membership"][0]["role"] == "member"
    assert data["people.SignedIn"][0]["browser"] == "Firefox, Linux"
    text = response.content.decode()
    assert "session_key" not in text
    assert "token_hash" not in text


def test_one_sees_where_one_is_signed_in_and_signs_out_there(aino: Person, eero: Person) -> None:
    here, phone, others = browser(aino, FIREFOX), browser(aino, IPHONE), browser(eero, IPHONE)
    page = here.get("/profile/sessions/").content.decode()
    assert page.count("Firefox, Linux") == 1
    assert "Tämä" in page
    there = aino.signed_in.get(browser="Safari, iOS")
    assert here.post(f"/profile/sessions/{there.pk}/end/")["Location"] == "/profile/sessions/"
    assert phone.get("/profile/").status_code == 302
    assert others.get("/profile/").status_code == 200
    assert here.get("/profile/").status_code == 200


def test_one_signs_out_everywhere_else(aino: Person, eero: Person) -> None:
    here, others = browser(aino, FIREFOX), browser(eero, FIREFOX)
    elsewhere = [browser(aino, IPHONE) for _ in range(2)]
    SignedIn.objects.filter(browser="Safari, iOS").first().delete()  # type: ignore[union-attr]
    here.post("/profile/sessions/others/end/")
    assert [one.get("/profile/").status_code for one in elsewhere] == [302, 302]
    assert here.get("/profile/").status_code == others.get("/profile/").status_code == 200
    assert aino.signed_in.count() == 1


def test_the_use_of_a_browser_is_noted_now_and_then_not_at_each_look(aino: Person) -> None:
    client = browser(aino, FIREFOX)
    noted = aino.signed_in.get().last_used_at
    client.get("/profile/")
    assert aino.signed_in.get().last_used_at == noted
    session = client.session
    session["noted_at"] = (timezone.now() - timedelta(minutes=11)).timestamp()
    session.save()
    client.get("/profile/")
    assert aino.signed_in.get().last_used_at > noted


def test_a_browser_is_forgotten_when_its_sign_in_is_over(aino: Person) -> None:
    client = browser(aino, FIREFOX)
    Session.objects.update(expire_date=timezone.now() - timedelta(days=1))
    assert "Firefox" not in browser(aino, IPHONE).get("/profile/sessions/").content.decode()
    client.logout()
