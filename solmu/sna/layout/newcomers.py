"""The only place that brings new actors onto a map that people already know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from solmu.sna.layout.cells import Point
from solmu.sna.layout.room import STRIDE, Room
from solmu.sna.layout.spacing import HIGH


def place_newcomers(
    n: int,
    pairs: Sequence[tuple[int, int]],
    groups: Sequence[str],
    fixed: Mapping[int, Point],
    size: tuple[float, float],
) -> list[Point]:
    """Leave the ``fixed`` actors where they are and give each other one the nearest free place.

    Those with most ties to placed actors come first. Each looks outwards from the middle between its
    neighbours and its group; who has neither begins at the foot of the canvas.
    """
    room = Room(groups, size)
    for actor, place in fixed.items():
        room.take(actor, place)
    neighbours: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        neighbours[a].add(b)
        neighbours[b].add(a)
    waiting = set(range(n)) - fixed.keys()
    while waiting:
        actor = max(waiting, key=lambda each: (len(neighbours[each] & room.places.keys()), -each))
        waiting.remove(actor)
        near = sorted(neighbours[actor] & room.places.keys())
        own = room.members[groups[actor]]
        middles = [_middle(room.places[each] for each in some) for some in (own, near) if some]
        liked = _middle(middles or [(size[0] / 2, size[1] - 2 * HIGH)])
        x, y = room.nearest_free(actor, liked, steps=_steps(size))
        room.take(actor, (round(x, 1), round(y, 1)))
    return [room.places[actor] for actor in range(n)]


def _middle(places: Iterable[Point]) -> Point:
    found = list(places)
    return sum(x for x, _ in found) / len(found), sum(y for _, y in found) / len(found)


def _steps(size: tuple[float, float]) -> int:
    """Count the steps after which the whole canvas was looked at from anywhere on it."""
    return int((size[1] / STRIDE) ** 2)
