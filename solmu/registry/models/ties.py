"""Tables of the resolved reading, and of whom a member represents."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from solmu.registry.models.actors import Actor
from solmu.registry.models.perspectives import Claim


class Tie(models.Model):
    """What the claims of one ordered pair and content come to by the resolving rule; rebuilt, never edited."""

    network = models.ForeignKey("networks.Network", on_delete=models.CASCADE, related_name="ties")
    source = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="ties_out")
    target = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="ties_in")
    content = models.CharField(max_length=60, blank=True)
    status = models.CharField(
        max_length=8, choices=Claim.Status.choices, default=Claim.Status.EXISTING
    )
    frequency = models.PositiveSmallIntegerField(null=True)
    closeness = models.PositiveSmallIntegerField(null=True)
    weight = models.FloatField(null=True)
    # Agreement: how many perspectives say so, of how many that knew both actors.
    said = models.PositiveIntegerField(default=1)
    asked = models.PositiveIntegerField(default=1)
    drawn_mutual = models.BooleanField(default=False)
    both_ends = models.BooleanField(default=False)
    differs = models.BooleanField(default=False)
    notes = models.PositiveIntegerField(default=0)
    confirmed_on = models.DateField(null=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        """One reading an ordered pair, content and status."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network", "source", "target", "content", "status"], name="tie_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_id} → {self.target_id} {self.content}"


class Seat(models.Model):
    """Whom a member represents in the network, from when to when."""

    membership = models.ForeignKey(
        "networks.Membership", on_delete=models.CASCADE, related_name="seats"
    )
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="seats")
    role = models.CharField(max_length=120, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.membership_id} for {self.actor_id}"
