"""The downloadable template reads back empty, and what is filled in is understood."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from solmu.formats import problems, read_file
from solmu.formats.columns import ACTOR_SHEETS, INSTRUCTION_SHEETS, TIE_SHEETS
from solmu.formats.template import write_template
from solmu.formats.vocabulary import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_template_brings_no_example_in(language: str) -> None:
    dataset = read_file(write_template(language), "malli.xlsx")
    assert (dataset.actors, dataset.ties) == ((), ())
    assert [problem.code for problem in dataset.problems] == [problems.EMPTY_TABLE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_is_read_without_problems(language: str) -> None:
    book = openpyxl.load_workbook(BytesIO(write_template(language)))
    assert book.sheetnames == [
        INSTRUCTION_SHEETS[language],
        ACTOR_SHEETS[language],
        TIE_SHEETS[language],
    ]
    actors, ties = book[ACTOR_SHEETS[language]], book[TIE_SHEETS[language]]
    offered = {
        (sheet.title, str(rule.sqref).split(":")[0]): rule.formula1.strip('"').split(",")
        for sheet in (actors, ties)
        for rule in sheet.data_validations.dataValidation
    }
    kinds, sectors = offered[actors.title, "B2"], offered[actors.title, "C2"]
    contents, frequencies = offered[ties.title, "D2"], offered[ties.title, "E2"]
    actors.append(["Kela", kinds[0], sectors[1]])
    actors.append(["Paja"])
    ties.append(["Kela", "↔", "Paja", contents[1], frequencies[0]])
    target = BytesIO()
    book.save(target)
    dataset = read_file(target.getvalue(), "malli.xlsx")
    assert dataset.problems == ()
    assert (dataset.actors[0].kind, dataset.actors[0].sector) == ("organisation", "education")
    (tie,) = dataset.ties
    assert (tie.direction, tie.contents, tie.frequency) == ("both", ("referral",), 4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_headers_stay_in_sight_and_lists_offer_the_words(language: str) -> None:
    book = openpyxl.load_workbook(BytesIO(write_template(language)))
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert len(sheet.data_validations.dataValidation) >= 2
