"""The only place where actors come to be, are corrected and are taken off the map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from solmu.ledger.actions import ActingPerson, Record, recorded
from solmu.networks.actions import mark_changed
from solmu.networks.models import Area
from solmu.registry.actions.perspectives import mention_of
from solmu.registry.actions.reading import rebuild_ties
from solmu.registry.models import Actor, Belonging, Contact, Name, Perspective
from solmu.registry.queries import parents_of
from solmu.registry.rules import makes_loop


class BelongsToItself(ValueError):
    """A belonging would make an actor part of itself in the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorWords:
    """What one says of an actor: its name and kind first, the rest when there is a reason."""

    name: str
    kind: str = "organisation"
    sector: str = ""
    municipality: Area | None = None
    parent: Actor | None = None
    services: str = ""
    business_id: str = ""
    description: str = ""
    name_sv: str = ""
    # (kind, value), or (kind, value, who sees it).
    contacts: tuple[tuple[str, str] | tuple[str, str, str], ...] = ()


def add_actor(
    perspective: Perspective, words: ActorWords, *, by: ActingPerson | None, at: datetime
) -> Actor:
    """Put a new actor on the map in the words of ``perspective``."""
    network = perspective.network
    with recorded(network.pk, "actor.add", by=by, at=at, summary={"actor": words.name}) as record:
        actor = record.add(
            Actor(
                network=network,
                label_fi=words.name,
                label_sv=words.name_sv,
                created_at=at,
                **_own_fields(words),
            )
        )
        _rename(actor, "fi", "", words.name, record=record)
        _rename(actor, "sv", "", words.name_sv, record=record)
        _write_around(actor, words, perspective, record=record, by=by, at=at)
        mark_changed(network)
    return actor


def correct_actor(
    actor: Actor,
    words: ActorWords,
    *,
    perspective: Perspective,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    """Give an actor corrected facts; a name that it gives up is kept as a former one."""
    with recorded(
        actor.network_id, "actor.correct", by=by, at=at, summary={"actor": words.name}
    ) as record:
        _rename(actor, "fi", actor.label_fi, words.name, record=record)
        _rename(actor, "sv", actor.label_sv, words.name_sv, record=record)
        record.set(actor, label_fi=words.name, label_sv=words.name_sv, **_own_fields(words))
        _write_around(actor, words, perspective, record=record, by=by, at=at)
        rebuild_ties(actor.network, {actor.pk})  # one source more may know the actor now


def remove_actor(actor: Actor, *, by: ActingPerson | None, at: datetime) -> None:
    """Take an actor off the map with its ties; what was said stays and comes back with an undo."""
    with recorded(
        actor.network_id, "actor.remove", by=by, at=at, summary={"actor": actor.label_fi}
    ) as record:
        record.set(actor, removed_at=at)
        rebuild_ties(actor.network, {actor.pk})


def place_in(
    actor: Actor,
    to: Actor,
    *,
    role: str = "",
    share: str = "",
    valid_from: date | None = None,
    by: ActingPerson | None,
    at: datetime,
) -> Belonging:
    """Say that ``actor`` belongs to ``to`` from a day on, in a role, for a share of its time.

    Raises ``BelongsToItself`` when that would close a loop.
    """
    with recorded(
        actor.network_id, "belonging.add", by=by, at=at, summary={"actor": actor.label_fi}
    ) as record:
        belonging = _belong(actor, to, record=record, role=role, share=share, valid_from=valid_from)
        mark_changed(actor.network)
    return belonging


def end_belonging(belonging: Belonging, *, on: date, by: ActingPerson | None, at: datetime) -> None:
    """Say that a belonging ended on a day; the past keeps it."""
    actor = belonging.actor
    with recorded(
        actor.network_id, "belonging.end", by=by, at=at, summary={"actor": actor.label_fi}
    ) as record:
        record.set(belonging, valid_to=on)
        mark_changed(actor.network)


def confirm_contact(contact: Contact, *, by: ActingPerson | None, at: datetime) -> None:
    """Say that a contact still is right today."""
    confirm_contacts(contact.actor, [contact], by=by, at=at)


def confirm_contacts(
    actor: Actor, contacts: Iterable[Contact], *, by: ActingPerson | None, at: datetime
) -> None:
    """Say that these contacts of ``actor`` still are right today."""
    with recorded(
        actor.network_id, "contact.confirm", by=by, at=at, summary={"actor": actor.label_fi}
    ) as record:
        for contact in contacts:
            record.set(contact, confirmed_on=at.date())
        mark_changed(actor.network)


def _own_fields(words: ActorWords) -> dict[str, Any]:
    return {
        "kind": words.kind,
        "sector": words.sector,
        "municipality": words.municipality,
        "business_id": words.business_id,
        "description": words.description,
    }


def _write_around(
    actor: Actor,
    words: ActorWords,
    perspective: Perspective,
    *,
    record: Record,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    mention = mention_of(actor, perspective, record=record, by=by, at=at)
    record.set(mention, services=words.services)
    _set_parent(actor, words.parent, record=record, on=at.date())
    _set_contacts(actor, words.contacts, record=record, on=at.date())


def _rename(actor: Actor, language: str, old: str, new: str, *, record: Record) -> None:
    if old == new:
        return
    for name in actor.names.filter(language=language, kind=Name.Kind.OFFICIAL):
        record.set(name, kind=Name.Kind.FORMER)
    if not new:
        return
    known = actor.names.filter(language=language, text=new).first()
    if known is None:
        record.add(Name(actor=actor, language=language, text=new))
    else:
        record.set(known, kind=Name.Kind.OFFICIAL)


def _set_parent(actor: Actor, parent: Actor | None, *, record: Record, on: date) -> None:
    if actor.kind == "person" and parent is None:
        return  # a person's several belongings are edited one by one
    current = list(actor.belongings.filter(valid_to=None))
    for belonging in current:
        if parent is None or (belonging.to_id != parent.pk and actor.kind != "person"):
            record.remove(belonging)
    if parent is not None and parent.pk not in {one.to_id for one in current}:
        _belong(actor, parent, record=record, valid_from=None if not current else on)


def _belong(
    actor: Actor,
    to: Actor,
    *,
    record: Record,
    role: str = "",
    share: str = "",
    valid_from: date | None = None,
) -> Belonging:
    if makes_loop(parents_of(actor.network), actor.pk, to.pk):
        raise BelongsToItself
    return record.add(Belonging(actor=actor, to=to, role=role, share=share, valid_from=valid_from))


def _set_contacts(
    actor: Actor,
    contacts: tuple[tuple[str, str] | tuple[str, str, str], ...],
    *,
    record: Record,
    on: date,
) -> None:
    known = {(one.kind, one.value): one for one in actor.contacts.all()}
    wanted = {(kind, value): seen_by for kind, value, *seen_by in contacts if value}
    for key, contact in known.items():
        if key not in wanted:
            record.remove(contact)
    for (kind, value), seen_by in wanted.items():
        told = {"visibility": seen_by[0]} if seen_by else {}
        if (kind, value) in known:
            record.set(known[kind, value], **told)
        else:
            record.add(Contact(actor=actor, kind=kind, value=value, confirmed_on=on, **told))
