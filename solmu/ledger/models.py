"""The ledger's tables: acts with their changes, which can be taken back, and events, which only grow."""

from __future__ import annotations

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Act(models.Model):
    """One thing that somebody did, with all that it changed; ids are plain because the ledger knows no slice."""

    network_id = models.BigIntegerField(null=True, db_index=True)
    person_id = models.BigIntegerField(null=True, db_index=True)
    verb = models.CharField(max_length=60)
    at = models.DateTimeField(db_index=True)
    summary = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.OneToOneField(
        "self", null=True, on_delete=models.SET_NULL, related_name="undoes"
    )

    class Meta:
        """Newest first is how people read it."""

        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%Y-%m-%d}"


class Change(models.Model):
    """One row's part in an act: what its fields held before and after; erased when its time is over."""

    class Kind(models.TextChoices):
        """What happened to the row."""

        CREATED = "created"
        CHANGED = "changed"
        DELETED = "deleted"

    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="changes")
    model = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    retain_until = models.DateField(db_index=True)

    class Meta:
        """Looked up by the row that they tell of."""

        indexes: ClassVar = [models.Index(fields=["model", "object_id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.model} {self.object_id}"


class Pseudonym(models.Model):
    """The key that joins a person to their events; destroying the row makes the events nobody's."""

    person_id = models.BigIntegerField(unique=True)
    key = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"pseudonym {self.pk}"


class Event(models.Model):
    """One line of the audit trail: who (by pseudonym), which verb, which object, no content, never altered."""

    at = models.DateTimeField(db_index=True)
    network_id = models.BigIntegerField(null=True, db_index=True)
    pseudonym = models.CharField(max_length=32, blank=True)
    verb = models.CharField(max_length=60)
    object_type = models.CharField(max_length=60, blank=True)
    object_id = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.verb} {self.object_type} {self.object_id}"
