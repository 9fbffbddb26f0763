"""The only place where the public API tells of services."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema

from solmu.networks.api import Page, Paged, Place, ReadToken, bearer_of, page_of, place_said
from solmu.networks.models import ReadPart
from solmu.networks.queries import municipalities_called
from solmu.registry.access import actors_for, services_for
from solmu.registry.api.said import ActorNamed, named
from solmu.registry.models import Channel, Entrance, GoalArea, Offer, Service, ServiceKind
from solmu.registry.queries.services import listed_services

router = Router(tags=["services"])


class ServiceFilters(Paged):
    """Which services are asked for."""

    kind: ServiceKind | None = None
    goal_area: GoalArea | None = None
    municipality: str = Field(
        "",
        max_length=80,
        description="Code, or Finnish or Swedish name; services of the whole area are there too",
    )


class OfferSaid(Schema):
    """An actor's part in a service."""

    actor: ActorNamed
    role: Offer.Role


class ServiceSaid(Schema):
    """A service: what it is, what for, where, and who offers it."""

    id: str
    name: str
    description: str
    kinds: list[ServiceKind]
    goal_areas: list[GoalArea]
    target_group: str
    channels: list[Channel]
    entrance: Entrance | None
    municipalities: list[Place] = Field(description="Empty: the whole area")
    offers: list[OfferSaid] = Field(description="People only if the token lets them be read")
    confirmed_on: date | None


class ServicePage(Page):
    """A page of services in the order of their names."""

    items: list[ServiceSaid]


@router.get(
    "/services",
    response=ServicePage,
    auth=ReadToken(ReadPart.SERVICES),
    url_name="api_services",
    operation_id="services",
)
def services(request: HttpRequest, slug: Path[str], asked: Query[ServiceFilters]) -> dict[str, Any]:
    """List the services in the order of their names."""
    bearer = bearer_of(request)
    towns = municipalities_called(bearer.network, asked.municipality) if asked.municipality else []
    listed = listed_services(services_for(bearer), actors_for(bearer))
    found = [
        one
        for one in listed
        if (not asked.kind or asked.kind in one.kinds)
        and (not asked.goal_area or asked.goal_area in one.goal_areas)
        and (not asked.municipality or _serves(one, towns))
    ]
    page = page_of(request, found, asked)
    return {**page, "items": [_said(one) for one in page["items"]]}


def _serves(service: Service, towns: list[int]) -> bool:
    places = [place.municipality_id for place in service.places.all()]
    return bool(towns) and (not places or any(town in places for town in towns))


def _said(one: Service) -> dict[str, Any]:
    same = ("name", "description", "kinds", "goal_areas", "target_group", "channels")
    return {
        "id": one.ref,
        **{name: getattr(one, name) for name in same},
        "entrance": one.entrance or None,
        "municipalities": [place_said(place.municipality) for place in one.places.all()],
        "offers": [{"actor": named(offer.actor), "role": offer.role} for offer in one.offers.all()],
        "confirmed_on": one.confirmed_on,
    }
