"""The only place that tests the pages of the measures: all there, as the docstrings say, with a word by hand."""

from __future__ import annotations

import pytest

from solmu.sna.catalogue import COMPARISONS, MEASURES, Comparison, Measure
from solmu.sna.comparisons.what_if import without
from solmu.sna.measures.groups import mixing
from solmu.sna.measures.size import density
from solmu.sna.pages import BY_HAND, page_of
from tests.pages import FOLDER, by_hand, pages

EVERY: dict[str, Measure | Comparison] = {**MEASURES, **COMPARISONS}


def test_the_pages_on_disk_are_what_the_docstrings_say() -> None:
    assert [path.name for path, text in pages() if path.read_text(encoding="utf-8") != text] == []


def test_no_page_is_left_of_a_measure_that_is_gone() -> None:
    assert {path.name for path in FOLDER.glob("*.md")} == {path.name for path, _ in pages()}


@pytest.mark.parametrize("name", sorted(EVERY))
def test_every_measure_says_what_it_means_how_it_is_defined_and_where_it_comes_from(
    name: str,
) -> None:
    page = page_of(EVERY[name], by_hand(FOLDER / f"{name}.md"))
    for heading in ("What it tells", "Definition", "Edge cases", "Source", "Example"):
        assert f"\n## {heading}\n\n" in page
    assert "\n>>> " in page
    assert len(page.partition(BY_HAND)[2].split()) > 20


def test_a_page_says_what_may_be_asked_for() -> None:
    page = page_of(MEASURES[mixing.__name__], "…")
    assert "`chance` (`degree` or `size`; unless said `degree`)" in page
    assert "Takes `snapshot` and `actors`." in page_of(COMPARISONS[without.__name__], "…")
    assert "May be asked" not in page_of(MEASURES[density.__name__], "…")
