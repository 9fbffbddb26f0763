"""Let the database itself refuse to alter the erasure journal."""

from __future__ import annotations

from django.db import migrations

SQLITE = """
CREATE TRIGGER people_erased_no_{verb} BEFORE {verb} ON people_erased
BEGIN SELECT RAISE(ABORT, 'the erasure journal is never altered'); END
"""
POSTGRESQL = """
CREATE OR REPLACE FUNCTION people_erased_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'the erasure journal is never altered'; END $$ LANGUAGE plpgsql;
CREATE TRIGGER people_erased_never_altered BEFORE UPDATE OR DELETE ON people_erased
FOR EACH ROW EXECUTE FUNCTION people_erased_refuse();
"""


def protect(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
        return
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(SQLITE.format(verb=verb))


def release(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION people_erased_refuse() CASCADE")
        return
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(f"DROP TRIGGER people_erased_no_{verb}")


class Migration(migrations.Migration):
    dependencies = [("people", "0002_sessions_and_erasures")]
    operations = [migrations.RunPython(protect, release)]
