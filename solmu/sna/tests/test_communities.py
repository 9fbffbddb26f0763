"""The only place that holds communities and their grounds to what must be true of every network."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from solmu.sna.communities import communities
from solmu.sna.layout.discs import discs
from solmu.sna.sketch import sketch
from solmu.sna.snapshot import Snapshot
from solmu.sna.tests.networks import drawn_at_random


def towns(count: int, size: int) -> Snapshot:
    """Draw towns in which all know their next three, and a road from each to the next."""
    ids = [f"{town}.{place}" for town in range(count) for place in range(size)]
    ties = [
        (f"{town}.{place}", f"{town}.{(place + step) % size}")
        for town in range(count)
        for place in range(size)
        for step in (1, 2, 3)
    ] + [(f"{town}.0", f"{(town + 1) % count}.1") for town in range(count)]
    return Snapshot.of(ids, ids, ties, directed=True)


def test_towns_are_found_as_they_were_drawn() -> None:
    snapshot = towns(6, 9)
    found = communities(snapshot)
    assert {frozenset(members) for members in found} == {
        frozenset(range(town * 9, town * 9 + 9)) for town in range(6)
    }


@pytest.mark.parametrize("seed", range(4))
def test_every_actor_is_in_one_community_and_the_same_network_has_the_same(seed: int) -> None:
    snapshot, _ = drawn_at_random(seed)
    found = communities(snapshot)
    assert sorted(actor for members in found for actor in members) == list(range(snapshot.n))
    assert communities(snapshot) == found


def test_those_too_few_for_a_community_stand_together_last() -> None:
    found = communities(sketch("a-b b-c c-d d-a a-c e f g-h"))
    assert found[-1] == [4, 5, 6, 7]
    assert sorted(found[0]) == [0, 1, 2, 3]


def test_an_empty_network_has_none() -> None:
    empty = Snapshot.of([], [], [], directed=True)
    assert communities(empty) == []
    assert discs(empty, []).discs == ()


def test_no_ground_lies_on_another_and_everybody_stands_on_their_own() -> None:
    snapshot = towns(23, 14)
    found = communities(snapshot)
    laid = discs(snapshot, found)
    for one, other in combinations(laid.discs, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) > one.r + other.r
    for disc, members in zip(laid.discs, found, strict=True):
        for actor in members:
            assert math.dist(laid.places[actor], (disc.x, disc.y)) < disc.r
        places = [laid.places[actor] for actor in members]
        assert min(math.dist(a, b) for a, b in combinations(places, 2)) > 40
    assert all(disc.r <= disc.x <= laid.width - disc.r for disc in laid.discs)
    assert all(disc.r <= disc.y <= laid.height - disc.r for disc in laid.discs)


def test_the_same_network_is_laid_out_the_same() -> None:
    snapshot = towns(5, 8)
    found = communities(snapshot)
    assert discs(snapshot, found) == discs(towns(5, 8), found)
