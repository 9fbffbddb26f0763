"""The only place for what actors offer young people: services, who offers them, and where they are on the spot (M01)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from solmu.registry.models.actors import Actor, new_ref


class ServiceKind(models.TextChoices):
    """What support is given by: information, advice or guidance (TNO)."""

    INFORMATION = "information", pgettext_lazy("kind of service", "Information")
    ADVICE = "advice", pgettext_lazy("kind of service", "Advice")
    GUIDANCE = "guidance", pgettext_lazy("kind of service", "Guidance")


class GoalArea(models.TextChoices):
    """What the support is for."""

    EVERYDAY_LIFE = "everyday_life", _("Everyday life")
    EDUCATION = "education", pgettext_lazy("goal area", "Education")
    EMPLOYMENT = "employment", _("Finding work")


class Channel(models.TextChoices):
    """How a young person meets the service."""

    SITE = "site", _("on the spot")
    OUTREACH = "outreach", _("where the young person is")
    PHONE = "phone", pgettext_lazy("channel", "by telephone")
    ONLINE = "online", _("online")


class Entrance(models.TextChoices):
    """What is needed to get in."""

    OPEN = "open", _("without an appointment")
    APPOINTMENT = "appointment", _("by appointment")
    REFERRAL = "referral", _("with a referral")
    DECISION = "decision", _("with an official decision")


class Service(models.Model):
    """One service of a network; without places it serves the whole area.

    ``kinds``, ``goal_areas`` and ``channels`` are lists of the codes above, in their order.
    """

    network = models.ForeignKey(
        "networks.Network", on_delete=models.CASCADE, related_name="services"
    )
    ref = models.CharField(max_length=12, unique=True, default=new_ref)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True, max_length=2000)
    kinds = models.JSONField(default=list)
    goal_areas = models.JSONField(default=list)
    target_group = models.CharField(max_length=160, blank=True)
    channels = models.JSONField(default=list, blank=True)
    entrance = models.CharField(max_length=11, choices=Entrance.choices, blank=True)
    created_at = models.DateTimeField()
    confirmed_on = models.DateField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        """Lists are of one network's present services."""

        indexes: ClassVar = [models.Index(fields=["network", "removed_at"])]

    def __str__(self) -> str:
        return self.name


class ServicePlace(models.Model):
    """One municipality that a service serves."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="places")
    municipality = models.ForeignKey("networks.Area", on_delete=models.CASCADE, related_name="+")

    class Meta:
        """No municipality twice for one service."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["service", "municipality"], name="service_place_once")
        ]

    def __str__(self) -> str:
        return f"{self.service_id} in {self.municipality_id}"


class Offer(models.Model):
    """An actor's part in a service."""

    class Role(models.TextChoices):
        """Which part it is."""

        RESPONSIBLE = "responsible", _("responsible")
        OTHER = "other", _("takes part")
        PRODUCER = "producer", _("produces it")

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="offers")
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="offers")
    role = models.CharField(max_length=11, choices=Role.choices, default=Role.RESPONSIBLE)

    class Meta:
        """An actor has one part in a service."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["service", "actor"], name="offer_once")
        ]

    def __str__(self) -> str:
        return f"{self.actor_id} offers {self.service_id}"


class Presence(models.Model):
    """When an actor is on the spot at another: "at the Ohjaamo, Tuesdays 12–16"; weekday 0 is Monday."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="presences")
    at = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="visitors")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)

    class Meta:
        """Once a weekday, of a week of seven days, and closing after opening."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor", "at", "weekday"], name="presence_once_a_day"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="presence_on_a_weekday"),
            models.CheckConstraint(
                condition=Q(opens=None) | Q(closes=None) | Q(closes__gt=models.F("opens")),
                name="presence_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor_id} at {self.at_id} on {self.weekday}"
