"""Tables of what people told the findings, and of reports that were long in the making."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from solmu.findings.rules.answers import Evidence
from solmu.registry.models import Actor


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


class DeadEnd(models.Model):
    """A path that broke off or blurred, as somebody met it (M30): the need from a list, never a client."""

    class Kind(models.TextChoices):
        """How it broke off; the same words as the path's own."""

        GAP = "gap", _("Nobody offers it")
        ELSEWHERE = "elsewhere", _("Offered only elsewhere")
        NO_WAY = "no_way", _("No referral leads there")
        NO_CONTACT = "no_contact", _("No contact is known")
        AWAY = "away", _("Nobody is on the spot")
        NO_LEAD = "no_lead", _("Nobody leads it")
        MANY = "many", _("Many offer the same")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        """How far the network has got with it."""

        REPORTED = "reported", pgettext_lazy("a dead end", "Reported")
        IN_PROGRESS = "in_progress", pgettext_lazy("a dead end", "In progress")
        DONE = "done", pgettext_lazy("a dead end", "Cleared")
        NOT_HERE = "not_here", pgettext_lazy("a dead end", "Not here, because")

    network = models.ForeignKey(
        "networks.Network", on_delete=models.CASCADE, related_name="dead_ends"
    )
    ref = models.CharField(max_length=24, unique=True, default=new_ref)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    # An everyday need of the lexicon or a kind of support, by its code.
    need = models.CharField(max_length=40)
    place = models.ForeignKey(
        "networks.Area", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    start = models.ForeignKey(
        Actor, null=True, on_delete=models.SET_NULL, related_name="dead_ends_from"
    )
    actor = models.ForeignKey(
        Actor, null=True, on_delete=models.SET_NULL, related_name="dead_ends_at"
    )
    note = models.TextField(max_length=500, blank=True)
    language = models.CharField(max_length=2)
    reported_at = models.DateTimeField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    state = models.CharField(max_length=11, choices=State.choices, default=State.REPORTED)
    answer = models.TextField(max_length=500, blank=True)
    answer_language = models.CharField(max_length=2, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """Lists are of one network's, by state."""

        indexes: ClassVar = [models.Index(fields=["network", "state"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.need}"


class CapacityEntry(models.Model):
    """One square of the network's collective capacity on one day (M08): how much of it there is, in words and a level."""

    class Aspect(models.TextChoices):
        """What capacity is made of."""

        KNOWLEDGE = "knowledge", _("Knowledge")
        SKILL = "skill", _("Skill")
        MOTIVATION = "motivation", _("Motivation")

    class Reach(models.TextChoices):
        """Whether each has it alone, or the network together."""

        INDIVIDUAL = "individual", pgettext_lazy("capacity", "Each of us")
        COLLECTIVE = "collective", pgettext_lazy("capacity", "All of us together")

    class Level(models.IntegerChoices):
        """How much there is, by the network's own judgement."""

        NONE = 0, pgettext_lazy("how much", "not yet")
        BEGINNING = 1, pgettext_lazy("how much", "a beginning")
        PARTLY = 2, pgettext_lazy("how much", "in part")
        MOSTLY = 3, pgettext_lazy("how much", "mostly")
        STRONG = 4, pgettext_lazy("how much", "strong")

    network = models.ForeignKey(
        "networks.Network", on_delete=models.CASCADE, related_name="capacity"
    )
    assessed_on = models.DateField()
    aspect = models.CharField(max_length=10, choices=Aspect.choices)
    reach = models.CharField(max_length=10, choices=Reach.choices)
    level = models.PositiveSmallIntegerField(null=True, choices=Level.choices)
    words = models.TextField(max_length=1000, blank=True)
    language = models.CharField(max_length=2)
    written_at = models.DateTimeField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """One entry a square and day; a level is one of five."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network", "assessed_on", "aspect", "reach"], name="one_capacity_a_day"
            ),
            models.CheckConstraint(
                condition=Q(level=None) | Q(level__lte=4), name="capacity_of_five_levels"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aspect} {self.reach} {self.assessed_on}"


class Renewal(models.Model):
    """A need to renew a structure that growth has brought (M08): it goes to a named organisation, which answers."""

    class State(models.TextChoices):
        """What the organisation answers."""

        ASKED = "asked", pgettext_lazy("a renewal", "Waits for an answer")
        RENEWING = "renewing", pgettext_lazy("a renewal", "Being renewed")
        DONE = "done", pgettext_lazy("a renewal", "Renewed")
        KEPT = "kept", pgettext_lazy("a renewal", "Kept as it is, because")

    network = models.ForeignKey(
        "networks.Network", on_delete=models.CASCADE, related_name="renewals"
    )
    ref = models.CharField(max_length=24, unique=True, default=new_ref)
    text = models.TextField(max_length=1000)
    language = models.CharField(max_length=2)
    owner = models.ForeignKey(Actor, null=True, on_delete=models.SET_NULL, related_name="renewals")
    raised_on = models.DateField()
    answer_by = models.DateField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    state = models.CharField(max_length=8, choices=State.choices, default=State.ASKED)
    answer = models.TextField(max_length=1000, blank=True)
    answer_language = models.CharField(max_length=2, blank=True)
    # A coordinator wrote down what the organisation said.
    noted = models.BooleanField(default=False)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """Lists are of one network's."""

        indexes: ClassVar = [models.Index(fields=["network", "state"])]

    def __str__(self) -> str:
        return self.text[:60]
