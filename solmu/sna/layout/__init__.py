"""The only place that says where on the map each actor stands."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from solmu.sna.layout.cells import Cell, Point, divided, order_around
from solmu.sna.layout.newcomers import place_newcomers
from solmu.sna.layout.room import Room
from solmu.sna.layout.spacing import FLAT, Floor
from solmu.sna.layout.start import pulled_by_ties

__all__ = ["SECTORS_AROUND", "WIDTH_AND_HEIGHT", "canvas", "positions"]

WIDTH_AND_HEIGHT = (1000.0, 620.0)
MIDDLE_GROUP = "ohjaamo"
SECTORS_AROUND = ("education", "employment", "business", "wellbeing", "associations", "youth")
ROOMY = 48  # as many actors as fit the canvas with their labels apart
CROWD = 4000  # beyond it a shape may touch another's name: looking for free places took most of the time
INSET = 50.0
MARGINS = (22.0, 26.0, 22.0, 10.0)  # left, top, right, bottom
HOLE = 96.0


def canvas(n: int) -> tuple[float, float]:
    """Return width and height of the canvas for ``n`` actors.

    Up to 48 actors it is 1000 by 620; beyond, it grows so that each still has as much room.

    >>> canvas(35), canvas(192)
    ((1000.0, 620.0), (2000.0, 1240.0))
    """
    more = math.sqrt(max(n / ROOMY, 1.0))
    return WIDTH_AND_HEIGHT[0] * more, WIDTH_AND_HEIGHT[1] * more


def positions(
    n: int,
    edges: Sequence[tuple[int, int]],
    groups: Sequence[str],
    fixed: Mapping[int, Point] | None = None,
    seed: int = 0,
    *,
    around: Sequence[str] = SECTORS_AROUND,
) -> list[Point]:
    """Say where on the map each actor stands.

    Each group has its own part of the canvas around the middle, where the actors of ``ohjaamo`` stand.
    Within it, those who are tied stand near each other and those who are tied to other groups near
    them. Shapes and labels (120 by 18, under the shape) keep off each other.

    The same input gives the same map. Whoever is ``fixed`` stays exactly there. When that is most of the
    actors, the others land near their neighbours, or else near their group, where there is room.

    Args:
        n: Number of actors.
        edges: Ties as pairs of indices; directions do not matter.
        groups: One value an actor, such as its sector; '' where it is not stated.
        fixed: Actor to the place it has to keep.
        seed: Another number gives another, equally good map.
        around: Groups that have their own direction, clockwise from the left.

    Returns:
        One ``(x, y)`` an actor, within `canvas`.

    Source: Fruchterman & Reingold 1991 for who stands near whom; the cells and the spacing are Solmu's.

    >>> positions(3, [(0, 1)], ["ohjaamo", "education", "wellbeing"], {1: (200, 100)})[1]
    (200, 100)
    """
    kept = {actor: place for actor, place in (fixed or {}).items() if 0 <= actor < n}
    pairs = sorted({(min(a, b), max(a, b)) for a, b in edges if a != b})
    size = canvas(n)
    if kept and 2 * len(kept) >= n:
        return place_newcomers(n, pairs, groups, kept, size)
    ground = _divide(n, pairs, groups, around, size)
    held = {ground.hub: ground.middle} | kept if ground.hub is not None else kept
    room = math.sqrt(size[0] * size[1] / (n + 6))
    start = pulled_by_ties(pairs, ground.cells, held, room, INSET, seed)
    floor = Floor(
        x=[x for x, _ in start],
        y=[y for _, y in start],
        held=[actor in held for actor in range(n)],
        cells=ground.cells,
        inset=INSET,
        middle=ground.middle,
        middle_cell=ground.middle_cell,
        hole=ground.hole,
    )
    floor.settle(rounds=_rounds(n), room=0.95 * room)
    moved = [
        kept.get(at, (round(x, 1), round(y, 1)))
        for at, (x, y) in enumerate(zip(floor.x, floor.y, strict=True))
    ]
    return moved if n > CROWD else _off_each_other(moved, groups, held, size)


def _rounds(n: int) -> int:
    """Say how often actors are moved apart: in a crowd, where few names are shown at once, seldom."""
    return 2 if n > CROWD else max(12, min(160, 30_000 // max(n, 1)))


def _off_each_other(
    places: Sequence[Point], groups: Sequence[str], held: Collection[int], size: tuple[float, float]
) -> list[Point]:
    """Give whoever still stands on another the nearest free place; whoever is ``held`` stays."""
    room = Room(groups, size)
    for actor in [*held, *(other for other in range(len(places)) if other not in held)]:
        place = places[actor]
        if actor not in held:
            x, y = room.nearest_free(actor, place, steps=max(150, 150_000 // len(places)))
            place = (round(x, 1), round(y, 1))
        room.take(actor, place)
    return [room.places[actor] for actor in range(len(places))]


@dataclass(frozen=True, slots=True)
class _Ground:
    """Who belongs where: a cell an actor, and the middle with its hub, if there is one."""

    cells: list[Cell]
    middle: Point
    middle_cell: Cell | None = None
    hub: int | None = None
    hole: float = 0.0


def _divide(
    n: int,
    pairs: Sequence[tuple[int, int]],
    groups: Sequence[str],
    around: Sequence[str],
    size: tuple[float, float],
) -> _Ground:
    """Divide the canvas among the groups, and keep its middle for those who stand there."""
    inner = [actor for actor in range(n) if groups[actor] == MIDDLE_GROUP]
    if 2 * len(inner) >= n:
        inner = []
    ends = Counter(end for pair in pairs for end in pair)
    outer = sorted(set(range(n)).difference(inner))
    sizes = Counter(groups[actor] for actor in outer)
    left, top, right, bottom = MARGINS
    apex, cells = divided(
        {group: sizes[group] + 1.5 for group in order_around(groups, outer, pairs, around)},
        size[0] - left - right,
        size[1] - top - bottom,
    )
    middle = (apex[0] + left, apex[1] + top)
    moved = {name: [(x + left, y + top) for x, y in cell] for name, cell in cells.items()}
    if not inner:
        return _Ground([moved[group] for group in groups], middle)
    hub = max(inner, key=lambda actor: (ends[actor], -actor))
    hole = HOLE * math.sqrt(len(inner))
    core = _ring(middle, hole)
    return _Ground(
        [core if actor in inner else moved[groups[actor]] for actor in range(n)],
        middle, core, hub, hole,
    )  # fmt: skip


def _ring(middle: Point, reach: float) -> Cell:
    """Return a round cell, wider than high."""
    turns = [step * math.pi / 8 for step in range(16)]
    return [
        (middle[0] + FLAT * reach * math.cos(turn), middle[1] + reach * math.sin(turn))
        for turn in turns
    ]
