"""`make docs`: the only place that writes the pages that are made from docstrings; what people wrote on them stays."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import solmu.sna.comparisons
import solmu.sna.measures  # noqa: F401 - both make the catalogue whole
from solmu.sna.catalogue import COMPARISONS, MEASURES, Comparison, Measure
from solmu.sna.pages import BY_HAND, index_of, page_of

FOLDER = Path(__file__).parents[1] / "docs/measures"


def pages() -> Iterator[tuple[Path, str]]:
    """Go through the pages as they have to be: one a measure or comparison, and the one that lists them."""
    every: list[Measure | Comparison] = [*MEASURES.values(), *COMPARISONS.values()]
    for measure in every:
        path = FOLDER / f"{measure.name}.md"
        yield path, page_of(measure, by_hand(path))
    yield FOLDER / "README.md", index_of(every)


def by_hand(path: Path) -> str:
    """Return what people wrote on a page."""
    return path.read_text(encoding="utf-8").partition(BY_HAND)[2].strip() if path.exists() else ""


def main(*, write: bool) -> int:
    """Write the pages, or say which ones differ from what they have to be."""
    differing = [
        (path, text)
        for path, text in pages()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path, text in differing:
        sys.stdout.write(f"{path.name}\n")
        if write:
            path.write_text(text, encoding="utf-8")
    return 0 if write or not differing else 1


if __name__ == "__main__":
    sys.exit(main(write="--write" in sys.argv))
