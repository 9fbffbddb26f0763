"""The only place for what is kept of a bearer grant: never the token itself."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Pass(models.Model):
    """A grant to whoever bears the token; purpose and scope say what it opens."""

    purpose = models.CharField(max_length=32)
    # What people call it, where several of a purpose stand in one list.
    name = models.CharField(max_length=80, blank=True)
    network_id = models.BigIntegerField(null=True, blank=True)
    scope = models.JSONField(default=dict)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by_id = models.BigIntegerField(null=True, blank=True)
    expires_at = models.DateTimeField()
    # None: any number of times until it expires.
    uses_left = models.PositiveIntegerField(null=True, blank=True, default=1)
    # The day alone: enough to see that nobody uses it any more, too little to follow anybody.
    last_used_on = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "passes"
        indexes = (models.Index(fields=("network_id", "purpose"), name="pass_of_network"),)

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
