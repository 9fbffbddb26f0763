"""The only place that compares the comparisons with values computed by other programs."""

from __future__ import annotations

from typing import Any

import pytest

from solmu.sna.comparisons.key_players import KeyPlayers, key_players
from solmu.sna.comparisons.two_mode import projection
from solmu.sna.snapshot import Snapshot
from solmu.sna.tests.test_reference_values import REFERENCE, network

KEY_PLAYERS = [case for case in REFERENCE["cases"] if "keyplayer" in case["id"]]


@pytest.mark.parametrize("case", KEY_PLAYERS, ids=lambda case: case["id"])
def test_key_players_equal_exhaustive_search(case: dict[str, Any]) -> None:
    drawn, count = network(case["dataset"]), int(case["id"][-1])
    found = key_players(drawn, count, "distance" if "_DF_" in case["id"] else "fragmentation")
    assert isinstance(found, KeyPlayers)
    assert found.exact
    assert found.value == pytest.approx(case["value"]["value"], abs=case["tol"])
    if case["value"]["n_optimal"] == len(case["value"]["sets"]):
        labels = sorted(drawn.labels[actor] for actor in found.actors)
        assert labels in map(sorted, case["value"]["sets"])


def test_women_tied_by_shared_events_equal_the_published_projection() -> None:
    (case,) = (case for case in REFERENCE["cases"] if case["id"] == "davis.projection")
    data = REFERENCE["datasets"]["davis"]
    nodes = data["nodes"]
    sides = [data["groups"][node] for node in nodes]
    ties = map(tuple, data["edges"])
    drawn = Snapshot.of(nodes, nodes, ties, directed=False, groups={"kind": sides})
    women = projection(drawn, "0")
    found = {
        frozenset((women.labels[a], women.labels[b])): value
        for (a, b), value in zip(women.pairs(), women.strengths(), strict=True)
    }
    assert found == {frozenset((one, other)): value for one, other, value in case["value"]}
    assert len(found) == 139


def test_no_case_is_left_out() -> None:
    assert len(KEY_PLAYERS) == 26
