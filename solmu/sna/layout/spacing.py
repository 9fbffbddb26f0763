"""The only place that keeps the map's actors and their labels off each other and inside their cells."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from solmu.sna.layout.cells import Cell, Point, centre_of

Side: TypeAlias = tuple[float, float, float]

LABEL_WIDTH, LABEL_HEIGHT = 120.0, 18.0
ABOVE, BELOW = (
    20.0,
    36.0,
)  # from the middle of an actor's shape to the top of it, the foot of its label
FLAT = 4 / 3  # the canvas and the labels are wider than high
WIDE, HIGH = LABEL_WIDTH + 6, ABOVE + BELOW


@dataclass(slots=True)
class Floor:
    """The actors where they stand, to be moved apart.

    Attributes:
        x: Where each stands from the left.
        y: And from the top.
        held: Whether it stays where it is.
        cells: The cell that each is kept in, None where it is free.
        inset: How far from its cell's sides each stays.
        middle: Where the hub stands.
        middle_cell: The cell of those who stand there with it.
        hole: How far the others keep off, up and down; sideways a third more. 0 without a hub.
    """

    x: list[float]
    y: list[float]
    held: Sequence[bool]
    cells: Sequence[Cell | None]
    inset: float
    middle: Point
    middle_cell: Cell | None
    hole: float
    sides: list[list[Side]] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare each cell's sides once."""
        known = {id(cell): sides_of(cell, self.inset) for cell in self.cells if cell}
        self.sides = [known[id(cell)] if cell else [] for cell in self.cells]

    def settle(self, rounds: int, room: float) -> None:
        """Move the actors apart.

        Args:
            rounds: How many times.
            room: The distance that two of them like to keep, if there is space for it.
        """
        anchors = list(zip(self.x, self.y, strict=True))
        for each in range(rounds):
            calm = 1 - each / rounds
            self._spread(room, 0.25 * calm)
            self._pull(anchors, 0.02 * calm)
            self._part()
            self._keep_inside()
        for _ in range(rounds):
            self._part()
            self._keep_inside()

    def _near(self, reach: float) -> Iterator[tuple[int, int]]:
        """Go through the pairs that may be within ``reach``, each once."""
        squares: dict[tuple[int, int], list[int]] = defaultdict(list)
        for actor, (x, y) in enumerate(zip(self.x, self.y, strict=True)):
            squares[int(x // reach), int(y // reach)].append(actor)
        for (column, row), here in squares.items():
            for at, one in enumerate(here):
                for other in here[at + 1 :]:
                    yield one, other
            for step in ((1, 0), (0, 1), (1, 1), (-1, 1)):
                for other in squares.get((column + step[0], row + step[1]), ()):
                    for one in here:
                        yield one, other

    def _spread(self, room: float, force: float) -> None:
        """Let actors that are nearer than they like drift apart, sooner sideways than up and down."""
        x, y = self.x, self.y
        for one, other in self._near(room * FLAT):
            across, down = (x[other] - x[one]) / FLAT, y[other] - y[one]
            distance = math.hypot(across, down)
            if distance < room:
                if distance < 0.01:
                    across, down, distance = 0.01, 0.005 * (one - other), 0.02
                push = force * (room - distance) / distance
                self._move(one, other, across * push * FLAT, down * push)

    def _pull(self, anchors: Sequence[Point], force: float) -> None:
        """Draw each actor a little towards where its ties would have it."""
        for actor, (x, y) in enumerate(anchors):
            if not self.held[actor]:
                self.x[actor] += (x - self.x[actor]) * force
                self.y[actor] += (y - self.y[actor]) * force

    def _part(self) -> None:
        """Push apart those whose shape or label lies on another's, along the shorter way out."""
        x, y = self.x, self.y
        for one, other in self._near(WIDE):
            across, down = x[other] - x[one], y[other] - y[one]
            wide, high = WIDE - abs(across), HIGH - abs(down)
            if wide > 0 and high > 0:
                if high * 1.6 <= wide:
                    self._move(one, other, 0.0, math.copysign(high / 2, down))
                else:
                    self._move(one, other, math.copysign(wide / 2, across), 0.0)

    def _move(self, one: int, other: int, across: float, down: float) -> None:
        """Move two actors away from each other, or the one that may move by both steps."""
        held = self.held
        if held[one] and held[other]:
            return
        both = 2.0 if held[one] or held[other] else 1.0
        if not held[one]:
            self.x[one] -= across * both
            self.y[one] -= down * both
        if not held[other]:
            self.x[other] += across * both
            self.y[other] += down * both

    def _keep_inside(self) -> None:
        """Bring back whoever was pushed out of its cell or into the middle."""
        for actor, sides in enumerate(self.sides):
            if self.held[actor]:
                continue
            x, y = self.x[actor], self.y[actor]
            if self.hole and self.cells[actor] is not self.middle_cell:
                x, y = self._off_the_middle(x, y)
            self.x[actor], self.y[actor] = inside(x, y, sides)

    def _off_the_middle(self, x: float, y: float) -> Point:
        """Return the point, moved straight out of the middle if it was in it."""
        across, down = (x - self.middle[0]) / FLAT, y - self.middle[1]
        distance = math.hypot(across, down)
        if distance >= self.hole:
            return x, y
        if distance < 1:
            across, down, distance = 0.0, 1.0, 1.0
        more = self.hole / distance
        return self.middle[0] + across * more * FLAT, self.middle[1] + down * more


def sides_of(cell: Cell, inset: float) -> list[Side]:
    """Return the sides of a convex cell, each moved ``inset`` inwards: unit normal and distance."""
    middle, found = centre_of(cell), []
    for (x1, y1), (x2, y2) in zip(cell, [*cell[1:], cell[0]], strict=True):
        length = math.hypot(x2 - x1, y2 - y1)
        if length:
            across, down = (y1 - y2) / length, (x2 - x1) / length
            if across * (middle[0] - x1) + down * (middle[1] - y1) < 0:
                across, down = -across, -down
            far = across * (middle[0] - x1) + down * (middle[1] - y1)
            found.append((across, down, across * x1 + down * y1 + min(inset, far * 0.9)))
    return found


def inside(x: float, y: float, sides: Sequence[Side]) -> Point:
    """Return the point, moved inside all ``sides`` if it was not."""
    for _ in range(3):
        for across, down, least in sides:
            lacks = least - (across * x + down * y)
            if lacks > 0:
                x, y = x + across * lacks, y + down * lacks
    return x, y


def to_the_side(middle: Point, direction: Point, sides: Sequence[Side]) -> float:
    """Return how far it is from ``middle`` to the nearest of ``sides`` in a direction of length 1."""
    ways = [
        (across * middle[0] + down * middle[1] - least) / -towards
        for across, down, least in sides
        if (towards := across * direction[0] + down * direction[1]) < -1e-9
    ]
    return max(min(ways, default=0.0), 0.0)
