"""The only place for what is kept of a bearer grant: never the token itself."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Pass(models.Model):
    """A grant to whoever bears the token; purpose and scope say what it opens."""

    purpose = models.CharField(max_length=32)
    network_id = models.BigIntegerField(null=True, blank=True)
    scope = models.JSONField(default=dict)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by_id = models.BigIntegerField(null=True, blank=True)
    expires_at = models.DateTimeField()
    # None: any number of times until it expires.
    uses_left = models.PositiveIntegerField(null=True, blank=True, default=1)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "passes"
        indexes = (models.Index(fields=("network_id", "purpose"), name="pass_of_network"),)

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
