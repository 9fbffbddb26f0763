"""How many parts the map is in, and who stands alone."""

from __future__ import annotations

from solmu.findings.rules.shape import in_fragments, in_one_piece, standing_alone
from solmu.findings.tests.makers import make_facts
from solmu.sna.measures.distance import diameter
from solmu.sna.measures.parts import parts

CHAIN = "kela=ohjaamo ohjaamo=lukio lukio=amis amis=srk"


def test_a_map_in_one_piece_says_so_with_its_farthest_steps() -> None:
    facts = make_facts(CHAIN)
    (finding,) = in_one_piece(facts)
    assert (finding.id, finding.slots["steps"], finding.good) == ("connected", 4, True)
    assert finding.slots["steps"] == diameter(facts.lines)
    assert in_fragments(facts) == standing_alone(facts) == []


def test_steps_do_not_depend_on_directions() -> None:
    (finding,) = in_one_piece(make_facts("kela>ohjaamo lukio>ohjaamo lukio>amis srk>amis"))
    assert finding.slots["steps"] == 4


def test_two_parts_are_counted_and_the_smaller_is_shown() -> None:
    facts = make_facts(f"{CHAIN} vertaistalo=mty")
    (finding,) = in_fragments(facts)
    assert finding.slots == {"n": 2}
    assert set(finding.actors) == {"vertaistalo", "mty"}
    assert finding.ties == (("vertaistalo", "mty"),)
    assert len([part for part in parts(facts.lines) if len(part) > 1]) == 2
    assert in_one_piece(facts) == []


def test_an_actor_without_ties_is_named_and_leaves_the_rest_in_one_piece() -> None:
    facts = make_facts(f"{CHAIN} aluetoimisto")
    (alone,) = standing_alone(facts)
    assert (alone.id, alone.slots["a"], alone.actors) == (
        "isolated",
        "aluetoimisto",
        ("aluetoimisto",),
    )
    (piece,) = in_one_piece(facts)
    assert (piece.id, piece.slots) == ("connected_but", {"steps": 4, "n": 1})


def test_several_actors_without_ties_are_counted_in_one_sentence() -> None:
    (alone,) = standing_alone(make_facts(f"{CHAIN} aluetoimisto kirjasto"))
    assert (alone.id, alone.slots) == ("isolated_many", {"n": 2})


def test_nobody_stands_alone_where_everybody_has_a_tie() -> None:
    assert standing_alone(make_facts(CHAIN)) == []
