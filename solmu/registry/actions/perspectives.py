"""The only place where sources are opened and withdrawn, and where they come to name an actor."""

from __future__ import annotations

from datetime import datetime

from solmu.ledger.actions import ActingPerson, Record, recorded
from solmu.networks.models import Membership, Network
from solmu.registry.actions.reading import rebuild_ties
from solmu.registry.models import Actor, Asked, Identity, Mention, Perspective, Seat


def own_perspective(membership: Membership, *, title: str, at: datetime) -> Perspective:
    """Return the perspective that a member's own words go to; coordinators share one.

    Opening it is no change to the map: it holds nothing yet.
    """
    kind = Perspective.Kind
    if membership.role == Membership.Role.COORDINATOR:
        return Perspective.objects.get_or_create(
            network=membership.network,
            kind=kind.COORDINATOR,
            defaults={"title": title, "created_at": at, "author": membership.person},
        )[0]
    seat = Seat.objects.filter(membership=membership, valid_to=None).first()
    return Perspective.objects.get_or_create(
        network=membership.network,
        kind=kind.MEMBER,
        author=membership.person,
        withdrawn_at=None,
        defaults={
            "title": title,
            "created_at": at,
            "speaker": seat.actor if seat else None,
        },
    )[0]


def mention_of(
    actor: Actor,
    perspective: Perspective,
    *,
    by: ActingPerson | None,
    at: datetime,
    record: Record | None = None,
) -> Mention:
    """Return how ``perspective`` names ``actor``; it comes to name it when it has not so far.

    Given a ``record`` the naming is a change that an undo takes back, as when an actor is added. Without
    one it only serves what is said next, and stays when that is taken back: others may lean on it.
    """
    named = Mention.objects.filter(
        perspective=perspective, identities__actor=actor, identities__ended_at=None
    ).first()
    if named is not None:
        return named
    mention = Mention(
        perspective=perspective, name=actor.label_fi, kind=actor.kind, sector=actor.sector
    )
    identity = Identity(
        mention=mention, actor=actor, from_at=at, decided_by_id=None if by is None else by.pk
    )
    for row in (mention, identity):
        if record is None:
            row.save(force_insert=True)
        else:
            record.add(row)
    return mention


def mark_asked(
    perspective: Perspective,
    actor: Actor,
    *,
    answered: bool,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    """Note that the ties of ``actor`` were gone through, or that they were not after all."""
    with recorded(
        perspective.network_id, "asked.mark", by=by, at=at, summary={"actor": actor.label_fi}
    ) as record:
        asked = Asked.objects.filter(perspective=perspective, actor=actor).first()
        if asked is None:
            asked = record.add(Asked(perspective=perspective, actor=actor))
        record.set(asked, answered_at=at if answered else None)
        mention_of(actor, perspective, by=by, at=at)
        rebuild_ties(perspective.network, {actor.pk})


def withdraw_perspective(
    perspective: Perspective, *, by: ActingPerson | None, at: datetime
) -> None:
    """Take a source's words off the map; they stay with their source and can be put back."""
    network: Network = perspective.network
    with recorded(
        network.pk, "perspective.withdraw", by=by, at=at, summary={"title": perspective.title}
    ) as record:
        record.set(perspective, withdrawn_at=at)
        rebuild_ties(network)
