"""The only place that decides where the map's actors begin, before they are moved apart."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TypeAlias

import igraph

from solmu.sna.graph import seeded
from solmu.sna.layout.cells import Cell, Point, centre_of
from solmu.sna.layout.spacing import sides_of, to_the_side

Box: TypeAlias = tuple[float, float, float, float]

GOLDEN = math.pi * (3 - math.sqrt(5))
RAYS = 90
TURNED = 0.7  # of the way to an even spread: all of it would tear neighbours apart
FEW, MANY = 8, 32  # up to few in a cell are not turned at all


def pulled_by_ties(
    pairs: Sequence[tuple[int, int]],
    cells: Sequence[Cell],
    held: Mapping[int, Point],
    room: float,
    inset: float,
    seed: int,
) -> list[Point]:
    """Let ties draw the actors together, each within its cell; whoever is ``held`` stays.

    Args:
        pairs: Who is tied to whom, each pair once.
        cells: For each actor the cell it belongs in.
        held: Actor to its place.
        room: The distance that two tied actors like to keep.
        inset: How far they stay from the cell's sides.
        seed: Where the random numbers begin.

    Returns:
        One place an actor.

    Source: Fruchterman & Reingold 1991, Software: Practice and Experience 21(11), 1129–1164.
    """
    if not cells:
        return []
    boxes = [_box(cell) for cell in cells]
    for actor, (x, y) in held.items():
        boxes[actor] = (x, y, x, y)
    met: Counter[int] = Counter()
    start = []
    for cell, box in zip(cells, boxes, strict=True):
        met[id(cell)] += 1
        start.append(_within(_seed_head(centre_of(cell), met[id(cell)], room, seed), box))
    lefts, tops, rights, bottoms = (
        [side / room for side in sides] for sides in zip(*boxes, strict=True)
    )
    with seeded(seed):
        found = igraph.Graph(n=len(cells), edges=list(pairs)).layout_fruchterman_reingold(
            seed=[(x / room, y / room) for x, y in start],
            niter=max(30, min(300, 300_000 // len(cells))),
            start_temp=math.sqrt(len(cells)) / 20,
            minx=lefts,
            miny=tops,
            maxx=rights,
            maxy=bottoms,
        )
    return _filled([(x * room, y * room) for x, y in found.coords], cells, held, inset)


def _filled(
    places: Sequence[Point], cells: Sequence[Cell], held: Mapping[int, Point], inset: float
) -> list[Point]:
    """Let the actors of each cell fill it evenly, keeping who is next to whom and who is further in."""
    members: dict[int, list[int]] = defaultdict(list)
    for actor, cell in enumerate(cells):
        if actor not in held:
            members[id(cell)].append(actor)
    filled = list(places)
    for some in members.values():
        cell = cells[some[0]]
        for actor, place in zip(
            some, _even([places[actor] for actor in some], cell, inset), strict=True
        ):
            filled[actor] = place
    return filled


def _even(places: Sequence[Point], cell: Cell, inset: float) -> list[Point]:
    """Spread places over a cell: every direction and every ring gets as many as it has room for.

    The k-th of n around the cell's middle is turned towards where k / n of the cell's area lies behind it,
    and the k-th of n from the middle gets √(k / n) of the way to the side.
    """
    middle, sides = centre_of(cell), sides_of(cell, inset)
    turns = [math.atan2(y - middle[1], x - middle[0]) for x, y in places]
    rays = [-math.pi + step * math.pi / RAYS for step in range(2 * RAYS)]
    reach = [to_the_side(middle, (math.cos(ray), math.sin(ray)), sides) for ray in rays]
    turned = TURNED * min(max((len(places) - FEW) / (MANY - FEW), 0.0), 1.0)
    behind = list(accumulate(far * far for far in reach))
    for order, at in enumerate(sorted(range(len(places)), key=turns.__getitem__)):
        wanted = (order + 0.5) / len(places) * behind[-1]
        turns[at] += turned * (rays[bisect_left(behind, wanted)] - turns[at])
    _, top, right, _ = _box(cell)
    wide, high = right - middle[0], middle[1] - top

    def how_far(at: int) -> float:
        return max(abs(places[at][0] - middle[0]) / wide, abs(places[at][1] - middle[1]) / high)

    even = list(places)
    for order, at in enumerate(sorted(range(len(places)), key=how_far)):
        ray = (math.cos(turns[at]), math.sin(turns[at]))
        way = math.sqrt((order + 0.5) / len(places)) * to_the_side(middle, ray, sides)
        even[at] = (middle[0] + ray[0] * way, middle[1] + ray[1] * way)
    return even


def _seed_head(middle: Point, number: int, room: float, seed: int) -> Point:
    """Return the place of the ``number``th actor of a cell, evenly around its middle."""
    reach, turn = 0.3 * room * math.sqrt(number), number * GOLDEN + seed
    return middle[0] + reach * math.cos(turn), middle[1] + reach * math.sin(turn)


def _box(cell: Cell) -> Box:
    """Return a box as large as the cell around the cell's middle: left, top, right, bottom."""
    x, y = centre_of(cell)
    wide = max(across for across, _ in cell) - min(across for across, _ in cell)
    high = max(down for _, down in cell) - min(down for _, down in cell)
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _within(point: Point, box: Box) -> Point:
    return min(max(point[0], box[0]), box[2]), min(max(point[1], box[1]), box[3])
