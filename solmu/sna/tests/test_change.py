"""The only place that holds what became of a network to what must be true of any two."""

from __future__ import annotations

import random

import pytest

from solmu.sna.comparisons.change import Change, change, history, stability
from solmu.sna.measures.parts import fragmentation
from solmu.sna.measures.size import density
from solmu.sna.result import Undefined
from solmu.sna.sketch import sketch
from solmu.sna.snapshot import Snapshot
from solmu.sna.tests.networks import drawn_at_random

NOTHING = Change((), (), (), (), (), (), (), (), (), ())


def by_id(drawn: Snapshot) -> set[tuple[str, str]]:
    return {(drawn.ids[a], drawn.ids[b]) for a, b in drawn.pairs()}


@pytest.mark.parametrize("seed", range(0, 20, 2))
def test_every_tie_of_both_times_stands_in_one_place(seed: int) -> None:
    before, _ = drawn_at_random(seed)
    after, _ = drawn_at_random(seed + 20)
    seen = change(before, after)
    assert {*seen.kept, *seen.ended, *seen.taken} == by_id(before)
    assert {*seen.kept, *seen.new, *seen.brought} == by_id(after)
    assert len(seen.kept) + len(seen.ended) + len(seen.taken) == before.m
    assert {*seen.stayed, *seen.gone} == set(before.ids)
    assert {*seen.stayed, *seen.came} == set(after.ids)
    assert seen.unknown == ()


@pytest.mark.parametrize("seed", range(12))
def test_backwards_what_came_is_gone_and_stability_is_the_same(seed: int) -> None:
    before, _ = drawn_at_random(seed)
    after, _ = drawn_at_random(seed + 12)
    there, back = change(before, after), change(after, before)
    assert (set(there.came), set(there.new)) == (set(back.gone), set(back.ended))
    assert (set(there.brought), set(there.kept)) == (set(back.taken), set(back.kept))
    assert there.stability == back.stability == stability(before, after)


@pytest.mark.parametrize("seed", range(12))
def test_a_network_is_as_it_was_in_whatever_order_its_actors_stand(seed: int) -> None:
    drawn, _ = drawn_at_random(seed)
    again = drawn.among(random.Random(seed).sample(range(drawn.n), drawn.n))
    seen = change(drawn, again, ["density", "fragmentation"])
    assert not any([seen.came, seen.gone, seen.new, seen.ended, seen.brought, seen.taken])
    assert seen.stability == (1.0 if drawn.m else Undefined("no_ties"))
    assert [each.before for each in seen.figures] == [density(drawn), fragmentation(drawn)]
    assert all(each.difference in (None, 0) for each in seen.figures)


def test_what_somebody_who_was_not_asked_would_have_told_is_unknown() -> None:
    before = sketch("kela>te te>amis amis>kela te>lukio", asked=[True, True, True, True])
    after = sketch("kela>te amis>kela amis>te lukio>te", asked=[True, False, True, True])
    seen = change(before, after)
    assert seen.unknown == (("te", "amis"), ("te", "lukio"))
    assert seen.ended == ()
    assert seen.new == (("amis", "te"), ("lukio", "te"))
    assert seen.kept == (("kela", "te"), ("amis", "kela"))
    assert seen.stability == 0.5
    assert stability(sketch("a-b b-c"), sketch("a-b b-c", asked=[True, False, True])) == Undefined(
        "no_ties"
    )


def test_an_undirected_map_beside_a_directed_one_has_its_ties_both_ways() -> None:
    seen = change(sketch("kela-te te-amis"), sketch("te>kela te=amis"))
    assert seen.ended == (("kela", "te"),)
    assert seen.new == ()
    assert len(seen.kept) == 3
    assert change(sketch("te-kela"), sketch("kela-te")).kept == (("kela", "te"),)


def test_two_empty_networks_and_single_actors_have_nothing_to_tell() -> None:
    empty = Snapshot.of([], [], [], directed=True)
    assert change(empty, empty) == NOTHING
    assert stability(empty, empty) == Undefined("no_ties")
    assert change(empty, sketch("kela")).came == ("kela",)
    assert history([], ["density"]) == {"density": []}


def test_only_measures_of_the_whole_network_have_a_history() -> None:
    for wrong in ("betweenness", "no such measure"):
        with pytest.raises(ValueError, match=f"{wrong} is no measure of the whole network"):
            history([sketch("kela>te")], [wrong])
        with pytest.raises(ValueError, match=wrong):
            change(sketch("kela>te"), sketch("kela>te"), [wrong])
