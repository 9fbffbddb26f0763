"""How long a workbook takes to read into a dataset, against openpyxl merely reading its cells."""

from __future__ import annotations

import random
from datetime import date
from functools import partial
from io import BytesIO
from typing import cast

from openpyxl import load_workbook

from bench.__main__ import print_table
from bench.timing import best_of, growth, milliseconds
from solmu.formats import read_file, write_file
from solmu.formats.dataset import ActorRow, Dataset, Status, TieRow

SIZES = ((1_000, 3_000), (10_000, 30_000))
RUNS = 3
Row = tuple[str, ...]


def made_up(actors: int, ties: int) -> Dataset:
    """Make up a network whose columns are filled as a real list's are."""
    dice = random.Random(actors)
    kinds, sectors = ("organisation", "unit", "person"), ("education", "youth", "wellbeing", "")
    people = tuple(
        ActorRow(
            ref=f"a{place}",
            label=f"Toimija {place}",
            kind=dice.choice(kinds),
            sector=dice.choice(sectors),
            municipality=f"Kunta {place % 40}",
            parent=f"Toimija {place // 10}" if place else "",
            services="ohjaus, neuvonta" if place % 3 else "",
            email=f"toimija{place}@esimerkki.fi",
            phone=f"+358 40 {place:07}",
        )
        for place in range(actors)
    )
    contents = ("information", "referral", "joint_work", "kahvi")
    statuses = ("existing", "wished")
    said = []
    for _ in range(ties):
        source, target = dice.sample(range(actors), 2)
        said.append(
            TieRow(
                source=f"a{source}",
                target=f"a{target}",
                contents=tuple(dice.sample(contents, 2)),
                frequency=dice.randint(1, 4),
                means="kokous",
                note="sovittu" if dice.random() < 0.5 else "",
                status=cast("Status", dice.choice(statuses)),
                confirmed_on=date(2026, dice.randint(1, 12), 1),
            )
        )
    return Dataset(actors=people, ties=tuple(said))


def cells(data: bytes) -> int:
    """Read every cell of a workbook by openpyxl, and return how many there are."""
    book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    return sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))


def rows() -> list[Row]:
    """Measure each size, then how time grows between them."""
    table: list[Row] = [("actors/ties", "Solmu reads", "openpyxl reads cells", "ratio")]
    times: list[tuple[float, float]] = []
    for actors, ties in SIZES:
        data = write_file(made_up(actors, ties), "xlsx")
        found = read_file(data, "bench.xlsx")
        if (len(found.actors), len(found.ties), found.problems) != (actors, ties, ()):
            message = "the bench did not read what it wrote"
            raise AssertionError(message)
        theirs = best_of(RUNS, partial(cells, data))
        ours = best_of(RUNS, partial(read_file, data, "bench.xlsx"))
        times.append((ours, theirs))
        name, ratio = f"{actors}/{ties}", f"{ours / theirs:.2f}"
        table.append((name, milliseconds(ours), milliseconds(theirs), ratio))
    (small, _), (large, _) = SIZES
    grown = (growth((small, first), (large, last)) for first, last in zip(*times, strict=True))
    return [*table, ("growth", *grown, "")]


if __name__ == "__main__":
    print_table(rows())
