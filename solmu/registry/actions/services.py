"""The only place that adds, corrects and takes off services, and says when an actor is on the spot elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from solmu.ledger.actions import ActingPerson, Record, recorded
from solmu.networks.actions import mark_changed
from solmu.networks.models import Area, Network
from solmu.registry.models import Actor, Offer, Presence, Service, ServicePlace


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceWords:
    """What somebody says of a service; ``places`` empty is the whole area, ``offers`` is role by actor."""

    name: str
    kinds: tuple[str, ...] = ()
    goal_areas: tuple[str, ...] = ()
    places: Collection[Area] = ()
    offers: Mapping[Actor, str]
    target_group: str = ""
    channels: tuple[str, ...] = ()
    entrance: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """One weekday, 0 for Monday, on which somebody is there; without times it is some time that day."""

    weekday: int
    opens: time | None = None
    closes: time | None = None


def add_services(
    network: Network, said: Iterable[ServiceWords], *, by: ActingPerson | None, at: datetime
) -> list[Service]:
    """Add services in one act, in the order said."""
    said = list(said)
    summary = {"service": said[0].name, "n": len(said)} if said else {}
    verb = "service.add" if len(said) == 1 else "services.add"
    made = []
    with recorded(network.pk, verb, by=by, at=at, summary=summary) as record:
        for words in said:
            own = {**_own_fields(words), "confirmed_on": at.date()}
            service = record.add(Service(network=network, created_at=at, **own))
            _write_around(service, words, record=record)
            made.append(service)
        mark_changed(network)
    return made


def correct_service(
    service: Service, words: ServiceWords, *, by: ActingPerson | None, at: datetime
) -> None:
    """Give a service corrected facts; whoever corrects it confirms it."""
    summary = {"service": words.name}
    with recorded(service.network_id, "service.correct", by=by, at=at, summary=summary) as record:
        record.set(service, **_own_fields(words), confirmed_on=at.date())
        _write_around(service, words, record=record)
        mark_changed(service.network)


def remove_service(service: Service, *, by: ActingPerson | None, at: datetime) -> None:
    """Take a service off; an undo brings it back with all that was said of it."""
    summary = {"service": service.name}
    with recorded(service.network_id, "service.remove", by=by, at=at, summary=summary) as record:
        record.set(service, removed_at=at)
        mark_changed(service.network)


def set_presence(
    actor: Actor, place: Actor, hours: Iterable[Hours], *, by: ActingPerson | None, at: datetime
) -> None:
    """Say on which weekdays ``actor`` is on the spot at ``place``; what was said of it before gives way."""
    wanted = {one.weekday: one for one in hours}
    summary = {"actor": actor.label_fi, "other": place.label_fi}
    with recorded(actor.network_id, "presence.set", by=by, at=at, summary=summary) as record:
        for known in Presence.objects.filter(actor=actor, at=place):
            new = wanted.pop(known.weekday, None)
            if new is None:
                record.remove(known)
            else:
                record.set(known, opens=new.opens, closes=new.closes)
        for one in wanted.values():
            record.add(
                Presence(
                    actor=actor, at=place, weekday=one.weekday, opens=one.opens, closes=one.closes
                )
            )


def _own_fields(words: ServiceWords) -> dict[str, object]:
    return {
        "name": words.name,
        "description": words.description,
        "kinds": list(words.kinds),
        "goal_areas": list(words.goal_areas),
        "target_group": words.target_group,
        "channels": list(words.channels),
        "entrance": words.entrance,
    }


def _write_around(service: Service, words: ServiceWords, *, record: Record) -> None:
    places = {area.pk: area for area in words.places}
    for place in service.places.all():
        if places.pop(place.municipality_id, None) is None:
            record.remove(place)
    for area in places.values():
        record.add(ServicePlace(service=service, municipality=area))
    offers = {actor.pk: (actor, role) for actor, role in words.offers.items()}
    for offer in service.offers.all():
        kept = offers.pop(offer.actor_id, None)
        if kept is None:
            record.remove(offer)
        else:
            record.set(offer, role=kept[1])
    for actor, role in offers.values():
        record.add(Offer(service=service, actor=actor, role=role))
