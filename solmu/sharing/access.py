"""The only place that decides who reaches a shared map: its network's coordinators, and whoever bears its link."""

from __future__ import annotations

from datetime import datetime

from solmu.lib.reach import NotReachable
from solmu.networks.access import Entry
from solmu.passes.models import Pass
from solmu.passes.queries import PassUnknown, find_pass
from solmu.sharing.models import Share
from solmu.sharing.queries import SHARE


def share_for(entry: Entry, pk: int) -> Share:
    """Return one share of the entered network, or raise ``NotReachable``."""
    found = Share.objects.select_related("network", "grant")
    share = found.filter(network=entry.network, pk=pk).first()
    if share is None:
        raise NotReachable(pk)
    return share


def share_behind(token: str, *, at: datetime) -> Share:
    """Return what the bearer of ``token`` may see; looking changes nothing.

    Raises:
        NotReachable: there is no such link.
        PassRefused: it has ended or was revoked.
    """
    try:
        grant = find_pass(token, SHARE, at=at)
    except PassUnknown as unknown:
        raise NotReachable(SHARE) from unknown
    share = Share.objects.select_related("network").filter(grant=grant).first()
    if share is None:
        raise NotReachable(SHARE)
    return share


def share_that_ended(grant: Pass) -> Share | None:
    """Return the share that a refused link once opened, as long as it is kept."""
    return Share.objects.filter(
        pk=grant.scope.get(SHARE, 0), network_id=grant.network_id or 0
    ).first()
