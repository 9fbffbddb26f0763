"""The only place where an act on the map is taken back, and the map read anew."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from solmu.ledger.actions import ActingPerson, OnConflict, undo
from solmu.ledger.models import Act
from solmu.networks.models import Network
from solmu.registry.actions.reading import rebuild_ties


def undo_act(
    network: Network,
    act: Act,
    *,
    by: ActingPerson | None,
    at: datetime,
    on_conflict: OnConflict = "ask",
) -> Act | None:
    """Take ``act`` back and read the ties again; see ``solmu.ledger.actions.undo`` for what may stand in the way."""
    with transaction.atomic():
        undoing = undo(act, by=by, at=at, on_conflict=on_conflict)
        rebuild_ties(network)
    return undoing
