"""What `solmu analyse` tells of a file beside its figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from solmu.analysis.commands import analyse_command

STAR = "source,target\nm,a\nm,b\nm,c\nm,d\nm,e\n"


def analysed(path: Path, text: str, *options: str) -> dict[str, Any]:
    path.write_text(text, encoding="utf-8")
    answer = CliRunner().invoke(analyse_command, [str(path), "--json", *options])
    assert answer.exit_code == 0, answer.output
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def by_id(figures: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in figures["findings"]}


def test_each_finding_has_its_sentence_evidence_and_method(tmp_path: Path) -> None:
    cut = by_id(analysed(tmp_path / "star.csv", STAR))["cut_point"]
    assert cut["sentence"].startswith("m: 4 actors reach the others only through here.")
    assert cut["actors"][0] == "m"
    assert ["m", "b"] in cut["ties"]
    assert (cut["topic"], cut["good"], cut["method"], cut["answered"]) == (
        "threads",
        False,
        "M30",
        None,
    )


def test_what_cannot_be_said_stands_beside_them_with_its_reason(tmp_path: Path) -> None:
    held = analysed(tmp_path / "star.csv", STAR)["withheld"]
    assert any("Since a year ago" in why and "no map from a year ago" in why for why in held)


@pytest.mark.parametrize("text", ["source,target\n", "source,target\na,b\n"])
def test_a_file_with_hardly_anything_in_it_tells_nothing_and_says_why(
    tmp_path: Path, text: str
) -> None:
    figures = analysed(tmp_path / "few.csv", text)
    assert figures["findings"] == []
    assert any("We cannot say" in why for why in figures["withheld"])


def test_a_group_of_the_files_own_is_read_as_sectors_are(tmp_path: Path) -> None:
    coasts = dict.fromkeys("abcde", "north") | dict.fromkeys("vwxyz", "south")
    actors = "".join(
        f'<node id="{name}"><data key="g">{coast}</data></node>' for name, coast in coasts.items()
    )
    pairs = ["ab", "bc", "cd", "de", "ea", "ac", "bd", "vw", "wx", "xy", "yz", "zv", "vx", "wy"]
    edges = "".join(f'<edge source="{pair[0]}" target="{pair[1]}"/>' for pair in pairs)
    text = (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="g" for="node" attr.name="coast" '
        f'attr.type="string"/><graph edgedefault="undirected">{actors}{edges}</graph></graphml>'
    )  # fmt: skip
    found = by_id(analysed(tmp_path / "coasts.graphml", text, "--group", "coast"))
    assert found["silo"]["sentence"].startswith("north – south: no ties, by chance about 7.")
    assert "missing" not in found
