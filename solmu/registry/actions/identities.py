"""The only place where mentions come to mean another actor: merging and splitting by identity rows."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from solmu.ledger.actions import ActingPerson, Record, recorded
from solmu.registry.actions.actors import BelongsToItself
from solmu.registry.actions.reading import rebuild_ties
from solmu.registry.models import (
    Actor,
    Belonging,
    Contact,
    Identity,
    Mention,
    Name,
    Offer,
    Presence,
)
from solmu.registry.queries import mentions_of, parents_of
from solmu.registry.rules import makes_loop

_FACTS = ("label_sv", "sector", "municipality", "business_id", "description")


class NothingToSplit(ValueError):
    """A split must leave at least one mention on each side."""


def merge_actors(
    kept: Actor, other: Actor, *, why: str = "", by: ActingPerson | None, at: datetime
) -> None:
    """Say that two actors are the same one: every mention of ``other`` means ``kept`` from now on.

    Names become aliases, contacts and facts that ``kept`` lacks are taken over, and what belonged to
    ``other`` belongs to ``kept``, which offers what either offered. Raises ``BelongsToItself`` when one of them is part of the other.
    """
    names = {"actor": kept.label_fi, "other": other.label_fi}
    with recorded(kept.network_id, "actor.merge", by=by, at=at, summary=names) as record:
        parents = parents_of(kept.network)
        if makes_loop(parents, kept.pk, other.pk) or makes_loop(parents, other.pk, kept.pk):
            raise BelongsToItself
        for mention in list(mentions_of(other)):
            _mean(mention, kept, why=why, record=record, by=by, at=at)
        known = set(kept.names.values_list("language", "text"))
        for name in other.names.all():
            if (name.language, name.text) not in known:
                record.add(
                    Name(actor=kept, language=name.language, text=name.text, kind=Name.Kind.ALIAS)
                )
        for belonging in Belonging.objects.filter(to=other):
            record.set(belonging, to=kept)
        _take_over(kept, other, record=record)
        _take_over_services(kept, other, record=record)
        rebuild_ties(kept.network, {kept.pk, other.pk})


def _take_over(kept: Actor, other: Actor, *, record: Record) -> None:
    lacking = [name for name in _FACTS if not getattr(kept, name)]
    record.set(kept, **{name: getattr(other, name) for name in lacking})
    known = set(kept.contacts.values_list("kind", "value"))
    for contact in other.contacts.all():
        if (contact.kind, contact.value) not in known:
            record.add(
                Contact(
                    actor=kept,
                    kind=contact.kind,
                    value=contact.value,
                    visibility=contact.visibility,
                    confirmed_on=contact.confirmed_on,
                )
            )


def _take_over_services(kept: Actor, other: Actor, *, record: Record) -> None:
    offered = Offer.objects.filter(actor=kept).values("service_id")
    for offer in Offer.objects.filter(actor=other).exclude(service__in=offered):
        record.set(offer, actor=kept)
    for side in ("actor", "at"):
        there = "at_id" if side == "actor" else "actor_id"
        known = set(Presence.objects.filter(**{side: kept}).values_list(there, "weekday"))
        for one in Presence.objects.filter(**{side: other}):
            if (getattr(one, there), one.weekday) not in known:
                record.set(one, **{side: kept})


def split_actor(
    actor: Actor,
    mentions: Collection[Mention],
    *,
    why: str = "",
    by: ActingPerson | None,
    at: datetime,
) -> Actor:
    """Say that some mentions mean somebody else: a new actor under the first one's name."""
    standing = {mention.pk for mention in mentions_of(actor)}
    chosen = [mention for mention in mentions if mention.pk in standing]
    if not chosen or len(chosen) == len(standing):
        raise NothingToSplit
    first = chosen[0]
    names = {"actor": actor.label_fi, "other": first.name}
    with recorded(actor.network_id, "actor.split", by=by, at=at, summary=names) as record:
        apart = record.add(
            Actor(
                network=actor.network,
                label_fi=first.name,
                kind=first.kind or actor.kind,
                sector=first.sector or actor.sector,
                municipality=actor.municipality,
                created_at=at,
            )
        )
        record.add(Name(actor=apart, text=first.name))
        for mention in chosen:
            _mean(mention, apart, why=why, record=record, by=by, at=at)
        rebuild_ties(actor.network, {actor.pk, apart.pk})
    return apart


def _mean(
    mention: Mention,
    actor: Actor,
    *,
    why: str,
    record: Record,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    for identity in mention.identities.filter(ended_at=None):
        record.set(identity, ended_at=at)
    record.add(
        Identity(
            mention=mention,
            actor=actor,
            from_at=at,
            decided_by_id=None if by is None else by.pk,
            why=why,
        )
    )
