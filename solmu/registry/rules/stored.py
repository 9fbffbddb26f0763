"""The only place that turns a dataset into JSON, to wait for its review, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, cast

from solmu.formats.dataset import ActorRow, Column, Dataset, Note, Problem, TableTold, TieRow

Row = TypeVar("Row", ActorRow, TieRow, Problem, Note, Column)
Told = dict[tuple[str, int], TableTold]
_DATES = frozenset({"valid_from", "valid_to", "confirmed_on"})


def to_json(dataset: Dataset) -> dict[str, Any]:
    """Return a dataset as JSON holds it; what is not stated is left out."""
    return {
        "actors": [_slim(row) for row in dataset.actors],
        "ties": [_slim(row) for row in dataset.ties],
        "left_out": [{"is": _kind(row), **_slim(row)} for row in dataset.left_out],
        "problems": [_slim(row) for row in dataset.problems],
        "notes": [_slim(row) for row in dataset.notes],
        "directed": dataset.directed,
        "title": dataset.title,
        "columns": columns_to_json(dataset.columns),
    }


def from_json(stored: Mapping[str, Any]) -> Dataset:
    """Return the dataset that was stored."""
    return Dataset(
        actors=tuple(row_of(ActorRow, one) for one in stored["actors"]),
        ties=tuple(row_of(TieRow, one) for one in stored["ties"]),
        left_out=tuple(_left_out(one) for one in stored["left_out"]),
        problems=tuple(row_of(Problem, one) for one in stored["problems"]),
        notes=tuple(row_of(Note, one) for one in stored["notes"]),
        directed=stored["directed"],
        title=stored["title"],
        columns=columns_of(stored),
    )


def columns_to_json(columns: Iterable[Column]) -> list[dict[str, Any]]:
    """Return columns as JSON holds them."""
    return [_slim(column) for column in columns]


def columns_of(stored: Mapping[str, Any]) -> tuple[Column, ...]:
    """Return the columns that were stored; what was stored by an older Solmu has none."""
    return tuple(row_of(Column, one) for one in stored.get("columns", ()))


def told_to_json(told: Told) -> list[dict[str, Any]]:
    """Return what was told of tables as JSON holds it."""
    return [
        {
            "sheet": sheet,
            "row": row,
            "kind": table.kind,
            "headed": table.headed,
            "fields": [[place, field] for place, field in table.fields.items()],
        }
        for (sheet, row), table in told.items()
    ]


def told_of(stored: Iterable[Mapping[str, Any]]) -> Told:
    """Return what was told of tables as it was stored."""
    return {
        (one["sheet"], one["row"]): TableTold(
            kind=one["kind"], headed=one["headed"], fields=dict(one["fields"])
        )
        for one in stored
    }


def row_of(kind: type[Row], stored: Mapping[str, Any]) -> Row:
    """Return one stored row."""
    values = {}
    for name, value in stored.items():
        if isinstance(value, list):
            value = tuple(value)
        elif name in _DATES:
            value = date.fromisoformat(value)
        values[name] = value
    return kind(**values)


def _left_out(stored: Mapping[str, Any]) -> ActorRow | TieRow:
    values = {name: value for name, value in stored.items() if name != "is"}
    return row_of(TieRow, values) if stored["is"] == "tie" else row_of(ActorRow, values)


def _kind(row: ActorRow | TieRow) -> str:
    return "tie" if isinstance(row, TieRow) else "actor"


def _slim(row: ActorRow | TieRow | Problem | Note | Column) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for name, unsaid in _unsaid(cast("Any", type(row))).items():
        value = getattr(row, name)
        if value == unsaid or (unsaid is None and not value and value != 0):
            continue
        if isinstance(value, Mapping):
            value = dict(value)
        elif isinstance(value, date):
            value = value.isoformat()
        said[name] = value
    return said


@lru_cache(maxsize=8)
def _unsaid(kind: Any) -> dict[str, Any]:
    """Return each field with what it holds when nothing was said; required ones are always kept."""
    return {
        field.name: ... if field.default is MISSING and field.default_factory is MISSING
        else None if field.default is MISSING else field.default
        for field in fields(kind)
    }  # fmt: skip


def problem_of(stored: Mapping[str, Any]) -> Problem:
    """Return a problem that was stored alone, or within what a review shows."""
    names = {field.name for field in fields(Problem)}
    return row_of(Problem, {name: value for name, value in stored.items() if name in names})
