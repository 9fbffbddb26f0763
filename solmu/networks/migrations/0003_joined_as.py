from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def believe_present_names(apps: Any, editor: Any) -> None:
    """Take the names that members bear now for those they joined under: nobody knew of the difference before."""
    del editor
    bearer = apps.get_model("people", "Person").objects.filter(pk=OuterRef("person_id"))
    apps.get_model("networks", "Membership").objects.update(
        joined_as=Subquery(bearer.values("name")[:1])
    )


class Migration(migrations.Migration):
    dependencies = [("networks", "0002_areas"), ("people", "0003_append_only")]

    operations = [
        migrations.AddField(
            model_name="membership",
            name="joined_as",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.RunPython(believe_present_names, migrations.RunPython.noop),
    ]
