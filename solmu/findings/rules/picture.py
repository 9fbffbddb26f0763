"""The only place that reckons the small still pictures of the map that stand beside findings."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from solmu.findings.rules.facts import Finding, Pair
from solmu.mapping.rules.drawing import BACK, FORWARD, Drawing, DrawnActor, DrawnTie
from solmu.mapping.rules.picture import Circle, Point, curve_between, hull_around, shape_of

ROOM = 44.0  # around what is pictured
RATIO = 1.35  # width to height of a detail
SMALLEST_DETAIL = 330.0
DETAIL_SHOWN_AT = 212.0  # CSS pixels that a detail is wide on a page
NAME_SHARE = 0.27  # of a detail's width: half of a name; nearer to an edge it is drawn inwards
BADGE = 15.0
NAME_BELOW = 20.0  # how far below its shape the middle of a name stands
EXISTING = "existing"
Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Hull:
    """A sector's ground, with where its name stands."""

    sector: str
    corners: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A tie as it is drawn."""

    path: str
    lit: bool
    wished: bool
    people: bool
    strength: int
    forward: bool
    back: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """An actor as it is drawn; ``names`` holds its name, line by line, where there is room for it; ``side`` keeps it from
    running over an edge."""

    sector: str
    corners: str
    r: float
    x: float
    y: float
    lit: bool
    hub: bool
    names: tuple[tuple[str, float], ...]
    side: Literal["", "start", "end"] = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """The number of a sentence beside what it speaks of."""

    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A still picture; ``scale`` enlarges names and shapes that would be small where it is shown."""

    view_box: str
    scale: float
    hulls: tuple[Hull, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    badges: tuple[Badge, ...]


def whole_map(drawing: Drawing, told: Mapping[int, Finding], *, named: bool = False) -> Picture:
    """Picture the whole map; nothing is singled out but by the numbers beside what the sentences speak of.

    Where actors are ``named``, numbers keep off their names.
    """
    taken: list[Point] = []
    badges = []
    for number, finding in told.items():
        spot = _spot(drawing, finding, taken, named=named)
        if spot is not None:
            taken.append(spot)
            badges.append(Badge(number, round(spot[0], 1), round(spot[1], 1)))
    box = _box(_circles(drawing.actors), room=ROOM + 14)
    return Picture(
        _view_box(box),
        1.0,
        _hulls(drawing.actors),
        tuple(_line(drawing, tie, lit=False) for tie in drawing.ties),
        tuple(_mark(actor, lit=True, scale=1.0, named=False) for actor in drawing.actors),
        tuple(badges),
    )


def detail(drawing: Drawing, finding: Finding) -> Picture:
    """Picture what one finding rests on: its actors and ties in ink, the rest faint, near enough to be seen.

    Only whom the sentence speaks of is named; the others are listed beside the picture.
    """
    pairs = _both(finding.ties)
    ends = {end for pair in finding.ties for end in pair} | set(finding.actors)
    named = {finding.slots.get("a"), finding.slots.get("b")}
    shown = [actor for actor in drawing.actors if actor.ref in ends] or list(drawing.actors)
    box = _widened(_box(_circles(shown), room=ROOM), drawing)
    scale = max(box[2] / DETAIL_SHOWN_AT / 1.25, 1.0)
    return Picture(
        _view_box(box),
        round(scale, 2),
        _hulls(drawing.actors),
        tuple(
            _line(drawing, tie, lit=True) for tie in drawing.ties if (tie.one, tie.other) in pairs
        ),
        tuple(
            _inwards(
                _mark(actor, lit=actor.ref in ends, scale=scale, named=actor.ref in named), box
            )
            for actor in drawing.actors
            if _holds(box, actor)
        ),
        (),
    )


def _hulls(actors: Iterable[DrawnActor]) -> tuple[Hull, ...]:
    members: dict[str, list[Circle]] = defaultdict(list)
    for actor in actors:
        if actor.sector and not actor.hub:
            members[actor.sector].append((actor.x, actor.y, actor.r))
    found = []
    middle = _middle([circle for circles in members.values() for circle in circles])
    for sector, circles in members.items():
        if len(circles) < 2:
            continue
        corners = hull_around(circles, 26.0)
        x = sum(circle[0] for circle in circles) / len(circles)
        top, bottom = min(y for _, y in corners), max(y for _, y in corners)
        upper = sum(circle[1] for circle in circles) / len(circles) < middle[1]
        found.append(
            Hull(sector, _points(corners), round(x, 1), round(top - 7 if upper else bottom + 17, 1))
        )
    return tuple(found)


def _line(drawing: Drawing, tie: DrawnTie, *, lit: bool) -> Line:
    ends = {actor.ref: (actor.x, actor.y, actor.r) for actor in drawing.actors}
    return Line(
        curve_between(ends[tie.one], ends[tie.other], tie.way if drawing.directed else 0).path,
        lit=lit,
        wished=tie.status != EXISTING,
        people=tie.people,
        strength=tie.frequency or 1,
        forward=drawing.directed and bool(tie.way & FORWARD),
        back=drawing.directed and bool(tie.way & BACK),
    )


def _mark(actor: DrawnActor, *, lit: bool, scale: float, named: bool) -> Mark:
    r = actor.r * (1 + (scale - 1) * 0.6)
    return Mark(
        sector=actor.sector or "unknown",
        corners=_points(shape_of(actor.sector, r) or ()),
        r=round(r, 1),
        x=actor.x,
        y=actor.y,
        lit=lit,
        hub=actor.hub,
        names=tuple(
            (line, round(r + (14 + 13 * at) * scale, 1)) for at, line in enumerate(actor.lines)
        )
        if named
        else (),
    )


def _inwards(mark: Mark, box: Box) -> Mark:
    """Let a name that would run over the edge of a detail grow inwards from its shape."""
    from_left = (mark.x - box[0]) / box[2]
    if NAME_SHARE <= from_left <= 1 - NAME_SHARE:
        return mark
    return replace(mark, side="start" if from_left < NAME_SHARE else "end")


def _spot(
    drawing: Drawing, finding: Finding, taken: Collection[Point], *, named: bool
) -> Point | None:
    """Find where the number of a sentence stands: beside its actor, or between its two sectors."""
    by_ref = {actor.ref: actor for actor in drawing.actors}
    names = [(one.x, one.y + one.r + NAME_BELOW) for one in drawing.actors] if named else []
    if finding.topic == "sectors" and "x" in finding.slots:
        sides = [
            _middle([(a.x, a.y, a.r) for a in drawing.actors if a.sector == finding.slots[slot]])
            for slot in ("x", "y")
        ]
        around = _between(*sides) if named else [_middle([(x, y, 0.0) for x, y in sides])]
        return _freest(around, [*((one.x, one.y) for one in drawing.actors), *names, *taken])
    actor = by_ref.get(str(finding.slots.get("a") or finding.slots.get("b") or ""))
    if actor is None and len(finding.actors) == 1 and finding.topic == "shape":
        actor = by_ref.get(finding.actors[0])
    if actor is None:
        return None
    gap = actor.r + BADGE + 4
    around = [(actor.x + gap * dx, actor.y - gap * 0.62) for dx in (0.8, -0.8)]
    if not named:
        around += [(actor.x + gap * dx, actor.y + gap * 0.62) for dx in (0.8, -0.8)]
    others = [(other.x, other.y) for other in drawing.actors if other is not actor]
    return _freest(around, [*others, *names, *taken])


def _between(one: Point, other: Point) -> list[Point]:
    """Return points along the way between two, near the middle and to its sides."""
    (x, y), (dx, dy) = one, (other[0] - one[0], other[1] - one[1])
    length = math.hypot(dx, dy) or 1.0
    return [
        (x + dx * along - dy / length * aside, y + dy * along + dx / length * aside)
        for along in (0.5, 0.4, 0.6, 0.3, 0.7)
        for aside in (0.0, 34.0, -34.0)
    ]


def _freest(spots: Sequence[Point], others: Sequence[Point]) -> Point:
    """Return the spot that is farthest from whatever is nearest to it; of equals the first."""
    return max(spots, key=lambda spot: min((math.dist(spot, one) for one in others), default=0.0))


def _points(corners: Iterable[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)


def _both(pairs: Iterable[Pair]) -> set[Pair]:
    return {way for pair in pairs for way in (pair, pair[::-1])}


def _circles(actors: Iterable[DrawnActor]) -> list[Circle]:
    return [(actor.x, actor.y, actor.r) for actor in actors]


def _middle(circles: Sequence[Circle]) -> Point:
    n = len(circles) or 1
    return sum(circle[0] for circle in circles) / n, sum(circle[1] for circle in circles) / n


def _box(circles: Sequence[Circle], *, room: float) -> Box:
    left = min(x - r for x, _, r in circles) - room
    top = min(y - r for _, y, r in circles) - room
    width = max(x + r for x, _, r in circles) + room - left
    return left, top, width, max(y + r for _, y, r in circles) + room - top


def _widened(box: Box, drawing: Drawing) -> Box:
    """Give a detail its usual proportions, and keep it from coming too near."""
    left, top, width, height = box
    wide = max(width, height * RATIO, min(SMALLEST_DETAIL, drawing.width))
    high = wide / RATIO
    return left - (wide - width) / 2, top - (high - height) / 2, wide, high


def _holds(box: Box, actor: DrawnActor) -> bool:
    left, top, width, height = box
    return left <= actor.x <= left + width and top <= actor.y <= top + height


def _view_box(box: Box) -> str:
    return " ".join(f"{number:.1f}" for number in box)
