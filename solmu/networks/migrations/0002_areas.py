from __future__ import annotations

from django.db import migrations

from solmu.networks.actions import load_areas


class Migration(migrations.Migration):
    dependencies = [("networks", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, _: load_areas(apps.get_model("networks", "Area")),
            migrations.RunPython.noop,
        )
    ]
