"""The table of where actors stand on the area map."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Position(models.Model):
    """Where one actor stands on its network's map; pinned once somebody dragged it there.

    ``x`` and ``y`` are shares of the canvas, 0 to 1 from its left and top, so that an actor keeps its place
    on every level and as the network grows.
    """

    actor = models.OneToOneField(
        "registry.Actor", on_delete=models.CASCADE, related_name="position"
    )
    x = models.FloatField()
    y = models.FloatField()
    pinned = models.BooleanField(default=False)

    class Meta:
        """Read a network at a time."""

        ordering: ClassVar = ["actor_id"]

    def __str__(self) -> str:
        return f"{self.actor_id} at {self.x:.2f}, {self.y:.2f}"
