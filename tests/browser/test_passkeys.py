"""A passkey is added on the profile and signs in by itself, with a device of the browser's own making."""

from __future__ import annotations

from typing import Any

from django.core import mail
from playwright.sync_api import Page

from solmu.people.models import Person
from solmu.people.queries import passkeys_of
from tests.browser.conftest import Visit

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_device(page: Page, verified: bool = True) -> tuple[Any, str]:
    """Plug a device for passkeys into the browser."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {**DEVICE, "isUserVerified": verified}
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session, str(made["authenticatorId"])


def test_a_passkey_is_added_signs_in_and_is_removed(visit: Visit, aino: Person) -> None:
    visitor = visit(aino)
    page = visitor.go("/profile/passkeys/")
    give_device(page)
    page.get_by_role("button", name="Lisää pääsyavain").click()
    page.get_by_text("Pääsyavain lisätty").first.wait_for()
    key = passkeys_of(aino).get()
    assert [letter.to for letter in mail.outbox] == [[aino.email]]
    page.goto(f"{visitor.address}/profile/")
    page.locator("main form[action='/sign-out/'] button").click()
    page.goto(f"{visitor.address}/sign-in/")
    page.get_by_role("button", name="Kirjaudu pääsyavaimella").click()
    page.wait_for_url("**/networks/**")
    key.refresh_from_db()
    assert key.last_used_at is not None
    page.goto(f"{visitor.address}/profile/passkeys/")
    page.locator(f"form[action$='/{key.pk}/remove/'] button").click()
    page.get_by_text("Pääsyavain poistettu").first.wait_for()
    assert not passkeys_of(aino).exists()
    page.goto(f"{visitor.address}/profile/")
    page.locator("main form[action='/sign-out/'] button").click()
    page.goto(f"{visitor.address}/sign-in/")
    page.get_by_role("button", name="Kirjaudu pääsyavaimella").click()
    page.get_by_text("Pääsyavain ei kelpaa").first.wait_for()


def test_a_device_that_does_not_know_its_owner_adds_nothing(visit: Visit, aino: Person) -> None:
    page = visit(aino).go("/profile/passkeys/")
    give_device(page, verified=False)
    page.get_by_role("button", name="Lisää pääsyavain").click()
    page.get_by_text("Pääsyavainta ei lisätty").first.wait_for()
    assert not passkeys_of(aino).exists()
