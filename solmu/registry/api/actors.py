"""The only place where the public API tells of actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema

from solmu.lib.alphabet import in_order
from solmu.networks.access import Bearer
from solmu.networks.api import (
    Asked,
    Page,
    Paged,
    Place,
    ReadToken,
    bearer_of,
    page_of,
    place_said,
)
from solmu.networks.models import ReadPart
from solmu.networks.queries import municipalities_called
from solmu.registry.access import actor_for, actors_for, contacts_for, services_for
from solmu.registry.api.said import ActorNamed, named
from solmu.registry.models import Actor, ActorKind, Belonging, Contact, Name, Offer, Sector
from solmu.registry.queries import actors_named, shown_label

router = Router(tags=["actors"])


class ActorFilters(Paged):
    """Which actors are asked for."""

    sector: Sector | None = None
    kind: ActorKind | None = None
    municipality: str = Field("", max_length=80, description="Code, or Finnish or Swedish name")
    q: str = Field("", max_length=100, description="Part of any name, also of an earlier one")


class ActorListed(ActorNamed):
    """An actor in the list."""

    name_fi: str
    name_sv: str | None
    kind: ActorKind
    sector: Sector | None
    municipality: Place | None
    business_id: str | None = Field(description="Y-tunnus")
    belongs_to: list[str] = Field(description="Ids of the actors that it belongs to today")


class ActorPage(Page):
    """A page of actors in the order of their names."""

    items: list[ActorListed]


class NameSaid(Schema):
    """One name of an actor."""

    text: str
    language: str
    kind: Name.Kind


class BelongingSaid(Schema):
    """An actor's place in another; here ``actor`` is the other one."""

    actor: ActorNamed
    role: str
    share: str
    valid_from: date | None
    valid_to: date | None


class OfferedService(Schema):
    """A service that an actor has a part in."""

    id: str
    name: str
    role: Offer.Role


class ContactSaid(Schema):
    """One way to reach an actor."""

    kind: Contact.Kind
    value: str
    confirmed_on: date | None


class ActorSaid(ActorListed):
    """An actor with all that the token lets be read of it; null is what it does not."""

    description: str
    names: list[NameSaid]
    belongings: list[BelongingSaid]
    members: list[BelongingSaid]
    services: list[OfferedService] | None
    contacts: list[ContactSaid] | None
    successor: ActorNamed | None = Field(description="Who carries its work on")
    succeeded_on: date | None


@router.get(
    "/actors",
    response=ActorPage,
    auth=ReadToken(ReadPart.ACTORS),
    url_name="api_actors",
    operation_id="actors",
)
def actors(request: HttpRequest, slug: Path[str], asked: Query[ActorFilters]) -> dict[str, Any]:
    """List the actors on the map in the order of their names."""
    bearer = bearer_of(request)
    found = _narrowed(actors_for(bearer), asked, bearer)
    in_their_order = sorted(
        found.values_list("pk", shown_label()), key=lambda one: (in_order(one[1]), one[0])
    )
    page = page_of(request, [pk for pk, _ in in_their_order], asked)
    at_hand = actors_for(bearer).in_bulk(page["items"])
    shown = [at_hand[pk] for pk in page["items"] if pk in at_hand]
    above = defaultdict(list)
    for one in _belongings(bearer).filter(actor__in=shown):
        above[one.actor_id].append(one.to.ref)
    return {**page, "items": [_listed(one, above[one.pk]) for one in shown]}


@router.get(
    "/actors/{slug:ref}",
    response=ActorSaid,
    auth=ReadToken(ReadPart.ACTORS),
    url_name="api_actor",
    operation_id="actor",
)
def actor(
    request: HttpRequest, slug: Path[str], ref: Path[str], asked: Query[Asked]
) -> dict[str, Any]:
    """Tell all of one actor: names, what it belongs to and who belongs to it, services, contacts."""
    bearer = bearer_of(request)
    one = actor_for(bearer, ref)
    homes = list(_belongings(bearer).filter(actor=one))
    members = _belongings(bearer).filter(to=one)
    successor = actors_for(bearer).filter(pk=one.successor_id or 0).first()
    return {
        **_listed(one, [home.to.ref for home in homes]),
        "description": one.description,
        "names": list(one.names.order_by("pk").values("text", "language", "kind")),
        "belongings": [_belonging(home.to, home) for home in homes],
        "members": [_belonging(member.actor, member) for member in members],
        "services": _services(bearer, one) if ReadPart.SERVICES in bearer.parts else None,
        "contacts": _contacts(bearer, one) if bearer.sees_contacts else None,
        "successor": named(successor) if successor else None,
        "succeeded_on": one.succeeded_on if successor else None,
    }


def _narrowed(found: QuerySet[Actor], asked: ActorFilters, bearer: Bearer) -> QuerySet[Actor]:
    if asked.sector:
        found = found.filter(sector=asked.sector)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.municipality:
        found = found.filter(
            municipality__in=municipalities_called(bearer.network, asked.municipality)
        )
    return found.filter(pk__in=actors_named(bearer.network, asked.q)) if asked.q else found


def _belongings(bearer: Bearer) -> QuerySet[Belonging]:
    """Return the belongings of today between actors that the token shows."""
    seen = actors_for(bearer)
    return (
        Belonging.objects.filter(actor__in=seen, to__in=seen)
        .filter(
            Q(valid_from=None) | Q(valid_from__lte=bearer.on),
            Q(valid_to=None) | Q(valid_to__gte=bearer.on),
        )
        .select_related("actor", "to")
        .order_by("pk")
    )


def _listed(one: Actor, belongs_to: Sequence[str]) -> dict[str, Any]:
    return {
        **named(one),
        "name_fi": one.label_fi,
        "name_sv": one.label_sv or None,
        "kind": one.kind,
        "sector": one.sector or None,
        "municipality": place_said(one.municipality),
        "business_id": one.business_id or None,
        "belongs_to": belongs_to,
    }


def _belonging(other: Actor, belonging: Belonging) -> dict[str, Any]:
    same = ("role", "share", "valid_from", "valid_to")
    return {"actor": named(other), **{name: getattr(belonging, name) for name in same}}


def _services(bearer: Bearer, one: Actor) -> list[dict[str, Any]]:
    offers = Offer.objects.filter(actor=one, service__in=services_for(bearer))
    found = offers.select_related("service").order_by("pk")
    return [
        {"id": offer.service.ref, "name": offer.service.name, "role": offer.role} for offer in found
    ]


def _contacts(bearer: Bearer, one: Actor) -> list[dict[str, Any]]:
    return [
        dict(said) for said in contacts_for(bearer, one).values("kind", "value", "confirmed_on")
    ]
