"""The only place for the tables of networks: the tenant, its areas and its memberships."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from solmu.lib.alphabet import in_order


class Area(models.Model):
    """A stretch of the country; areas overlap and do not nest. Without a network it is catalogue."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality")
        EMPLOYMENT_AREA = "employment_area", _("Employment area")
        WELLBEING_COUNTY = "wellbeing_county", _("Wellbeing services county")

    kind = models.CharField(max_length=20, choices=Kind.choices)
    code = models.CharField(max_length=12, blank=True)
    name_fi = models.CharField(max_length=80)
    name_sv = models.CharField(max_length=80)
    network = models.ForeignKey(
        "Network", on_delete=models.CASCADE, null=True, blank=True, related_name="own_areas"
    )

    class Meta:
        ordering = ("name_fi",)
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "code"),
                condition=Q(network__isnull=True),
                name="one_catalogue_area_per_code",
            ),
            models.UniqueConstraint(
                fields=("network", "kind", "name_fi"), name="one_own_area_per_name"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language; English readers see the Finnish one."""
        return self.name_sv if get_language() == "sv" else self.name_fi


class Network(models.Model):
    """A tenant: everything that is written belongs to one network and stays in it."""

    class Kind(models.TextChoices):
        GUIDANCE = (
            "guidance_and_service_network",
            _("Guidance and service network for young people"),
        )
        JOINT_SERVICE = "joint_service", _("Joint service (Ohjaamo)")
        COOPERATION_MODEL = "cooperation_model", _("Cooperation model")
        OTHER = "other", _("Another network")

    class Recall(models.TextChoices):
        ROSTER = "roster", _("From a ready list")
        FREE = "free", _("From memory")

    class StrengthRule(models.TextChoices):
        LATEST = "latest", _("The latest one counts")
        MEDIAN = "median", _("The middle one counts")
        COORDINATOR = "coordinator", _("The coordinator decides")

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=32, choices=Kind.choices, default=Kind.GUIDANCE)
    purpose = models.TextField(max_length=2000, blank=True)
    areas = models.ManyToManyField(Area, related_name="networks", blank=True)
    boundary_rule = models.TextField(max_length=2000, blank=True)
    recall = models.CharField(max_length=8, choices=Recall.choices, default=Recall.ROSTER)
    period_from = models.DateField(null=True, blank=True)
    period_to = models.DateField(null=True, blank=True)
    strength_rule = models.CharField(
        max_length=12,
        choices=StrengthRule.choices,
        default=StrengthRule.LATEST,
    )
    # How many perspectives must claim a tie before it is drawn.
    min_reach = models.PositiveSmallIntegerField(default=1)
    # Grows with every change to actors and ties; measures are cached by it.
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=Q(period_to__isnull=True)
                | Q(period_from__isnull=True)
                | Q(period_to__gte=models.F("period_from")),
                name="network_period_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def municipalities(self) -> list[str]:
        """The names of its municipalities in the reader's language and order."""
        towns = (one for one in self.areas.all() if one.kind == Area.Kind.MUNICIPALITY)
        return sorted((one.name for one in towns), key=in_order)


class Membership(models.Model):
    """A person's place in a network; it ends, and the row stays as history."""

    class Role(models.TextChoices):
        COORDINATOR = "coordinator", _("Coordinator")
        MEMBER = "member", pgettext_lazy("role", "Member")
        READER = "reader", pgettext_lazy("role", "Reader")

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=12, choices=Role.choices)
    # The name borne on the day of joining. A later one could be taken to rub somebody else's off the map.
    joined_as = models.CharField(max_length=120, blank=True)
    joined_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("network", "person"),
                condition=Q(ended_at__isnull=True),
                name="one_open_membership_per_person",
            ),
        )

    def __str__(self) -> str:
        return f"{self.network_id}/{self.person_id}: {self.role}"


class ReadPart(models.TextChoices):
    """A part of a network that a token for reading may open; people and contacts only on purpose."""

    ACTORS = "actors", _("Actors")
    SERVICES = "services", _("Services")
    TIES = "ties", _("Ties")
    COVERAGE = "coverage", _("Who does what?")
    CONTACTS = "contacts", _("Contacts")
    PERSONS = "persons", _("People")

    @classmethod
    def usual(cls) -> list[str]:
        """What a new token opens unless somebody says otherwise."""
        return [cls.ACTORS, cls.SERVICES, cls.TIES, cls.COVERAGE]

    @property
    def opens(self) -> str:
        """What can be read with it."""
        return str(_OPENS[self.value])


_OPENS = {
    "actors": _("names, kinds, sectors, municipalities and who belongs to whom"),
    "services": _("what is offered, by whom and where"),
    "ties": _("who works with whom, what passes and how often"),
    "coverage": _("what is missing and what overlaps in each municipality"),
    "contacts": _("telephone, e-mail and contact person, where readers see them too"),
    "persons": _("people on the map and their ties; without this they are left out"),
}
