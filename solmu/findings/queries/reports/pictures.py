"""The only place that draws a report's pictures: SVG that carries its own colours, since no style sheet follows paper."""

from __future__ import annotations

from collections.abc import Mapping

from django.template.loader import render_to_string

from solmu.findings.rules.facts import Finding
from solmu.findings.rules.picture import detail, whole_map
from solmu.findings.rules.report import Drawn
from solmu.mapping.rules.drawing import Drawing
from solmu.mapping.rules.still import COLOURS, still_of

_AROUND = (64.0, 44.0, 62.0)  # beside, over and under the shapes: names and what a sector is called
_LINE, _SIDE_BY_SIDE = 24.0, 4  # of the legend: how high a row is, and what stands in it
_NARROWEST = 760.0  # so that the legend has room
_DETAIL_WIDTH = 212.0


def map_drawn(drawing: Drawing, numbered: Mapping[int, Finding], alt: str) -> Drawn:
    """Draw the whole map with the numbers of what to do next on it."""
    picture = whole_map(drawing, numbered, named=True)
    left = min(one.x - one.r for one in drawing.actors) - _AROUND[0]
    top = min(one.y - one.r for one in drawing.actors) - _AROUND[1]
    right = max(one.x + one.r for one in drawing.actors) + _AROUND[0]
    bottom = max(one.y + one.r for one in drawing.actors) + _AROUND[2]
    width = max(right - left, _NARROWEST)
    left -= (width - right + left) / 2
    still = still_of(drawing)
    column = width / _SIDE_BY_SIDE
    legend = [
        (
            look,
            round(left + at % _SIDE_BY_SIDE * column, 1),
            round(bottom + _LINE * (1 + at // _SIDE_BY_SIDE), 1),
        )
        for at, look in enumerate(still.legend)
    ]
    height = bottom - top + _LINE * (1.5 + (len(legend) - 1) // _SIDE_BY_SIDE)
    context = {
        "still": still,
        "names": [(hull, _colour(hull.sector)) for hull in picture.hulls],
        "badges": picture.badges,
        "alt": alt,
        "left": round(left, 1),
        "top": round(top, 1),
        "legend": legend,
        "width": round(width, 1),
        "height": round(height, 1),
    }
    svg = render_to_string("findings/report/map_picture.html", context)
    return Drawn(svg=svg.strip(), alt=alt, width=width, height=height)


def detail_drawn(drawing: Drawing, finding: Finding, alt: str, key: str) -> Drawn:
    """Draw what one finding rests on; ``key`` keeps its arrow heads apart from those of other pictures."""
    picture = detail(drawing, finding)
    wide, high = (float(part) for part in picture.view_box.split()[2:])
    height = round(_DETAIL_WIDTH * high / wide, 1)
    context = {
        "picture": picture,
        "hulls": [(hull, _colour(hull.sector)) for hull in picture.hulls],
        "marks": [(mark, _colour(mark.sector)) for mark in picture.marks],
        "alt": alt,
        "key": key,
        "width": _DETAIL_WIDTH,
        "height": height,
        "stroke": round(1.8 * picture.scale, 2),
        "head": round(9 * picture.scale, 1),
        "dots": f"0.5 {5 * picture.scale:.1f}",
    }
    svg = render_to_string("findings/report/detail_picture.html", context)
    return Drawn(svg=svg.strip(), alt=alt, width=_DETAIL_WIDTH, height=height)


def _colour(sector: str) -> str:
    return COLOURS.get(sector, COLOURS[""])
