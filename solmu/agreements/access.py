"""The only place that decides which agreed actions a person reaches, which are theirs, and what they came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from solmu.agreements.models import AgreedAction
from solmu.agreements.queries.waiting import lines_of
from solmu.agreements.slots import ORIGINS, Origin
from solmu.lib.reach import NotReachable
from solmu.networks.access import Entry
from solmu.networks.slots import WaitingLine
from solmu.registry.models import Seat


def agreements_for(entry: Entry) -> QuerySet[AgreedAction]:
    """Return what was agreed in the entered network: everybody in it sees all of it."""
    found = AgreedAction.objects.filter(network=entry.network)
    return found.select_related("owner", "member__person", "author")


def agreement_for(entry: Entry, ref: str) -> AgreedAction:
    """Return one agreed action of the entered network, or raise ``NotReachable``."""
    action = agreements_for(entry).filter(ref=ref).first()
    if action is None:
        raise NotReachable(ref)
    return action


def mine(entry: Entry, *, on: date) -> Q:
    """Return what picks the entering person's own actions: theirs by name, or of whom they represent."""
    seats = Seat.objects.filter(membership=entry.membership).exclude(valid_to__lt=on)
    return Q(member=entry.membership) | Q(owner__in=seats.values("actor"))


def origins_for(
    entry: Entry, actions: Iterable[AgreedAction], *, on: date
) -> dict[tuple[str, str], Origin]:
    """Return where actions came from, as far as the entering person is told; else only the kind's name."""
    keys: dict[str, set[str]] = defaultdict(set)
    for action in actions:
        if action.origin_kind in ORIGINS:
            keys[action.origin_kind].add(action.origin_key)
    found: dict[tuple[str, str], Origin] = {}
    for kind, wanted in keys.items():
        told = ORIGINS[kind].told(entry, wanted, on)
        for key in wanted:
            found[kind, key] = told.get(key) or Origin(str(ORIGINS[kind].name))
    return found


def origin_for(entry: Entry, kind: str, key: str, *, on: date) -> Origin | None:
    """Return what an action is about to be agreed from; None when the entering person is not told of it."""
    if kind not in ORIGINS or not key:
        return None
    return ORIGINS[kind].told(entry, {key}, on).get(key)


def waiting_for(entry: Entry, on: date) -> list[WaitingLine]:
    """Return the entering person's own actions whose date is over or near; who reads only is asked nothing."""
    if not entry.may("member"):
        return []
    own = agreements_for(entry).filter(mine(entry, on=on), settled_on=None)
    return lines_of(entry.network.slug, own, on=on)
