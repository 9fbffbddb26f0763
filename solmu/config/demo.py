"""The only place where the invented region Järvilakeus is brought into an empty installation."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from solmu.config.demo_card import (
    agree_actions,
    answer_findings,
    answer_kinds,
    assess_capacities,
    choose_aims,
    raise_renewals,
    report_dead_ends,
    review_aims,
    tell_of_ties,
    write_versions,
)
from solmu.ledger.actions import recorded
from solmu.networks.actions import found_network, seat_cast
from solmu.networks.models import Area, Membership, Network
from solmu.people.actions import seed_cast
from solmu.people.models import Person
from solmu.registry.actions.actors import confirm_contact
from solmu.registry.actions.perspectives import own_perspective
from solmu.registry.actions.reading import rebuild_ties
from solmu.registry.actions.services import Hours, ServiceWords, add_services, set_presence
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import (
    Actor,
    Asked,
    Belonging,
    Claim,
    Contact,
    Identity,
    Mention,
    Name,
    Offer,
    Perspective,
    Seat,
)

REGION = Path(__file__).parent / "data" / "demo_region.toml"
_KINDS = {"i": "information", "a": "advice", "g": "guidance"}
_GOALS = {"l": "everyday_life", "e": "education", "w": "employment"}
_FREQUENCY = {"": None, "less": 1, "monthly": 2, "weekly": 3, "daily": 4}


@dataclass
class _Region:
    """What is being built: the network, its data, who the keys of the file are."""

    network: Network
    data: Mapping[str, Any]
    cast: Mapping[str, Person]
    at: datetime
    actors: dict[str, Actor] = field(default_factory=dict)
    services: dict[str, str] = field(default_factory=dict)

    def ago(self, months: float) -> datetime:
        return self.at - timedelta(days=round(months * 30.44))

    def day(self, months: float | None) -> date | None:
        return None if months is None else self.ago(months).date()


@transaction.atomic
def load_demo(*, at: datetime) -> Network:
    """Return the invented region with its cast, made when it is not there yet.

    Sources are written in bulk while they are withdrawn and then published, as an imported file is: one
    act each in the list of changes.
    """
    data = tomllib.loads(REGION.read_text(encoding="utf-8"))
    known = Network.objects.filter(name=data["network"]["name"]).first()
    if known is not None:
        return known
    cast = seed_cast(at=at)
    region = _Region(_found(data["network"], at=at - timedelta(days=430)), data, cast, at)
    seat_cast(region.network, cast, at=region.ago(13))
    _add_actors(region)
    _add_contacts(region)
    write_versions(region.network, cast, region.ago)
    first, *others = data["perspectives"]
    _add_source(region, first)
    choose_aims(region.network, region.actors, cast, region.ago)
    for source in others:
        _add_source(region, source)
    _offer_services(region)
    _take_seats(region)
    _go_on_working(region)
    tell_of_ties(region.actors, cast, region.ago)
    review_aims(region.network, cast, region.ago)
    answer_kinds(region.network, region.actors, cast, region.ago)
    region.network.refresh_from_db()
    agree_actions(region.network, region.actors, cast, region.ago)
    answer_findings(region.network, cast, region.ago)
    report_dead_ends(region.network, region.actors, cast, region.ago)
    assess_capacities(region.network, cast, region.ago)
    raise_renewals(region.network, region.actors, cast, region.ago)
    if not Membership.objects.filter(person=cast["otto"]).exists():
        _found_neighbour(data["neighbour"], cast["otto"], at=at)
    return region.network


def _found(facts: Mapping[str, Any], *, at: datetime) -> Network:
    network = found_network(
        facts["name"],
        kind=facts["kind"],
        purpose=facts["purpose"],
        own_areas=[(kind, name) for kind, name, _ in facts["areas"]],
        by=None,
        at=at,
    )
    for kind, name, name_sv in facts["areas"]:
        Area.objects.filter(network=network, kind=kind, name_fi=name).update(name_sv=name_sv)
    with recorded(network.pk, "set_up_network", by=None, at=at) as record:
        record.set(
            network,
            boundary_rule=facts["boundary_rule"],
            recall=Network.Recall.ROSTER,
            period_from=at.date(),
        )
    return network


def _found_neighbour(facts: Mapping[str, Any], otto: Person, *, at: datetime) -> None:
    """Give the outsider a network of his own, founded just now: its map is still empty."""
    found_network(facts["name"], kind=facts["kind"], purpose=facts["purpose"], by=otto, at=at)


def _add_actors(region: _Region) -> None:
    """Make the actors with their names and belongings; sources name them later."""
    data, kinds = region.data, {"organisations": "organisation", "groups": "group"}
    parents: dict[str, list[tuple[str, str, str]]] = {}
    rows: list[tuple[str, str, str, str, str, str]] = []  # key, name, sv, kind, sector, place
    for section, kind in kinds.items():
        for key, (name, name_sv, sector, place, services, _) in data[section].items():
            rows.append((key, name, name_sv, kind, sector, place))
            region.services[key] = services
    sectors = {row[0]: row[4] for row in rows}
    for key, (name, name_sv, parent, place, services) in data["units"].items():
        sectors[key] = sectors[parent]
        rows.append((key, name, name_sv, "unit", sectors[key], place))
        parents[key], region.services[key] = [(parent, "", "")], services
    for key, name, employer, role, share in data["people"]["rows"]:
        if name:
            rows.append((key, name, "", "person", sectors[employer], ""))
        parents.setdefault(key, []).append((employer, role, share))
    _write_actors(region, rows)
    Belonging.objects.bulk_create(
        Belonging(actor=region.actors[key], to=region.actors[to], role=role, share=share)
        for key, belongings in parents.items()
        for to, role, share in belongings
    )


def _write_actors(region: _Region, rows: list[tuple[str, str, str, str, str, str]]) -> None:
    places = {area.name_fi: area for area in region.network.own_areas.all()}
    made = Actor.objects.bulk_create(
        Actor(
            network=region.network,
            label_fi=name,
            label_sv=name_sv,
            kind=kind,
            sector=sector,
            municipality=places.get(place),
            created_at=region.ago(12),
        )
        for _, name, name_sv, kind, sector, place in rows
    )
    region.actors = {row[0]: actor for row, actor in zip(rows, made, strict=True)}
    names = [
        Name(actor=region.actors[key], language=language, text=text)
        for key, name, name_sv, *_ in rows
        for language, text in (("fi", name), ("sv", name_sv))
        if text
    ]
    names += [
        Name(actor=region.actors[key], language=language, text=text, kind=kind)
        for key, language, text, kind in region.data["other_names"]["rows"]
    ]
    Name.objects.bulk_create(names)


def _add_contacts(region: _Region) -> None:
    """Give organisations a mailbox and a number, and some people a mailbox; ages differ."""
    ages, organisations = region.data["contacts"], region.data["organisations"]
    rows = [
        (key, kind, value, Contact.Visibility.READERS)
        for key, facts in organisations.items()
        for kind, value in (("email", f"{key}@jarvilakeus.example"), ("phone", facts[5]))
    ]
    rows += [
        (key, "email", address, Contact.Visibility.MEMBERS)
        for key, address in ages["people"].items()
    ]
    Contact.objects.bulk_create(
        Contact(
            actor=region.actors[key],
            kind=kind,
            value=value,
            visibility=visibility,
            confirmed_on=region.day(ages["months"].get(key, ages["usual_months"])),
        )
        for key, kind, value, visibility in rows
    )


def _offer_services(region: _Region) -> None:
    """Write who offers what, for whom and where, and who is on the spot at whose place."""
    towns = {area.name_fi: area for area in region.network.own_areas.all()}
    said = [
        ServiceWords(
            name=name,
            kinds=tuple(_KINDS[one] for one in kinds.split()),
            goal_areas=tuple(_GOALS[one] for one in goals.split()),
            places=[towns[place] for place in places.split(", ") if place],
            offers={region.actors[key]: Offer.Role.RESPONSIBLE for key in keys},
            target_group=group,
            channels=tuple(channels.split()),
            entrance=entrance,
        )
        for keys, name, kinds, goals, places, group, channels, entrance in region.data["services"]["rows"]
    ]  # fmt: skip
    by, at = region.cast["aino"], region.ago(3)
    add_services(region.network, said, by=by, at=at)
    for who, place, days in region.data["presence"]["rows"]:
        hours = [Hours(day, _clock(opens), _clock(closes)) for day, opens, closes in days]
        set_presence(region.actors[who], region.actors[place], hours, by=by, at=at)


def _clock(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def _add_source(region: _Region, source: Mapping[str, Any]) -> None:
    """Write one source's words while it is withdrawn, then publish it."""
    author = region.cast.get(source["author"])
    perspective = Perspective.objects.create(
        network=region.network,
        kind=source["kind"],
        title=source["title"],
        author=author,
        speaker=region.actors.get(source["speaker"]),
        recall=source["recall"],
        created_at=region.ago(source["months"]),
        period_from=region.day(source["months"] + 6),
        period_to=region.day(source["months"]),
        withdrawn_at=region.ago(source["months"]),
    )
    mentions = _name_actors(region, perspective, source)
    _write_claims(region, perspective, source["ties"], mentions)
    _write_asked(region, perspective, source)
    with recorded(
        region.network.pk,
        "import.apply",
        by=author,
        at=region.ago(source["months"]),
        summary={"title": source["title"], "actors": len(mentions), "ties": len(source["ties"])},
    ) as record:
        record.set(perspective, withdrawn_at=None)
        rebuild_ties(region.network)


def _name_actors(
    region: _Region, perspective: Perspective, source: Mapping[str, Any]
) -> dict[str, Mention]:
    """Let a source name the actors that it speaks of; the coordinator's names all of them."""
    spoken_of = {end for row in source["ties"] for end in (row[0], row[2])}
    everybody = source["kind"] == Perspective.Kind.COORDINATOR
    keys = [key for key in region.actors if everybody or key in spoken_of]
    made = Mention.objects.bulk_create(
        Mention(
            perspective=perspective,
            name=region.actors[key].label_fi,
            kind=region.actors[key].kind,
            sector=region.actors[key].sector,
            services=region.services.get(key, ""),
        )
        for key in keys
    )
    mentions = dict(zip(keys, made, strict=True))
    Identity.objects.bulk_create(
        Identity(mention=mention, actor=region.actors[key], from_at=perspective.created_at)
        for key, mention in mentions.items()
    )
    return mentions


def _write_claims(
    region: _Region,
    perspective: Perspective,
    rows: list[list[Any]],
    mentions: Mapping[str, Mention],
) -> None:
    claims = []
    for source, way, target, contents, how_often, age, note, *rest in rows:
        more = rest[0] if rest else {}
        said_at = region.ago(max(age, 0))
        claims.append(
            Claim(
                perspective=perspective,
                source=mentions[source],
                target=mentions[target],
                direction=Claim.Direction.BOTH if way == "=" else Claim.Direction.FORWARD,
                contents=contents.split(),
                frequency=_FREQUENCY[how_often],
                closeness=more.get("closeness"),
                means=more.get("means", ""),
                note=note,
                status=more.get("status", Claim.Status.EXISTING),
                valid_from=region.day(more.get("from")),
                valid_to=region.day(more.get("to")),
                confirmed_on=said_at.date(),
                created_at=said_at,
                updated_at=said_at,
            )
        )
    Claim.objects.bulk_create(claims)


def _write_asked(region: _Region, perspective: Perspective, source: Mapping[str, Any]) -> None:
    """Note whose ties the coordinator went through, and whose not yet."""
    if source["kind"] != Perspective.Kind.COORDINATOR:
        return
    organisations = [*region.data["organisations"], *region.data["groups"]]
    Asked.objects.bulk_create(
        Asked(
            perspective=perspective,
            actor=region.actors[key],
            answered_at=None if key in source["unanswered"] else perspective.created_at,
        )
        for key in organisations
        if key not in source["not_asked"]
    )


def _take_seats(region: _Region) -> None:
    """Say whom the members represent."""
    for who, key, role in region.data["seats"]["rows"]:
        membership = Membership.objects.get(network=region.network, person=region.cast[who])
        Seat.objects.create(
            membership=membership,
            actor=region.actors[key],
            role=role,
            valid_from=membership.joined_at.date(),
        )


def _go_on_working(region: _Region) -> None:
    """Do a few things as people do them, so that the list of changes is not one big arrival."""
    cast, actors = region.cast, region.actors
    for who, source, target, contents, how_often, days, note in region.data["lately"]["ties"]:
        at = region.at - timedelta(days=days)
        membership = Membership.objects.get(network=region.network, person=cast[who])
        state_tie(
            own_perspective(membership, title="", at=at),
            actors[source],
            actors[target],
            TieWords(
                direction=Claim.Direction.BOTH,
                contents=tuple(contents.split()),
                frequency=_FREQUENCY[how_often],
                note=note,
            ),
            by=cast[who],
            at=at,
        )
    for who, key, days in region.data["lately"]["confirmed"]:
        contact = actors[key].contacts.filter(kind=Contact.Kind.EMAIL).get()
        confirm_contact(contact, by=cast[who], at=region.at - timedelta(days=days))
