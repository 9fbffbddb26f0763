"""The only place that tests which figures `solmu analyse` prints, and what it says of those it cannot."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, Literal, get_args

import pytest
from click.testing import CliRunner, Result
from django.utils import translation

from solmu.analysis.commands import analyse_command
from solmu.analysis.forms.wording import HEADINGS, REASONS, key_of, notes_in_words
from solmu.analysis.rules import profile as rules
from solmu.analysis.rules.profile import ACTOR_FIGURES, NETWORK_FIGURES, TIE_FIGURES, profile
from solmu.formats import write_file
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.sna import tests as sna_tests
from solmu.sna.measures.closure import CLASSES
from solmu.sna.result import Reason
from solmu.sna.snapshot import Snapshot

REFERENCE = json.loads(
    (Path(sna_tests.__file__).parent / "data/sna-reference.json").read_text("utf-8")
)


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with translation.override("en"):
        yield


def analysed(tmp_path: Path, content: bytes | str, *options: str, name: str = "map.csv") -> Result:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return CliRunner().invoke(analyse_command, [str(path), *options])


def figures(
    tmp_path: Path, content: bytes | str, *options: str, name: str = "map.csv"
) -> dict[str, Any]:
    result = analysed(tmp_path, content, "--json", *options, name=name)
    assert result.exit_code == 0, result.output
    assert "NaN" not in result.stdout
    assert "Infinity" not in result.stdout
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def published(name: str) -> bytes:
    """Return a published network as the GraphML that Solmu writes."""
    found = REFERENCE["datasets"][name]
    groups = found["groups"] or {}
    actors = [
        ActorRow(ref=f"n{at}", label=node, extra={"camp": groups.get(node, "")})
        for at, node in enumerate(found["nodes"])
    ]
    place = {node: f"n{at}" for at, node in enumerate(found["nodes"])}
    way: Literal["forward", "undirected"] = "forward" if found["directed"] else "undirected"
    ties = [
        TieRow(source=place[a], target=place[b], direction=way, weight=weight)
        for a, b, weight in found["edges"]
    ]
    whole = Dataset(actors=tuple(actors), ties=tuple(ties), directed=found["directed"])
    return write_file(whole, "graphml", "en")


def expected(case: str) -> Any:
    return next(each["value"] for each in REFERENCE["cases"] if each["id"] == case)


def test_a_published_directed_network_has_the_published_figures(tmp_path: Path) -> None:
    found = figures(tmp_path, published("emon_Texas"), "--group", "camp", name="texas.graphml")
    whole, near = found["network"], pytest.approx
    assert list(whole) == [*NETWORK_FIGURES, "key_players"]
    for count in "12":
        best = expected(f"emon_Texas.keyplayer_F_k{count}")
        assert whole["key_players"][count]["value"] == near(best["value"])
    for key, case in (
        ("hierarchy", "krackhardt_hierarchy"), ("efficiency", "krackhardt_efficiency"),
        ("lubness", "krackhardt_lubness"), ("connectedness", "krackhardt_connectedness"),
        ("transitivity_directed", "transitivity_weak"), ("group_assortativity", "attr_assort"),
        ("triad_census", "triad_census"),
    ):  # fmt: skip
        assert whole[key] == near(expected(f"emon_Texas.{case}"), abs=1e-6)
    assert whole["centralization"].keys() == {"in_degree", "out_degree", "betweenness"}
    assert tuple(whole["triad_census"]) == CLASSES
    assert whole["e_i_index"] == near(expected("emon_Texas.ei")["network"])
    brokers = expected("emon_Texas.brokerage")["raw_nli"]
    squeezed = expected("emon_Texas.constraint_w")
    for actor in found["actors"]:
        assert list(actor) == ["id", "label", *ACTOR_FIGURES]
        assert list(actor["brokerage"].values()) == brokers[actor["label"]][:5]
        if actor["label"] in squeezed:
            assert actor["constraint"] == near(squeezed[actor["label"]])
    assert all(list(tie) == ["source", "target", *TIE_FIGURES] for tie in found["ties"])
    assert "Response rate 100%: only ties that somebody states count." in found["notes"]
    assert any(note.startswith("Ties count either way") for note in found["notes"])


def test_a_published_undirected_network_has_the_published_figures(tmp_path: Path) -> None:
    found = figures(tmp_path, published("karate"), "--group", "camp", name="karate.graphml")
    whole = found["network"]
    assert whole["triad_census"] == {"003": 3971, "102": 1575, "201": 393, "300": 45}
    assert whole["centralization"] == pytest.approx(
        {"degree": 0.399621, "betweenness": 0.405557}, abs=1e-6
    )
    assert whole["modularity"] == pytest.approx(0.4198, abs=1e-4)
    assert len({actor["community"] for actor in found["actors"]}) == 4
    assert set(whole["core_periphery"]["core"]) < {actor["id"] for actor in found["actors"]}
    assert (whole["reciprocity"], whole["transitivity_directed"]) == (None, None)
    assert "reciprocity has no figure: ties have no directions." in found["notes"]
    near = {actor["label"]: actor["closeness"] for actor in found["actors"]}
    assert near == pytest.approx(expected("karate.closeness"))


def test_strength_touches_only_what_is_said_to_read_it(tmp_path: Path) -> None:
    weighted = figures(tmp_path, published("karate"), name="karate.graphml")
    rows = [(a, b) for a, b, _ in REFERENCE["datasets"]["karate"]["edges"]]
    plain = figures(
        tmp_path, table(("Source", "Target", "Type"), *((a, b, "Undirected") for a, b in rows))
    )
    own = {"core_periphery", "key_players"}  # its actors are named otherwise in the other file
    for key in plain["network"].keys() - own:
        assert plain["network"][key] == pytest.approx(weighted["network"][key])
    by_label = {actor["label"]: actor for actor in plain["actors"]}
    other = {
        key
        for actor in weighted["actors"]
        for key in set(ACTOR_FIGURES) - {"community"}
        if actor[key] != pytest.approx(by_label[actor["label"]][key])
    }
    assert other == {"strength", "constraint", "effective_size", "pagerank"}


def table(*rows: tuple[str, ...]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue()


def of(n: int, *ties: TieRow) -> bytes:
    actors = tuple(ActorRow(ref=f"a{at}", label=f"Toimija {at}") for at in range(n))
    return write_file(Dataset(actors=actors, ties=ties), "graphml", "en")


@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_a_network_without_ties_has_figures_or_reasons(tmp_path: Path, n: int) -> None:
    found = figures(tmp_path, of(n), name="map.graphml")
    assert (found["network"]["size"], found["network"]["ties"], found["ties"]) == (n, 0, [])
    assert found["network"]["density"] == (0 if n > 1 else None)
    lacking = {key for key, figure in found["network"].items() if figure is None}
    players = found["network"]["key_players"]
    lacking |= {f"key_players.{count}" for count, figure in players.items() if figure is None}
    assert lacking == found["undefined"].keys() > {"modularity", "diameter", "efficiency"}
    for key in lacking:
        assert any(note.startswith(f"{key} has no figure: ") for note in found["notes"])
    for actor in found["actors"]:
        assert (actor["degree"], actor["constraint"], actor["closeness"]) == (0, None, None)
    with translation.override("fi"):
        output = analysed(tmp_path, of(n), name="map.graphml").output
    assert "Lukua ei ole, Modulaarisuus: ei suhteita." in output


def test_a_tie_of_negative_strength_is_told_and_shares_of_it_are_not_made_up(
    tmp_path: Path,
) -> None:
    ties = (TieRow(source="a0", target="a1", weight=-2), TieRow(source="a1", target="a2", weight=1))
    found = figures(tmp_path, of(3, *ties), name="map.graphml")
    assert "1 tie has negative strength; shares of strength have no figure." in found["notes"]
    assert [actor["pagerank"] for actor in found["actors"]] == [None] * 3
    assert "pagerank has no figure for 3 actors: a tie has negative strength." in found["notes"]
    assert [actor["betweenness"] for actor in found["actors"]] == [0, 1, 0]


def test_without_groups_what_needs_them_is_left_out_with_its_reason(tmp_path: Path) -> None:
    found = figures(tmp_path, of(2, TieRow(source="a0", target="a1")), name="map.graphml")
    assert found["undefined"]["e_i_index"] == "no_group"
    assert [actor["brokerage"] for actor in found["actors"]] == [None, None]


def test_a_file_of_too_many_ties_is_refused_with_what_to_do(tmp_path: Path) -> None:
    rows = "\n".join(f"{at % 1000},{at % 997}" for at in range(310_000))
    result = analysed(tmp_path, f"Source,Target\n{rows}\n", "--json")
    assert result.exit_code == 1
    assert "Over 300000 ties. Split the file." in result.output


def test_a_large_network_is_estimated_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "EXACT_UP_TO", 50)
    monkeypatch.setattr(rules, "SOURCES", 20)
    ids = [str(at) for at in range(60)]
    ties = [(ids[at], ids[(at * 7 + step) % 60]) for at in range(60) for step in (1, 2)]
    snapshot = Snapshot.of(ids, ids, ties, directed=True)
    found = profile(snapshot)
    assert found["sampled"]["sources"] == 20
    assert set(found["sampled"]["figures"]) == {
        "diameter", "average_distance", "centralization", "hierarchy", "betweenness", "closeness",
        "harmonic",
    }  # fmt: skip
    assert profile(Snapshot.of(ids, ids, ties, directed=True)) == found
    words = notes_in_words(found, key_of)
    assert any(
        note.startswith("Estimated from 20 actors drawn at random: diameter") for note in words
    )


def test_every_figure_and_every_reason_has_words() -> None:
    assert {*NETWORK_FIGURES, *ACTOR_FIGURES, *TIE_FIGURES} <= HEADINGS.keys() | {"mutual"}
    assert set(get_args(Reason)) == REASONS.keys()


def test_the_table_has_a_line_for_each_figure_of_the_whole(tmp_path: Path) -> None:
    output = analysed(tmp_path, published("knoke"), name="knoke.graphml").output
    assert "Leaning on one actor, by ties in      0.51" in output
    assert "Pairs tied both ways                  17" in output
    assert "How well a core and a rim fit         0.49" in output
    assert "E-I index                             no group is stated" in output
