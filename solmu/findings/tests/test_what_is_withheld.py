"""Of what nothing can be said yet, and how the first reading is put together."""

from __future__ import annotations

from solmu.findings.rules.facts import FIRST_FIVE
from solmu.findings.rules.reading import RULES, read
from solmu.findings.tests.makers import make_facts

RING = "a=b:information b=c:information c=d:information d=e:information e=a:information"


# What the line above does not say, whatever else is asked of it.
UNSAID = {
    "sectors": "not_stated", "missing": "not_stated", "support": "no_services", "path": "no_services",
    "core": "no_earlier", "change": "no_earlier",
}  # fmt: skip


def reasons(line: str, **known: object) -> dict[str, str]:
    return {one.topic: one.reason for one in read(make_facts(line, **known)).withheld}  # type: ignore[arg-type]


def test_four_actors_are_too_few_for_any_sentence() -> None:
    held = reasons("a=b b=c c=d")
    assert held == dict.fromkeys(set(RULES) - {"age", "ohjaamo"}, "few_actors")


def test_without_ties_nothing_is_said() -> None:
    held = reasons("a b c d e", sectors=dict.fromkeys("abcde", "youth"))
    assert {topic: held[topic] for topic in FIRST_FIVE} == dict.fromkeys(FIRST_FIVE, "no_ties")
    assert {one.topic for one in read(make_facts("a b c d e")).findings} == set()


def test_too_few_answers_withhold_what_silence_would_make_wrong() -> None:
    sectors = dict.fromkeys("abcd", "youth") | {"e": "ohjaamo"}
    reading = read(make_facts(RING, asked=5, answered=2, sectors=sectors))
    held = [one for one in reading.withheld if one.reason == "few_answers"]
    assert {one.topic for one in held} == {
        "one_way", "middle", "threads", "sectors", "towns", "ohjaamo",
    }  # fmt: skip
    assert {(one.have, one.of) for one in held} == {(2, 5)}
    assert [one.id for one in reading.findings] == ["connected", "missing"]


def test_half_of_the_answers_are_enough() -> None:
    assert reasons(RING, asked=4, answered=2) == UNSAID


def test_a_map_that_nobody_was_asked_about_is_still_read() -> None:
    assert reasons(RING) == UNSAID


def test_lines_without_arrows_withhold_directions_only() -> None:
    assert reasons(RING, directed=False) == {**UNSAID, "one_way": "undirected"}


def test_the_first_reading_has_one_sentence_a_topic_in_order() -> None:
    five = read(make_facts(RING, sectors=dict.fromkeys("abc", "youth"))).first_five
    assert [one.topic for one in five] == [topic for topic in FIRST_FIVE if topic != "sectors"]


def test_what_calls_for_something_is_told_before_what_carries() -> None:
    reading = read(make_facts("a>m:referral b>m:referral c>m:referral a=b b=c d=a e=d"))
    about = [one.id for one in reading.findings if one.topic == "one_way"]
    assert about[0] == "one_way_many"
    assert about[-1] == "reciprocal"


def test_what_a_year_changed_is_withheld_where_too_few_were_known_both_times() -> None:
    held = read(make_facts(RING, earlier="a=b c=d", not_asked="d e")).withheld
    (change,) = [one for one in held if one.topic == "change"]
    assert (change.reason, change.have, change.of) == ("few_in_both", 3, 5)


def test_the_path_is_withheld_where_no_tie_tells_of_referrals() -> None:
    goals = {"a": frozenset({"everyday_life"}), "b": frozenset({"education"})}
    assert reasons(RING, goals=goals)["path"] == "no_referrals"


def test_an_ohjaamo_that_is_not_on_the_map_is_nothing_to_be_silent_about() -> None:
    assert "ohjaamo" not in reasons("a b c d e")
