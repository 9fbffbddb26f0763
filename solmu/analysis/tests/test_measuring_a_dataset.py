"""The only place that tests how a file's dataset becomes a network that is measured."""

from __future__ import annotations

from datetime import date

import pytest

from solmu.analysis.rules.measuring import (
    NotANumber,
    UnknownAttribute,
    groups_in,
    snapshot_of_dataset,
    strengths_in,
)
from solmu.analysis.rules.profile import profile
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.sna.snapshot import Note


def dataset(*ties: TieRow, directed: bool = True) -> Dataset:
    actors = (
        ActorRow(ref="k", label="Kela", sector="employment", extra={"house": "north"}),
        ActorRow(ref="o", label="Ohjaamo", sector="ohjaamo"),
        ActorRow(ref="l", label="Lukio", sector="education", extra={"house": "south"}),
    )
    return Dataset(actors=actors, ties=ties, directed=directed)


def test_a_tie_both_ways_is_two_arcs_in_a_directed_file_only() -> None:
    tie = TieRow(source="k", target="o", direction="both")
    assert list(snapshot_of_dataset(dataset(tie)).pairs()) == [(0, 1), (1, 0)]
    line = TieRow(source="k", target="o", direction="undirected")
    assert list(snapshot_of_dataset(dataset(line, directed=False)).pairs()) == [(0, 1)]
    assert list(snapshot_of_dataset(dataset(line)).pairs()) == [(0, 1), (1, 0)]


def test_wished_possible_and_ended_ties_are_left_out_and_told() -> None:
    seen = snapshot_of_dataset(
        dataset(
            TieRow(source="k", target="o"),
            TieRow(source="o", target="l", status="wished"),
            TieRow(source="l", target="k", status="possible"),
            TieRow(source="o", target="k", valid_to=date(2025, 12, 31)),
            TieRow(source="l", target="o", valid_from=date(2027, 1, 1)),
        ),
        on=date(2026, 11, 12),
    )
    assert list(seen.pairs()) == [(0, 1)]
    assert seen.notes == (Note("not_counted", 4),)


def test_the_same_pair_with_two_contents_is_one_tie_of_the_larger_strength() -> None:
    seen = snapshot_of_dataset(
        dataset(
            TieRow(source="k", target="o", contents=("information",), weight=1),
            TieRow(source="k", target="o", contents=("referral",), weight=3),
        )
    )
    assert (seen.m, list(seen.strengths())) == (1, [3.0])


def test_strength_is_weight_unless_another_attribute_is_asked_for() -> None:
    ties = dataset(
        TieRow(source="k", target="o", weight=2.5, frequency=3, extra={"calls": "7,5"}),
        TieRow(source="o", target="l", frequency=1, extra={"calls": "2"}),
    )
    assert list(snapshot_of_dataset(ties).strengths()) == [2.5, 1.0]
    assert snapshot_of_dataset(ties).notes == (Note("frequency_as_strength", 1),)
    assert list(snapshot_of_dataset(ties, strength="frequency").strengths()) == [3.0, 1.0]
    assert list(snapshot_of_dataset(ties, strength="calls").strengths()) == [7.5, 2.0]
    assert list(snapshot_of_dataset(ties, strength="Kuinka usein?").strengths()) == [3.0, 1.0]
    assert strengths_in(ties) == ("weight", "frequency", "calls")


def test_a_weight_in_words_is_only_refused_when_asked_for() -> None:
    ties = dataset(TieRow(source="k", target="o", extra={"weight": "strong"}, row=7))
    assert snapshot_of_dataset(ties).weight is None
    with pytest.raises(NotANumber) as refused:
        snapshot_of_dataset(ties, strength="weight")
    assert (refused.value.value, refused.value.row) == ("strong", 7)


def test_infinity_and_nan_are_no_strengths() -> None:
    for text in ("inf", "nan", "1e999"):
        ties = dataset(TieRow(source="k", target="o", extra={"calls": text}))
        with pytest.raises(NotANumber):
            snapshot_of_dataset(ties, strength="calls")


def test_actors_are_grouped_by_sector_unless_another_attribute_is_asked_for() -> None:
    seen = snapshot_of_dataset(dataset())
    assert seen.groups == {"sector": ("employment", "ohjaamo", "education")}
    assert snapshot_of_dataset(dataset(), group="house").groups == {"house": ("north", "", "south")}
    assert snapshot_of_dataset(dataset(), group="Ala").groups["Ala"][0] == "employment"
    assert groups_in(dataset()) == ("sector", "house")
    with pytest.raises(UnknownAttribute) as refused:
        snapshot_of_dataset(dataset(), group="kind")
    assert refused.value.known == ("sector", "house")


def test_a_profile_has_none_and_a_reason_where_there_is_no_figure() -> None:
    found = profile(snapshot_of_dataset(Dataset(actors=(), ties=(), directed=False)))
    assert found["network"]["density"] is None
    assert found["undefined"]["density"] == "too_few_actors"
    assert found["undefined"]["transitivity"] == "no_two_path"
    assert (
        found["undefined"]["reciprocity"]
        == found["undefined"]["reciprocity_dyadic"]
        == "undirected"
    )
    none = {key for key, figure in found["network"].items() if figure is None}
    assert none | {"key_players.1", "key_players.2"} == found["undefined"].keys()
    assert (found["actors"], found["ties"], found["groups"]) == ([], [], [])


def test_whoever_waits_is_told_of_every_measure() -> None:
    told: list[str] = []
    profile(snapshot_of_dataset(dataset(TieRow(source="k", target="o"))), told.append)
    assert told[:2] == ["size", "ties"]
    assert told[-3:] == ["bridge", "mutual", "betweenness"]
