"""How the map is narrowed, sized and reckoned, and that the browser's half decides alike (tests/data)."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from solmu.analysis.levels import Edge, LevelGraph, Node, Way
from solmu.mapping.rules.choices import contents_in, matching, sectors_in
from solmu.mapping.rules.drawing import Place, degrees, drawn, hub_of
from solmu.mapping.rules.filters import filters_of, level_of, narrowed
from solmu.mapping.rules.names import lines_of
from solmu.mapping.rules.picture import curve_between, hull_around
from solmu.mapping.rules.still import COLOURS, still_of
from solmu.mapping.rules.strip import strip_of

ON = date(2026, 11, 12)
SHARED = Path(__file__).parent / "data"
STYLES = Path(__file__).parents[2] / "web/styles/tokens.css"


def shared(name: str) -> Any:
    return json.loads((SHARED / f"{name}.json").read_text(encoding="utf-8"))


def make_node(pk: int, sector: str = "", **facts: Any) -> Node:
    known = {"label": f"Toimija {pk}", "kind": "organisation", "municipality": "", "asked": False}
    return Node(pk=pk, ref=f"r{pk}", sector=sector, **{**known, **facts})


def make_edge(one: int, other: int, **facts: Any) -> Edge:
    known = {
        "status": "existing", "forward": True, "back": False, "ways": (), "frequency": None,
        "closeness": None, "weight": None, "said": 1, "asked": 1, "drawn_mutual": False,
        "both_ends": False, "differs": False, "notes": 0, "people_only": False, "confirmed_on": ON,
    }  # fmt: skip
    return Edge(one=one, other=other, **{**known, **facts})


def make_graph(nodes: list[Node], edges: list[Edge], **facts: Any) -> LevelGraph:
    known: dict[str, Any] = {"level": "organisation", "directed": True, "inside": 0, "revision": 1}
    return LevelGraph(
        on=ON, nodes=tuple(nodes), edges=tuple(edges), members={}, **{**known, **facts}
    )


@pytest.mark.parametrize("case", shared("filters")["cases"])
def test_filters_let_through_what_the_browser_lets_through(case: dict[str, Any]) -> None:
    known = shared("filters")
    number = {ref: at for at, ref in enumerate(known["actors"])}
    graph = make_graph(
        [make_node(number[ref], sector) for ref, sector in known["actors"].items()],
        [
            make_edge(
                number[tie["one"]],
                number[tie["other"]],
                status=tie["status"],
                frequency=tie["frequency"],
                forward=bool(tie["way"] & 1),
                back=bool(tie["way"] & 2),
                ways=tuple(
                    Way(content=content, forward=bool(way & 1), back=bool(way & 2))
                    for content, way in tie["ways"].items()
                ),
            )
            for tie in known["ties"]
        ],
    )
    asked = case["filters"]
    kept = narrowed(
        graph,
        filters_of(
            sectors=asked["sectors"],
            content=asked["content"],
            frequency=str(asked["frequency"]),
            wished=asked["wished"],
        ),
    )
    refs = list(known["actors"])
    assert "".join(refs[node.pk] for node in kept.nodes) == case["actors"]
    assert [
        f"{refs[edge.one]}{refs[edge.other]}{edge.forward + 2 * edge.back}" for edge in kept.edges
    ] == case["ties"]


@pytest.mark.parametrize("case", shared("geometry")["curves"])
def test_curves_run_as_they_do_in_the_browser(case: dict[str, Any]) -> None:
    curve = curve_between(tuple(case["one"]), tuple(case["other"]), case["way"])
    for point in ("start", "bend", "end"):
        assert getattr(curve, point) == pytest.approx(case[point], abs=0.002)


@pytest.mark.parametrize("case", shared("geometry")["hulls"])
def test_hulls_lie_as_they_do_in_the_browser(case: dict[str, Any]) -> None:
    corners = hull_around([tuple(circle) for circle in case["circles"]], case["pad"])
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2
    assert area == pytest.approx(case["area"], rel=0.001)
    assert min(x for x, _ in corners) == pytest.approx(case["left"], abs=0.01)
    assert max(y for _, y in corners) == pytest.approx(case["bottom"], abs=0.01)


def test_sizes_go_by_the_whole_map_not_by_what_a_filter_leaves() -> None:
    nodes = [make_node(1, "ohjaamo"), make_node(2, "youth"), make_node(3)]
    whole = make_graph(nodes, [make_edge(1, 2), make_edge(2, 3)])
    part = make_graph(nodes, [])
    places = {pk: Place(x=0.1 * pk, y=0.5) for pk in (1, 2, 3)}
    seen = drawn(part, places, canvas=(1000, 620), whole=whole)
    assert [one.ties for one in seen.actors] == [1, 2, 1]
    assert [one.hub for one in seen.actors] == [True, False, False]
    assert (seen.actors[1].x, seen.actors[1].y) == (200, 310)


def test_wished_ties_are_never_counted() -> None:
    graph = make_graph(
        [make_node(1), make_node(2)], [make_edge(1, 2, status="wished", forward=True)]
    )
    assert degrees(graph) == {}
    strip = strip_of(graph, cut_points=0)
    assert (strip.ties, strip.mutual) == (0, None)


def test_the_middle_is_the_ohjaamo_with_most_ties_and_never_a_person() -> None:
    nodes = [
        make_node(1, "ohjaamo"),
        make_node(2, "ohjaamo"),
        make_node(3, "ohjaamo", kind="person"),
    ]
    assert hub_of(nodes, {1: 2, 2: 5, 3: 9}) == nodes[1]
    assert hub_of([make_node(4, "youth")], {}) is None


def test_the_strip_counts_pairs_and_what_is_old() -> None:
    long_ago = ON - timedelta(days=366)
    graph = make_graph(
        [make_node(1, asked=True), make_node(2), make_node(3)],
        [
            make_edge(1, 2, back=True, both_ends=True),
            make_edge(1, 3, people_only=True, confirmed_on=long_ago),
            make_edge(2, 3, confirmed_on=None),
        ],
    )
    strip = strip_of(graph, cut_points=1)
    assert (strip.asked, strip.mutual, strip.mutual_share) == (1, 1, 33)
    assert (strip.people_only, strip.old, strip.both_ends) == (1, 1, 1)


def test_a_map_of_plain_lines_has_no_reciprocity() -> None:
    graph = make_graph([make_node(1), make_node(2)], [make_edge(1, 2)], directed=False)
    assert strip_of(graph, cut_points=0).mutual_share is None


def test_choices_are_what_is_on_the_map() -> None:
    ways = (Way(content="ruoka-apu", forward=True, back=False),)
    graph = make_graph(
        [make_node(1, "youth"), make_node(2), make_node(3, "ohjaamo")],
        [make_edge(1, 2, ways=ways), make_edge(1, 3, ways=ways)],
    )
    assert sectors_in(graph) == ["ohjaamo", "youth", "unknown"]
    assert contents_in(graph) == ["ruoka-apu"]
    assert level_of("Person") == "organisation"


def test_search_puts_beginnings_first() -> None:
    nodes = [make_node(1, label="Nuorten työpaja"), make_node(2, label="Työllisyysalue")]
    assert [node.pk for node in matching(nodes, "TYÖ")] == [2, 1]
    assert matching(nodes, "") == []


@pytest.mark.parametrize(
    "name",
    [
        "Järvilakeuden hyvinvointialueen nuorten mielenterveys- ja päihdepalvelut",
        "Kolmivuorotyöntekijäjärjestelmäasiantuntijaryhmä",
        "x" * 200,
    ],
)
def test_the_longest_name_stands_on_three_short_lines(name: str) -> None:
    lines = lines_of(name)
    assert 1 < len(lines) <= 3
    assert max(map(len, lines)) <= 22


def test_the_still_picture_has_the_colours_of_the_style_sheet() -> None:
    tokens = STYLES.read_text(encoding="utf-8")
    for sector, colour in COLOURS.items():
        assert f"--sector-{sector or 'unknown'}: {colour};" in tokens


def test_the_still_picture_names_the_kinds_of_lines_it_holds() -> None:
    places = {pk: Place(x=0.3 * pk, y=0.5) for pk in (1, 2, 3)}
    graph = make_graph(
        [make_node(pk, "youth") for pk in (1, 2, 3)],
        [make_edge(1, 2, frequency=4), make_edge(2, 3, people_only=True)],
    )
    still = still_of(drawn(graph, places, canvas=(1000, 620)))
    assert [look.name for look in still.legend] == ["4", "people"]
    assert [hull.sector for hull in still.hulls] == ["youth"]
