"""The only place that lays a dataset out as rows of cells, for every table that Solmu writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
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
    return rows_of("actors", dataset.actors, language)


def tie_rows(dataset: Dataset, language: str) -> Rows:
    """Lay out the ties, their ends by name where the name is enough, else by id."""
    return rows_of("ties", dataset.ties, language, names=handles(dataset))


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


def rows_of(
    table: str,
    rows: tuple[ActorRow, ...] | tuple[TieRow, ...],
    language: str,
    *,
    names: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Iterator[list[Cell]]:
    """Lay out rows of ``actors`` or ``ties``: headers first, then a row each.

    Args:
        table: Which of them.
        rows: What to lay out.
        language: Of headers and words.
        names: What the ends of ties are called, by ref.
        headers: Fields that come first, whether filled or not, and what this file calls them;
            an empty name is the language's own.
    """
    own = headers or dict.fromkeys(_ALWAYS[table], "")
    fields = ACTOR_FIELDS if table == "actors" else TIE_FIELDS
    used = [field for field in fields if field in own or _any_filled(field, rows)]
    if headers:
        used.sort(key=lambda field: list(own).index(field) if field in own else len(own))
    extras = list(dict.fromkeys(name for row in rows for name in row.extra))
    written = [own.get(field) or header_for(table, field, language) for field in used]
    yield [*written, *(neutral(extra_header(table, name)) for name in extras)]
    writers = [_writer(field, language, names or {}) for field in used]
    for row in rows:
        cells: list[Cell] = [
            write(getattr(row, field)) for field, write in zip(used, writers, strict=True)
        ]
        cells += [neutral(clean(row.extra.get(name, ""))) for name in extras]
        yield cells


def _any_filled(field: str, rows: Iterable[ActorRow | TieRow]) -> bool:
    return any(getattr(row, field) not in ("", (), None) for row in rows)


def _writer(field: str, language: str, names: Mapping[str, str]) -> Callable[[Any], Cell]:
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
