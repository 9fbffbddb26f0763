"""The only place where many rows are inserted whose ids nobody asks for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from django.db import connection, models


def insert_rows(rows: Iterable[models.Model]) -> int:
    """Insert ``rows`` of one table and return how many; their ids stay unknown.

    Django's ``bulk_create`` builds a statement for every thousand values, which took most of an import's
    time: this lets the database repeat one statement.
    """
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return 0
    fields = [field for field in first._meta.concrete_fields if not field.primary_key]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    holes = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(first._meta.db_table)} ({columns}) VALUES ({holes})"  # noqa: S608  # names of our own tables
    values = [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in chain([first], rows)
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)
    return len(values)
