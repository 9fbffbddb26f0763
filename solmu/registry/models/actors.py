"""Tables of the network's own actors: names, belongings and contacts."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _


def new_ref() -> str:
    """Return a short public id that tells nothing of how many actors there are."""
    return secrets.token_hex(6)


class ActorKind(models.TextChoices):
    """What an actor is (M02)."""

    ORGANISATION = "organisation", _("organisation")
    UNIT = "unit", _("unit")
    GROUP = "group", _("group")
    PERSON = "person", _("person")


class Sector(models.TextChoices):
    """The field of work that gives an actor its colour and shape."""

    OHJAAMO = "ohjaamo", _("Ohjaamo")
    EDUCATION = "education", _("Education")
    EMPLOYMENT = "employment", _("Work and income")
    WELLBEING = "wellbeing", _("Wellbeing")
    YOUTH = "youth", _("Youth services")
    ASSOCIATIONS = "associations", _("Associations and parishes")
    BUSINESS = "business", _("Businesses")


class Actor(models.Model):
    """One organisation, unit, group or person of one network; on the map while somebody's words name it."""

    network = models.ForeignKey("networks.Network", on_delete=models.CASCADE, related_name="actors")
    ref = models.CharField(max_length=12, unique=True, default=new_ref)
    kind = models.CharField(
        max_length=12, choices=ActorKind.choices, default=ActorKind.ORGANISATION
    )
    sector = models.CharField(max_length=12, choices=Sector.choices, blank=True)
    municipality = models.ForeignKey(
        "networks.Area", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    business_id = models.CharField(max_length=9, blank=True)
    description = models.TextField(blank=True, max_length=2000)
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="predecessors"
    )
    succeeded_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    # The names shown, kept beside Name rows so that a list needs no join; the Swedish one may be missing.
    label_fi = models.CharField(max_length=200)
    label_sv = models.CharField(max_length=200, blank=True)

    class Meta:
        """Lists are of one network's present actors."""

        indexes: ClassVar = [models.Index(fields=["network", "removed_at"])]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the reader's language; without a Swedish one, and in English, the Finnish."""
        return (get_language() == "sv" and self.label_sv) or self.label_fi


class Name(models.Model):
    """One name of an actor in one language; the store of aliases for search and matching."""

    class Kind(models.TextChoices):
        """Which name it is."""

        OFFICIAL = "official", _("official name")
        SHORT = "short", _("short name")
        ALIAS = "alias", _("also known as")
        FORMER = "former", _("former name")

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(max_length=2, default="fi")
    text = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.OFFICIAL)

    class Meta:
        """No name twice for one actor in one language."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor", "language", "text"], name="name_once")
        ]

    def __str__(self) -> str:
        return self.text


class Belonging(models.Model):
    """An actor's place in another: a unit in its organisation, a person in one or several (M02)."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="belongings")
    to = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="members")
    role = models.CharField(max_length=120, blank=True)
    share = models.CharField(max_length=60, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        """Nobody belongs to themselves, and an end is not before its start."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(actor=models.F("to")), name="belonging_not_to_itself"
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None)
                | Q(valid_to=None)
                | Q(valid_to__gte=models.F("valid_from")),
                name="belonging_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor_id} in {self.to_id}"


class Contact(models.Model):
    """One way to reach an actor, with who may see it and when it was last confirmed."""

    class Kind(models.TextChoices):
        """Which way it is."""

        PERSON = "person", _("contact person")
        EMAIL = "email", _("e-mail")
        PHONE = "phone", _("phone")
        WEB = "web", _("website")

    class Visibility(models.TextChoices):
        """Who sees it."""

        COORDINATOR = "coordinator", pgettext_lazy("who sees this", "Coordinators")
        MEMBERS = "members", pgettext_lazy("who sees this", "Network members")
        READERS = "readers", pgettext_lazy("who sees this", "Members and readers")

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    value = models.CharField(max_length=254)
    visibility = models.CharField(
        max_length=11, choices=Visibility.choices, default=Visibility.MEMBERS
    )
    confirmed_on = models.DateField(null=True, blank=True)

    class Meta:
        """No contact twice for one actor."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor", "kind", "value"], name="contact_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.actor_id}"
