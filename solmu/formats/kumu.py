"""The only place that reads Kumu's JSON, blueprints and whole projects, and writes blueprints."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from solmu.formats import problems
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.formats.json_tree import objects, text_of
from solmu.formats.layout import Cell, rows_of
from solmu.formats.limits import MAX_COLUMNS
from solmu.formats.sheets import Row, Sheet, read_sheets
from solmu.formats.values import clean, neutral, restored, split_many
from solmu.formats.vocabulary import word_for

# Columns that are always there: by them the sheets' engine knows Kumu's tables.
_ALWAYS = {
    "elements": ("id", "label", "type"),
    "connections": ("from", "to", "direction", "type"),
}
_PROJECT_NAMES = {"_id": "id", "element type": "type", "connection type": "type"}
_MARKS_OF_TRASH = ("trashed", "deleted")
_DRAWING = ("maps", "perspectives", "loops")
_ACTOR_NAMES = {
    "ref": "id", "label": "label", "kind": "type", "description": "description", "tags": "tags",
}  # fmt: skip
_TIE_NAMES = {
    "source": "from", "target": "to", "direction": "direction", "contents": "type",
    "weight": "strength", "note": "description",
}  # fmt: skip
_DIRECTIONS = {
    word_for("direction", code, "en"): word
    for code, word in (("forward", "directed"), ("both", "mutual"), ("undirected", "undirected"))
}


def is_kumu(tree: Any) -> bool:
    """Tell whether a tree is of Kumu: it has a list of elements."""
    return isinstance(tree, dict) and isinstance(tree.get("elements"), list)


def read_kumu(tree: dict[str, Any], notes: list[str]) -> Dataset:
    """Read a blueprint or a whole project by the rules of Kumu's own sheets.

    With ids in the elements a connection goes by id, else by label; rows that match are one, and the
    lower wins. A project is known by ``_id``. What is in its trash is left out.

    Raises:
        UnreadableFile: When nothing is in it, or a cap is met.
    """
    elements, connections = objects(tree["elements"]), objects(tree.get("connections"))
    project = bool(elements) and "_id" in elements[0]
    told = list(notes)
    if any(objects(tree.get(name)) for name in _DRAWING):
        told.append(problems.DRAWING_LEFT_OUT)
    kept = {
        name: [one for one in found if not any(one.get(mark) for mark in _MARKS_OF_TRASH)]
        for name, found in (("elements", elements), ("connections", connections))
    }
    thrown = len(elements) + len(connections) - sum(map(len, kept.values()))
    told.extend([problems.TRASH_LEFT_OUT] * thrown)
    sheets = [
        Sheet(name=name, rows=_rows(name, found), ends_are_ids=project)
        for name, found in kept.items()
        if found
    ]
    return read_sheets(sheets, also=told, title=text_of(tree.get("name")))


def _rows(name: str, found: list[dict[str, Any]]) -> Iterator[Row]:
    flat = [_flat(name, one) for one in found]
    names = dict.fromkeys((*_ALWAYS[name], *(key for one in flat for key in one)))
    # One too many, so that the engine tells; all of a hostile file would be a table without end.
    headers = tuple(names)[: MAX_COLUMNS + 1]
    yield 0, [neutral(header) for header in headers]
    for place, one in enumerate(flat, start=1):
        yield place, [neutral(one.get(header, "")) for header in headers]


def _flat(name: str, one: dict[str, Any]) -> dict[str, str]:
    inner = one.get("attributes")
    both: dict[str, Any] = {**one, **(inner if isinstance(inner, dict) else {})}
    if isinstance(inner, dict):
        del both["attributes"]
    flat: dict[str, str] = {}
    for key, value in both.items():
        if value is False or (name == "connections" and key == "_id"):
            continue
        if text := text_of(value):
            flat.setdefault(clean(_PROJECT_NAMES.get(key.casefold(), key)), text)
    if flat.pop("reversed", "") and flat.get("direction", "directed") == "directed":
        flat["direction"] = word_for("direction", "back", "en")
    return flat


def write_kumu(dataset: Dataset, language: str) -> bytes:
    """Write Kumu's import blueprint: ids, labels, types, and all other fields by their names.

    Kumu's ``strength`` is the tie's own number; how often is a field of its own.
    """
    tree: dict[str, Any] = {"name": clean(dataset.title)} if dataset.title else {}
    tree["elements"] = list(_objects("actors", dataset.actors, language, _ACTOR_NAMES))
    tree["connections"] = list(_objects("ties", dataset.ties, language, _TIE_NAMES))
    return json.dumps(tree, ensure_ascii=False, indent=1).encode("utf-8")


def _objects(
    table: str,
    rows: tuple[ActorRow, ...] | tuple[TieRow, ...],
    language: str,
    names: Mapping[str, str],
) -> Iterator[dict[str, Any]]:
    laid = rows_of(table, rows, language, headers=names)
    headers = [restored(str(header)) for header in next(laid)]
    for cells in laid:
        yield {
            header: _value(header, cell)
            for header, cell in zip(headers, cells, strict=True)
            if cell != ""
        }


def _value(header: str, cell: Cell) -> Any:
    if not isinstance(cell, str):
        return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell
    text = restored(cell)
    if header == "direction":
        return _DIRECTIONS.get(text, text)
    return list(split_many(text)) if header == "tags" else text
