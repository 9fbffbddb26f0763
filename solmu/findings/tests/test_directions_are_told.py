"""What goes one way only, and how much is answered."""

from __future__ import annotations

import pytest

from solmu.findings.rules.one_way import answered_ties, one_way_pair, unanswered_givers
from solmu.findings.tests.makers import make_facts
from solmu.sna.measures.reciprocity import reciprocity_dyadic

TO_MT = "ohjaamo>mt:referral lukio>mt:referral etsiva>mt:referral"


def test_a_receiver_that_gives_nothing_back_to_three_is_named_with_them() -> None:
    (finding,) = unanswered_givers(make_facts(f"{TO_MT} mt=paihde:consultation"))
    assert finding.id == "one_way_many"
    assert finding.slots == {"b": "mt", "n": 3, "c": "referral"}
    assert set(finding.actors) == {"mt", "ohjaamo", "lukio", "etsiva"}
    assert set(finding.ties) == {("ohjaamo", "mt"), ("lukio", "mt"), ("etsiva", "mt")}


def test_word_back_to_one_of_three_keeps_it_silent() -> None:
    assert unanswered_givers(make_facts(f"{TO_MT} mt>etsiva:information")) == []


def test_two_givers_are_no_pattern() -> None:
    assert unanswered_givers(make_facts("ohjaamo>mt:referral lukio>mt:referral")) == []


def test_information_that_goes_one_way_is_told_of_its_pair() -> None:
    (finding,) = one_way_pair(make_facts("ohjaamo>opisto:information kela=ohjaamo:information"))
    assert finding.slots == {"a": "ohjaamo", "b": "opisto", "c": "information"}
    assert finding.ties == (("ohjaamo", "opisto"),)


def test_a_referral_alone_needs_no_referral_back() -> None:
    assert one_way_pair(make_facts("ohjaamo>tyopaja:referral")) == []


def test_lines_without_arrows_say_nothing_of_directions() -> None:
    facts = make_facts("a>b:information c>b:information d>b:information", directed=False)
    assert unanswered_givers(facts) == one_way_pair(facts) == answered_ties(facts) == []


@pytest.mark.parametrize(
    "line, id_, share",
    [
        ("a=b c=d a>c", "reciprocal", 2 / 3),
        ("a=b a>c b>c c>d", "mostly_one_way", 3 / 4),
    ],
)
def test_the_share_of_answered_ties_is_the_measures_own(line: str, id_: str, share: float) -> None:
    facts = make_facts(line)
    (finding,) = answered_ties(facts)
    assert finding.id == id_
    assert finding.slots["p"] == pytest.approx(share)
    dyadic = reciprocity_dyadic(facts.arrows)
    assert finding.slots["p"] in (dyadic, 1 - float(dyadic))  # type: ignore[arg-type]


def test_the_share_is_given_among_the_answered_too() -> None:
    (finding,) = answered_ties(make_facts("a=b c=d a>e b>e", not_asked="e"))
    assert finding.slots["p"] == pytest.approx(0.5)
    assert finding.answered == 1.0
