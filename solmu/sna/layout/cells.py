"""The only place that divides the map's canvas among groups, so that no two of them overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Cell: TypeAlias = list[Point]
Cells: TypeAlias = dict[str, Cell]

MOST_WEDGES = 9
LARGEST_WEDGE = 0.45
LARGEST_SIDE = 0.75


def order_around(
    groups: Sequence[str],
    members: Sequence[int],
    edges: Iterable[tuple[int, int]],
    around: Sequence[str],
) -> list[str]:
    """Decide in which order the groups stand around the middle, clockwise from the left.

    Those that ``around`` names keep its order, so that they are in the same direction on every map. Each
    other one, the largest first, gets the place where it has most ties to its two neighbours.

    >>> order_around(["a", "b", "c", "d"], range(4), [(0, 2), (2, 1), (1, 3), (3, 0)], [])
    ['a', 'c', 'b', 'd']
    """
    sizes = Counter(groups[actor] for actor in members)
    between = Counter(frozenset((groups[a], groups[b])) for a, b in edges)
    order = [group for group in around if group in sizes]
    for group in sorted(sizes.keys() - set(order), key=lambda each: (not each, -sizes[each], each)):

        def gain(place: int, group: str = group) -> int:
            left, right = order[place - 1], order[place % len(order)]
            joined = between[frozenset((left, group))] + between[frozenset((group, right))]
            return joined - between[frozenset((left, right))]

        order.insert(max(range(1, len(order) + 1), key=gain) if order else 0, group)
    return order


def divided(weights: Mapping[str, float], width: float, height: float) -> tuple[Point, Cells]:
    """Give each group, in order, a convex part of the canvas whose area goes by its weight.

    Few groups get wedges around the middle. Where one has nearly half of all weight it gets a whole
    side, for a wedge of more than half a turn would not be convex. Many groups get boxes.

    Returns:
        The point around which the groups stand, and each group's cell.

    >>> middle, cells = divided({"one": 1, "other": 1}, 1000.0, 600.0)
    >>> middle, cells["one"]
    ((500.0, 300.0), [(500.0, 300.0), (500.0, 600.0), (0.0, 600.0), (0.0, 0.0), (500.0, 0.0)])
    """
    middle = (width / 2, height / 2)
    if len(weights) > MOST_WEDGES:
        return middle, _boxes(list(weights.items()), 0.0, 0.0, width, height)
    if len(weights) < 2:
        whole = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
        return middle, dict.fromkeys(weights, whole)
    names, total = list(weights), sum(weights.values())
    largest = max(names, key=lambda name: weights[name])
    if weights[largest] < LARGEST_WEDGE * total:
        return middle, _wedges(weights, middle, (0.0, height / 2), width, height)
    at, share = names.index(largest), min(weights[largest] / total, LARGEST_SIDE)
    others = (1 - share) / (total - weights[largest])
    turned = {name: weights[name] * others for name in [*names[at:], *names[:at]]}
    apex = (width * share, height / 2)
    return apex, _wedges(turned | {largest: share}, apex, (apex[0], height), width, height)


def centre_of(cell: Cell) -> Point:
    """Return the centroid of a convex cell."""
    area = across = down = 0.0
    for (x1, y1), (x2, y2) in zip(cell, [*cell[1:], cell[0]], strict=True):
        part = x1 * y2 - x2 * y1
        area, across, down = area + part, across + (x1 + x2) * part, down + (y1 + y2) * part
    return across / (3 * area), down / (3 * area)


def _wedges(
    weights: Mapping[str, float], apex: Point, start: Point, width: float, height: float
) -> Cells:
    """Cut the canvas around ``apex``, clockwise from ``start`` on its edge, by area."""
    trail = _edge_from(start, width, height)
    areas = [
        abs((x1 - apex[0]) * (y2 - apex[1]) - (x2 - apex[0]) * (y1 - apex[1])) / 2
        for (x1, y1), (x2, y2) in zip(trail, trail[1:], strict=False)
    ]
    total, found, at, into = sum(weights.values()), {}, 0, 0.0
    here = trail[0]
    for name, weight in weights.items():
        wanted, cell = weight / total * width * height, [apex, here]
        while at < len(areas) - 1 and wanted >= areas[at] - into - 1e-6:
            wanted -= areas[at] - into
            at, into = at + 1, 0.0
            cell.append(trail[at])
        into += wanted
        (x1, y1), (x2, y2) = trail[at], trail[at + 1]
        along = min(into / areas[at], 1.0) if areas[at] else 1.0
        here = (x1 + (x2 - x1) * along, y1 + (y2 - y1) * along)
        found[name] = [*cell, here] if here != cell[-1] else cell
    return found


def _edge_from(start: Point, width: float, height: float) -> list[Point]:
    """Go once around the canvas, clockwise, from a point on its left side or its bottom."""
    corners = [(0.0, height), (0.0, 0.0), (width, 0.0), (width, height)]
    if start[1] < height:
        corners = [*corners[1:], corners[0]]
    return [start, *corners, start]


def _boxes(
    weights: list[tuple[str, float]], x: float, y: float, width: float, height: float
) -> Cells:
    """Halve a box across its longer side, by weight, until each group has its own."""
    if len(weights) == 1:
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        return {weights[0][0]: corners}
    total, first, count = sum(weight for _, weight in weights), 0.0, 0
    while count < len(weights) - 1 and (not count or first + weights[count][1] / 2 < total / 2):
        first, count = first + weights[count][1], count + 1
    share, one, other = first / total, weights[:count], weights[count:]
    if width >= 1.6 * height:
        cut = width * share
        return _boxes(one, x, y, cut, height) | _boxes(other, x + cut, y, width - cut, height)
    cut = height * share
    return _boxes(one, x, y, width, cut) | _boxes(other, x, y + cut, width, height - cut)
