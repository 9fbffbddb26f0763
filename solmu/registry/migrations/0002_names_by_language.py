"""Keep an actor's Finnish and Swedish name beside each other, so that each reader sees their own."""

from __future__ import annotations

from django.db import migrations, models


def fill_swedish(apps, schema_editor):
    Actor, Name = apps.get_model("registry", "Actor"), apps.get_model("registry", "Name")
    for name in Name.objects.filter(language="sv", kind="official").order_by("pk"):
        Actor.objects.filter(pk=name.actor_id).update(label_sv=name.text)


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_initial")]
    operations = [
        migrations.RenameField("actor", "label", "label_fi"),
        migrations.AddField(
            "actor", "label_sv", models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        ),
        migrations.RunPython(fill_swedish, migrations.RunPython.noop),
    ]
