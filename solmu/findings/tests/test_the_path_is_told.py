"""Support that nobody offers, what hangs on the Ohjaamo alone, and referrals that lead nowhere."""

from __future__ import annotations

from itertools import product

from solmu.analysis.rules.coverage import GOAL_AREAS, KINDS
from solmu.findings.rules.answers import anchor_of, key_of
from solmu.findings.rules.support import broken_path, nobody_offers, only_the_ohjaamo
from solmu.findings.tests.makers import make_coverage, make_facts

WHOLE = [f"2:{goal}:{kind}" for goal, kind in product(GOAL_AREAS, KINDS)]
SECTORS = {1: "ohjaamo", 2: "youth"}
GOALS = {
    "etsiva": frozenset({"everyday_life"}), "srk": frozenset({"everyday_life"}),
    "amis": frozenset({"education"}), "te": frozenset({"employment"}),
}  # fmt: skip
CHAIN = "etsiva>ohjaamo:referral ohjaamo>amis:referral srk>amis:referral amis>te:referral"


def test_support_that_nobody_offers_is_told_by_goal_with_its_kinds() -> None:
    grid = make_coverage(" ".join(WHOLE[:-2]), sectors=SECTORS)
    (finding,) = nobody_offers(make_facts("a=b", coverage=grid))
    assert finding.id == "no_support_anywhere"
    assert finding.slots == {"x": "employment", "k": "advice,guidance", "n": 2}
    assert finding.method == "M01"


def test_support_missing_in_one_municipality_of_two_says_so() -> None:
    grid = make_coverage(" ".join([*WHOLE[:-1], f"{WHOLE[-1]}@2"]), places=2, sectors=SECTORS)
    (finding,) = nobody_offers(make_facts("a=b", coverage=grid))
    assert (finding.id, finding.slots["k"]) == ("no_support", "guidance")


def test_other_kinds_of_support_for_the_same_goal_are_another_finding_to_answer() -> None:
    found = [
        nobody_offers(
            make_facts("a=b", coverage=make_coverage(" ".join(WHOLE[:most]), sectors=SECTORS))
        )[-1]
        for most in (-1, -2)
    ]
    assert len({key_of(one, "organisation") for one in found}) == 2
    assert [anchor_of(one) for one in found] == [
        "no_support_anywhere-employment-guidance",
        "no_support_anywhere-employment-advice-guidance",
    ]


def test_where_all_is_offered_that_is_said() -> None:
    facts = make_facts("a=b", coverage=make_coverage(" ".join(WHOLE), sectors=SECTORS))
    (finding,) = nobody_offers(facts)
    assert (finding.id, finding.good) == ("supported", True)
    assert only_the_ohjaamo(facts) == []


def test_what_the_ohjaamo_alone_offers_is_counted_and_it_is_the_evidence() -> None:
    grid = make_coverage(
        "1:education:advice 1:education:guidance 2:employment:advice", sectors=SECTORS
    )
    (finding,) = only_the_ohjaamo(make_facts("ohjaamo=paja", coverage=grid))
    assert (finding.id, finding.slots) == ("ohjaamo_only", {"x": "education", "n": 2})
    assert finding.actors == ("ohjaamo",)


def test_a_chain_of_referrals_from_everyday_life_to_work_is_good_news() -> None:
    (finding,) = broken_path(make_facts(CHAIN, goals=GOALS))
    assert (finding.id, finding.good) == ("continuum", True)


def test_where_nobodys_referrals_lead_on_the_path_breaks() -> None:
    (finding,) = broken_path(
        make_facts(CHAIN.replace("amis>te:referral", "amis=te:information"), goals=GOALS)
    )
    assert (finding.id, finding.slots["x"], finding.slots["y"]) == (
        "gap",
        "education",
        "employment",
    )
    assert finding.actors == ("amis",)
    assert finding.ties == (("amis", "te"),)  # they know each other; only referrals do not go there
    assert finding.method == "M30"


def test_a_referral_the_other_way_does_not_lead_on() -> None:
    (finding,) = broken_path(make_facts(CHAIN.replace("amis>te", "te>amis"), goals=GOALS))
    assert finding.id == "gap"


def test_half_of_the_ways_broken_is_told_with_those_who_stand_there() -> None:
    (finding,) = broken_path(make_facts(CHAIN.replace("srk>amis:referral", "srk"), goals=GOALS))
    assert (finding.id, finding.slots["n"], finding.slots["m"]) == ("gap_for_most", 1, 2)
    assert finding.actors == ("srk",)


def test_whoever_offers_both_leads_on_by_itself() -> None:
    goals = GOALS | {"srk": frozenset({"everyday_life", "education"})}
    line = "etsiva>amis:referral amis>te:referral srk>te:referral"
    (finding,) = broken_path(make_facts(line, goals=goals))
    assert finding.id == "continuum"
