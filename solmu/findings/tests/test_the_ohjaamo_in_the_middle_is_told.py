"""How much of the network goes through its Ohjaamo, and what remains without it."""

from __future__ import annotations

import pytest

from solmu.findings.rules.centre import star
from solmu.findings.tests.makers import make_facts
from solmu.sna.measures.centralization import centralization

CENTRE = {"o": "ohjaamo"}
STAR = "o=a o=b o=c o=d o=e"
RING = "a=b b=c c=d d=e e=a"


def test_a_star_is_told_with_the_share_of_ties_and_who_would_be_apart() -> None:
    (finding,) = star(make_facts(f"{STAR} a=b", sectors=CENTRE))
    assert (finding.id, finding.topic) == ("ohjaamo_hub_apart", "ohjaamo")
    assert finding.slots["p"] == pytest.approx(5 / 6)
    assert finding.slots["n"] == 3  # c, d and e; a and b have each other
    assert set(finding.actors) == {"o", "c", "d", "e"}
    assert len(finding.ties) == 5


def test_a_hub_without_which_the_others_meet_is_told_without_anybody_apart() -> None:
    (finding,) = star(make_facts(f"{STAR} {RING}", sectors=CENTRE))
    assert (finding.id, finding.slots["p"], finding.slots["n"]) == ("ohjaamo_hub", 0.5, 0)


def test_where_the_others_have_their_own_ways_that_is_good_news() -> None:
    (finding,) = star(make_facts(f"o=a o=b {RING} a=c b=d", sectors=CENTRE))
    assert (finding.id, finding.good) == ("ohjaamo_shared", True)


def test_few_ties_may_make_a_star_too_when_all_routes_go_through_them() -> None:
    cliques = " ".join(f"{g}{i}={g}{j}" for g in "abcd" for i in range(4) for j in range(i))
    facts = make_facts(f"{cliques} o=a0 o=b0 o=c0 o=d0", sectors=CENTRE)
    (finding,) = star(facts)
    assert finding.id == "ohjaamo_hub_apart"
    assert finding.slots["p"] == pytest.approx(4 / 28)
    assert finding.slots["n"] == 12
    lean = centralization(facts.lines)
    assert lean["betweenness"] > facts.thresholds.star  # type: ignore[index]


def test_without_an_ohjaamo_nothing_is_said() -> None:
    assert star(make_facts(STAR)) == []


def test_two_ohjaamos_of_one_area_are_read_together() -> None:
    (finding,) = star(make_facts("o=a o=b q=c q=d a=b", sectors=CENTRE | {"q": "ohjaamo"}))
    assert finding.slots["p"] == pytest.approx(4 / 5)
    assert {"o", "q"} <= set(finding.actors)
