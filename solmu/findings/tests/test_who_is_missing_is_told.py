"""Who is not on the map, and who is named by several but never invited."""

from __future__ import annotations

from solmu.findings.rules.missing import ESSENTIAL, named_not_invited, without_sector
from solmu.findings.tests.makers import make_facts

ALL = dict(zip("abcdef", ESSENTIAL, strict=True))
LINE = "a=b b=c c=d d=e e=f"


def test_fields_of_work_without_an_actor_are_named() -> None:
    facts = make_facts(
        LINE, sectors={"a": "education", "b": "employment", "c": "wellbeing", "d": "youth"}
    )
    (finding,) = without_sector(facts)
    assert (finding.id, finding.slots) == ("missing", {"x": "associations,business", "n": 2})
    assert (finding.method, finding.actors) == ("M13", ())


def test_a_map_with_all_fields_says_so() -> None:
    (finding,) = without_sector(make_facts(LINE, sectors=ALL))
    assert (finding.id, finding.good) == ("all_sectors", True)


def test_nothing_is_missing_from_a_map_that_does_not_say_what_its_actors_are() -> None:
    assert without_sector(make_facts(LINE)) == []


def test_an_actor_named_in_two_answers_and_never_asked_is_told_with_its_ties() -> None:
    facts = make_facts(LINE, named_by={"c": 2, "d": 1}, invited=frozenset("ab"))
    (finding,) = named_not_invited(facts)
    assert (finding.id, finding.slots) == ("uninvited", {"a": "c", "n": 2})
    assert set(finding.ties) == {("b", "c"), ("c", "d")}


def test_whoever_was_asked_is_not_called_uninvited() -> None:
    assert named_not_invited(make_facts(LINE, named_by={"c": 5}, invited=frozenset("c"))) == []
