"""Whoever asked for work follows it, and is led on when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from solmu.jobs.actions import ask_for, cancel, run_due
from solmu.jobs.models import Job
from solmu.jobs.slots import KINDS
from tests.cast import NOON, make_person, sign_in

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}


@pytest.fixture
def job(monkeypatch: pytest.MonkeyPatch, client: Client) -> Job:
    def work(working: Any) -> Mapping[str, Any]:
        return {"next": "/guide/"}

    monkeypatch.setitem(KINDS, "test.work", work)
    person = make_person()
    sign_in(client, person)
    return ask_for("test.work", {}, person_id=person.pk, at=NOON)


def test_waiting_work_asks_for_news_every_second_and_without_scripts_by_itself(
    client: Client, job: Job
) -> None:
    page = client.get(reverse("job_progress", args=[job.ref])).content.decode()
    assert "Odottaa vuoroaan" in page
    assert 'hx-trigger="every 1s"' in page
    assert 'http-equiv="refresh"' in page
    assert 'role="status"' in page
    part = client.get(reverse("job_progress", args=[job.ref]), headers=PART).content.decode()
    assert "<html" not in part


def test_done_work_leads_on(client: Client, job: Job) -> None:
    run_due("one", clock=lambda: NOON)
    address = reverse("job_progress", args=[job.ref])
    assert client.get(address)["Location"] == "/guide/"
    assert client.get(address, headers=PART)["HX-Redirect"] == "/guide/"


def test_work_can_be_called_off(client: Client, job: Job) -> None:
    client.post(reverse("cancel_job", args=[job.ref]))
    page = client.get(reverse("job_progress", args=[job.ref])).content.decode()
    assert "Keskeytetty. Mikään ei muuttunut." in page
    assert "hx-trigger" not in page.split('id="job"')[1].split(">")[0]


def test_failed_work_says_so_and_what_to_do(client: Client, job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(state="failed")
    page = client.get(reverse("job_progress", args=[job.ref])).content.decode()
    assert "Yritä uudelleen" in page


def test_nobody_follows_the_work_of_another(client: Client, job: Job) -> None:
    sign_in(client, make_person("Otto Virta"))
    assert client.get(reverse("job_progress", args=[job.ref])).status_code == 404
    assert client.post(reverse("cancel_job", args=[job.ref])).status_code == 404
    cancel(job, at=NOON)
