"""The only place where networks are founded and set up, with their areas."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib import resources
from typing import Any

from django.db.models import F

from solmu.ledger.actions import Record, recorded
from solmu.networks.models import Area, Membership, Network
from solmu.networks.rules import (
    folded,
    slug_for,
)
from solmu.people.models import Person

_CATALOGUE = resources.files("solmu.networks") / "data" / "municipalities.json"


def load_areas(model: type[Area] = Area) -> int:
    """Bring the catalogue of areas up to its data file and return how many areas it holds.

    A migration gives its own ``model``, as the table was then.
    """
    catalogue = json.loads(_CATALOGUE.read_text(encoding="utf-8"))
    known = {(area.kind, area.code): area for area in model.objects.filter(network=None)}
    new, renamed = [], []
    for kind in (Area.Kind.MUNICIPALITY, Area.Kind.WELLBEING_COUNTY):
        for code, name_fi, name_sv in catalogue[kind]:
            area = known.get((kind, code))
            if area is None:
                new.append(model(kind=kind, code=code, name_fi=name_fi, name_sv=name_sv))
            elif (area.name_fi, area.name_sv) != (name_fi, name_sv):
                area.name_fi, area.name_sv = name_fi, name_sv
                renamed.append(area)
    model.objects.bulk_create(new)
    model.objects.bulk_update(renamed, ["name_fi", "name_sv"])
    return len(known) + len(new)


def found_network(
    name: str,
    *,
    by: Person | None,
    at: datetime,
    kind: str = Network.Kind.GUIDANCE,
    purpose: str = "",
    areas: Iterable[Area] = (),
    own_areas: Iterable[tuple[str, str]] = (),
) -> Network:
    """Make a network; whoever founds it coordinates it. Own areas are pairs of kind and name."""
    with recorded(None, "found_network", by=by, at=at) as record:
        taken = set(Network.objects.values_list("slug", flat=True))
        network = record.add(
            Network(
                name=name, slug=slug_for(name, taken), kind=kind, purpose=purpose, created_at=at
            )
        )
        record.act.network_id = network.pk
        _set_areas(network, [*areas, *_own_areas(network, own_areas, record)], record)
        if by is not None:
            record.add(
                Membership(
                    network=network,
                    person=by,
                    role=Membership.Role.COORDINATOR,
                    joined_as=by.name,
                    joined_at=at,
                )
            )
    return network


def set_up_network(
    network: Network,
    values: Mapping[str, Any],
    *,
    areas: Iterable[Area],
    own_areas: Iterable[tuple[str, str]] = (),
    by: Person,
    at: datetime,
) -> None:
    """Change what a network says of itself: name, kind, purpose, areas and boundary."""
    with recorded(network.pk, "set_up_network", by=by, at=at) as record:
        record.set(network, **values)
        _set_areas(network, [*areas, *_own_areas(network, own_areas, record)], record)
        mark_changed(network)


def mark_changed(network: Network) -> None:
    """Count one more change of what is known, so that what was computed of it is computed again."""
    Network.objects.filter(pk=network.pk).update(revision=F("revision") + 1)
    network.refresh_from_db(fields=["revision"])


def _own_areas(network: Network, named: Iterable[tuple[str, str]], record: Record) -> list[Area]:
    """Return the network's own areas of these kinds and names, made where they are missing."""
    known = {(area.kind, folded(area.name_fi)): area for area in network.own_areas.all()}
    found = []
    for kind, name in named:
        area = known.get((kind, folded(name)))
        if area is None:
            area = record.add(Area(network=network, kind=kind, name_fi=name, name_sv=name))
            known[kind, folded(name)] = area
        found.append(area)
    return found


def _set_areas(network: Network, areas: Iterable[Area], record: Record) -> None:
    through = Network.areas.through
    wanted = {area.pk for area in areas}
    present = {row.area_id: row for row in through.objects.filter(network=network)}
    for area_id in sorted(wanted - set(present)):
        record.add(through(network_id=network.pk, area_id=area_id))
    for area_id, row in present.items():
        if area_id not in wanted:
            record.remove(row)
