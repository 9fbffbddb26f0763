"""The registry's long work: a file is read, and a reviewed one is brought to the map, in the child process."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy

from solmu.jobs.slots import KINDS, LABELS, PURGES, Purge, Working
from solmu.networks.access import Entry, enter
from solmu.people.models import Person
from solmu.registry.access import visibilities_for
from solmu.registry.actions.imports import (
    APPLY,
    READ,
    apply_upload,
    read_upload,
)
from solmu.registry.models import Upload
from solmu.registry.queries.leaving import left_uploads, unspoken_contacts
from solmu.registry.slots import AFTER_IMPORT

# Progress is coarse: what is written is one transaction, seen by others only when it is whole.
_STEPS = 3


def read_file_work(working: Working) -> Mapping[str, Any]:
    """Read an uploaded file and go on to its review."""
    upload, entry = _entered(working)
    working.progress(1, _STEPS)
    read_upload(
        upload,
        seen=visibilities_for(entry),
        told=working.payload.get("told"),
        before_commit=lambda: working.progress(_STEPS, _STEPS),
    )
    return {"next": _review(upload)}


def apply_work(working: Working) -> Mapping[str, Any]:
    """Bring a reviewed file to the map and go on to what came of it."""
    upload, entry = _entered(working)
    working.progress(1, _STEPS)
    apply_upload(
        upload,
        seen=visibilities_for(entry),
        by=entry.membership.person,
        at=working.now(),
        # Called off in the meantime, or another worker has taken it over: then nothing comes of it.
        before_commit=lambda: working.progress(_STEPS, _STEPS),
    )
    for follow in AFTER_IMPORT:
        follow(upload.network, working.now())
    return {"next": _review(upload)}


def _entered(working: Working) -> tuple[Upload, Entry]:
    """Find the upload as the person who asked: who has left the network since finds nothing."""
    upload = Upload.objects.select_related("network").get(ref=working.payload["upload"])
    person = Person.objects.get(pk=working.person_id or 0)
    return upload, enter(person, upload.network.slug, role="member")


def _review(upload: Upload) -> str:
    return reverse("import_review", args=[upload.network.slug, upload.ref])


def offer() -> None:
    """Put this slice's work on offer."""
    KINDS[READ] = read_file_work
    KINDS[APPLY] = apply_work
    LABELS[READ] = gettext_lazy("Reading the file")
    LABELS[APPLY] = gettext_lazy("Bringing the file to the map")
    PURGES["registry.Upload"] = Purge(gettext_lazy("Files nobody came back to"), left_uploads)
    PURGES["registry.Contact"] = Purge(
        gettext_lazy("Contacts that only withdrawn words brought"), unspoken_contacts
    )
