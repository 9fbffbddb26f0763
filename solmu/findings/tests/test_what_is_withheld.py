"""Of what nothing can be said yet, and how the first reading is put together."""

from __future__ import annotations

from solmu.findings.rules.facts import FIRST_FIVE
from solmu.findings.rules.reading import read
from solmu.findings.tests.makers import make_facts

RING = "a=b:information b=c:information c=d:information d=e:information e=a:information"


def reasons(line: str, **known: object) -> dict[str, str]:
    return {one.topic: one.reason for one in read(make_facts(line, **known)).withheld}  # type: ignore[arg-type]


def test_four_actors_are_too_few_for_any_sentence() -> None:
    held = reasons("a=b b=c c=d")
    assert held == dict.fromkeys(FIRST_FIVE, "few_actors")


def test_without_ties_nothing_is_said() -> None:
    reading = read(make_facts("a b c d e"))
    assert {one.reason for one in reading.withheld} == {"no_ties"}
    assert reading.findings == ()


def test_too_few_answers_withhold_what_silence_would_make_wrong() -> None:
    reading = read(make_facts(RING, asked=5, answered=2))
    assert {one.topic for one in reading.withheld} == {"one_way", "middle", "threads", "sectors"}
    assert {(one.have, one.of) for one in reading.withheld} == {(2, 5)}
    assert [one.id for one in reading.findings] == ["connected"]


def test_half_of_the_answers_are_enough() -> None:
    assert reasons(RING, asked=4, answered=2) == {}


def test_a_map_that_nobody_was_asked_about_is_still_read() -> None:
    assert reasons(RING) == {}


def test_lines_without_arrows_withhold_directions_only() -> None:
    assert reasons(RING, directed=False) == {"one_way": "undirected"}


def test_the_first_reading_has_one_sentence_a_topic_in_order() -> None:
    five = read(make_facts(RING, sectors=dict.fromkeys("abc", "youth"))).first_five
    assert [one.topic for one in five] == [topic for topic in FIRST_FIVE if topic != "sectors"]


def test_what_calls_for_something_is_told_before_what_carries() -> None:
    reading = read(make_facts("a>m:referral b>m:referral c>m:referral a=b b=c d=a e=d"))
    about = [one.id for one in reading.findings if one.topic == "one_way"]
    assert about[0] == "one_way_many"
    assert about[-1] == "reciprocal"
