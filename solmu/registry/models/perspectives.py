"""Tables of who said what: perspectives, the actors they name, the ties they claim, and who they mean."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from solmu.registry.models.actors import Actor, ActorKind, Sector


def new_ref() -> str:
    """Return a short public id for a perspective."""
    return secrets.token_hex(6)


class Perspective(models.Model):
    """One source's reading of the network: nobody's statement is *the* tie (M06)."""

    class Kind(models.TextChoices):
        """Where the reading comes from."""

        COORDINATOR = "coordinator", _("coordinator’s reading")
        MEMBER = "member", _("member’s reading")
        IMPORT = "import", _("imported file")
        GROUP_MAP = "group_map", _("group’s map")
        EGO_SHARE = "ego_share", _("shared from a personal map")
        SURVEY_ROUND = "survey_round", _("survey round")
        DIRECTORY = "directory", _("service directory")

    class Recall(models.TextChoices):
        """Whether actors were chosen from a list or named freely; it bounds what silence means."""

        FREE = "free", _("named freely")
        ROSTER = "roster", _("chosen from a list")

    network = models.ForeignKey(
        "networks.Network", on_delete=models.CASCADE, related_name="perspectives"
    )
    ref = models.CharField(max_length=12, unique=True, default=new_ref)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField(max_length=160)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The actor whose own reading this is; both ends' own readings together confirm a tie.
    speaker = models.ForeignKey(
        Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="own_perspectives"
    )
    period_from = models.DateField(null=True, blank=True)
    period_to = models.DateField(null=True, blank=True)
    recall = models.CharField(max_length=6, choices=Recall.choices, default=Recall.FREE)
    directed = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """One coordinator's reading a network, and one standing reading a member."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network"],
                condition=Q(kind="coordinator"),
                name="one_coordinator_perspective",
            ),
            models.UniqueConstraint(
                fields=["network", "author"],
                condition=Q(kind="member", withdrawn_at=None),
                name="one_member_perspective",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Asked(models.Model):
    """An actor whose ties a perspective was asked about; answered when it was gone through."""

    perspective = models.ForeignKey(Perspective, on_delete=models.CASCADE, related_name="asked")
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        """Asked once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["perspective", "actor"], name="asked_once")
        ]

    def __str__(self) -> str:
        return f"{self.perspective_id} asked of {self.actor_id}"


class Mention(models.Model):
    """An actor as one perspective wrote it; kept verbatim, whoever it turns out to be."""

    perspective = models.ForeignKey(Perspective, on_delete=models.CASCADE, related_name="mentions")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=ActorKind.choices, blank=True)
    sector = models.CharField(max_length=12, choices=Sector.choices, blank=True)
    municipality = models.CharField(max_length=120, blank=True)
    parent = models.CharField(max_length=200, blank=True)
    services = models.CharField(max_length=500, blank=True)
    ref = models.CharField(max_length=120, blank=True)
    row = models.PositiveIntegerField(null=True)
    extra = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.name


class Identity(models.Model):
    """Which actor a mention means: merging adds rows, splitting ends rows, nothing is rewritten."""

    mention = models.ForeignKey(Mention, on_delete=models.CASCADE, related_name="identities")
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="identities")
    from_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    why = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """A mention means one actor at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["mention"], condition=Q(ended_at=None), name="one_identity_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.mention_id} is {self.actor_id}"


class Content(models.TextChoices):
    """What passes along a tie; other words are kept as they were written."""

    INFORMATION = "information", _("information")
    REFERRAL = "referral", _("referrals")
    JOINT_WORK = "joint_work", _("joint work")
    EXPERTISE = "expertise", _("expertise")
    CONSULTATION = "consultation", _("consultation")
    RESOURCES = "resources", _("time and money")
    DECISIONS = "decisions", _("decisions")


def content_label(content: str) -> str:
    """Return how a content is said in the reader's language; other words are said as they are."""
    return str(Content(content).label) if content in Content.values else content


class Claim(models.Model):
    """One perspective's statement of one tie between two of its mentions."""

    class Direction(models.TextChoices):
        """← is stored with its ends swapped."""

        FORWARD = "forward", "→"
        BOTH = "both", "↔"

    class Status(models.TextChoices):
        """Only existing ties are ever counted."""

        EXISTING = "existing", _("exists")
        WISHED = "wished", _("wished for")
        POSSIBLE = "possible", _("possible")
        DENIED = "denied", _("no such tie")

    class Frequency(models.IntegerChoices):
        """How often: the strength of a tie."""

        LESS_OFTEN = 1, _("less often")
        MONTHLY = 2, _("monthly")
        WEEKLY = 3, _("weekly")
        DAILY = 4, _("daily")

    perspective = models.ForeignKey(Perspective, on_delete=models.CASCADE, related_name="claims")
    source = models.ForeignKey(Mention, on_delete=models.CASCADE, related_name="claims_out")
    target = models.ForeignKey(Mention, on_delete=models.CASCADE, related_name="claims_in")
    direction = models.CharField(max_length=8, choices=Direction.choices, default=Direction.FORWARD)
    contents = models.JSONField(default=list)
    means = models.CharField(max_length=200, blank=True)
    frequency = models.PositiveSmallIntegerField(null=True, blank=True, choices=Frequency.choices)
    closeness = models.PositiveSmallIntegerField(null=True, blank=True)
    weight = models.FloatField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.EXISTING)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    extra = models.JSONField(default=dict)

    class Meta:
        """No tie to itself; an end is not before its start."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(source=F("target")), name="claim_not_to_itself"),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="claim_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.get_direction_display()} {self.target_id}"
