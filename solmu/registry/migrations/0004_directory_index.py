"""Keep the terms by which the directory finds actors, each database in its own full-text index."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

# The index stands beside the table and has none of its words; triggers keep the two together.
SQLITE = (
    """
    CREATE VIRTUAL TABLE registry_indexrow_found USING fts5(
        terms, content='registry_indexrow', content_rowid='id', columnsize=0,
        tokenize="unicode61 remove_diacritics 0"
    )
    """,
    """
    CREATE TRIGGER registry_indexrow_found_new AFTER INSERT ON registry_indexrow BEGIN
        INSERT INTO registry_indexrow_found(rowid, terms) VALUES (new.id, new.terms);
    END
    """,
    """
    CREATE TRIGGER registry_indexrow_found_gone AFTER DELETE ON registry_indexrow BEGIN
        INSERT INTO registry_indexrow_found(registry_indexrow_found, rowid, terms)
        VALUES ('delete', old.id, old.terms);
    END
    """,
)
# Terms are ready made: PostgreSQL's own parser would take them apart. Kept in a column, so that the planner
# knows how many rows a term finds, and reading a row does not build its vector again.
POSTGRESQL = (
    """
    ALTER TABLE registry_indexrow ADD COLUMN found tsvector
    GENERATED ALWAYS AS (array_to_tsvector(string_to_array(terms, ' '))) STORED
    """,
    "CREATE INDEX registry_indexrow_found ON registry_indexrow USING gin (found)",
)


def make_index(apps, schema_editor):
    sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE if sqlite else POSTGRESQL:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE registry_indexrow_found")


def _id():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def _of(model, **options):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=model, **options
    )


def _seen_by():
    return models.CharField(
        choices=[
            ("coordinator", "Coordinators"),
            ("members", "Network members"),
            ("readers", "Members and readers"),
        ],
        max_length=11,
    )


class Migration(migrations.Migration):
    dependencies = [("networks", "0002_areas"), ("registry", "0003_services")]
    operations = [
        migrations.CreateModel(
            name="IndexState",
            fields=[
                ("id", _id()),
                ("analyser", models.CharField(max_length=60)),
                ("is_stale", models.BooleanField(default=False)),
                (
                    "network",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="networks.network"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IndexRow",
            fields=[
                ("id", _id()),
                ("seen_by", _seen_by()),
                ("terms", models.TextField()),
                ("weights", models.TextField()),
                ("length", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=32)),
                ("actor", _of("registry.actor")),
                ("network", _of("networks.network")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("actor", "seen_by"), name="index_row_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexTerm",
            fields=[
                ("id", _id()),
                ("seen_by", _seen_by()),
                ("term", models.CharField(max_length=64)),
                ("actors", models.PositiveIntegerField()),
                ("network", _of("networks.network")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "seen_by", "term"), name="index_term_once"
                    )
                ],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
