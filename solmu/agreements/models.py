"""Tables of what was agreed: who does what and by when, where it came from, and how it goes."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from solmu.registry.models import Actor


def new_ref() -> str:
    """Return a short public id."""
    return secrets.token_hex(6)


class AgreedAction(models.Model):
    """One thing that was agreed to be done: by which organisation, by whom in it, by which date (M36)."""

    class State(models.TextChoices):
        """How it stands."""

        OPEN = "open", pgettext_lazy("agreed action", "In progress")
        DONE = "done", pgettext_lazy("agreed action", "Done")
        LET_GO = "let_go", pgettext_lazy("agreed action", "Let go")

    network = models.ForeignKey(
        "networks.Network", on_delete=models.CASCADE, related_name="agreed_actions"
    )
    ref = models.CharField(max_length=12, unique=True, default=new_ref)
    what = models.CharField(max_length=200)
    language = models.CharField(max_length=2)
    owner = models.ForeignKey(
        Actor, null=True, on_delete=models.SET_NULL, related_name="agreed_actions"
    )
    # Who does it: a member of the network, or somebody else by their role.
    member = models.ForeignKey(
        "networks.Membership", null=True, on_delete=models.SET_NULL, related_name="agreed_actions"
    )
    by_role = models.CharField(max_length=80, blank=True)
    due_on = models.DateField()
    state = models.CharField(max_length=6, choices=State.choices, default=State.OPEN)
    settled_on = models.DateField(null=True)
    why = models.TextField(max_length=1000, blank=True)
    # Where it came from: a kind that an upper slice knows (`slots.ORIGINS`), and its key there.
    origin_kind = models.CharField(max_length=20, blank=True)
    origin_key = models.CharField(max_length=60, blank=True)
    agreed_at = models.DateTimeField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """What is settled has its day, and what is let go its reason."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="open", settled_on=None)
                | (~Q(state="open") & Q(settled_on__isnull=False)),
                name="agreed_action_settled_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="let_go", why=""), name="agreed_action_let_go_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def doer(self) -> str:
        """Who does it: a member by name, else a role; nothing when only the organisation is known."""
        return str(self.member.person) if self.member else self.by_role


class FollowUp(models.Model):
    """How an agreed action was going on a day, in somebody's words."""

    action = models.ForeignKey(AgreedAction, on_delete=models.CASCADE, related_name="follow_ups")
    words = models.TextField(max_length=1000)
    language = models.CharField(max_length=2)
    written_at = models.DateTimeField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """Read from the first to the last."""

        ordering: ClassVar = ["written_at", "pk"]

    def __str__(self) -> str:
        return f"{self.action_id} {self.written_at:%Y-%m-%d}"
