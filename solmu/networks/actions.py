"""The only place where networks, areas and memberships change."""

from __future__ import annotations

import json
from importlib import resources

from solmu.networks.models import Area

_CATALOGUE = resources.files("solmu.networks") / "data" / "municipalities.json"


def load_areas() -> int:
    """Bring the catalogue of areas up to its data file and return how many areas it holds."""
    catalogue = json.loads(_CATALOGUE.read_text(encoding="utf-8"))
    known = {(area.kind, area.code): area for area in Area.objects.filter(network=None)}
    new, renamed = [], []
    for kind in (Area.Kind.MUNICIPALITY, Area.Kind.WELLBEING_COUNTY):
        for code, name_fi, name_sv in catalogue[kind]:
            area = known.get((kind, code))
            if area is None:
                new.append(Area(kind=kind, code=code, name_fi=name_fi, name_sv=name_sv))
            elif (area.name_fi, area.name_sv) != (name_fi, name_sv):
                area.name_fi, area.name_sv = name_fi, name_sv
                renamed.append(area)
    Area.objects.bulk_create(new)
    Area.objects.bulk_update(renamed, ["name_fi", "name_sv"])
    return len(known) + len(new)
