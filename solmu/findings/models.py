"""Tables of what people answered to what the map tells or cannot tell, and of reports long in the making."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from solmu.findings.rules.answers import Evidence


def new_ref() -> str:
    """Return a public id that cannot be guessed."""
    return secrets.token_urlsafe(12)


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


class FindingAnswer(models.Model):
    """What was answered to one finding, and on what evidence it stood then (M33)."""

    class Kind(models.TextChoices):
        """How it was answered."""

        KNOWN = "known", pgettext_lazy("answer to a finding", "We know")
        AGREED = "agreed", pgettext_lazy("answer to a finding", "Action agreed")
        NOT_HERE = "not_here", pgettext_lazy("answer to a finding", "Not here, because")

    network = models.ForeignKey(
        "networks.Network", on_delete=models.CASCADE, related_name="finding_answers"
    )
    # What the finding is known again by, and what it said then, so that it can be said in any language.
    key = models.CharField(max_length=40)
    finding = models.CharField(max_length=40)
    level = models.CharField(max_length=12)
    slots = models.JSONField(default=dict)
    # Somebody whom the evidence named, by public id: then the reason goes only to whoever is told the name.
    person = models.CharField(max_length=12, blank=True)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    reason = models.TextField(max_length=1000, blank=True)
    language = models.CharField(max_length=2)
    action = models.ForeignKey(
        "agreements.AgreedAction",
        null=True,
        on_delete=models.CASCADE,
        related_name="finding_answers",
    )
    actors = models.JSONField(default=list)
    ties = models.JSONField(default=list)
    fingerprint = models.CharField(max_length=64)
    answered_at = models.DateTimeField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """One answer a finding; a reason and an action where the answer is made of them."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network", "key"], name="one_finding_answer"),
            models.CheckConstraint(
                condition=~Q(kind="not_here", reason=""), name="finding_not_here_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(kind="agreed", action__isnull=False)
                | (~Q(kind="agreed") & Q(action=None)),
                name="finding_agreed_with_an_action",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def evidence(self) -> Evidence:
        """What the finding rested on when it was answered."""
        pairs = tuple((one, other) for one, other in self.ties)
        return Evidence(tuple(self.actors), pairs, self.fingerprint)


class MadeReport(models.Model):
    """A report of a large network, kept for the day in which whoever asked for it fetches it."""

    network = models.ForeignKey("networks.Network", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    ref = models.CharField(max_length=24, unique=True, default=new_ref)
    ending = models.CharField(max_length=4)
    content = models.BinaryField()
    made_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.network} .{self.ending}"
