"""The only place that finds what agreed actions hold of a person, and the words in which a name may stand."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from solmu.agreements.models import AgreedAction, FollowUp
from solmu.networks.models import Network
from solmu.people.models import Person


def actions_of(person: Person) -> QuerySet[AgreedAction]:
    """Return the actions that a person does or has written down."""
    own = Q(member__person=person) | Q(author=person)
    found = AgreedAction.objects.filter(own).select_related("network", "owner", "member__person")
    return found.order_by("pk")


def follow_ups_of(person: Person) -> QuerySet[FollowUp]:
    """Return what a person has written of how actions go."""
    return FollowUp.objects.filter(author=person).select_related("action")


def words_of_actions(networks: QuerySet[Network]) -> QuerySet[AgreedAction]:
    """Return all actions of some networks."""
    return AgreedAction.objects.filter(network__in=networks.values("pk"))


def words_of_follow_ups(networks: QuerySet[Network]) -> QuerySet[FollowUp]:
    """Return all that was written of the actions of some networks."""
    return FollowUp.objects.filter(action__network__in=networks.values("pk"))
