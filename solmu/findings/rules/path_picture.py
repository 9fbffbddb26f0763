"""The only place that reckons the picture of a path: who leads where, step by step, and where it breaks off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from solmu.analysis.levels import Node
from solmu.analysis.rules.path import Found, HandOff, Route
from solmu.mapping.rules.names import lines_of
from solmu.mapping.rules.picture import Circle, curve_between, shape_of

R, EDGE, ACROSS, DOWN, ROOM = 20.0, 28.0, 190.0, 108.0, 84.0
# In a narrow picture the way leads down, and fewer ways stand beside each other.
NARROW_ACROSS, NARROW_DOWN, TOP_NARROW = 122.0, 122.0, 46.0
MOST_WAYS, MOST_NARROW, MOST_UNREACHED = 5, 3, 3
FORWARD = 1


@dataclass(frozen=True, slots=True)
class Stop:
    """An actor as it is drawn: an end meets the need; one that nobody leads to is dashed."""

    sector: str
    corners: str
    x: float
    y: float
    names: tuple[tuple[str, float], ...]
    is_start: bool
    is_end: bool
    unreached: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A hand-off as it is drawn; those of the best way are lit."""

    path: str
    warm: bool
    lit: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a hand-off would be needed: a broken line with a cross at its middle."""

    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PathPicture:
    """A drawn path, as large as it is meant to be shown at most; ``r`` is the size of a round shape."""

    left: float
    top: float
    width: float
    height: float
    stops: tuple[Stop, ...]
    steps: tuple[Step, ...]
    gaps: tuple[Gap, ...]
    r: float = R
    edge: float = EDGE

    @property
    def view_box(self) -> str:
        return f"{self.left:.1f} {self.top:.1f} {self.width:.1f} {self.height:.1f}"


def path_picture(
    found: Found, nodes: Mapping[int, Node], start: int, *, narrow: bool = False
) -> PathPicture:
    """Draw the ways to the first few actors: one column a hand-off, or one row when it is ``narrow``."""
    routes = found.routes[: MOST_NARROW if narrow else MOST_WAYS]
    best = set(routes[0].steps) if routes else set()
    depths = _depths(start, routes)
    unreached = [one for one in found.breaks if one.kind == "no_way"][
        : max(MOST_NARROW - len(routes), 0) if narrow else MOST_UNREACHED
    ]
    for one in unreached:
        depths.setdefault(one.actors[0], 1)
    spots = _spots(depths, narrow=narrow)
    ends = {route.end for route in routes}
    circles: dict[int, Circle] = {
        pk: (x, y, EDGE if pk in ends else R) for pk, (x, y) in spots.items()
    }
    missed = {one.actors[0] for one in unreached}
    return PathPicture(
        left=-ROOM,
        top=-EDGE - (TOP_NARROW if narrow else 8),
        width=max(x for x, _ in spots.values()) + 2 * ROOM,
        height=max(y for _, y in spots.values()) + 2 * EDGE + (TOP_NARROW if narrow else 8) + 56,
        stops=tuple(
            _stop(nodes[pk], spot, ends=ends, missed=missed, is_start=pk == start, above=narrow and pk == start)
            for pk, spot in spots.items()
        ),
        steps=tuple(
            Step(curve_between(circles[one.giver], circles[one.taker], FORWARD).path,
                 warm=bool(one.warm), lit=one in best)
            for one in _steps(routes)
        ),
        gaps=tuple(
            _gap(circles[next((pk for pk in one.beside if pk in depths and pk not in missed), start)],
                 circles[one.actors[0]])
            for one in unreached
        ),
    )  # fmt: skip


def _depths(start: int, routes: tuple[Route, ...]) -> dict[int, int]:
    """Return how many hand-offs away each actor on the routes is, the best route's first."""
    depths = {start: 0}
    for route in routes:
        for depth, actor in enumerate(route.actors):
            depths.setdefault(actor, depth)
    return depths


def _steps(routes: tuple[Route, ...]) -> list[HandOff]:
    return list(dict.fromkeys(step for route in routes for step in route.steps))


def _spots(depths: Mapping[int, int], *, narrow: bool) -> dict[int, tuple[float, float]]:
    """Lay actors in columns by their distance; the best route runs straight along the edge."""
    taken: dict[int, int] = defaultdict(int)
    spots = {}
    for actor, depth in depths.items():
        place = taken[depth]
        taken[depth] += 1
        spots[actor] = (
            (place * NARROW_ACROSS, depth * NARROW_DOWN)
            if narrow
            else (depth * ACROSS, place * DOWN)
        )
    return spots


def _stop(
    node: Node,
    spot: tuple[float, float],
    *,
    ends: set[int],
    missed: set[int],
    is_start: bool,
    above: bool,
) -> Stop:
    """Draw an actor; where the way leads down from it, its name stands above."""
    corners = shape_of(node.sector, R) or ()
    lines = lines_of(node.label)
    return Stop(
        sector=node.sector or "unknown",
        corners=" ".join(f"{x:.1f},{y:.1f}" for x, y in corners),
        x=spot[0],
        y=spot[1],
        names=tuple(
            (line, (15 * (at + 1 - len(lines)) - EDGE - 9) if above else EDGE + 16 + 15 * at)
            for at, line in enumerate(lines)
        ),
        is_start=is_start,
        is_end=node.pk in ends,
        unreached=node.pk in missed,
    )


def _gap(one: Circle, other: Circle) -> Gap:
    return Gap(
        curve_between(one, other, 0).path,
        round((one[0] + other[0]) / 2, 1),
        round((one[1] + other[1]) / 2, 1),
    )
