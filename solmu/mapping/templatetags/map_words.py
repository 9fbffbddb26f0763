"""The only place for how the map's codes are said in templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from solmu.analysis.rules.coverage import Cell
from solmu.mapping.queries.choices import Choice
from solmu.mapping.queries.coverage import CoverageMap
from solmu.mapping.queries.grid import Square
from solmu.mapping.rules.still import Still
from solmu.registry.models import (
    ActorKind,
    Claim,
    GoalArea,
    Perspective,
    Sector,
    ServiceKind,
    content_label,
)

register = template.Library()


@register.filter
def contents_said(contents: Iterable[str]) -> str:
    """Say what passes as one line."""
    return capfirst(", ".join(content_label(content) for content in contents))


@register.filter
def frequency_said(frequency: int | None) -> str:
    """Say how often; nothing when nobody said."""
    return str(Claim.Frequency(frequency).label) if frequency in Claim.Frequency.values else ""


@register.filter
def kind_said(kind: str) -> str:
    """Say what an actor is."""
    return str(ActorKind(kind).label) if kind in ActorKind.values else kind


@register.filter
def service_kind_said(kind: str) -> str:
    """Say by what a service supports."""
    return str(ServiceKind(kind).label) if kind in ServiceKind.values else kind


@register.filter
def goals_said(goals: Iterable[str]) -> str:
    """Say what a service is for as one line."""
    return ", ".join(str(GoalArea(one).label) for one in goals if one in GoalArea.values)


@register.filter
def sector_in(actor: int, coverage: CoverageMap) -> str:
    """Return the sector of an actor in a square of the coverage grid."""
    return coverage.actors[actor].sector


@register.filter
def weekday_said(weekday: int) -> str:
    """Say a weekday by its short name, 0 for Monday."""
    return str(WEEKDAYS_ABBR[weekday]).lower()


@register.simple_tag
def town_of(coverage: CoverageMap, cell: Cell) -> str:
    """Say in which municipality a square is."""
    return coverage.towns[cell.place].name


@register.filter
def sector_said(sector: str) -> str:
    """Say a sector's name."""
    return str(Sector(sector).label) if sector in Sector.values else _("Sector not stated")


@register.simple_tag
def square_said(words: Mapping[str, str], row: Choice, square: Square) -> str:
    """Say what a square of the grid holds."""
    return words[square.state].format(a=row.label, b=square.column.label)


@register.filter
def source_said(perspective: Perspective) -> str:
    """Say whose words a perspective holds."""
    kinds = Perspective.Kind
    if perspective.kind == kinds.COORDINATOR:
        return capfirst(str(kinds.COORDINATOR.label))
    if perspective.speaker is not None:
        return perspective.speaker.label
    if perspective.kind == kinds.MEMBER and perspective.author is not None:
        return str(perspective.author)
    return perspective.title


@register.simple_tag
def map_caption(level: str, on: date) -> str:
    """Say on which level and day a map is."""
    return render_to_string("mapping/map_caption.html", {"level": level, "on": on}).strip()


@register.filter
def line_said(name: str) -> str:
    """Say what a kind of line means."""
    return render_to_string("mapping/map_line_name.html", {"name": name})


@register.inclusion_tag("mapping/still.html")
def still_picture(
    still: Still, heading: str, caption: str = "", *, bare: bool = False, unsaid: str = ""
) -> dict[str, Any]:
    """Draw a map as SVG; a slice above offers its own words for it."""
    return {"still": still, "heading": heading, "caption": caption, "bare": bare, "unsaid": unsaid}
