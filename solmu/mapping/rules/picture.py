"""The only place that reckons the lines of a drawing: curves of ties, shapes and hulls of sectors.

islands/_geometry.ts reckons the same in the browser, where actors move; tests/data/geometry.json holds both to it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Circle: TypeAlias = tuple[float, float, float]

BEND = 0.09
GAP_AT_TAIL, GAP_AT_HEAD = 3.0, 6.0
HULL_PAD = 30.0
_UP = -math.pi / 2
_SHAPES = {
    "education": (4, 1.26, math.pi / 4),
    "employment": (4, 1.18, 0.0),
    "youth": (6, 1.08, 0.0),
    "associations": (3, 1.22, _UP),
    "business": (5, 1.1, _UP),
}
CORNERS = 24  # points around each actor of which a hull is made


@dataclass(frozen=True, slots=True)
class Curve:
    """A tie as a quadratic curve: where it begins, what bends it, where it ends."""

    start: Point
    bend: Point
    end: Point

    @property
    def path(self) -> str:
        (x1, y1), (cx, cy), (x2, y2) = self.start, self.bend, self.end
        return f"M{x1:.1f},{y1:.1f}Q{cx:.1f},{cy:.1f} {x2:.1f},{y2:.1f}"

    def at(self, share: float) -> Point:
        """Return the point that lies a share of the way along."""
        left = 1 - share
        x, y = (
            left * left * a + 2 * left * share * b + share * share * c
            for a, b, c in zip(self.start, self.bend, self.end, strict=True)
        )
        return x, y


def curve_between(one: Circle, other: Circle, way: int = 3) -> Curve:
    """Bend a tie a little, so that it does not run through what lies between, and keep it off both shapes.

    Where an arrow ends it keeps off further, so that its head is seen.
    """
    dx, dy = other[0] - one[0], other[1] - one[1]
    bend = ((one[0] + other[0]) / 2 - dy * BEND, (one[1] + other[1]) / 2 + dx * BEND)
    return Curve(
        _off(one, bend, GAP_AT_HEAD if way & 2 else GAP_AT_TAIL),
        bend,
        _off(other, bend, GAP_AT_HEAD if way & 1 else GAP_AT_TAIL),
    )


def _off(circle: Circle, towards: Point, gap: float) -> Point:
    x, y, r = circle
    dx, dy = towards[0] - x, towards[1] - y
    length = math.hypot(dx, dy) or 1.0
    reach = min(r + gap, length)
    return x + dx / length * reach, y + dy / length * reach


def shape_of(sector: str, r: float) -> list[Point] | None:
    """Return the corners of a sector's shape around the origin, None for a circle."""
    corners, grown, turn = _SHAPES.get(sector, (0, 1.0, 0.0))
    if not corners:
        return None
    return [
        (
            round(math.cos(turn + step * math.tau / corners) * r * grown, 1),
            round(math.sin(turn + step * math.tau / corners) * r * grown, 1),
        )
        for step in range(corners)
    ]


def hull_around(circles: Sequence[Circle], pad: float = HULL_PAD) -> list[Point]:
    """Return the corners of the smallest convex shape that keeps ``pad`` around all ``circles``."""
    points = sorted(
        (
            round(x + math.cos(turn) * (r + pad), 4),
            round(y + math.sin(turn) * (r + pad), 4),
        )
        for x, y, r in circles
        for turn in (step * math.tau / CORNERS for step in range(CORNERS))
    )
    lower = _half(points)
    return lower + _half(points[::-1])


def _half(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept[:-1]


def _turn(o: Point, a: Point, b: Point) -> float:
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])
