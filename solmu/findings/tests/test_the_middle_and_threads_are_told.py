"""Who holds the map together, and what hangs by one thread."""

from __future__ import annotations

from solmu.findings.rules.middle import held_together
from solmu.findings.rules.threads import holds_without_any, on_one_person, only_way
from solmu.findings.tests.makers import make_facts
from solmu.sna.measures.position import betweenness_share
from solmu.sna.measures.threads import cut_off

STAR = "kela=ohjaamo lukio=ohjaamo amis=ohjaamo mt=ohjaamo ta=ohjaamo"
RING = "a=b b=c c=d d=e e=f f=a a=c b=d c=e d=f e=a f=b"
PARISH = f"{STAR} kela=lukio amis=mt ta=kela srk=ohjaamo vertaistalo=srk mty=srk mty=vertaistalo"


def test_the_actor_on_most_routes_is_named_with_its_share() -> None:
    facts = make_facts(STAR)
    (finding,) = held_together(facts)
    assert (finding.id, finding.slots["a"]) == ("bottleneck", "ohjaamo")
    assert finding.slots["p"] == betweenness_share(facts.arrows)[facts.arrows.ids.index("ohjaamo")]
    assert finding.slots["p"] == 1.0
    assert len(finding.ties) == 5


def test_where_routes_spread_nobody_is_named() -> None:
    facts = make_facts(RING)
    (finding,) = held_together(facts)
    assert (finding.id, finding.good) == ("spread", True)
    assert "a" not in finding.slots
    assert finding.slots["p"] == max(betweenness_share(facts.arrows))  # type: ignore[type-var]


def test_the_only_way_to_some_is_named_with_them() -> None:
    facts = make_facts(PARISH)
    parish = next(one for one in only_way(facts) if one.slots["a"] == "srk")
    assert parish.slots["n"] == 2
    assert set(parish.actors) == {"srk", "vertaistalo", "mty"}
    (lost,) = cut_off(facts.lines)[facts.lines.ids.index("srk")]
    assert {facts.lines.ids[index] for index in lost} == {"vertaistalo", "mty"}
    assert ("vertaistalo", "mty") in {tuple(sorted(pair, reverse=True)) for pair in parish.ties}


def test_a_second_way_to_them_keeps_it_silent() -> None:
    facts = make_facts(f"{PARISH} vertaistalo=kela")
    assert "srk" not in {one.slots["a"] for one in only_way(facts)}


def test_one_actor_at_the_edge_is_no_finding() -> None:
    assert only_way(make_facts(f"{RING} kirjasto=a")) == []


def test_a_map_that_stands_any_leaving_says_so() -> None:
    (finding,) = holds_without_any(make_facts(RING))
    assert (finding.id, finding.good) == ("redundant", True)
    assert holds_without_any(make_facts(STAR)) == []


def test_ties_that_rest_on_one_person_are_counted_and_the_person_kept_apart() -> None:
    borne = {"etsiva": dict.fromkeys(("srk", "talot", "asu"), frozenset({"jenni"}))}
    (finding,) = on_one_person(make_facts("etsiva=srk etsiva=talot etsiva=asu", borne_by=borne))
    assert finding.slots == {"a": "etsiva", "n": 3}
    assert (finding.person, finding.actors) == ("jenni", ("etsiva", "srk", "talot", "asu"))
    assert "jenni" not in finding.slots.values()


def test_ties_shared_by_two_people_rest_on_nobody_alone() -> None:
    two = frozenset({"jenni", "aleksi"})
    borne = {"etsiva": dict.fromkeys(("srk", "talot", "asu"), two)}
    assert on_one_person(make_facts("etsiva=srk etsiva=talot etsiva=asu", borne_by=borne)) == []


def test_two_ties_on_one_person_are_handed_over_in_a_week() -> None:
    borne = {"etsiva": dict.fromkeys(("srk", "talot"), frozenset({"jenni"}))}
    assert on_one_person(make_facts("etsiva=srk etsiva=talot", borne_by=borne)) == []
