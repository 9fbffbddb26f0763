"""The card is written where it is read: the form opens in its place, saves, and the message takes it back."""

from __future__ import annotations

from django.urls import reverse
from playwright.sync_api import expect

from solmu.journey.tests.makers import make_version
from solmu.networks.models import Network
from solmu.people.models import Person
from tests.browser.conftest import Visit


def test_an_answer_is_written_in_its_place_and_taken_back(
    visit: Visit, eero: Person, network: Network
) -> None:
    make_version(network, text="Soitetaan.")
    page = visit(eero).go(reverse("network_card", args=[network.slug]))
    question = page.locator("#question-done")
    question.get_by_role("link", name="Muokkaa").click()
    question.get_by_label("Mitä todella tehdään").last.fill("Tavataan keskiviikkoisin.")
    question.get_by_role("button", name="Tallenna").click()
    expect(question).to_contain_text("Tavataan keskiviikkoisin.")
    expect(question).to_contain_text("2 versiota")
    page.locator(".toast").get_by_role("button", name="Kumoa").click()
    expect(page.locator(".toast")).to_contain_text("Kumottu")
    page.goto(f"{page.url.split('/networks/')[0]}{reverse('network_card', args=[network.slug])}")
    expect(page.locator("#question-done")).to_contain_text("Soitetaan.")
