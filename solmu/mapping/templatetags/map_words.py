"""The only place for how the map's codes are said in templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from solmu.mapping.queries.choices import Choice
from solmu.mapping.queries.grid import Square
from solmu.registry.models import ActorKind, Claim, Perspective, Sector, content_label

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
