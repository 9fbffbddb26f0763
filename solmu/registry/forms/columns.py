"""The only place for telling by hand what the columns of a file mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from solmu.formats.columns import ACTOR_COLUMNS, TIE_COLUMNS, header_for
from solmu.formats.dataset import NOT_READ, Column, TableTold
from solmu.registry.rules.stored import Told

ACTORS, TIES = "actors", "ties"
_FIELDS = {
    ACTORS: [row[0] for row in ACTOR_COLUMNS],
    TIES: [row[0] for row in TIE_COLUMNS],
}
_NAMING = frozenset({"label", "unit", "organisation", "last_name"})
_ENDS = frozenset({"source", "target"})
Choices = list[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class TableOfFile:
    """One table of the file with its columns, each beside the field that asks what it means."""

    number: int
    sheet: str
    row: int
    kind: str
    headed: bool
    columns: list[Column] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, int]:
        return (self.sheet, self.row)

    def name(self, column: Column) -> str:
        return f"c{self.number}-{column.place}"


def column_said(column: Column) -> str:
    """Say what a column was understood as."""
    if column.field == NOT_READ:
        return _("not brought")
    if not column.field:
        return _("kept as it is") if column.kind else _("not understood")
    return header_for(column.kind, column.field, _language())


class ColumnsForm(forms.Form):
    """What each column means; of a table that was not understood also whether it has headings."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, columns: Iterable[Column]) -> None:
        super().__init__(data)
        self.tables: list[TableOfFile] = []
        for column in columns:
            if not self.tables or self.tables[-1].key != (column.sheet, column.row):
                begun = (column.sheet, column.row, column.kind, column.headed)
                self.tables.append(TableOfFile(len(self.tables), *begun))
            self.tables[-1].columns.append(column)
        for table in self.tables:
            for column in table.columns:
                self.fields[table.name(column)] = forms.ChoiceField(
                    label=column.header,
                    choices=_choices(table.kind),
                    initial=column.field,
                    required=False,
                )
            if not table.kind:
                self.fields[f"headings{table.number}"] = forms.IntegerField(
                    label=_("Row of headings"),
                    help_text=_("Empty when there are none"),
                    required=False,
                    min_value=1,
                    initial=table.row,
                )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        told = [table for table in self.tables if self._fields_of(table)]
        for table in told:
            self._check(table)
        if not told:
            self.add_error(None, _("Choose which column holds the name."))
        return cleaned

    def told(self) -> Told:
        """Return what the valid form tells; a table of which nothing was told stays as it is."""
        return {
            (table.sheet, self._begins(table)): TableTold(
                kind="ties" if self._is_ties(table) else "actors",
                fields=self._all_of(table),
                headed=self._is_headed(table),
            )
            for table in self.tables
            if self._fields_of(table)
        }

    @property
    def laid_out(self) -> list[tuple[TableOfFile, list[tuple[Column, forms.BoundField]], Any]]:
        """Each table with its columns and their fields, and the question about its headings."""
        return [
            (
                table,
                [(column, self[table.name(column)]) for column in table.columns],
                self[f"headings{table.number}"] if not table.kind else None,
            )
            for table in self.tables
        ]

    def _check(self, table: TableOfFile) -> None:
        used: set[str] = set()
        for column in table.columns:
            means = self.cleaned_data.get(table.name(column), "")
            if means and means != NOT_READ and means in used:
                self.add_error(table.name(column), _("Another column means this. Choose one."))
            used.add(means)
        if self._is_ties(table):
            if not used >= _ENDS:
                self.add_error(None, _("Ties need two columns: from and to."))
        elif not used & _NAMING:
            self.add_error(None, _("Choose which column holds the name."))

    def _is_ties(self, table: TableOfFile) -> bool:
        return table.kind == TIES or (not table.kind and bool(_ENDS & self._fields_of(table)))

    def _is_headed(self, table: TableOfFile) -> bool:
        return table.headed if table.kind else bool(self._headings(table))

    def _begins(self, table: TableOfFile) -> int:
        return self._headings(table) or table.row

    def _headings(self, table: TableOfFile) -> int | None:
        row: int | None = self.cleaned_data.get(f"headings{table.number}")
        return row

    def _fields_of(self, table: TableOfFile) -> set[str]:
        return set(self._all_of(table).values()) - {"", NOT_READ}

    def _all_of(self, table: TableOfFile) -> dict[int, str]:
        return {
            column.place: self.cleaned_data.get(table.name(column), "") for column in table.columns
        }


def _choices(kind: str) -> Choices:
    others: Choices = [("", _("kept as it is")), (NOT_READ, _("not brought"))]
    if kind:
        return [*_fields(kind), *others]
    groups = [(_("Actors"), _fields(ACTORS)), (_("Ties"), _fields(TIES))]
    return [others[0], *groups, others[1]]


def _fields(kind: str) -> Choices:
    return [(name, header_for(kind, name, _language())) for name in _FIELDS[kind]]


def _language() -> str:
    return (get_language() or "fi")[:2]
