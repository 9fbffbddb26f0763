"""A large network's report is made in the queue, and fetched by whoever asked for it."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from solmu.findings.models import MadeReport
from solmu.findings.queries.reports import networks
from solmu.findings.tests.report_makers import text_of
from solmu.jobs.actions import purge, run_due
from solmu.jobs.models import Job
from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import make_membership, make_person, sign_in


@pytest.fixture
def large(network: Network, aino: Person, monkeypatch: pytest.MonkeyPatch) -> Network:
    """Let three actors be many."""
    monkeypatch.setattr(networks, "MOST_AT_ONCE", 2)
    for name in ("Kela", "Lukio", "Paja"):
        make_actor(perspective_of(aino, network), name)
    return network


def ask(client: Client, person: Person, network: Network, **chosen: str) -> str:
    address = f"/networks/{network.slug}/report/ask/"
    answer = sign_in(client, person).post(address, {"ending": "pdf", **chosen})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_its_page_offers_to_make_it_and_reads_nothing_meanwhile(
    client: Client, aino: Person, large: Network
) -> None:
    words = sign_in(client, aino).get(f"/networks/{large.slug}/report/").content.decode()
    assert "Raportti tehdään taustalla." in words
    assert "report-sheet" not in words
    assert client.get(f"/networks/{large.slug}/report.pdf").status_code == 302


def test_it_is_made_in_the_queue_and_fetched(client: Client, aino: Person, large: Network) -> None:
    job = ask(client, aino, large, language="sv", level="unit", map="without")
    assert run_due("test", clock=timezone.now) == 1
    assert Job.objects.get().progress == 3
    answer = client.get(job)
    assert answer.status_code == 302
    words = client.get(answer["Location"]).content.decode()
    assert "Raportti on valmis." in words
    made = MadeReport.objects.get()
    answer = client.get(f"/networks/{large.slug}/report/made/{made.ref}/")
    assert answer["Content-Type"] == "application/pdf"
    said = text_of(PdfReader(BytesIO(answer.content)))
    assert "Läst på enhetsnivå." in said


def test_nobody_else_fetches_it(client: Client, aino: Person, large: Network) -> None:
    other = make_person("Toinen Koordinaattori")
    make_membership(large, other, "coordinator")
    ask(client, aino, large)
    run_due("test", clock=timezone.now)
    made = MadeReport.objects.get()
    address = f"/networks/{large.slug}/report/made/{made.ref}/"
    assert sign_in(client, other).get(address).status_code == 404
    words = client.get(f"/networks/{large.slug}/report/?made={made.ref}").content.decode()
    assert "Raportti on valmis." not in words


def test_whoever_lost_the_role_meanwhile_gets_nothing(
    client: Client, aino: Person, large: Network
) -> None:
    ask(client, aino, large)
    Membership.objects.filter(person=aino, network=large).update(role="member")
    for _ in range(4):
        run_due("test", clock=lambda: timezone.now() + timedelta(hours=2))
    assert not MadeReport.objects.exists()


def test_it_is_kept_for_a_day(client: Client, aino: Person, large: Network) -> None:
    ask(client, aino, large)
    at = timezone.now()
    run_due("test", clock=lambda: at)
    assert purge(at=at + timedelta(hours=23))["findings.MadeReport"] == 0
    assert purge(at=at + timedelta(hours=25))["findings.MadeReport"] == 1
    assert not MadeReport.objects.exists()


def test_a_form_that_there_is_not_is_not_asked_for(
    client: Client, aino: Person, large: Network
) -> None:
    address = f"/networks/{large.slug}/report/ask/"
    assert sign_in(client, aino).post(address, {"ending": "exe"}).status_code == 404
    assert not Job.objects.exists()
