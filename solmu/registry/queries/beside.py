"""The only place for an index beside the stored one: empty tables of this connection alone, gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connection, models

from solmu.registry.models import IndexRow, IndexTerm

_TABLES: tuple[type[models.Model], ...] = (IndexRow, IndexTerm)
_FULLTEXT = "registry_indexrow_found"


@contextmanager
def index_beside() -> Iterator[None]:
    """Let the index's tables be temporary ones within: they hide those of the database, which stay untouched.

    They are made of what Solmu is and not of what the database holds, which may be new or of another version.
    """
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        for model in _TABLES:
            cursor.execute(_table(model))
        try:
            for statement in _fulltext(sqlite=sqlite):
                cursor.execute(statement)
            yield
        finally:
            schema = "temp" if sqlite else "pg_temp"
            if sqlite:
                cursor.execute(f"DROP TABLE IF EXISTS temp.{_FULLTEXT}")
            for model in _TABLES:
                cursor.execute(f"DROP TABLE {schema}.{model._meta.db_table}")


def _table(model: type[models.Model]) -> str:
    """Return how a model's table is made as a temporary one, without references: they cannot leave its schema."""
    told: list[str] = []
    columns: dict[str, str] = {}
    for field in model._meta.local_concrete_fields:
        key = f" PRIMARY KEY {field.db_type_suffix(connection)}" if field.primary_key else ""
        columns[field.name] = str(field.column)
        told.append(f"{field.column} {field.db_type(connection)} NOT NULL{key}")
    told += [
        f"UNIQUE ({', '.join(columns[name] for name in constraint.fields)})"
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    ]
    return f"CREATE TEMPORARY TABLE {model._meta.db_table} ({', '.join(told)})"


def _fulltext(*, sqlite: bool) -> Iterator[str]:
    """Yield how the full-text index is made, as the migration that makes the stored one says it."""
    migration = import_module("solmu.registry.migrations.0004_directory_index")
    for statement in migration.SQLITE if sqlite else migration.POSTGRESQL:
        told = statement.replace("CREATE TRIGGER", "CREATE TEMPORARY TRIGGER")
        yield told.replace("VIRTUAL TABLE ", "VIRTUAL TABLE temp.")
