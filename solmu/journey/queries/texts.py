"""The only place that finds the words people wrote here, so that whoever is erased is taken out of them."""

from __future__ import annotations

from django.db.models import QuerySet

from solmu.journey.models import Aim, CardAnswer, EndWords, Review
from solmu.networks.models import Network


def of_cards(networks: QuerySet[Network]) -> QuerySet[CardAnswer]:
    """Return all versions of the cards of some networks."""
    return CardAnswer.objects.filter(network__in=networks.values("pk"))


def of_ends(networks: QuerySet[Network]) -> QuerySet[EndWords]:
    """Return what ends of ties said in some networks."""
    return EndWords.objects.filter(network__in=networks.values("pk"))


def of_aims(networks: QuerySet[Network]) -> QuerySet[Aim]:
    """Return the aims of some networks."""
    return Aim.objects.filter(network__in=networks.values("pk"))


def of_reviews(networks: QuerySet[Network]) -> QuerySet[Review]:
    """Return the reviews of the aims of some networks."""
    return Review.objects.filter(aim__network__in=networks.values("pk"))
