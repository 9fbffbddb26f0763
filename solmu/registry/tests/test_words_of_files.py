"""Every trouble of a file and every act has its own sentence, in each language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from solmu.formats import problems
from solmu.formats.dataset import Note, Problem
from solmu.matching.doubles import REASONS
from solmu.registry.forms import deeds, wording

LANGUAGES = ("fi", "sv", "en")
SLICES = Path(__file__).resolve().parents[2]
FACTS = {
    "sheet": "Suhteet", "row": 37, "value": "X", "choices": ("a", "b"), "other_row": 3, "limit": "25 MB",
}  # fmt: skip


@pytest.mark.parametrize("code", problems.PROBLEMS)
def test_every_problem_has_a_sentence_of_its_own_in_each_language(code: str) -> None:
    said = set()
    for language in LANGUAGES:
        with translation.override(language):
            full = wording.in_full(Problem(code=code, field="phone", **FACTS))  # type: ignore[arg-type]
            said.add(full)
            assert "37" in full
            assert "%" not in full
            assert code not in full
    assert len(said) == 3


def test_no_two_problems_of_rows_are_told_alike() -> None:
    with translation.override("fi"):
        told = [wording.why(Problem(code=code)) for code in (*wording.ROWS, *wording.REFUSALS)]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("code", problems.NOTES)
def test_every_note_has_a_sentence_in_each_language(code: str) -> None:
    for count in (1, 2):
        said = set()
        for language in LANGUAGES:
            with translation.override(language):
                said.add(wording.note_sentence(Note(code=code, count=count, value="Huom.")))
        assert len(said) == 3
        assert not any("%" in one for one in said)


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_for_a_double_is_said_in_each_language(reason: str) -> None:
    said = set()
    for language in LANGUAGES:
        with translation.override(language):
            said.add(wording.reasons_said([reason]))
    assert len(said) == 3


def test_an_identity_code_is_never_quoted() -> None:
    problem = Problem(code=problems.IDENTITY_CODE, field="Huom.", value="131052-308T")
    assert "131052" not in wording.quoted(problem) + wording.in_full(problem)


def verbs() -> Iterator[str]:
    """Yield the verbs that actions record, as they stand in the code."""
    for path in SLICES.glob("*/actions*/**/*.py"):
        yield from _verbs_in(path)
    for path in SLICES.glob("*/actions.py"):
        yield from _verbs_in(path)


def _verbs_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        place = {"recorded": 1, "_act": 0}.get(node.func.id)
        if place is None or len(node.args) <= place:
            continue
        argument, first = node.args[place], node.args[0]
        # What belongs to no network is in nobody's list of changes.
        nowhere = node.func.id == "recorded" and isinstance(first, ast.Constant)
        if isinstance(argument, ast.Constant) and not nowhere:
            yield str(argument.value)


@pytest.mark.parametrize("verb", sorted({*verbs(), "remove_member", "leave_network", "undo"}))
def test_every_act_is_told_in_each_language(verb: str) -> None:
    summary = {
        "actor": "Kela", "other": "Paja", "source": "Kela", "target": "Paja", "title": "Taulukko",
        "undone": "actor.add",
    }  # fmt: skip
    told = set()
    for language in LANGUAGES:
        with translation.override(language):
            sentence = deeds.told(verb, summary)
            told.add(sentence)
            assert "%" not in sentence
            assert sentence != deeds.told("nothing like it", {}), f"{verb} has no sentence"
    assert len(told) == 3


def test_an_old_act_without_names_is_still_told() -> None:
    with translation.override("fi"):
        assert deeds.told("actor.add", {}) == "Toimija lisätty: –"
