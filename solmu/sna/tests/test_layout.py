"""The only place that holds the map's layout to what makes a map readable."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest

from solmu.sna.layout import SECTORS_AROUND, canvas, positions
from solmu.sna.layout.cells import Point, divided
from solmu.sna.layout.spacing import LABEL_HEIGHT, LABEL_WIDTH

Map = tuple[int, list[tuple[int, int]], list[str]]


def area_map(n: int = 35, ties: int = 150, seed: int = 1) -> Map:
    """Draw actors of six sectors around one hub, most ties within a sector or with the hub."""
    dice = random.Random(seed)
    groups = ["ohjaamo", *(dice.choice(SECTORS_AROUND) for _ in range(n - 1))]
    edges: set[tuple[int, int]] = set()
    while len(edges) < ties:
        a = dice.randrange(n) if dice.random() < 0.85 else 0
        b = dice.randrange(n)
        near = a == 0 or groups[a] == groups[b] or dice.random() < 0.4
        if a != b and near:
            edges.add((min(a, b), max(a, b)))
    return n, sorted(edges), groups


def labels_overlap(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < LABEL_WIDTH and abs(one[1] - other[1]) < LABEL_HEIGHT


def hull_of(points: list[Point]) -> list[Point]:
    """Return the corners of the smallest convex shape around points (Andrew's monotone chain)."""

    def turn(o: Point, a: Point, b: Point) -> float:
        return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])

    def half(ordered: list[Point]) -> list[Point]:
        chain: list[Point] = []
        for point in ordered:
            while len(chain) > 1 and turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        return chain[:-1]

    return half(sorted(points)) + half(sorted(points, reverse=True))


def is_inside(point: Point, corners: list[Point]) -> bool:
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    return len(corners) > 2 and all(
        (bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax) > 0
        for (ax, ay), (bx, by) in sides
    )


@pytest.mark.parametrize("seed", range(5))
def test_no_label_lies_on_another_at_35_actors_and_150_ties(seed: int) -> None:
    placed = positions(*area_map(seed=seed))
    pairs = list(combinations(placed, 2))
    assert [pair for pair in pairs if labels_overlap(*pair)] == []
    assert min(math.dist(*pair) for pair in pairs) > 40


@pytest.mark.parametrize("seed", range(3))
def test_labels_rarely_meet_on_a_large_map(seed: int) -> None:
    placed = positions(*area_map(n=200, ties=600, seed=seed))
    met = sum(labels_overlap(*pair) for pair in combinations(placed, 2))
    assert met <= 6


@pytest.mark.parametrize("n", [1, 2, 3, 12, 35, 130])
def test_everybody_is_on_the_canvas_with_room_for_the_label(n: int) -> None:
    wide, high = canvas(n)
    for x, y in positions(*area_map(n=n, ties=2 * (n - 1) if n > 5 else n - 1)):
        assert LABEL_WIDTH / 2 <= x <= wide - LABEL_WIDTH / 2
        assert 20 <= y <= high - 36


def test_the_hub_stands_in_the_middle() -> None:
    x, y = positions(*area_map())[0]
    assert math.dist((x, y), (500, 310)) < 15


def test_those_of_one_sector_stand_together_and_no_sector_lies_on_another() -> None:
    n, edges, groups = area_map(n=36, ties=110, seed=4)
    placed = positions(n, edges, groups)
    same = [
        math.dist(placed[a], placed[b])
        for a, b in combinations(range(n), 2)
        if groups[a] == groups[b]
    ]
    other = [
        math.dist(placed[a], placed[b])
        for a, b in combinations(range(n), 2)
        if groups[a] != groups[b]
    ]
    assert sum(same) / len(same) < 0.6 * sum(other) / len(other)
    for sector in SECTORS_AROUND:
        corners = hull_of([placed[at] for at in range(n) if groups[at] == sector])
        strangers = [at for at in range(n) if groups[at] != sector]
        assert [at for at in strangers if is_inside(placed[at], corners)] == []


def test_every_map_has_education_upper_left_and_employment_above() -> None:
    for seed in range(3):
        n, edges, groups = area_map(seed=seed)
        placed = positions(n, edges, groups)
        own = [placed[at] for at in range(n) if groups[at] == "education"]
        assert sum(x for x, _ in own) / len(own) < 500
        assert sum(y for _, y in own) / len(own) < 310
        above = [placed[at][1] for at in range(n) if groups[at] == "employment"]
        assert sum(above) / len(above) < 310


def test_the_same_network_gives_the_same_map() -> None:
    assert positions(*area_map()) == positions(*area_map())
    n, edges, groups = area_map()
    turned = [(b, a) for a, b in reversed(edges)]
    assert positions(n, turned, groups) == positions(n, edges, groups)
    assert positions(n, edges, groups, seed=7) != positions(n, edges, groups)


def test_pinned_actors_stay_and_the_rest_keep_off_them() -> None:
    pinned = {0: (200.0, 500.0), 9: (880.25, 540.125)}
    placed = positions(*area_map(), fixed=pinned)
    assert (placed[0], placed[9]) == (pinned[0], pinned[9])
    assert not any(labels_overlap(*pair) for pair in combinations(placed, 2))


def test_a_newcomer_lands_near_its_neighbours_and_moves_nobody() -> None:
    n, edges, groups = area_map()
    before = positions(n, edges, groups)
    mates = [at for at in range(n) if groups[at] == "education"]
    after = positions(
        n + 1, [*edges, (mates[0], n)], [*groups, "education"], dict(enumerate(before))
    )
    assert after[:n] == before
    own = [math.dist(after[n], before[at]) for at in mates]
    assert min(own) < 170
    assert not any(labels_overlap(after[n], place) for place in before)


def test_newcomers_without_ties_or_group_are_parked_where_there_is_room() -> None:
    n, edges, groups = area_map()
    before = positions(n, edges, groups)
    after = positions(n + 3, edges, [*groups, "", "", ""], dict(enumerate(before)))
    wide, high = canvas(n + 3)
    for one in after[n:]:
        assert 0 < one[0] < wide
        assert 0 < one[1] < high
    assert not any(labels_overlap(*pair) for pair in combinations(after, 2))


def test_actors_without_ties_are_spread_evenly() -> None:
    placed = positions(35, [], [""] * 35)
    nearest = [min(math.dist(one, other) for other in placed if other is not one) for one in placed]
    assert min(nearest) > 80
    assert max(x for x, _ in placed) - min(x for x, _ in placed) > 700


def test_no_actors_one_actor_and_two() -> None:
    assert positions(0, [], []) == []
    assert len(positions(1, [], ["ohjaamo"])) == 1
    one, other = positions(2, [(0, 1)], ["", ""])
    assert math.dist(one, other) > 60
    assert positions(1, [], [""], {0: (3, 4)}) == [(3, 4)]


def test_many_groups_each_get_a_box_and_one_large_group_a_side() -> None:
    many = {f"municipality {number}": 3.0 for number in range(14)}
    _, cells = divided(many, 1000, 620)
    assert set(cells) == set(many)
    middle, sides = divided({"large": 8, "small": 1, "other": 1}, 1000, 620)
    assert middle == pytest.approx((750, 310))
    assert max(x for x, _ in sides["large"]) == 750
    assert min(x for x, _ in sides["small"]) == 750


def test_a_network_of_five_thousand_is_laid_out() -> None:
    placed = positions(*area_map(n=5000, ties=12000))
    wide, high = canvas(5000)
    assert len(set(placed)) > 4900
    assert all(0 < x < wide and 0 < y < high for x, y in placed)
