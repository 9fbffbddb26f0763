"""Files that nobody comes back to go away, and an import called off leaves nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from solmu.jobs.actions import cancel, claim_next, run
from solmu.jobs.models import Job
from solmu.jobs.slots import ROUTINES
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.imports import apply_upload, ask_to_apply, receive_dataset
from solmu.registry.models import Actor, Perspective, Upload
from solmu.registry.rules.pasting import names_of
from tests.cast import NOON, sign_in


@pytest.fixture
def upload(network: Network, aino: Person) -> Upload:
    return receive_dataset(
        network, names_of("Kela\nOhjaamo"), title="Nimet", seen=(), by=aino, at=NOON
    )


def test_an_unfinished_review_is_deleted_after_a_week(upload: Upload) -> None:
    purge = ROUTINES["registry.purge_uploads"].run
    purge(NOON + timedelta(days=6))
    assert Upload.objects.exists()
    purge(NOON + timedelta(days=8))
    assert not Upload.objects.exists()


def test_an_applied_one_keeps_its_answers_and_nothing_of_the_file(
    upload: Upload, aino: Person
) -> None:
    apply_upload(upload, seen=(), by=aino, at=NOON)
    ROUTINES["registry.purge_uploads"].run(NOON + timedelta(days=80))
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
