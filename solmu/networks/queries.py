"""The only place that reads areas, members and invitations."""

from __future__ import annotations

from django.db.models import Q

from solmu.networks.models import Area, Network
from solmu.networks.rules import folded


def municipalities_by_name(network: Network | None = None) -> dict[str, Area]:
    """Return municipalities by folded Finnish and Swedish name; the network's own ones win."""
    areas = Area.objects.filter(
        Q(network=None) | Q(network=network), kind=Area.Kind.MUNICIPALITY
    ).order_by("pk")
    own_last = sorted(areas, key=lambda area: area.network_id is not None)
    return {folded(name): area for area in own_last for name in (area.name_sv, area.name_fi)}


def find_municipality(text: str, network: Network | None = None) -> Area | None:
    """Find a municipality by its Finnish or Swedish name, whatever the case; None when unknown."""
    return municipalities_by_name(network).get(folded(text))
