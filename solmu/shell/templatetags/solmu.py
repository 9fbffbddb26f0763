"""The only place for template tags that every slice may use: icons, shapes, assets, toasts."""

from __future__ import annotations

import math
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from solmu.shell.templatetags import assets

register = template.Library()
Context = dict[str, Any]

_RADIUS = 8.2  # of a shape in its 20 × 20 box


def _polygon(corners: int, radius: float, turn: float) -> str:
    points = (
        (math.cos(turn + i * math.tau / corners), math.sin(turn + i * math.tau / corners))
        for i in range(corners)
    )
    return " ".join(f"{x * radius:.1f},{y * radius:.1f}" for x, y in points)


# One shape a sector beside its colour, so that colour never stands alone; web/shapes.ts draws the same.
_UP = -math.pi / 2
_CIRCLE = f'<circle r="{_RADIUS}"/>'
_SHAPES = {
    "education": '<rect x="-7.4" y="-7.4" width="14.8" height="14.8" rx="2.5"/>',
    "employment": f'<polygon points="{_polygon(4, _RADIUS * 1.18, 0)}"/>',
    "youth": f'<polygon points="{_polygon(6, _RADIUS * 1.08, 0)}"/>',
    "associations": f'<polygon points="{_polygon(3, _RADIUS * 1.22, _UP)}"/>',
    "business": f'<polygon points="{_polygon(5, _RADIUS * 1.1, _UP)}"/>',
}


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Draw a Lucide icon; ``size`` is small, large or nothing. The words beside it carry the meaning."""
    inside = mark_safe(assets.icon(name))  # noqa: S308 - from the package of icons, never from people
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9" '
        'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{}</svg>',
        f" {size}" if size else "",
        inside,
    )


@register.simple_tag
def shape(sector: str | None, size: str = "") -> SafeString:
    """Draw the shape and colour of a sector; an unknown sector is a grey circle."""
    inside = mark_safe(_SHAPES.get(sector or "", _CIRCLE))  # noqa: S308 - constants of this module
    return format_html(
        '<svg class="shape sector-{}{}" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">{}</svg>',
        sector or "unknown",
        f" {size}" if size else "",
        inside,
    )


def _nonce(context: Context) -> str:
    request = context.get("request")
    return str(getattr(request, "csp_nonce", ""))


@register.simple_tag(takes_context=True)
def vite_style(context: Context, name: str = "solmu/web/main.ts") -> SafeString:
    """Link the styles of a built entry."""
    nonce = _nonce(context)
    return format_html_join(
        "\n",
        '<link rel="stylesheet" href="{}" nonce="{}">',
        ((address, nonce) for address in assets.entry(name).styles),
    )


@register.simple_tag(takes_context=True)
def vite_script(context: Context, name: str = "solmu/web/main.ts") -> SafeString:
    """Load a built entry: ``{% vite_script "solmu/mapping/islands/area-map.ts" %}``."""
    entry, nonce = assets.entry(name), _nonce(context)
    ahead = format_html_join(
        "\n",
        '<link rel="modulepreload" href="{}" nonce="{}">',
        ((address, nonce) for address in entry.chunks),
    )
    return format_html(
        '{}\n<script type="module" src="{}" nonce="{}"></script>', ahead, entry.script, nonce
    )


@register.filter
def undo_address(tags: str | None) -> str:
    """Return the address in a message's ``extra_tags="undo:/…"``, for the toast's Undo button."""
    return next((tag[5:] for tag in (tags or "").split() if tag.startswith("undo:")), "")


@register.filter
def is_single_check(field: BoundField) -> bool:
    """Tell whether the field is one box to tick, whose label stands after it."""
    return isinstance(field.field.widget, CheckboxInput)
