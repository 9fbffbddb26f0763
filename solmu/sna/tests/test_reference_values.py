"""The only place that compares the measures with values computed by other programs."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from solmu.sna.measures.degree import degree, in_degree, out_degree
from solmu.sna.measures.distance import diameter
from solmu.sna.measures.parts import components, components_strong, fragmentation
from solmu.sna.measures.position import betweenness, core
from solmu.sna.measures.reciprocity import dyad_census, reciprocity, reciprocity_dyadic
from solmu.sna.measures.size import density, size, ties
from solmu.sna.measures.threads import bridge, cut_point
from solmu.sna.snapshot import Snapshot

REFERENCE = json.loads((Path(__file__).parent / "data/sna-reference.json").read_text("utf-8"))


def network(name: str) -> Snapshot:
    found = REFERENCE["datasets"][name]
    return Snapshot.of(
        found["nodes"], found["nodes"], map(tuple, found["edges"]), directed=found["directed"]
    )


def by_label(measure: Callable[[Snapshot], list[Any]]) -> Callable[[Snapshot], dict[str, Any]]:
    return lambda drawn: dict(zip(drawn.labels, measure(drawn), strict=True))


def labels_where(measure: Callable[[Snapshot], list[bool]]) -> Callable[[Snapshot], list[str]]:
    return lambda drawn: sorted(
        label for label, found in zip(drawn.labels, measure(drawn), strict=True) if found
    )


def bridges(drawn: Snapshot) -> list[list[str]]:
    found = zip(drawn.pairs(), bridge(drawn), strict=True)
    return sorted(sorted((drawn.labels[a], drawn.labels[b])) for (a, b), single in found if single)


def census(drawn: Snapshot) -> dict[str, int]:
    found = dyad_census(drawn)
    return {"Mut": found.mutual, "Asym": found.asymmetric, "Null": found.null}


def fragmentation_without_each(drawn: Snapshot) -> dict[str, Any]:
    """Take every actor away in turn: what is left then is measured by the same function."""
    others = {gone: [actor for actor in range(drawn.n) if actor != gone] for gone in range(drawn.n)}
    return {drawn.labels[gone]: fragmentation(drawn.among(left)) for gone, left in others.items()}


WAYS: dict[str, Callable[[Snapshot], Any]] = {
    "density": density,
    "reciprocity_edgewise": reciprocity,
    "reciprocity_dyadic_nonnull": reciprocity_dyadic,
    "dyad_census": census,
    "components_weak": components,
    "components_strong": components_strong,
    "degree": by_label(degree),
    "indegree": by_label(in_degree),
    "outdegree": by_label(out_degree),
    "betweenness": by_label(betweenness),
    "kcore": by_label(core),
    "cutpoints": labels_where(cut_point),
    "cutpoints_weak": labels_where(cut_point),
    "bridges": bridges,
}
CASES = [case for case in REFERENCE["cases"] if case["measure"] in WAYS]
KEY_PLAYERS = [
    case
    for case in REFERENCE["cases"]
    if "fragmentation F" in case["measure"] and case["measure"].endswith("set of 1")
]


def differences(found: Any, expected: Any, tolerance: float, at: str = "") -> list[str]:
    """Name every value that is not within ``tolerance`` of what is expected."""
    if isinstance(expected, dict):
        missing = [f"{at} has {sorted(found)}"] if set(found) != set(expected) else []
        return missing + [
            line
            for key in expected.keys() & found.keys()
            for line in differences(found[key], expected[key], tolerance, f"{at}[{key}]")
        ]
    if isinstance(expected, int | float):
        near = math.isclose(found, expected, rel_tol=tolerance, abs_tol=tolerance)
        return [] if near else [f"{at}: {found} is not {expected}"]
    return [] if found == expected else [f"{at}: {found} is not {expected}"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_measure_equals_the_value_of_another_program(case: dict[str, Any]) -> None:
    expected = case["value"]
    if case["measure"].startswith("cutpoints"):
        expected = sorted(expected)
    if case["measure"] == "bridges":
        expected = sorted(map(sorted, expected))
    found = WAYS[case["measure"]](network(case["dataset"]))
    assert differences(found, expected, case["tol"], case["id"]) == []


@pytest.mark.parametrize("case", KEY_PLAYERS, ids=lambda case: case["id"])
def test_fragmentation_without_an_actor_equals_exhaustive_search(case: dict[str, Any]) -> None:
    found = fragmentation_without_each(network(case["dataset"]))
    best = max(found.values())
    assert best == pytest.approx(case["value"]["value"], abs=case["tol"])
    winners = sorted([label] for label, value in found.items() if math.isclose(value, best))
    if case["value"]["n_optimal"] == len(case["value"]["sets"]):
        assert winners == sorted(case["value"]["sets"])


def test_the_published_figures_are_met() -> None:
    published = {
        case["id"]: case["value"] for case in REFERENCE["cases"] if case["id"].startswith("pub.")
    }
    karate, kite, florence, knoke = map(network, ("karate", "kite", "florentine_nx", "knoke"))
    near = pytest.approx
    basic = published["pub.karate.basic"]
    assert (size(karate), ties(karate), diameter(karate)) == (basic["n"], basic["m"], 5)
    assert density(karate) == near(basic["density"], abs=0.0005)
    assert by_label(betweenness)(kite)["7"] == published["pub.kite"]["betweenness.7"]
    assert by_label(degree)(kite)["3"] == published["pub.kite"]["degree.3"]
    assert by_label(betweenness)(florence)["Medici"] == near(
        published["pub.florentine"]["Medici"], abs=0.0005
    )
    values = published["pub.knoke"]
    assert density(knoke) == near(values["density"], abs=0.0005)
    assert reciprocity(knoke) == near(values["reciprocity_edgewise"], abs=0.0005)
    assert reciprocity_dyadic(knoke) == near(values["reciprocity_dyadic_nonnull"], abs=0.0005)
    for actor in ("COMM", "EDUC", "MAYR"):
        assert by_label(betweenness)(knoke)[actor] == near(
            values[f"betweenness.{actor}"], abs=0.0005
        )


def test_no_case_of_a_measure_that_exists_is_left_out() -> None:
    assert len(CASES) == 101
    assert len(KEY_PLAYERS) == 9
