"""The only place that reads a service, or an actor's times on the spot, for its form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from solmu.mapping.queries.choices import actor_choices, choice_of
from solmu.registry.actions.services import Hours
from solmu.registry.models import Actor, Presence, Sector, Service


def service_so_far(service: Service) -> dict[str, Any]:
    """Return what a form about ``service`` begins with."""
    return {
        "name": service.name,
        "kinds": service.kinds,
        "goal_areas": service.goal_areas,
        "places": [str(pk) for pk in service.places.values_list("municipality_id", flat=True)],
        "target_group": service.target_group,
        "entrance": service.entrance,
        "channels": service.channels,
        "description": service.description,
    }


def offers_so_far(service: Service) -> list[dict[str, str]]:
    """Return who offers ``service``, as the form's rows name them; those off the map are left out."""
    choices = actor_choices(service.network)
    found = ((choice_of(one.actor, choices), one.role) for one in service.offers.order_by("pk"))
    return [{"actor": said, "role": role} for said, role in found if said]


def visited_first(actor: Actor, on_map: QuerySet[Actor]) -> Actor | None:
    """Return where a form about ``actor``'s times begins: where it is known to visit, else an Ohjaamo."""
    known = Presence.objects.filter(actor=actor, at__in=on_map).select_related("at").first()
    if known is not None:
        return known.at
    return on_map.filter(sector=Sector.OHJAAMO).exclude(pk=actor.pk).order_by("pk").first()


def hours_at(actor: Actor, place: Actor | None) -> Mapping[int, Hours]:
    """Return by weekday when ``actor`` is at ``place``."""
    found = Presence.objects.filter(actor=actor, at=place) if place else ()
    return {one.weekday: Hours(one.weekday, one.opens, one.closes) for one in found}
