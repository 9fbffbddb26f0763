"""The only place that knows and writes node and edge tables as Gephi takes them: two CSV files in a zip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from solmu.formats.csv_sheets import packed, written
from solmu.formats.dataset import Dataset
from solmu.formats.layout import Cell, rows_of

TABLES = frozenset({"nodes.csv", "edges.csv"})
_NODE_HEADERS = {"ref": "Id", "label": "Label"}
# What passes has its own header in each language, and is there even when nothing does: else Type
# would be read as it. The tie's own number stands apart: ``Weight``, which Gephi reads, is how often where it lacks.
_EDGE_HEADERS = {
    "source": "Source", "target": "Target", "direction": "direction", "contents": "",
    "weight": "stated_weight",
}  # fmt: skip


def has_tables(names: Iterable[str]) -> bool:
    """Tell whether a zip with these members holds both tables, in whatever folder."""
    return {name.rpartition("/")[2] for name in names} >= TABLES


def write_node_edge_zip(dataset: Dataset, language: str) -> bytes:
    """Write ``nodes.csv`` (Id, Label, …) and ``edges.csv`` (Source, Target, Type, Weight, …)."""
    return packed(node_edge_files(dataset, language))


def node_edge_files(dataset: Dataset, language: str) -> dict[str, bytes]:
    """Write both tables by file name; commas and decimal points, which every program reads."""
    nodes = rows_of("actors", dataset.actors, language, headers=_NODE_HEADERS)
    return {
        "nodes.csv": written(nodes, "en", ",").encode("utf-8"),
        "edges.csv": written(_edge_rows(dataset, language), "en", ",").encode("utf-8"),
    }


def _edge_rows(dataset: Dataset, language: str) -> Iterator[list[Cell]]:
    laid = rows_of("ties", dataset.ties, language, headers=_EDGE_HEADERS)
    source, target, *headers = next(laid)
    yield [source, target, "Type", "Weight", *headers]
    for tie, (one, other, *cells) in zip(dataset.ties, laid, strict=True):
        number = tie.frequency if tie.weight is None else tie.weight
        weight: Cell = "" if number is None else float(number)
        yield [one, other, "Directed" if tie.direction == "forward" else "Undirected", weight, *cells]  # fmt: skip
