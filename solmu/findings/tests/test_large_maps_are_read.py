"""A map too large to take all routes is still read: by estimates that say so, and the heaviest of many findings."""

from __future__ import annotations

import pytest

from solmu.findings.rules import centre, middle, shape
from solmu.findings.rules.facts import MOST_TOLD, Facts
from solmu.findings.rules.middle import held_together
from solmu.findings.rules.reading import read
from solmu.findings.rules.shape import in_one_piece
from solmu.findings.tests.makers import make_facts
from solmu.sna.measures.distance import average_distance
from solmu.sna.measures.position import betweenness_share

SIZE, SOME = 60, 40
# A hub with half of all others, a ring that joins everybody.
RING = " ".join(f"a{at}=a{(at + 1) % SIZE}" for at in range(SIZE))
HUB = f"{RING} " + " ".join(f"hub=a{at}" for at in range(0, SIZE, 2))


@pytest.fixture(autouse=True)
def _small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (shape, middle, centre):
        monkeypatch.setattr(module, "MOST_ROUTED", 30)
        monkeypatch.setattr(module, "SAMPLED", SOME)


def test_the_middle_is_an_estimate_near_the_figure_itself() -> None:
    facts = make_facts(HUB)
    (finding,) = held_together(facts)
    exact = betweenness_share(facts.arrows)[facts.arrows.ids.index("hub")]
    assert (finding.id, finding.slots["a"], finding.estimate) == ("bottleneck", "hub", True)
    assert finding.slots["p"] == pytest.approx(exact, abs=0.1)


def test_a_large_map_without_a_middle_says_so_by_estimate() -> None:
    steps = " ".join(f"a{at}=a{(at + step) % SIZE}" for at in range(SIZE) for step in (2, 7, 19))
    (finding,) = held_together(make_facts(f"{RING} {steps}"))
    assert (finding.id, finding.estimate) == ("spread", True)


def test_how_far_it_usually_is_stands_in_for_the_farthest() -> None:
    facts = make_facts(f"{HUB} alone")
    (finding,) = in_one_piece(facts)
    exact = average_distance(facts.lines)
    assert isinstance(exact, float)
    assert (finding.id, finding.estimate, finding.slots["n"]) == ("connected_large", True, 1)
    assert abs(int(finding.slots["steps"]) - exact) < 1


def test_the_ohjaamo_in_the_middle_of_a_large_map_is_an_estimate_too() -> None:
    (finding,) = centre.star(make_facts(HUB, sectors={"hub": "ohjaamo"}))
    assert (finding.id, finding.estimate) == ("ohjaamo_hub", True)


def test_of_many_findings_of_a_topic_the_heaviest_are_told_and_the_others_counted() -> None:
    tails = " ".join(f"a{at}=b{at} b{at}=c{at}" for at in range(40))
    reading = read(make_facts(f"{RING} {tails}"))
    about: list[str] = [one.id for one in reading.findings if one.topic == "threads"]
    assert about == ["cut_point"] * MOST_TOLD
    assert reading.untold == {"threads": 40 - MOST_TOLD}


def test_a_small_map_has_nothing_untold() -> None:
    facts: Facts = make_facts("a=b b=c c=d d=e")
    assert read(facts).untold == {}
