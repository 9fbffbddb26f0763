"""Whether newcomers get ties with the core, or stay outside."""

from __future__ import annotations

from datetime import date

from solmu.findings.rules.core import core_and_newcomers, newcomers
from solmu.findings.rules.facts import Facts
from solmu.findings.tests.makers import make_facts
from solmu.sna.measures.core_periphery import core_periphery

# Two in the core, to whom all of the edge is tied; three that came lately have each other.
OLD = "h=i h=a h=b h=c h=d h=e h=f i=a i=b i=c i=d i=e i=f"
OUTSIDE = "x=a y=b z=c"
SINCE = dict.fromkeys("hiabcdef", date(2024, 1, 1)) | dict.fromkeys("xyz", date(2026, 3, 1))


def facts_of(line: str) -> Facts:
    return make_facts(line, earlier=OLD, joined_on=SINCE)


def test_a_core_that_no_newcomer_has_a_tie_with_is_told_with_both() -> None:
    facts = facts_of(f"{OLD} {OUTSIDE}")
    (finding,) = core_and_newcomers(facts)
    assert (finding.id, finding.slots["n"], finding.method) == ("closed", 3, "M15")
    core = core_periphery(facts.lines)
    assert {facts.lines.ids[index] for index in core.core} == {"h", "i"}  # type: ignore[union-attr]
    assert set(finding.actors) == {"x", "y", "z", "h", "i"}
    assert finding.ties == ()


def test_newcomers_with_a_tie_into_the_core_are_good_news() -> None:
    (finding,) = core_and_newcomers(facts_of(f"{OLD} x=h y=h z=i"))
    assert (finding.id, finding.good) == ("open_core", True)
    assert (finding.slots["n"], finding.slots["m"]) == (3, 3)


def test_where_there_is_no_core_nothing_is_said() -> None:
    ring = "h=a a=b b=c c=d d=i i=h x=a y=b z=c x=y y=z"
    assert core_and_newcomers(facts_of(ring)) == []


def test_two_newcomers_are_no_pattern() -> None:
    assert core_and_newcomers(facts_of(f"{OLD} x=a y=b")) == []


def test_whoever_was_there_a_year_before_is_no_newcomer() -> None:
    facts = make_facts(
        f"{OLD} {OUTSIDE}", earlier=OLD, joined_on=dict.fromkeys(SINCE, date(2024, 1, 1))
    )
    assert newcomers(facts) == []
    assert core_and_newcomers(facts) == []
