"""A finding is known again by whom it speaks of, and an answer stands while the evidence is the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from solmu.findings.rules.answers import (
    MOST_KEPT,
    Change,
    change_between,
    evidence_of,
    key_of,
    level_in,
)
from solmu.findings.rules.facts import Finding

CUT = Finding(
    id="cut_point",
    topic="threads",
    slots={"a": "kela", "n": 2},
    actors=("kela", "lukio", "museo"),
    ties=(("kela", "lukio"), ("kela", "museo")),
)


def test_it_is_the_same_finding_whatever_its_figures() -> None:
    key = key_of(CUT, "organisation")
    assert key == key_of(replace(CUT, slots={"a": "kela", "n": 7}, ties=()), "organisation")
    assert len(key) <= 40
    assert level_in(key) == "organisation"


@pytest.mark.parametrize(
    "other",
    [
        replace(CUT, id="bottleneck"),
        replace(CUT, slots={"a": "lukio", "n": 2}),
        replace(CUT, slots={}),
    ],
)
def test_it_is_another_finding_when_it_speaks_of_something_else(other: Finding) -> None:
    assert key_of(other, "organisation") != key_of(CUT, "organisation")
    assert key_of(CUT, "unit") != key_of(CUT, "organisation")


def test_what_is_no_key_has_no_level() -> None:
    assert level_in("nothing-1") is None


def test_the_order_in_which_evidence_is_found_changes_nothing() -> None:
    turned = replace(
        CUT, actors=CUT.actors[::-1], ties=tuple((other, one) for one, other in CUT.ties[::-1])
    )
    assert change_between(evidence_of(CUT), evidence_of(turned)) is None


def test_what_came_and_went_is_counted() -> None:
    now = replace(
        CUT,
        actors=("kela", "lukio", "kirjasto", "opisto"),
        ties=(("kela", "lukio"), ("kela", "kirjasto"), ("kela", "opisto")),
    )
    assert change_between(evidence_of(CUT), evidence_of(now)) == Change(2, 1, 2, 1)


def test_a_count_belongs_to_the_evidence_and_a_share_does_not() -> None:
    shared = replace(CUT, slots={"a": "kela", "p": 0.31})
    moved = replace(CUT, slots={"a": "kela", "p": 0.34})
    assert change_between(evidence_of(shared), evidence_of(moved)) is None
    counted = change_between(
        evidence_of(CUT), evidence_of(replace(CUT, slots={"a": "kela", "n": 3}))
    )
    assert counted == Change()


def test_a_share_is_all_the_evidence_where_there_is_nothing_else() -> None:
    before, after = (Finding(id="decline", topic="shape", slots={"p": p}) for p in (0.31, 0.36))
    assert change_between(evidence_of(before), evidence_of(after)) == Change()


def test_another_person_in_it_is_another_evidence() -> None:
    change = change_between(
        evidence_of(replace(CUT, person="a")), evidence_of(replace(CUT, person="b"))
    )
    assert change is not None


def test_of_very_much_evidence_only_the_fingerprint_is_kept() -> None:
    actors = tuple(str(number) for number in range(MOST_KEPT + 1))
    large = evidence_of(replace(CUT, actors=actors))
    assert (large.actors, large.ties) == ((), ())
    assert change_between(large, evidence_of(CUT)) == Change()
    assert change_between(large, evidence_of(replace(CUT, actors=actors))) is None
