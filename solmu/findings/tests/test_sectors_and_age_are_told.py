"""Sectors that do not meet, and ties that have grown old."""

from __future__ import annotations

from datetime import date

import pytest

from solmu.findings.rules.age import unconfirmed
from solmu.findings.rules.sectors import sectors_inward, strangers, towns_apart, towns_inward
from solmu.findings.tests.makers import make_facts
from solmu.sna.comparisons.groups_by_chance import e_i_against_chance
from solmu.sna.measures.groups import mixing
from solmu.sna.result import Undefined

SECTORS = dict.fromkeys("abcde", "business") | dict.fromkeys("vwxyz", "wellbeing")
APART = "a=b b=c c=d d=e e=a a=c b=d v=w w=x x=y y=z z=v v=x w=y"


def test_two_sectors_without_ties_are_named_beside_what_chance_would_give() -> None:
    facts = make_facts(APART, sectors=SECTORS)
    (finding,) = strangers(facts)
    assert finding.id == "silo"
    assert (finding.slots["x"], finding.slots["y"], finding.slots["n"]) == (
        "business",
        "wellbeing",
        0,
    )
    (pair,) = [one for one in mixing(facts.lines) if one.one != one.other]
    assert finding.slots["m"] == pair.expected == pytest.approx(7.0)
    assert set(finding.actors) == set(SECTORS)
    assert finding.ties == ()


def test_the_few_ties_across_are_its_evidence() -> None:
    (finding,) = strangers(make_facts(f"{APART} a=v", sectors=SECTORS))
    assert (finding.slots["n"], finding.ties) == (1, (("a", "v"),))


def test_sectors_that_meet_say_so() -> None:
    (finding,) = strangers(make_facts(f"{APART} a=v b=w c=x d=y", sectors=SECTORS))
    assert (finding.id, finding.good) == ("meeting", True)


def test_where_chance_gives_hardly_any_nothing_is_said() -> None:
    assert strangers(make_facts("a=b v=w", sectors=SECTORS)) == []


def test_the_ties_within_and_between_all_sectors_stand_beside_it() -> None:
    (finding,) = strangers(make_facts(f"{APART} a=v", sectors=SECTORS))
    assert {(one.one, one.other): one.ties for one in finding.mixed} == {
        ("business", "business"): 7,
        ("business", "wellbeing"): 1,
        ("wellbeing", "wellbeing"): 7,
    }


def test_municipalities_are_read_as_sectors_are() -> None:
    towns = dict.fromkeys("abcde", "101") | dict.fromkeys("vwxyz", "102")
    (finding,) = towns_apart(make_facts(APART, towns=towns))
    assert (finding.id, finding.topic) == ("town_silo", "towns")
    assert (finding.slots["x"], finding.slots["y"], finding.slots["n"]) == ("101", "102", 0)
    (good,) = towns_apart(make_facts(f"{APART} a=v b=w c=x d=y", towns=towns))
    assert (good.id, good.good) == ("town_meeting", True)
    assert towns_apart(make_facts(APART, towns=dict.fromkeys("abcde", "101"))) == []


def test_ties_unconfirmed_for_a_year_are_counted() -> None:
    days = {"a=b": date(2025, 11, 1), "b=c": date(2026, 10, 1)}
    (finding,) = unconfirmed(make_facts("a=b b=c c=d", confirmed=days))
    assert (finding.slots, finding.ties) == ({"n": 1}, (("a", "b"),))


def test_a_tie_of_which_nobody_said_when_is_not_called_old() -> None:
    assert unconfirmed(make_facts("a=b b=c")) == []


def test_ties_that_stay_inside_sectors_are_told_against_the_same_sectors_at_random() -> None:
    facts = make_facts(f"{APART} a=v b=w", sectors=SECTORS)
    (finding,) = sectors_inward(facts)
    chance = e_i_against_chance(facts.lines, "sector")
    assert not isinstance(chance, Undefined)
    assert (finding.id, finding.method) == ("inward", "M14")
    assert finding.slots["p"] == pytest.approx((1 - chance.observed) / 2) == pytest.approx(14 / 16)
    assert finding.slots["q"] == pytest.approx((1 - chance.mean) / 2)
    assert len(finding.ties) == 14


def test_sectors_that_mix_as_chance_would_say_nothing() -> None:
    mixed = dict.fromkeys("avbwc", "business") | dict.fromkeys("xdyez", "wellbeing")
    assert sectors_inward(make_facts(APART, sectors=mixed)) == []


def test_one_sector_alone_is_no_inward_one() -> None:
    assert sectors_inward(make_facts(APART, sectors=dict.fromkeys(SECTORS, "youth"))) == []


def test_municipalities_that_keep_to_themselves_are_told_too() -> None:
    towns = dict.fromkeys("abcde", "101") | dict.fromkeys("vwxyz", "102")
    (finding,) = towns_inward(make_facts(f"{APART} a=v b=w", towns=towns))
    assert (finding.id, finding.topic) == ("town_inward", "towns")
