"""The only place that reads services: which stand, who offers them, and what was written but not yet sorted."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import Prefetch, QuerySet

from solmu.lib.alphabet import in_order
from solmu.networks.models import Network
from solmu.registry.models import Actor, Identity, Offer, Presence, Service, ServicePlace
from solmu.registry.queries.reading import present_actors
from solmu.registry.rules.services import ServiceFact, Written, single_services


def present_services(network: Network) -> QuerySet[Service]:
    """Return the services of ``network`` that nobody took off."""
    return Service.objects.filter(network=network, removed_at=None)


def listed_services(services: QuerySet[Service], actors: QuerySet[Actor]) -> list[Service]:
    """Return services by name, with their places and those of ``actors`` who offer them at hand."""
    offers = Offer.objects.filter(actor__in=actors).select_related("actor")
    places = ServicePlace.objects.select_related("municipality")
    found = services.prefetch_related(
        Prefetch("offers", offers.order_by("-role", "pk")), Prefetch("places", places)
    )
    return sorted(found, key=lambda service: in_order(service.name))


def service_facts(network: Network) -> list[ServiceFact]:
    """Return the standing services of ``network`` by name; three queries however many there are."""
    services = present_services(network)
    places, actors = defaultdict(list), defaultdict(list)
    for service, town in ServicePlace.objects.filter(service__in=services).values_list(
        "service_id", "municipality_id"
    ):
        places[service].append(town)
    for service, actor in Offer.objects.filter(service__in=services).values_list(
        "service_id", "actor_id"
    ):
        actors[service].append(actor)
    found = [
        ServiceFact(
            ref=ref,
            name=name,
            kinds=tuple(kinds),
            goal_areas=tuple(areas),
            target_group=group,
            entrance=entrance,
            places=tuple(places[pk]),
            actors=tuple(actors[pk]),
        )
        for pk, ref, name, kinds, areas, group, entrance in services.values_list(
            "pk", "ref", "name", "kinds", "goal_areas", "target_group", "entrance"
        )
    ]
    return sorted(found, key=lambda one: in_order(one.name))


def unsorted_services(network: Network) -> list[Written]:
    """Return what sources wrote of actors' services and nobody has sorted, by actor and in their own words.

    A word counts as sorted when its actor offers a service of that name.
    """
    said = (
        Identity.objects.filter(
            ended_at=None,
            mention__perspective__withdrawn_at=None,
            mention__perspective__network=network,
            actor__in=present_actors(network),
        )
        .exclude(mention__services="")
        .order_by("mention__perspective__created_at", "pk")
        .values_list("actor_id", "mention__services")
    )
    written = defaultdict(list)
    for actor, text in said:
        written[actor].append(text)
    known = {
        (actor, name.casefold())
        for actor, name in Offer.objects.filter(
            service__network=network, service__removed_at=None
        ).values_list("actor_id", "service__name")
    }
    return [
        Written(actor, word)
        for actor, texts in written.items()
        for word in single_services(texts)
        if (actor, word.casefold()) not in known
    ]


def presences_of(actor: Actor) -> list[Presence]:
    """Return when ``actor`` is on the spot elsewhere, by place and weekday."""
    here = Presence.objects.filter(actor=actor, at__removed_at=None).select_related("at")
    return list(here.order_by("at", "weekday"))
