"""The only place that knows which places on the map are taken and finds the nearest free one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from solmu.sna.layout.cells import Point
from solmu.sna.layout.spacing import ABOVE, BELOW, FLAT, HIGH, LABEL_WIDTH, WIDE

GOLDEN = math.pi * (3 - math.sqrt(5))
STRIDE = 8.0


class Room:
    """The canvas with whoever stands on it.

    Attributes:
        places: The actors that have a place.
        members: For each group those of them that are of it.
    """

    def __init__(self, groups: Sequence[str], size: tuple[float, float]) -> None:
        """Begin with an empty canvas for actors of ``groups``."""
        self.groups, self.size = groups, size
        self.places: dict[int, Point] = {}
        self.members: dict[str, list[int]] = defaultdict(list)
        self._squares: dict[tuple[int, int], list[int]] = defaultdict(list)

    def take(self, actor: int, place: Point) -> None:
        """Let ``actor`` stand at ``place``."""
        self.places[actor] = place
        self.members[self.groups[actor]].append(actor)
        self._squares[_square(place)].append(actor)

    def nearest_free(self, actor: int, liked: Point, steps: int) -> Point:
        """Return the place nearest to the ``liked`` one where shape and label lie on nobody else's.

        Among the nearest ones, a place whose nearest actor is of the same group is better. Where none
        is free within so many ``steps`` outwards, it is the ``liked`` one after all.
        """
        free = 0
        first = liked
        for place in _outwards(liked, steps):
            if self._is_free(place):
                free += 1
                first = place if free == 1 else first
                if self._nearest_is_own(actor, place):
                    return place
                if free > 150:
                    break
        return first

    def _is_free(self, place: Point) -> bool:
        """Say whether shape and label at ``place`` are on the canvas and on nobody else's."""
        x, y = place
        if not (LABEL_WIDTH / 2 <= x <= self.size[0] - LABEL_WIDTH / 2):
            return False
        if not (ABOVE <= y <= self.size[1] - BELOW):
            return False
        return all(
            abs(other_x - x) >= LABEL_WIDTH or abs(other_y - y) >= HIGH - 4
            for other in self._around(place)
            for other_x, other_y in [self.places[other]]
        )

    def _nearest_is_own(self, actor: int, place: Point) -> bool:
        """Say whether the nearest actor around is of the same group, or there is none."""
        near = self._around(place)
        if not near:
            return True
        nearest = min(near, key=lambda other: (math.dist(self.places[other], place), other))
        return self.groups[nearest] == self.groups[actor]

    def _around(self, place: Point) -> list[int]:
        """List whoever stands in this square of the canvas and in those beside it."""
        column, row = _square(place)
        return [
            actor
            for right in (-1, 0, 1)
            for down in (-1, 0, 1)
            for actor in self._squares.get((column + right, row + down), ())
        ]


def _square(place: Point) -> tuple[int, int]:
    return int(place[0] // WIDE), int(place[1] // WIDE)


def _outwards(middle: Point, steps: int) -> Iterator[Point]:
    """Go outwards from a place in ever wider turns."""
    yield middle
    for step in range(1, steps):
        reach, turn = STRIDE * math.sqrt(step), step * GOLDEN
        yield middle[0] + FLAT * reach * math.cos(turn), middle[1] + reach * math.sin(turn)
