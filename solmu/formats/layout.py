"""The only place that lays a dataset out as rows of cells, for every table that Solmu writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from solmu.formats.columns import (
    ACTOR_COLUMNS,
    EXTRA_PREFIX,
    TIE_COLUMNS,
    field_of,
    header_for,
)
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.formats.values import clean, join_many, neutral, write_contents
from solmu.formats.vocabulary import VOCABULARIES, fold, word_for

Cell = str | float
Rows = Iterable[list[Cell]]

ACTOR_FIELDS = tuple(row[0] for row in ACTOR_COLUMNS if row[0] in ActorRow.__dataclass_fields__)
TIE_FIELDS = tuple(row[0] for row in TIE_COLUMNS)
_ALWAYS = {"actors": ("label", "kind", "sector", "municipality", "parent"), "ties": TIE_FIELDS[:5]}


def actor_rows(dataset: Dataset, language: str) -> Rows:
    """Lay out the actors: headers first, then a row each; columns that nobody fills are left out."""
    return _table("actors", ACTOR_FIELDS, dataset.actors, language, {})


def tie_rows(dataset: Dataset, language: str) -> Rows:
    """Lay out the ties, their ends by name where the name is enough, else by id."""
    return _table("ties", TIE_FIELDS, dataset.ties, language, handles(dataset))


def handles(dataset: Dataset) -> dict[str, str]:
    """Tell how a table of ties calls each actor: by name when no other could be meant.

    >>> one = ActorRow(ref="a", label="Kela"), ActorRow(ref="b", label="Nuoret")
    >>> handles(Dataset(actors=(*one, ActorRow(ref="c", label="NUORET"))))
    {'a': 'Kela', 'b': 'b', 'c': 'c'}
    """
    refs = {actor.ref for actor in dataset.actors}
    same = Counter(fold(actor.label) for actor in dataset.actors)
    return {
        actor.ref: actor.label
        if same[fold(actor.label)] == 1 and (actor.label == actor.ref or actor.label not in refs)
        else actor.ref
        for actor in dataset.actors
    }


def extra_header(table: str, name: str) -> str:
    """Give the header for a key of another program, marked if it could be taken for ours.

    >>> extra_header("actors", "Attribution"), extra_header("actors", "Type")
    ('Attribution', 'extra:Type')
    """
    name = clean(name)
    known = field_of(table, name) or name.startswith(EXTRA_PREFIX)
    return EXTRA_PREFIX + name if known else name


def _table(
    table: str,
    fields: tuple[str, ...],
    rows: tuple[ActorRow, ...] | tuple[TieRow, ...],
    language: str,
    names: dict[str, str],
) -> Iterator[list[Cell]]:
    used = [
        field
        for field in fields
        if field in _ALWAYS[table] or any(getattr(row, field) not in ("", (), None) for row in rows)
    ]
    extras = list(dict.fromkeys(name for row in rows for name in row.extra))
    headers = [header_for(table, field, language) for field in used]
    yield [*headers, *(neutral(extra_header(table, name)) for name in extras)]
    writers = [_writer(field, language, names) for field in used]
    for row in rows:
        cells: list[Cell] = [
            write(getattr(row, field)) for field, write in zip(used, writers, strict=True)
        ]
        cells += [neutral(clean(row.extra.get(name, ""))) for name in extras]
        yield cells


def _writer(field: str, language: str, names: dict[str, str]) -> Callable[[Any], Cell]:
    if field == "contents":
        return lambda value: neutral(write_contents(value, language))
    if field in VOCABULARIES:
        return lambda value: "" if value is None else word_for(field, str(value), language)
    if field == "weight":
        return lambda value: "" if value is None else float(value)
    if field in ("tags", "other_names"):
        return lambda value: neutral(join_many(map(clean, value)))
    if field in ("valid_from", "valid_to", "confirmed_on"):
        return lambda value: value.isoformat() if value else ""
    if field in ("source", "target"):
        return lambda value: neutral(clean(names.get(value, value)))
    return lambda value: neutral(clean(value))
