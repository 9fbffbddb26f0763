"""The only place that says which actors a region of some municipalities usually has."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import Any

from solmu.formats.dataset import ActorRow, Dataset

_DATA = resources.files("solmu.registry") / "data" / "starter_set.json"
# Bodies that go by the name of their area, when it is known.
_NAMED_AFTER_AREA = frozenset({"wellbeing_county", "employment_area"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """One suggestion: its key, the municipality it is of (nothing: the whole area), ticked or not."""

    key: str
    town: str
    row: ActorRow
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """The areas of a network, by name."""

    towns: Sequence[str] = ()
    counties: Sequence[str] = ()
    employment_areas: Sequence[str] = ()

    def places(self, per: str) -> Sequence[str]:
        """Return where there is one of a kind."""
        places = {
            "municipality": self.towns,
            "county": self.counties,
            "employment_area": self.employment_areas,
        }
        return list(dict.fromkeys(places.get(per, ()))) or [""]


@lru_cache(maxsize=1)
def _kinds() -> Sequence[Mapping[str, Any]]:
    kinds: Sequence[Mapping[str, Any]] = json.loads(_DATA.read_text(encoding="utf-8"))["kinds"]
    return kinds


def usual_actors(region: Region, *, language: str = "fi") -> list[Usual]:
    """Return suggestions: those of each municipality one after another, then those of the whole area.

    Names are never inflected: where there are several of a kind, the place stands after the name.

    >>> found = usual_actors(Region(towns=["Selkäjoki", "Haapakorpi"]))
    >>> [(one.town, one.row.label) for one in found][:1]
    [('Selkäjoki', 'Peruskoulujen opinto-ohjaajat, Selkäjoki')]
    >>> len(found), found[-1].row.label
    (33, 'Yrittäjäyhdistys')
    """
    found = list(_suggestions(region, "sv" if language == "sv" else "fi"))
    places = {town: place for place, town in enumerate([*region.places("municipality"), ""])}
    return sorted(found, key=lambda one: places[one.town])


def _suggestions(region: Region, tongue: str) -> Iterator[Usual]:
    by_key = {kind["key"]: kind for kind in _kinds()}
    for kind in _kinds():
        places = region.places(kind["per"])
        of_town = kind["per"] == "municipality"
        for place in places:
            above = by_key.get(kind.get("parent", ""))
            yield Usual(
                key=f"{kind['key']}/{place}",
                town=place if of_town else "",
                row=ActorRow(
                    ref=f"{kind['key']}/{place}"[:120],
                    label=_label(kind, tongue, place, len(places)),
                    kind=kind["kind"],
                    sector=kind["sector"],
                    municipality=place if of_town else "",
                    parent=_label(above, tongue, place, len(places)) if above else "",
                    services=kind[f"services_{tongue}"],
                ),
                ticked=kind.get("usual", True),
            )


def _label(kind: Mapping[str, Any], tongue: str, place: str, of_them: int) -> str:
    if place and kind["key"] in _NAMED_AFTER_AREA:
        return place
    name: str = kind[tongue]
    return f"{name}, {place}" if of_them > 1 else name


def chosen(suggestions: Sequence[Usual], keys: Collection[str]) -> Dataset:
    """Return the suggestions that were kept; what they belong to comes along only if it was kept too."""
    kept = [one.row for one in suggestions if one.key in keys]
    labels = {row.label for row in kept}
    return Dataset(
        actors=tuple(row if row.parent in labels else replace(row, parent="") for row in kept)
    )
