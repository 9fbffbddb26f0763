"""How long 100,000 ties take to write and to read in each form, and how that has grown from 10,000."""

from __future__ import annotations

from functools import partial

from bench.__main__ import print_table
from bench.import_xlsx import made_up
from bench.timing import best_of, growth, milliseconds
from solmu.formats import WRITERS, read_file, write_file
from solmu.formats.dataset import Dataset, TieRow

ACTORS = 5_000
FEW, MANY = 10_000, 100_000
Row = tuple[str, ...]


def rows() -> list[Row]:
    """Write and read the same network in every form that is written."""
    few, many = network_of(FEW), network_of(MANY)
    table: list[Row] = [("form", "writes", "growth", "reads", "growth", "megabytes")]
    for ending in WRITERS:
        wrote_few, read_few, _ = measure(few, ending)
        wrote, read, size = measure(many, ending)
        table.append(
            (
                ending,
                milliseconds(wrote), growth((FEW, wrote_few), (MANY, wrote)),
                milliseconds(read), growth((FEW, read_few), (MANY, read)), f"{size / 1e6:.1f}",
            )
        )  # fmt: skip
    return table


def network_of(ties: int) -> Dataset:
    """Return a network with one content a tie, and no notes or dates, so that the wordiest form stays within 25 MB."""
    whole = made_up(ACTORS * ties // MANY, ties)
    plain = tuple(
        TieRow(
            source=tie.source, target=tie.target, contents=tie.contents[:1], frequency=tie.frequency
        )
        for tie in whole.ties
    )
    return Dataset(actors=whole.actors, ties=plain)


def measure(dataset: Dataset, ending: str) -> tuple[float, float, int]:
    """Return the seconds of writing and of reading, and how many bytes there are."""
    data = write_file(dataset, ending)
    if len(read_file(data, f"bench.{ending}").ties) != len(dataset.ties):
        message = f"the bench did not read what it wrote as {ending}"
        raise AssertionError(message)
    wrote = best_of(1, partial(write_file, dataset, ending))
    read = best_of(1, partial(read_file, data, f"bench.{ending}"))
    return wrote, read, len(data)


if __name__ == "__main__":
    print_table(rows())
