"""Somebody signs in with their organisation's account in a real browser, which minds where forms lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from solmu.people.models import Person
from solmu.people.queries import organisation_accounts_of
from tests.browser.conftest import Visit
from tests.organisation import NAME, Organisation, answering


@pytest.fixture
def kunta(live_server: LiveServer, settings: Any) -> Iterator[Organisation]:
    settings.PUBLIC_URL = live_server.url
    with answering() as organisation:
        yield organisation


@pytest.mark.parametrize("javascript", [True, False])
def test_a_person_signs_in_with_their_organisations_account_and_takes_it_away(
    visit: Visit, kunta: Organisation, aino: Person, javascript: bool
) -> None:
    kunta.speaks_of(aino.email)
    visitor = visit(javascript=javascript, expect_complaints=True)  # the organisation is elsewhere
    page = visitor.go("/sign-in/?next=/profile/organisation-accounts/")
    _press(page, f"Kirjaudu: {NAME}")
    page.get_by_role("link", name="Peru").click()
    page.get_by_text("Kirjautuminen keskeytettiin").wait_for()
    page = visitor.go("/sign-in/?next=/profile/organisation-accounts/")
    _press(page, f"Kirjaudu: {NAME}")
    page.get_by_role("heading", name=NAME).wait_for()
    _press(page, "Jatka")
    page.wait_for_url("**/profile/organisation-accounts/")
    assert organisation_accounts_of(aino).count() == 1
    page.locator("form[action$='/remove/'] button").click()
    page.get_by_text("Et ole liittänyt yhtään").wait_for()
    assert not organisation_accounts_of(aino).exists()
    assert not [line for line in visitor.complaints if kunta.origin not in line]
    assert not [line for line in visitor.complaints if line.startswith("console")]


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()
