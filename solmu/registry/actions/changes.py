"""The only place where an act on the map is taken back, and the map read anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from solmu.ledger.actions import ActingPerson, OnConflict, take_turn, undo
from solmu.ledger.models import Act, Change
from solmu.networks.models import Network
from solmu.registry.actions.reading import rebuild_ties
from solmu.registry.models import Actor, Claim, Identity, Perspective


def undo_act(
    network: Network,
    act: Act,
    *,
    by: ActingPerson | None,
    at: datetime,
    on_conflict: OnConflict = "ask",
) -> Act | None:
    """Take ``act`` back and read again the ties that it touched.

    See ``solmu.ledger.actions.undo`` for what may stand in the way.
    """
    with transaction.atomic():
        take_turn(network.pk)
        before = touched_actors(act.changes.all())
        undoing = undo(act, by=by, at=at, on_conflict=on_conflict)
        after = touched_actors(act.changes.all())
        everything = before is None or after is None
        rebuild_ties(network, None if everything else (before or set()) | (after or set()))
    return undoing


def touched_actors(changes: Iterable[Change]) -> set[int] | None:
    """Return the actors whose ties some changes bear on, or ``None`` when a whole source came or went."""
    ids: dict[str, set[int]] = {}
    told: dict[str, set[int]] = {}
    for change in changes:
        ids.setdefault(change.model, set()).add(change.object_id)
        for name, value in {**change.before, **change.after}.items():
            if name.endswith("_id") and value is not None:
                told.setdefault(name, set()).add(value)
    if Perspective._meta.label_lower in ids:
        return None
    claims = Claim.objects.filter(pk__in=ids.get(Claim._meta.label_lower, ()))
    mentions = told.get("source_id", set()) | told.get("target_id", set())
    for source, target in claims.values_list("source_id", "target_id"):
        mentions |= {source, target}
    meant = Identity.objects.filter(mention__in=mentions).values_list("actor_id", flat=True)
    identities = Identity.objects.filter(pk__in=ids.get(Identity._meta.label_lower, ()))
    return (
        set(meant)
        | set(identities.values_list("actor_id", flat=True))
        | told.get("actor_id", set())
        | ids.get(Actor._meta.label_lower, set())
    )
