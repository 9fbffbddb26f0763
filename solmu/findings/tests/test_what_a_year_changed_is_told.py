"""What is fewer or more than on the map of a year before, among those known both times."""

from __future__ import annotations

from dataclasses import replace

from solmu.findings.rules.answers import change_between, evidence_of
from solmu.findings.rules.since import (
    changed_give_and_take,
    changed_ties,
    known_in_both,
    lost_touch,
)
from solmu.findings.tests.makers import LAST_YEAR, make_facts

THEN = "a=b b=c c=d d=e e=a a=c"
DAY = LAST_YEAR.isoformat()


def test_fewer_ties_are_told_with_those_that_are_gone() -> None:
    (finding,) = changed_ties(make_facts("a=b b=c c=d d e", earlier=THEN))
    assert (finding.id, finding.good) == ("fewer_ties", False)
    assert finding.slots == {"n": 3, "m": 6, "d": DAY}
    assert set(finding.ties) == {("d", "e"), ("a", "e"), ("a", "c")}


def test_more_ties_are_good_news_with_what_is_new() -> None:
    (finding,) = changed_ties(make_facts(f"{THEN} b=d", earlier=THEN))
    assert (finding.id, finding.good, finding.ties) == ("more_ties", True, (("b", "d"),))


def test_a_map_as_it_was_stays_silent() -> None:
    facts = make_facts(THEN, earlier=THEN)
    assert changed_ties(facts) == lost_touch(facts) == changed_give_and_take(facts) == []


def test_newcomers_and_those_who_left_are_no_change_of_the_others() -> None:
    assert changed_ties(make_facts(f"{THEN} n=a n=b n=c", earlier=f"{THEN} x=a x=b")) == []


def test_whoever_was_asked_once_only_is_left_out_so_that_missing_answers_are_no_decline() -> None:
    facts = make_facts("a=b b=c c=d d e", earlier=THEN, not_asked="d e")
    assert known_in_both(facts) == {"a", "b", "c"}
    assert changed_ties(facts) == []


def test_an_actor_that_lost_all_its_ties_is_named() -> None:
    (finding,) = lost_touch(make_facts("a=b b=c c=d a=c e", earlier=THEN))
    assert (finding.id, finding.slots) == ("lost_one", {"a": "e", "d": DAY})


def test_several_that_lost_all_their_ties_are_counted() -> None:
    (finding,) = lost_touch(make_facts("a=b b=c a=c d e", earlier=THEN))
    assert (finding.id, finding.slots["n"], finding.actors) == ("lost_many", 2, ("d", "e"))


def test_less_giving_and_taking_than_a_year_before_is_told_against_that_map() -> None:
    (finding,) = changed_give_and_take(make_facts("a>b b>c c>d d=e e=a a=c", earlier=THEN))
    assert (finding.id, finding.good, finding.topic) == ("hears_less", False, "one_way")
    assert (finding.slots["p"], finding.slots["q"], finding.slots["d"]) == (0.5, 1.0, DAY)
    assert set(finding.ties) == {("a", "b"), ("b", "c"), ("c", "d")}


def test_more_giving_and_taking_is_good_news() -> None:
    (finding,) = changed_give_and_take(make_facts(THEN, earlier="a>b b>c c>d d=e e=a a=c"))
    assert (finding.id, finding.good) == ("hears_more", True)
    assert set(finding.ties) == {("a", "b"), ("b", "c"), ("c", "d")}


def test_referrals_do_not_count_as_giving_and_taking() -> None:
    now = "a>b:referral b>c:referral c>d:referral d=e:information e=a:information a=c:information"
    assert (
        changed_give_and_take(
            make_facts(now, earlier=THEN.replace(" ", ":information ") + ":information")
        )
        == []
    )


def test_another_day_alone_is_no_new_evidence_so_that_an_answer_stands() -> None:
    (finding,) = changed_ties(make_facts("a=b b=c c=d d e", earlier=THEN))
    tomorrow = replace(finding, slots={**finding.slots, "d": "2025-11-13"})
    assert change_between(evidence_of(finding), evidence_of(tomorrow)) is None
    fewer = replace(finding, slots={**finding.slots, "n": 2})
    assert change_between(evidence_of(finding), evidence_of(fewer)) is not None
