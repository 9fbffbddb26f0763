"""XML that is broken or made to hurt is refused with its place, in bounded time."""

from __future__ import annotations

import pytest

from solmu.formats import problems, read_file
from solmu.formats.tests.graphs import GEPHI, graphml
from solmu.formats.tests.workbooks import refusal

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (f'<!DOCTYPE g [<!ENTITY l0 "ha">{LAUGHS}]><graphml>&l9;</graphml>', problems.XML_WITH_DTD, 1),
        ('<?xml version="1.0"?>\n<!DOCTYPE g SYSTEM "http://x/g.dtd">\n<graphml/>', problems.XML_WITH_DTD, 2),
        ('<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]><graphml>&x;</graphml>', problems.XML_WITH_DTD, 1),
        ("<graphml>\n<graph>\n<node id='a'>\n</graph></graphml>", problems.BROKEN_XML, 4),
        ("<graphml>\n<graph>&eacute;</graph></graphml>", problems.BROKEN_XML, 2),
        (GEPHI[:-30], problems.BROKEN_XML, 12),
        ("<graphml/>", problems.NO_GRAPH, None),
        ("<?xml version='1.0'?><gexf/>", problems.NO_GRAPH, None),
        ("<?xml version='1.0'?><html><body/></html>", problems.NO_GRAPH, None),
        ("<graphml><graph>" + "<node id='a'><graph>" * 80, problems.BROKEN_XML, 1),
    ],
)  # fmt: skip
def test_such_a_file_is_refused(text: str, code: str, line: int | None) -> None:
    problem = refusal(text.encode(), "verkko.graphml")
    assert problem.code == code
    assert problem.row == line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_encoding_that_a_file_names_is_followed(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?><graphml><graph><node id="Jämsä"/></graph></graphml>'
    (actor,) = read_file(text.encode(encoding), "verkko.graphml").actors
    assert actor.label == "Jämsä"


@pytest.mark.parametrize("name", ["nonsense", "utf-7", "shift_jis"])
def test_an_encoding_that_nobody_knows_is_told(name: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{name}"?><graphml><graph><node id="a"/></graph></graphml>'
    )
    assert refusal(text.encode(), "x.graphml").code in (
        problems.UNREADABLE_LETTERS,
        problems.BROKEN_XML,
    )


def test_more_actors_than_the_cap_are_refused() -> None:
    problem = refusal(graphml("<node id='a'/>\n" * 50_001), "iso.graphml")
    assert (problem.code, problem.limit, problem.row) == (problems.TOO_MANY_ACTORS, "50000", 50_001)


def test_more_ties_than_the_cap_are_refused() -> None:
    problem = refusal(graphml("<edge source='a' target='b'/>" * 300_001), "iso.graphml")
    assert (problem.code, problem.limit) == (problems.TOO_MANY_TIES, "300000")
