"""The tables of long work, queued, leased and tried again, and of the workers that do it."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


def new_ref() -> str:
    """Return a public id that cannot be guessed."""
    return secrets.token_urlsafe(12)


class Job(models.Model):
    """One piece of long work; whoever asked for it follows its progress."""

    class State(models.TextChoices):
        """Where it is."""

        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    ref = models.CharField(max_length=24, unique=True, default=new_ref)
    kind = models.CharField(max_length=60)
    payload = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    # Plain ids: jobs are below networks and people.
    network_id = models.BigIntegerField(null=True, db_index=True)
    person_id = models.BigIntegerField(null=True, db_index=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.QUEUED)
    progress = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    failure = models.CharField(max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    run_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=24, blank=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """Claimed in the order they became due."""

        indexes: ClassVar = [models.Index(fields=["state", "run_at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class Worker(models.Model):
    """A process that does long work, and when it last said so."""

    name = models.CharField(max_length=24, unique=True)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
