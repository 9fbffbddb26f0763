"""The table of what a coordinator answered where the map cannot tell of a kind of diversity."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy


class DiversityAnswer(models.Model):
    """What was answered to the small question of one kind (M34), by whom and when."""

    class Kind(models.TextChoices):
        """The kinds that a map cannot tell by itself."""

        EXPERT = "multi_expert", pgettext_lazy("kind of diversity", "Multi-expert work")
        LEVEL = "multi_level", pgettext_lazy("kind of diversity", "Several levels")
        DISCIPLINARY = (
            "multi_disciplinary",
            pgettext_lazy("kind of diversity", "Several disciplines"),
        )
        SKILLED = "multi_skilled", pgettext_lazy("kind of diversity", "Many skills")

    network = models.ForeignKey(
        "networks.Network", on_delete=models.CASCADE, related_name="diversity_answers"
    )
    kind = models.CharField(max_length=20, choices=Kind.choices)
    words = models.TextField(max_length=1000, blank=True)
    language = models.CharField(max_length=2)
    levels = models.JSONField(default=list)
    # Actors that it rests on, by their public ids; one that is taken off the map is left out when it is read.
    actors = models.JSONField(default=list)
    answered_at = models.DateTimeField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """One answer a kind; a new one takes its place."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network", "kind"], name="one_diversity_answer")
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())
