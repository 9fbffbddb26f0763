"""Let the database itself refuse to alter the audit trail."""

from __future__ import annotations

from django.db import migrations

SQLITE = """
CREATE TRIGGER ledger_event_no_{verb} BEFORE {verb} ON ledger_event
BEGIN SELECT RAISE(ABORT, 'events are never altered'); END
"""
POSTGRESQL = """
CREATE OR REPLACE FUNCTION ledger_event_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'events are never altered'; END $$ LANGUAGE plpgsql;
CREATE TRIGGER ledger_event_never_altered BEFORE UPDATE OR DELETE ON ledger_event
FOR EACH ROW EXECUTE FUNCTION ledger_event_refuse();
"""


def protect(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
        return
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(SQLITE.format(verb=verb))


def release(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION ledger_event_refuse() CASCADE")
        return
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(f"DROP TRIGGER ledger_event_no_{verb}")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(protect, release)]
