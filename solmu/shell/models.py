"""The only place for what the shell keeps: feedback on accessibility and on Solmu itself."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from solmu.shell.rules import due_at


class Feedback(models.Model):
    """What somebody told of Solmu; answered within 14 days when they left an address for the answer."""

    class Topic(models.TextChoices):
        ACCESSIBILITY = "accessibility", _("Accessibility: I could not see, hear or use something")
        FAULT = "fault", _("Something does not work")
        WISH = "wish", _("A wish or thanks")

    topic = models.CharField(max_length=16, choices=Topic.choices, default=Topic.ACCESSIBILITY)
    text = models.TextField(max_length=4000)
    page = models.CharField(max_length=200, blank=True)
    reply_to = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="fi")
    received_at = models.DateTimeField(default=timezone.now, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("received_at",)

    def __str__(self) -> str:
        return f"{self.topic} {self.received_at:%Y-%m-%d}"

    @property
    def due_at(self) -> datetime:
        return due_at(self.received_at)
