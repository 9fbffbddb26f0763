"""The only place that reads one actor for its form: what is known of it, and in whose words."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from solmu.registry.models import Actor, Belonging
from solmu.registry.queries import mentions_of


def facts_so_far(actor: Actor) -> dict[str, Any]:
    """Return what a form about ``actor`` begins with."""
    home = standing_belongings(actor).first()
    return {
        "name": actor.label_fi,
        "kind": actor.kind,
        "sector": actor.sector,
        "municipality": actor.municipality.name if actor.municipality else "",
        "parent": home.to.label if home else "",
        "services": services_written(actor),
        "name_sv": actor.label_sv,
        "business_id": actor.business_id,
        "description": actor.description,
    }


def services_written(actor: Actor) -> str:
    """Return the services of ``actor`` as they were written last."""
    written = mentions_of(actor).exclude(services="").order_by("perspective__created_at", "pk")
    last = written.last()
    return last.services if last else ""


def standing_belongings(actor: Actor) -> QuerySet[Belonging]:
    """Return what ``actor`` belongs to, without what has ended."""
    return actor.belongings.filter(valid_to=None).select_related("to").order_by("pk")
