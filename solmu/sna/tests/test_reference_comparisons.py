"""The only place that compares the comparisons with values computed by other programs."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from solmu.sna.comparisons.chance import Chance
from solmu.sna.comparisons.change import change
from solmu.sna.comparisons.cug import against_chance
from solmu.sna.comparisons.key_players import KeyPlayers, key_players
from solmu.sna.comparisons.mrqap import Explanation, mrqap
from solmu.sna.comparisons.qap import graph_correlation, qap
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


FALL, SPRING = network("coleman_fall"), network("coleman_spring")
(COLEMAN,) = (case["value"] for case in REFERENCE["cases"] if case["id"] == "coleman.qap")


def closed(drawn: Snapshot) -> float:
    """Return the share of ordered two-paths that are closed, ``gtrans "weak"`` of a digraph."""
    table = np.zeros((drawn.n, drawn.n))
    table[list(drawn.source), list(drawn.target)] = 1
    steps = table @ table
    np.fill_diagonal(steps, 0)
    return float((steps * table).sum() / steps.sum())


def near(found: Chance, expected: float, runs: int) -> bool:
    """Say whether two means of random runs differ by less than four of their standard errors."""
    return abs(found.mean - expected) < 4 * found.spread * math.sqrt(1 / found.runs + 1 / runs)


def test_a_school_in_fall_and_spring_is_as_alike_as_published() -> None:
    seen = change(FALL, SPRING)
    assert graph_correlation(FALL, SPRING) == pytest.approx(COLEMAN["gcor"], abs=1e-6)
    assert len(seen.new) + len(seen.ended) == COLEMAN["hdist"]
    assert seen.stability == pytest.approx(COLEMAN["jaccard"], abs=1e-6)
    found = qap(FALL, SPRING, runs=2000, seed=1)
    assert isinstance(found, Chance)
    assert found.as_high / found.runs == COLEMAN["qap_p_ge"]
    assert near(found, COLEMAN["qap_mean"], 2000)
    assert found.spread == pytest.approx(COLEMAN["qap_sd"], rel=0.1)


def test_a_school_beside_chance_is_as_published() -> None:
    by_ties = against_chance(FALL, closed, "ties", runs=500, seed=1)
    by_dyads = against_chance(FALL, closed, "dyads", runs=500, seed=1)
    answered = against_chance(FALL, "reciprocity", "ties", runs=500, seed=1)
    assert isinstance(by_ties, Chance)
    assert isinstance(by_dyads, Chance)
    assert isinstance(answered, Chance)
    assert by_ties.observed == pytest.approx(COLEMAN["cug_transitivity_obs"], abs=1e-6)
    assert by_ties.as_high / by_ties.runs == COLEMAN["cug_p_ge"]
    assert near(by_ties, COLEMAN["cug_edges_mean"], 500)
    assert by_ties.spread == pytest.approx(COLEMAN["cug_edges_sd"], rel=0.2)
    assert near(by_dyads, COLEMAN["cug_dyad_mean"], 500)
    assert by_dyads.spread == pytest.approx(COLEMAN["cug_dyad_sd"], rel=0.2)
    assert answered.observed == pytest.approx(COLEMAN["cug_recip_obs"], abs=1e-6)
    assert near(answered, COLEMAN["cug_recip_mean"], 500)


def test_a_school_in_spring_is_explained_by_fall_as_published() -> None:
    found = mrqap(SPRING, {"fall": FALL}, runs=100)
    assert isinstance(found, Explanation)
    coefficients = [found.intercept, found.terms[0].coefficient]
    assert coefficients == pytest.approx(COLEMAN["netlm_coef"], abs=1e-6)
    assert found.explained == pytest.approx(COLEMAN["netlm_r2"], abs=1e-6)
    chance = found.terms[0].chance
    assert isinstance(chance, Chance)
    assert chance.as_high == 0


def test_no_case_is_left_out() -> None:
    assert len(KEY_PLAYERS) == 26
