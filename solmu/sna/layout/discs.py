"""The only place that says where communities stand, each on a round ground with its members on it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import igraph

from solmu.sna.graph import seeded, ties_of
from solmu.sna.layout.cells import Point
from solmu.sna.snapshot import Snapshot

ROOM = 64.0  # radius of the ground of one actor: its shape, and a name for some
GAP = 46.0  # between two grounds
ROUNDS = 120
WIDER = 1.5  # a window is wider than high
GOLDEN = math.pi * (3 - math.sqrt(5))
MARGIN = 60.0


@dataclass(frozen=True, slots=True)
class Disc:
    """The round ground of one community."""

    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class Discs:
    """Where communities stand on a canvas ``width`` by ``height``, and where each actor does within its own."""

    width: float
    height: float
    discs: tuple[Disc, ...]
    places: tuple[Point, ...]


def discs(snapshot: Snapshot, communities: Sequence[Sequence[int]], seed: int = 0) -> Discs:
    """Lay out ``communities`` so that no ground lies on another, those with many ties between them closer.

    The members of each stand evenly on its ground, the first of them in the middle, those tied to each other
    on the same side of it.

    Source: Fruchterman & Reingold 1991 for which communities are neighbours; the grounds are Solmu's.

    >>> from solmu.sna.sketch import sketch
    >>> laid = discs(sketch("a-b b-c c-a d-e"), [[0, 1, 2], [3, 4]])
    >>> [round(disc.r) for disc in laid.discs], len(laid.places)
    ([111, 91], 5)
    """
    radii = [ROOM * math.sqrt(len(members)) for members in communities]
    middles = _apart(_near_by_ties(snapshot, communities, radii, seed), radii)
    left = min((x - r for (x, _), r in zip(middles, radii, strict=True)), default=0.0) - MARGIN
    top = min((y - r for (_, y), r in zip(middles, radii, strict=True)), default=0.0) - MARGIN
    found = tuple(Disc(x - left, y - top, r) for (x, y), r in zip(middles, radii, strict=True))
    places: list[Point] = [(0.0, 0.0)] * snapshot.n
    for disc, members in zip(found, communities, strict=True):
        for actor, place in zip(members, _within(snapshot, members, disc, seed), strict=True):
            places[actor] = place
    return Discs(
        max((disc.x + disc.r for disc in found), default=0.0) + MARGIN,
        max((disc.y + disc.r for disc in found), default=0.0) + MARGIN,
        found,
        tuple(places),
    )


def _near_by_ties(
    snapshot: Snapshot, communities: Sequence[Sequence[int]], radii: Sequence[float], seed: int
) -> list[Point]:
    """Let the ties between communities draw them together, on a canvas that has room for all."""
    if not communities:
        return []
    home = {actor: at for at, members in enumerate(communities) for actor in members}
    between: Counter[tuple[int, int]] = Counter()
    for one, other in ties_of(snapshot).get_edgelist():
        if home[one] != home[other]:
            between[min(home[one], home[other]), max(home[one], home[other])] += 1
    graph = igraph.Graph(n=len(communities), edges=list(between))
    with seeded(seed):
        start = [_sunflower(at) for at in range(len(communities))]
        weights = [math.log1p(count) for count in between.values()]
        laid = graph.layout_fruchterman_reingold(seed=start, niter=300, weights=weights)
    far = max((math.hypot(x, y) for x, y in laid.coords), default=0.0) or 1.0
    reach = math.sqrt(sum((r + GAP / 2) ** 2 for r in radii)) * 1.1
    return [(x / far * reach * WIDER, y / far * reach) for x, y in laid.coords]


def _apart(middles: Sequence[Point], radii: Sequence[float]) -> list[Point]:
    """Push grounds off each other, the smaller further, and pull all a little to the middle."""
    x, y = [across for across, _ in middles], [down for _, down in middles]
    for step in range(ROUNDS):
        calm = step > ROUNDS * 2 / 3
        moved = False
        for one, other in combinations(range(len(radii)), 2):
            across, down = x[other] - x[one], y[other] - y[one]
            wanted = radii[one] + radii[other] + GAP
            if abs(across) >= wanted or abs(down) >= wanted:
                continue
            distance = math.hypot(across, down)
            if distance >= wanted:
                continue
            moved = True
            if distance < 1:
                across, down, distance = 1.0, 0.3 * (one - other), 1.0
            push = (wanted - distance) / distance
            heavy = radii[one] ** 2 / (radii[one] ** 2 + radii[other] ** 2)
            x[one] -= across * push * (1 - heavy)
            y[one] -= down * push * (1 - heavy)
            x[other] += across * push * heavy
            y[other] += down * push * heavy
        if not moved and calm:
            break
        if not calm:
            x, y = [at * 0.985 for at in x], [at * 0.975 for at in y]
    return list(zip(x, y, strict=True))


def _within(snapshot: Snapshot, members: Sequence[int], disc: Disc, seed: int) -> list[Point]:
    """Stand members evenly on their ground: the first in the middle, the others turned to whom they are tied."""
    turns = _turns(snapshot, members, seed)
    n = len(members)
    rings: list[list[int]] = []
    at = 0
    while at < n:
        size = 1 if not rings else round(6.28 * len(rings))
        rings.append(list(range(at, min(at + size, n))))
        at += size
    step = (disc.r - ROOM / 2) / max(len(rings) - 1, 1) if n > 1 else 0.0
    places = [(disc.x, disc.y)] * n
    for number, ring in enumerate(rings):
        order = sorted(ring, key=lambda one: (turns[one], one))
        for place, one in enumerate(order):
            turn = (place + 0.5 * (number % 2)) / len(order) * math.tau
            places[one] = (
                disc.x + step * number * math.cos(turn),
                disc.y + step * number * math.sin(turn),
            )
    return places


def _turns(snapshot: Snapshot, members: Sequence[int], seed: int) -> list[float]:
    """Say in which direction from the middle each member would stand by its ties."""
    inner = ties_of(snapshot).induced_subgraph(list(members), implementation="create_from_scratch")
    order = sorted(
        range(len(members)), key=members.__getitem__
    )  # the subgraph keeps the network's own order
    start = [_sunflower(at) for at in range(len(members))]
    with seeded(seed):
        laid = inner.layout_fruchterman_reingold(
            seed=start, niter=max(20, min(200, 60_000 // max(len(members), 1)))
        ).coords
    turns = [0.0] * len(members)
    for at, (x, y) in zip(order, laid, strict=True):
        turns[at] = math.atan2(y, x)
    return turns


def _sunflower(at: int) -> Point:
    return math.sqrt(at) * math.cos(at * GOLDEN), math.sqrt(at) * math.sin(at * GOLDEN)
