"""The tables are what the models say: no migration is waiting to be made."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


@pytest.mark.django_db
def test_no_migration_is_waiting_to_be_made() -> None:
    told = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=told)
    assert told.getvalue().strip() == "No changes detected"


@pytest.mark.django_db
def test_all_migrations_apply_from_nothing_on_the_database_that_is_tested() -> None:
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert len(executor.loader.applied_migrations) > 10
