"""Files that nobody comes back to go away, an import called off leaves nothing, an undone one no contacts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from solmu.jobs.actions import cancel, claim_next, purge, run
from solmu.jobs.models import Job
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.imports import apply_upload, ask_to_apply, receive_dataset
from solmu.registry.models import Actor, Contact, Perspective, Upload
from solmu.registry.rules.pasting import names_of
from solmu.registry.tests.makers import make_actor, make_perspective
from tests.cast import NOON, sign_in


@pytest.fixture
def upload(network: Network, aino: Person) -> Upload:
    return receive_dataset(
        network, names_of("Kela\nOhjaamo"), title="Nimet", seen=(), by=aino, at=NOON
    )


def test_an_unfinished_review_is_deleted_after_a_week(upload: Upload) -> None:
    purge(at=NOON + timedelta(days=6))
    assert Upload.objects.exists()
    purge(at=NOON + timedelta(days=8))
    assert not Upload.objects.exists()


def test_an_applied_one_keeps_its_answers_and_nothing_of_the_file(
    upload: Upload, aino: Person
) -> None:
    apply_upload(upload, seen=(), by=aino, at=NOON)
    purge(at=NOON + timedelta(days=80))
    upload.refresh_from_db()
    assert (upload.plan, upload.content, upload.answers["title"]) == ({}, None, "Nimet")


def test_an_import_called_off_while_it_is_written_leaves_nothing(
    upload: Upload, aino: Person
) -> None:
    ask_to_apply(upload, by=aino, at=NOON)
    job = claim_next("one", at=NOON)
    assert job is not None
    cancel(job, at=NOON)
    run(job, clock=lambda: NOON)
    assert not Actor.objects.exists()
    assert not Perspective.objects.exists()
    upload.refresh_from_db()
    assert upload.state == "read"


def test_who_has_left_the_network_since_brings_nothing(
    client: Client, network: Network, upload: Upload, aino: Person, caplog: pytest.LogCaptureFixture
) -> None:
    ask_to_apply(upload, by=aino, at=NOON)
    network.memberships.filter(person=aino).update(ended_at=NOON)
    job = claim_next("one", at=NOON)
    assert job is not None
    run(job, clock=timezone.now)
    assert not Actor.objects.exists()
    assert Job.objects.get().state == "queued"
    address = reverse("import_review", args=[network.slug, upload.ref])
    assert sign_in(client, aino).get(address).status_code == 404


def test_contacts_that_only_an_undone_import_brought_go_a_month_later(
    network: Network, aino: Person
) -> None:
    imported, standing = make_perspective(network), make_perspective(network, title="Ryhmä 2")
    for perspective, name in ((imported, "Kela"), (standing, "Ohjaamo")):
        Contact.objects.create(
            actor=make_actor(perspective, name), kind="email", value=f"{name}@example.fi"
        )
    Perspective.objects.filter(pk=imported.pk).update(withdrawn_at=NOON + timedelta(days=1))
    assert purge(at=NOON + timedelta(days=30))["registry.Contact"] == 0
    assert purge(at=NOON + timedelta(days=32))["registry.Contact"] == 1
    assert [one.value for one in Contact.objects.all()] == ["Ohjaamo@example.fi"]
