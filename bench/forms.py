"""How long 100,000 ties take to write and to read in each form."""

from __future__ import annotations

from functools import partial

from bench.__main__ import print_table
from bench.import_xlsx import made_up
from bench.timing import best_of, milliseconds
from solmu.formats import WRITERS, read_file, write_file
from solmu.formats.dataset import Dataset, TieRow

ACTORS, TIES = 5_000, 100_000
Row = tuple[str, ...]


def rows() -> list[Row]:
    """Write and read the same network in every form that is written."""
    whole = made_up(ACTORS, TIES)
    # One content each, and no notes or dates, so that the wordiest form stays within 25 MB.
    ties = tuple(
        TieRow(
            source=tie.source, target=tie.target, contents=tie.contents[:1], frequency=tie.frequency
        )
        for tie in whole.ties
    )
    dataset = Dataset(actors=whole.actors, ties=ties)
    table: list[Row] = [("form", "writes", "reads", "megabytes")]
    for ending in WRITERS:
        data = write_file(dataset, ending)
        if len(read_file(data, f"bench.{ending}").ties) != TIES:
            message = f"the bench did not read what it wrote as {ending}"
            raise AssertionError(message)
        wrote = best_of(1, partial(write_file, dataset, ending))
        read = best_of(1, partial(read_file, data, f"bench.{ending}"))
        table.append((ending, milliseconds(wrote), milliseconds(read), f"{len(data) / 1e6:.1f}"))
    return table


if __name__ == "__main__":
    print_table(rows())
