"""The only place that compares the measures with values computed by other programs."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import astuple
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from solmu.sna.measures.brokerage import ROLES, brokerage, brokerage_by_chance
from solmu.sna.measures.centralization import centralization
from solmu.sna.measures.closure import transitivity, transitivity_directed, triad_census
from solmu.sna.measures.community import modularity
from solmu.sna.measures.core_periphery import core_periphery
from solmu.sna.measures.degree import degree, in_degree, out_degree
from solmu.sna.measures.distance import closeness, diameter, harmonic
from solmu.sna.measures.hierarchy import connectedness, efficiency, hierarchy, lubness
from solmu.sna.measures.holes import constraint, effective_size
from solmu.sna.measures.likeness import (
    actor_e_i_index,
    degree_assortativity,
    e_i_index,
    group_assortativity,
)
from solmu.sna.measures.parts import components, components_strong, fragmentation
from solmu.sna.measures.position import betweenness, core
from solmu.sna.measures.reciprocity import dyad_census, reciprocity, reciprocity_dyadic
from solmu.sna.measures.size import density, size, ties
from solmu.sna.measures.standing import eigenvector, pagerank
from solmu.sna.measures.threads import bridge, cut_point
from solmu.sna.result import Undefined, value_or_none
from solmu.sna.snapshot import Snapshot

REFERENCE = json.loads((Path(__file__).parent / "data/sna-reference.json").read_text("utf-8"))
Case: TypeAlias = dict[str, Any]
Way: TypeAlias = Callable[[Snapshot, Case], Any]
# Compared in test_reference_comparisons.py.
ELSEWHERE = {
    "graph correlation, Hamming, Jaccard; QAP null mean/sd (2000 reps); CUG null (500 reps)",
    "one-mode projection of 18 women, weight = shared events",
} | {
    f"{what}, best set of {size}"
    for what in (
        "key player KPP-NEG, fragmentation F (Borgatti 2006 eq. pairs in different components)",
        "key player distance-weighted fragmentation",
        "fragmentation F, weak ties",
    )
    for size in (1, 2)
}


def network(
    name: str, *, weighted: bool = True, groups: Mapping[str, str] | None = None
) -> Snapshot:
    found = REFERENCE["datasets"][name]
    edges = [tuple(edge if weighted else edge[:2]) for edge in found["edges"]]
    sectors = groups or found["groups"] or {}
    return Snapshot.of(
        found["nodes"],
        found["nodes"],
        edges,
        directed=found["directed"],
        groups={"sector": [sectors.get(node, "") for node in found["nodes"]]},
    )


def whole(measure: Callable[[Snapshot], Any]) -> Way:
    return lambda drawn, case: value_or_none(measure(drawn))


def by_label(measure: Callable[[Snapshot], list[Any]]) -> Way:
    return lambda drawn, case: labelled(drawn, measure)


def labelled(drawn: Snapshot, measure: Callable[[Snapshot], list[Any]]) -> dict[str, Any]:
    return dict(zip(drawn.labels, map(value_or_none, measure(drawn)), strict=True))


def of_those_in_the_case(measure: Callable[[Snapshot], list[Any]]) -> Way:
    def found(drawn: Snapshot, case: Case) -> dict[str, Any]:
        return {k: v for k, v in labelled(drawn, measure).items() if k in case["value"]}

    return found


def without_strength(measure: Callable[[Snapshot], list[Any]]) -> Way:
    return lambda drawn, case: labelled(network(case["dataset"], weighted=False), measure)


def labels_where(measure: Callable[[Snapshot], list[bool]]) -> Way:
    return lambda drawn, case: sorted(
        label for label, found in zip(drawn.labels, measure(drawn), strict=True) if found
    )


def bridges(drawn: Snapshot, case: Case) -> list[list[str]]:
    found = zip(drawn.pairs(), bridge(drawn), strict=True)
    return sorted(sorted((drawn.labels[a], drawn.labels[b])) for (a, b), single in found if single)


def census(drawn: Snapshot, case: Case) -> dict[str, int]:
    found = dyad_census(drawn)
    return {"Mut": found.mutual, "Asym": found.asymmetric, "Null": found.null}


def weak_transitivity(drawn: Snapshot, case: Case) -> float | None:
    return value_or_none((transitivity_directed if drawn.directed else transitivity)(drawn))


def central(name: str) -> Way:
    def found(drawn: Snapshot, case: Case) -> float:
        figures = centralization(drawn)
        assert not isinstance(figures, Undefined)
        return figures[name]

    return found


def e_i(drawn: Snapshot, case: Case) -> dict[str, Any]:
    index, external = value_or_none(e_i_index(drawn)), case["value"]["external"]
    internal = round(external * (1 - index) / (1 + index)) if index else external
    per_node = labelled(drawn, actor_e_i_index)
    return {"network": index, "external": external, "internal": internal, "per_node": per_node}


def core_found(drawn: Snapshot, case: Case) -> dict[str, Any]:
    ignored = "ignored" in case["measure"]
    found = core_periphery(drawn, "ignored" if ignored else "tied")
    assert not isinstance(found, Undefined)
    expected = dict(case["value"])
    if expected["n_optimal_cores"] == 1:
        assert list(found.core) == expected["one_optimal_core"], case["id"]
    return {**expected, "corr": found.correlation}


def brokers(drawn: Snapshot, case: Case) -> dict[str, Any]:
    """Lay the roles out as R does, a sixth column being their sum."""
    expected = case["value"]
    drawn = network(case["dataset"], groups=expected["groups"])
    raw = labelled(drawn, brokerage)
    counts = {label: [*astuple(found), sum(astuple(found))] for label, found in raw.items()}
    found: dict[str, Any] = {**expected, "raw_nli": counts}
    if "exp_nli" in expected:
        chance = labelled(drawn, brokerage_by_chance)
        for key, name in (("exp_nli", "expected"), ("z_nli", "z")):
            found[key] = {
                label: [
                    *(value_or_none(getattr(roles[role], name)) for role in ROLES),
                    expected[key][label][5],
                ]
                for label, roles in chance.items()
            }
    return found


def kite(drawn: Snapshot, case: Case) -> dict[str, Any]:
    near, between = labelled(drawn, closeness), labelled(drawn, betweenness)
    return {
        "betweenness.7": between["7"], "closeness.5": near["5"], "closeness.6": near["6"],
        "degree.3": labelled(drawn, degree)["3"],
    }  # fmt: skip


def karate(drawn: Snapshot, case: Case) -> dict[str, Any]:
    return {
        "n": size(drawn), "m": ties(drawn), "density": density(drawn),
        "transitivity": transitivity(drawn), "diameter": diameter(drawn),
    }  # fmt: skip


def knoke(drawn: Snapshot, case: Case) -> dict[str, Any]:
    between = labelled(drawn, betweenness)
    ways: dict[str, Callable[[], Any]] = {
        "density": lambda: density(drawn),
        "reciprocity_dyadic_nonnull": lambda: reciprocity_dyadic(drawn),
        "reciprocity_edgewise": lambda: reciprocity(drawn),
    }
    for actor in ("COMM", "EDUC", "MAYR"):
        ways[f"betweenness.{actor}"] = partial(between.__getitem__, actor)
    for each in ("betweenness", "indegree", "outdegree"):
        name = each.replace("degree", "_degree")
        ways[f"centralization_{each}"] = partial(central(name), drawn, case)
    return {key: ways[key]() for key in case["value"]}


WAYS: dict[str, Way] = {
    "density": whole(density),
    "reciprocity_edgewise": whole(reciprocity),
    "reciprocity_dyadic_nonnull": whole(reciprocity_dyadic),
    "dyad_census": census,
    "triad_census": lambda drawn, case: dict(triad_census(drawn)),
    "triad_census_undirected": lambda drawn, case: list(triad_census(drawn).values()),
    "undirected triad census 003,102,201,300": lambda drawn, case: list(triad_census(drawn).values()),
    "transitivity_weak": weak_transitivity,
    "components_weak": whole(components),
    "components_strong": whole(components_strong),
    "krackhardt_connectedness": whole(connectedness),
    "krackhardt_hierarchy": whole(hierarchy),
    "krackhardt_efficiency": whole(efficiency),
    "krackhardt_lubness": whole(lubness),
    "centralization_degree": central("degree"),
    "centralization_indegree": central("in_degree"),
    "centralization_outdegree": central("out_degree"),
    "centralization_betweenness": central("betweenness"),
    "degree": by_label(degree),
    "indegree": by_label(in_degree),
    "outdegree": by_label(out_degree),
    "betweenness": by_label(betweenness),
    "closeness (n-1)/sum d": by_label(closeness),
    "closeness_suminvdir": by_label(harmonic),
    "eigenvector (unit norm)": by_label(eigenvector),
    "PageRank d=0.85 unweighted": without_strength(pagerank),
    "kcore": by_label(core),
    "cutpoints": labels_where(cut_point),
    "cutpoints_weak": labels_where(cut_point),
    "bridges": bridges,
    "Burt constraint, unweighted": without_strength(constraint),
    "Burt constraint, weighted": by_label(constraint),
    "Burt constraint, directed, weighted by tie weight (mutual weight = w_ij+w_ji); nodes with out-degree>0 only (networkx gives NaN for others)": of_those_in_the_case(constraint),
    "Burt effective size, unweighted": without_strength(effective_size),
    "Burt effective size, weighted": by_label(effective_size),
    "Burt effective size, directed, weighted; nodes with out-degree>0 only": of_those_in_the_case(effective_size),
    "degree assortativity": whole(degree_assortativity),
    "nominal assortativity (Newman 2003)": whole(group_assortativity),
    "nominal assortativity, directed": whole(group_assortativity),
    "E-I index (Krackhardt & Stern 1988)": e_i,
    "E-I index over directed ties; per node over out-ties": e_i,
    "Gould-Fernandez raw counts, ties symmetric; roles order in value": brokers,
    "Gould-Fernandez raw, expected and z; roles order in value": brokers,
    "Borgatti-Everett discrete, exhaustive optimum; pattern 1 if i or j in core": core_found,
    "Borgatti-Everett discrete, exhaustive optimum; pattern core-core 1, periphery-periphery 0, core-periphery ignored": core_found,
    "Borgatti-Everett discrete on symmetrised (max) ties, 1 if i or j in core, exhaustive optimum": core_found,
    "optimum modularity (unweighted), 4 communities": whole(modularity),
    "betweenness Heather(7)=14, closeness Fernando/Garth(5,6)=0.643, degree Diane(3)=6": kite,
    "raw betweenness Medici": of_those_in_the_case(betweenness),
    "n, m, density, transitivity, diameter": karate,
    "density, dyad reciprocity, arc reciprocity, betweenness COMM/EDUC/MAYR, centralisation": knoke,
}  # fmt: skip
CASES = [case for case in REFERENCE["cases"] if case["measure"] in WAYS]
KEY_PLAYERS = [
    case
    for case in REFERENCE["cases"]
    if "fragmentation F" in case["measure"] and case["measure"].endswith("set of 1")
]


def differences(found: Any, expected: Any, tolerance: float, at: str) -> list[str]:
    """Name every value that is not within ``tolerance`` of what is expected."""
    if isinstance(expected, dict):
        missing = [f"{at} has {sorted(found)}"] if set(found) != set(expected) else []
        return missing + [
            line
            for key in expected.keys() & found.keys()
            for line in differences(found[key], expected[key], tolerance, f"{at}[{key}]")
        ]
    if isinstance(expected, list) and len(expected) == len(found):
        return [
            line
            for place, (mine, other) in enumerate(zip(found, expected, strict=True))
            for line in differences(mine, other, tolerance, f"{at}[{place}]")
        ]
    if isinstance(expected, int | float) and found is not None:
        near = math.isclose(found, expected, rel_tol=tolerance, abs_tol=tolerance)
        return [] if near else [f"{at}: {found} is not {expected}"]
    return [] if found == expected else [f"{at}: {found} is not {expected}"]


def in_order(case: Case) -> Any:
    """Return a case's value, lists without an order of their own being sorted."""
    if case["measure"].startswith("cutpoints"):
        return sorted(case["value"])
    return sorted(map(sorted, case["value"])) if case["measure"] == "bridges" else case["value"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_measure_equals_the_value_of_another_program(case: Case) -> None:
    found = WAYS[case["measure"]](network(case["dataset"]), case)
    assert differences(found, in_order(case), case["tol"], case["id"]) == []


def fragmentation_without_each(drawn: Snapshot) -> dict[str, Any]:
    """Take every actor away in turn: what is left then is measured by the same function."""
    others = {gone: [actor for actor in range(drawn.n) if actor != gone] for gone in range(drawn.n)}
    return {drawn.labels[gone]: fragmentation(drawn.among(left)) for gone, left in others.items()}


@pytest.mark.parametrize("case", KEY_PLAYERS, ids=lambda case: case["id"])
def test_fragmentation_without_an_actor_equals_exhaustive_search(case: Case) -> None:
    found = fragmentation_without_each(network(case["dataset"]))
    best = max(found.values())
    assert best == pytest.approx(case["value"]["value"], abs=case["tol"])
    winners = sorted([label] for label, value in found.items() if math.isclose(value, best))
    if case["value"]["n_optimal"] == len(case["value"]["sets"]):
        assert winners == sorted(case["value"]["sets"])


def test_every_case_is_compared_here_or_with_the_comparisons() -> None:
    asked = {case["measure"] for case in REFERENCE["cases"]}
    assert asked == set(WAYS) | ELSEWHERE
    assert not set(WAYS) & ELSEWHERE
    assert len(REFERENCE["cases"]) == 300
    assert len(CASES) == 272
