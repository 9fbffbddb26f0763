"""Whatever is written into a file is read back the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from solmu.formats import WRITERS, read_file, write_file
from solmu.formats.dataset import Dataset
from solmu.formats.tests.datasets import datasets, said
from solmu.formats.vocabulary import LANGUAGES

STEADY = settings(
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def check(dataset: Dataset, ending: str, language: str) -> None:
    back = read_file(write_file(dataset, ending, language), f"verkosto.{ending}")
    assert back.problems == ()
    assert [said(row) for row in back.actors] == [said(row) for row in dataset.actors]
    assert [said(row) for row in back.ties] == [said(row) for row in dataset.ties]
    assert back.directed == dataset.directed


@pytest.mark.parametrize("ending", WRITERS)
@STEADY
@given(dataset=datasets())
def test_writing_and_reading_is_the_identity(dataset: Dataset, ending: str) -> None:
    language = LANGUAGES[len(dataset.ties) % 3]
    check(dataset, ending, language)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", WRITERS)
@settings(STEADY, max_examples=200, derandomize=False, database=None)
@given(dataset=datasets())
def test_writing_and_reading_is_the_identity_at_length(
    dataset: Dataset, ending: str, language: str
) -> None:
    check(dataset, ending, language)
