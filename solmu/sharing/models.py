"""The only place for what is kept of a shared map: what it grants, never what it shows."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Share(models.Model):
    """A view of a network's map for whoever has its link; without a grant it is still being prepared."""

    class Level(models.TextChoices):
        """On which level actors are shown; there is no level of people."""

        ORGANISATION = "organisation", _("Organisations")
        UNIT = "unit", _("Units")

    network = models.ForeignKey("networks.Network", on_delete=models.CASCADE, related_name="shares")
    title = models.CharField(max_length=80)
    level = models.CharField(max_length=12, choices=Level.choices, default=Level.ORGANISATION)
    fields = models.JSONField(default=list)
    # Refs of actors, and digests of texts that somebody confirmed as no person's.
    left_out = models.JSONField(default=list)
    confirmed = models.JSONField(default=list)
    until = models.DateField()
    openings = models.PositiveIntegerField(default=0)
    # The grant is erased a month after its end, and the share with it.
    grant = models.OneToOneField(
        "passes.Pass", null=True, on_delete=models.CASCADE, related_name="share"
    )
    created_at = models.DateTimeField()

    class Meta:
        """The newest first."""

        ordering: ClassVar = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title
