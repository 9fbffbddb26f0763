"""The only place for an index beside the stored one: empty tables of this connection alone, gone afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.utils import CursorWrapper

from solmu.registry.models import IndexRow, IndexTerm

_TABLES = tuple(model._meta.db_table for model in (IndexRow, IndexTerm))
_REFERENCES = re.compile(r' REFERENCES "\w+" \("\w+"\) DEFERRABLE INITIALLY DEFERRED')


@contextmanager
def index_beside() -> Iterator[None]:
    """Let the index's tables be temporary ones within: they hide those of the database, which stay untouched."""
    with connection.cursor() as cursor:
        made = (_on_sqlite if connection.vendor == "sqlite" else _on_postgresql)(cursor)
        try:
            yield
        finally:
            for table in made:
                cursor.execute(f"DROP TABLE {table}")


def _on_postgresql(cursor: CursorWrapper) -> list[str]:
    for table in _TABLES:
        cursor.execute(f"CREATE TEMPORARY TABLE {table} (LIKE public.{table} INCLUDING ALL)")
    return [f"pg_temp.{table}" for table in _TABLES]


def _on_sqlite(cursor: CursorWrapper) -> list[str]:
    """Make the tables, the full-text index and its triggers as the database has them, in the order they were made."""
    cursor.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE tbl_name IN (%s, %s, %s)"
        " AND type IN ('table', 'trigger') AND sql IS NOT NULL ORDER BY rowid",
        [*_TABLES, "registry_indexrow_found"],
    )
    made = []
    for kind, name, sql in cursor.fetchall():
        if kind == "trigger":
            cursor.execute(sql.replace("CREATE TRIGGER", "CREATE TEMPORARY TRIGGER", 1))
        elif "VIRTUAL" in sql:
            cursor.execute(sql.replace(name, f"temp.{name}", 1))
            made.append(f"temp.{name}")
        else:
            # What lies in another schema cannot be referred to.
            plain = _REFERENCES.sub("", sql)
            cursor.execute(plain.replace("CREATE TABLE", "CREATE TEMPORARY TABLE", 1))
            made.append(f"temp.{name}")
    return made[::-1]
