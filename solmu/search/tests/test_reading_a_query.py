"""A query is read as needs: what was said, and what it means."""

from __future__ import annotations

import pytest

from solmu.search.tests.makers import asked, needs


def test_a_comma_parts_two_needs() -> None:
    assert needs("koulu jäi kesken, rahat loppu") == [
        ("koulu jäi kesken", ("dropout",)),
        ("rahat loppu", ("money",)),
    ]


def test_an_age_is_no_need_by_itself() -> None:
    assert [found for _, found in needs("17-vuotias, koulu jäi kesken, rahat loppu")] == [
        ("dropout",), ("money",),
    ]  # fmt: skip
    assert [found for _, found in needs("17 år gammal, har inga pengar")] == [("money",)]


def test_and_parts_two_needs_in_each_language() -> None:
    assert [found for _, found in needs("ensam och skulder")] == [("loneliness",), ("debt",)]
    assert [found for _, found in needs("yksinäinen ja velkaa")] == [("loneliness",), ("debt",)]


def test_one_need_said_twice_is_one_need() -> None:
    assert [found for _, found in needs("velkaa, pikavippejä")] == [("debt",)]


@pytest.mark.parametrize(
    ("said", "concept"),
    [
        ("nuori on jättänyt koulun", "dropout"),
        ("koulu on nyt sitten jäänyt kesken", "dropout"),
        ("vetää kamaa", "substances"),
        ("tarvii kämpän", "home"),
        ("heitettiin kotoa pihalle", "homeless"),
        ("on aivan masis", "mind"),
        ("duunia kesäksi", "summer_job"),
        ("mihin inttiin menijä soittaa", "army"),
        ("ei kavereita", "loneliness"),
        ("flickan skolkar", "school_absence"),
        ("har inga pengar", "money"),
        ("fick sparken", "unemployment"),
        ("pelaa kaiket yöt", "gaming"),
        ("tulossa isäksi", "pregnancy"),
    ],
)
def test_everyday_words_mean_what_people_mean_by_them(said: str, concept: str) -> None:
    assert concept in {one for _, found in needs(said) for one in found}


def test_words_of_a_phrase_mean_nothing_else() -> None:
    assert needs("erosi koulusta") == [("erosi koulusta", ("dropout",))]
    assert needs("erosi") == [("erosi", ("break_up",))]


def test_a_misspelt_word_is_read_by_the_lexicon_and_by_the_words_of_the_index() -> None:
    assert [found for _, found in needs("toimentulotuki")] == [("money",)]
    sought = asked("Kanavuren talo", "kanavuoren").needs[0].words
    assert "kanavuoren" in {one.word for one in sought}


def test_an_unfinished_word_is_finished_by_the_words_of_the_index() -> None:
    terms = asked("kanav", "kanavuoren").needs[0].words[0].terms
    assert 0 < terms["wkanavuoren"] < terms["wkanav"]


def test_words_that_suit_everybody_make_no_need_beside_another() -> None:
    assert needs("nuori tarvitsee apua velkoihin") == [("velkoihin", ("debt",))]
    assert [said for said, _ in needs("apua nuorelle")] == ["apua nuorelle"]


def test_an_empty_query_asks_nothing() -> None:
    assert needs("") == needs("  , – ?") == needs("ja että") == []


def test_a_town_beside_a_need_ranks_and_is_no_need() -> None:
    (need,) = asked("asunto Selkäjoelta", "selkäjoki").needs
    assert need.concepts == ("home",)
    assert [one.word for one in need.beside] == ["selkäjoki"]
