"""Table of files on their way in: read, reviewed, then applied or dropped."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models

from solmu.registry.models.perspectives import Perspective


def new_ref() -> str:
    """Return a public id that cannot be guessed."""
    return secrets.token_urlsafe(12)


class Upload(models.Model):
    """One file or pasted list between upload and apply; its bytes go when it is applied or dropped, or sooner."""

    class State(models.TextChoices):
        """Where it is on its way."""

        WAITING = "waiting"
        READ = "read"
        REFUSED = "refused"
        APPLIED = "applied"
        DROPPED = "dropped"

    network = models.ForeignKey("networks.Network", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    ref = models.CharField(max_length=24, unique=True, default=new_ref)
    file_name = models.CharField(max_length=160)
    content = models.BinaryField(null=True)
    # What was understood (rules.Plan as JSON) and what the person answered to it.
    plan = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    created_at = models.DateTimeField(db_index=True)
    perspective = models.ForeignKey(
        Perspective, null=True, on_delete=models.SET_NULL, related_name="uploads"
    )
    job_ref = models.CharField(max_length=24, blank=True)

    def __str__(self) -> str:
        return self.file_name
