"""The pages of no slice: front page, guide, statement with feedback, health, refusals."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core import mail
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import DatabaseError
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory
from django.utils import translation
from django.utils.module_loading import import_string
from pytest_django import Settings

from solmu.people.models import Person
from solmu.shell import queries
from solmu.shell.actions import forget_answered_feedback, mark_answered
from solmu.shell.commands import feedback_command
from solmu.shell.models import Feedback
from tests.cast import NOON, sign_in

pytestmark = pytest.mark.django_db
TOLD = {
    "topic": "accessibility",
    "text": "Nuolinäppäimet eivät liiku.",
    "page": "/",
    "reply_to": "",
}


def heading(response: HttpResponseBase) -> str:
    page = b"".join(response).decode()
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    return " ".join(found[1].split()) if found else ""


def title(response: HttpResponseBase) -> str:
    page = b"".join(response).decode()
    found = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    return " ".join(found[1].split()) if found else ""


def test_the_front_page_shows_a_map_and_the_way_in(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "Näe, mikä pitää verkostosi koossa" in page
    assert page.count('class="map-shape"') == 34
    assert 'href="/sign-in/"' in page


def test_who_has_signed_in_is_taken_to_the_networks(client: Client, eero: Person) -> None:
    answer = sign_in(client, eero).get("/")
    assert answer.status_code == 302
    assert answer["Location"] != "/"


def test_the_guide_opens_at_its_first_page_and_leads_on(client: Client) -> None:
    leaves = queries.guide_pages("fi")
    page = client.get("/guide/")
    assert heading(page) == leaves[0].title
    assert f'href="/guide/{leaves[1].slug}/"' in page.content.decode()
    last = client.get(f"/guide/{leaves[-1].slug}/").content.decode()
    assert 'rel="prev"' in last
    assert 'rel="next"' not in last


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_of_guide_and_methods_opens(client: Client, language: str) -> None:
    client.post("/language/", {"language": language, "next": "/"})
    pages = [(f"/guide/{leaf.slug}/", leaf) for leaf in queries.guide_pages(language)]
    pages += [(f"/guide/methods/{leaf.slug}/", leaf) for leaf in queries.method_pages(language)]
    assert len(pages) >= 10
    for address, leaf in pages:
        page = client.get(address)
        assert page.status_code == 200, address
        assert leaf.language == language, address
        assert "<h2" in page.content.decode(), address


def test_links_in_the_guide_lead_somewhere(client: Client) -> None:
    followed = set()
    for language in ("fi", "sv", "en"):
        for leaf in [*queries.guide_pages(language), *queries.method_pages(language)]:
            followed |= set(re.findall(r'href="(/guide/[^"#]*)"', leaf.html))
    assert followed
    assert {address for address in followed if client.get(address).status_code != 200} == set()


def test_a_page_that_a_language_lacks_is_shown_in_finnish(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "guide/fi").mkdir(parents=True)
    (tmp_path / "guide/fi/1-alku.md").write_text("# Alku\n\nTeksti.\n", encoding="utf-8")
    monkeypatch.setattr(queries, "_DOCS", tmp_path)
    client.post("/language/", {"language": "sv", "next": "/"})
    page = client.get("/guide/alku/").content.decode()
    assert "Den här sidan är inte översatt än." in page
    assert '<div class="prose" lang="fi">' in page


def test_the_guide_lets_no_script_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "guide/fi").mkdir(parents=True)
    words = "# Alku\n\n<script>alert(1)</script><a href='javascript:x' onclick='y'>z</a>\n"
    (tmp_path / "guide/fi/1-alku.md").write_text(words, encoding="utf-8")
    monkeypatch.setattr(queries, "_DOCS", tmp_path)
    html = queries.guide_pages("fi")[0].html
    assert "script" not in html
    assert "onclick" not in html


def test_a_page_that_is_not_there_is_not_found(client: Client) -> None:
    assert client.get("/guide/ei-ole/").status_code == 404
    assert client.get("/guide/methods/M99/").status_code == 404


def test_the_statement_names_the_authority_of_the_installation(
    client: Client, settings: Settings
) -> None:
    settings.ACCESSIBILITY_AUTHORITY = "Valvova virasto"
    assert "Valvova virasto" in client.get("/accessibility/").content.decode()


def test_the_authority_is_named_in_the_readers_language(client: Client) -> None:
    client.cookies["solmu_language"] = "sv"
    page = client.get("/accessibility/").content.decode()
    assert "Transport- och kommunikationsverket Traficom" in page
    assert "https://www.tillganglighetskrav.fi" in page


def test_feedback_is_kept_without_the_tellers_name(client: Client, eero: Person) -> None:
    answer = sign_in(client, eero).post("/accessibility/", TOLD, follow=True)
    assert heading(answer) == "Kiitos, palaute tuli perille"
    feedback = Feedback.objects.get()
    assert feedback.text == "Nuolinäppäimet eivät liiku."
    assert feedback.language == "fi"
    assert feedback.due_at - feedback.received_at == timedelta(days=14)


def test_the_operator_hears_of_feedback(client: Client, settings: Settings) -> None:
    settings.OPERATOR_EMAIL = "yllapito@example.fi"
    client.post("/accessibility/", {**TOLD, "reply_to": "vastaa@example.fi"})
    (letter,) = mail.outbox
    assert letter.to == ["yllapito@example.fi"]
    assert "Nuolinäppäimet eivät liiku." in letter.body
    assert "vastaa@example.fi" in letter.body


def test_an_identity_code_in_feedback_is_refused(client: Client) -> None:
    answer = client.post("/accessibility/", {**TOLD, "text": "Nuori 131052-308T ei pääse"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Henkilötunnus, ei tallennettu. Poista se." in page
    assert 'aria-invalid="true"' in page
    assert 'id="id_text_error"' in page
    assert not Feedback.objects.exists()


def test_a_flood_of_feedback_is_stopped_and_the_words_stay_in_the_form(client: Client) -> None:
    for _ in range(20):
        assert client.post("/accessibility/", TOLD).status_code == 302
    answer = client.post("/accessibility/", TOLD)
    assert answer.status_code == 429
    assert "Liian monta yritystä. Odota hetki." in answer.content.decode()
    assert TOLD["text"] in answer.content.decode()
    assert Feedback.objects.count() == 20


def test_empty_feedback_leads_to_the_empty_field(client: Client) -> None:
    page = client.post("/accessibility/", {**TOLD, "text": ""}).content.decode()
    assert 'role="alert"' in page
    assert '<a href="#id_text">' in page


def test_the_page_where_it_happened_is_filled_in(client: Client) -> None:
    assert 'value="/nowhere/"' in client.get("/accessibility/?page=/nowhere/").content.decode()


def test_answering_forgets_the_address_and_a_year_later_the_rest() -> None:
    feedback = Feedback.objects.create(text="x", reply_to="a@example.fi", received_at=NOON)
    mark_answered(feedback, by=None, at=NOON)
    feedback.refresh_from_db()
    assert feedback.reply_to == ""
    assert forget_answered_feedback(by=None, at=NOON + timedelta(days=365)) == 0
    assert forget_answered_feedback(by=None, at=NOON + timedelta(days=366)) == 1


def test_the_terminal_lists_what_waits_and_notes_what_is_answered() -> None:
    feedback = Feedback.objects.create(text="Ei aukea", received_at=NOON)
    run = CliRunner()
    with translation.override("fi"):
        assert "26.11.2026" in run.invoke(feedback_command).output
        assert "Ei aukea" in run.invoke(feedback_command).output
        answered = run.invoke(feedback_command, ["--answered", str(feedback.pk)])
        assert answered.output == f"Merkitty vastatuksi: {feedback.pk}\n"
        assert "Mikään palaute ei odota vastausta." in run.invoke(feedback_command).output
        again = run.invoke(feedback_command, ["--answered", str(feedback.pk)])
    assert again.exit_code == 1


def test_health_tells_what_is_there(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get("/health/live").content == b"ok"
    monkeypatch.setattr(queries, "_migrated", True)
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json() == {"database": True, "migrations": True}
    assert "no-store" in answer["Cache-Control"]


def test_health_tells_when_the_database_does_not_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise DatabaseError

    monkeypatch.setattr("django.db.connection.ensure_connection", refuse)
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json() == {"database": False, "migrations": False}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Sivua ei ole tai se ei näy sinulle. Kysy koordinaattorilta."),
        ("sv", "Sidan finns inte eller syns inte för dig. Fråga koordinatorn."),
        ("en", "No such page, or hidden from you. Ask the coordinator."),
    ],
)
def test_a_missing_page_says_what_to_do(client: Client, language: str, words: str) -> None:
    client.post("/language/", {"language": language, "next": "/"})
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert words in answer.content.decode()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_refusal_says_what_happened_and_what_to_do(rf: RequestFactory, language: str) -> None:
    request: HttpRequest = rf.get("/x/")
    request.user = Person(email="a@example.fi")
    said = set()
    with translation.override(language):
        for name, fault, status in (
            ("bad_request", ValueError(), 400),
            ("bad_request", RequestDataTooBig(), 413),
            ("forbidden", PermissionDenied(), 403),
            ("not_found", Http404(), 404),
            ("too_large", None, 413),
            ("too_many", None, 429),
            ("csrf_failure", "", 403),
        ):
            answer = import_string(f"solmu.shell.views.{name}")(request, fault)
            assert answer.status_code == status
            said.add(heading(answer))
            assert title(answer) == f"{heading(answer)} – Solmu"
    assert len(said) == 6
    assert all(said)


def test_a_failure_is_told_without_asking_the_database(rf: RequestFactory) -> None:
    answer = import_string("solmu.shell.views.server_error")(rf.get("/x/"))
    assert answer.status_code == 500
    assert heading(answer) == "Solmussa meni jotain rikki"
