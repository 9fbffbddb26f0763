"""The only place that lays out the still picture of a map: what is drawn where, for paper and for no script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from solmu.mapping.rules.drawing import BACK, FORWARD, MIDDLE_SECTOR, Drawing, DrawnActor, DrawnTie
from solmu.mapping.rules.filters import EXISTING
from solmu.mapping.rules.picture import Curve, Point, curve_between, hull_around, shape_of

# The palette of web/styles/tokens.css as figures: a picture is taken along where no style sheet follows.
COLOURS = {
    "ohjaamo": "#14322f",
    "education": "#1d4fd0",
    "employment": "#85300a",
    "wellbeing": "#77207f",
    "youth": "#0d7f52",
    "associations": "#8a7304",
    "business": "#697382",
    "": "#4f5a57",
}
FREQUENCIES = (1, 2, 3, 4)
HEAD, FOOT, SIDE = 76.0, 56.0, 24.0
LINE_HEIGHT = 14.0
LONGEST_HUB = 26  # letters that the one in the middle has room for beside it
TIE, WISH = "#7f8c87", "#b3470f"
LEGEND_STEP = 168.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of line is drawn; ``people`` lines are double."""

    name: str
    width: float
    colour: str = TIE
    dashes: str = ""
    x: float = 0.0

    @property
    def people(self) -> bool:
        return self.name == "people"


_LOOKS = {
    "4": Look("4", 2.8),
    "3": Look("3", 2.0),
    "2": Look("2", 1.3),
    "1": Look("1", 1.0, dashes="6 5"),
    "unknown": Look("unknown", 1.3),
    "people": Look("people", 3.4),
    "wished": Look("wished", 2.0, WISH, "0.5 5"),
    "possible": Look("possible", 2.0, TIE, "0.5 5"),
}


def line_of(tie: DrawnTie) -> str:
    """Return which kind of line a tie is drawn with; islands/_svg-ties.ts decides the same."""
    if tie.status != EXISTING:
        return tie.status
    if tie.people:
        return "people"
    return str(tie.frequency) if tie.frequency in FREQUENCIES else "unknown"


@dataclass(frozen=True, slots=True)
class StillTie:
    """One line and how it looks."""

    tie: DrawnTie
    curve: Curve

    @property
    def look(self) -> Look:
        return _LOOKS[line_of(self.tie)]

    @property
    def ends_at_one(self) -> bool:
        return bool(self.tie.way & BACK)

    @property
    def ends_at_other(self) -> bool:
        return bool(self.tie.way & FORWARD)

    @property
    def middle(self) -> Point:
        return self.curve.at(0.5)

    @property
    def badge(self) -> Point:
        return self.curve.at(0.36 if self.tie.people else 0.5)


@dataclass(frozen=True, slots=True)
class StillActor:
    """One shape with its name below it."""

    actor: DrawnActor

    @property
    def colour(self) -> str:
        return COLOURS.get(self.actor.sector, COLOURS[""])

    @property
    def corners(self) -> str:
        return _points(shape_of(self.actor.sector, self.actor.r) or [])

    @property
    def lines(self) -> list[tuple[str, float]]:
        if self.actor.hub and len(self.actor.name) <= LONGEST_HUB:
            return [(self.actor.name, self.actor.r + 24)]
        return [
            (line, self.actor.r + 16 + at * LINE_HEIGHT) for at, line in enumerate(self.actor.lines)
        ]


@dataclass(frozen=True, slots=True)
class StillHull:
    """The ground of one sector, with where its name stands."""

    sector: str
    corners: str
    at: Point

    @property
    def colour(self) -> str:
        return COLOURS[self.sector]


@dataclass(frozen=True, slots=True)
class Still:
    """A whole picture; its drawing begins at ``SIDE, HEAD``."""

    drawing: Drawing
    hulls: Sequence[StillHull]
    ties: Sequence[StillTie]
    actors: Sequence[StillActor]

    @property
    def width(self) -> float:
        return self.drawing.width + 2 * SIDE

    @property
    def height(self) -> float:
        return self.drawing.height + HEAD + FOOT

    @property
    def body(self) -> float:
        """How high the drawing is without what stands over and under it."""
        return self.drawing.height + HEAD - 24.0

    @property
    def foot(self) -> float:
        return self.height - FOOT / 2

    @property
    def legend(self) -> list[Look]:
        """The kinds of lines that are drawn, side by side."""
        drawn = {line_of(line.tie) for line in self.ties}
        present = [look for name, look in _LOOKS.items() if name in drawn]
        step = min(LEGEND_STEP, self.drawing.width / max(len(present), 1))
        return [replace(look, x=at * step) for at, look in enumerate(present)]

    @property
    def colours(self) -> tuple[str, ...]:
        """The colours that arrows come in; each needs a head of its own."""
        return TIE, WISH


def still_of(drawing: Drawing) -> Still:
    """Lay out ``drawing``: hulls first, ties over them, shapes and names on top."""
    circles = {actor.ref: (actor.x, actor.y, actor.r) for actor in drawing.actors}
    return Still(
        drawing,
        _hulls(drawing.actors),
        [
            StillTie(tie, curve_between(circles[tie.one], circles[tie.other], tie.way))
            for tie in drawing.ties
        ],
        [StillActor(actor) for actor in drawing.actors],
    )


def _hulls(actors: Sequence[DrawnActor]) -> list[StillHull]:
    members: dict[str, list[DrawnActor]] = defaultdict(list)
    for actor in actors:
        if actor.sector and actor.sector != MIDDLE_SECTOR:
            members[actor.sector].append(actor)
    hulls = []
    for sector, within in members.items():
        corners = hull_around([(one.x, one.y, one.r) for one in within])
        top = min(corners, key=lambda point: point[1])
        hulls.append(StillHull(sector, _points(corners), (top[0], top[1] - 6)))
    return hulls


def _points(corners: Sequence[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
