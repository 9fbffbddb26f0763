"""The only place that lays out the ties within and between groups as a table, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import pgettext

from solmu.findings.rules.facts import Finding
from solmu.registry.models import Sector
from solmu.sna.measures.groups import Mixing
from solmu.sna.result import value_or_none

MOST_GROUPS = 8  # more do not fit beside a sentence
SHADES = 4


@dataclass(frozen=True, slots=True)
class Square:
    """How many ties lie between two groups; ``shade`` from 0 to 4 by the share of those possible."""

    ties: int
    shade: int
    told: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One group with its squares; ``sector`` is empty where groups are no sectors."""

    number: int
    name: str
    sector: str
    squares: tuple[Square, ...]


def matrix_of(finding: Finding, towns: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the table of ``finding``, or nothing when it has none or would be too large to be read."""
    groups = sorted({pair.one for pair in finding.mixed})
    if not 1 < len(groups) <= MOST_GROUPS:
        return ()
    found = {frozenset((pair.one, pair.other)): pair for pair in finding.mixed}
    densest = max((value_or_none(pair.density) or 0.0 for pair in finding.mixed), default=0.0)
    sectors = finding.topic == "sectors"
    told = frozenset(str(finding.slots.get(slot)) for slot in ("x", "y"))
    short = sector_names()
    names = {
        code: short.get(code, str(Sector(code).label)) if sectors else towns.get(code, "")
        for code in groups
    }
    if not sectors:
        groups.sort(key=lambda code: names[code])
    return tuple(
        Row(
            number=number,
            name=names[one],
            sector=one if sectors else "",
            squares=tuple(
                _square(found[key], densest, told=key == told)
                for key in (frozenset((one, other)) for other in groups)
            ),
        )
        for number, one in enumerate(groups, 1)
    )


def sector_names() -> dict[str, str]:
    """Return short names of sectors, for the ground of a small map and for a small table."""
    return {
        Sector.EDUCATION: pgettext("on a small map", "Education"),
        Sector.EMPLOYMENT: pgettext("on a small map", "Work"),
        Sector.WELLBEING: pgettext("on a small map", "Wellbeing"),
        Sector.YOUTH: pgettext("on a small map", "Youth"),
        Sector.ASSOCIATIONS: pgettext("on a small map", "Associations"),
        Sector.BUSINESS: pgettext("on a small map", "Businesses"),
    }


def _square(pair: Mixing, densest: float, *, told: bool) -> Square:
    share = (value_or_none(pair.density) or 0.0) / densest if densest else 0.0
    return Square(pair.ties, -int(-share * SHADES // 1) if share else 0, told)
