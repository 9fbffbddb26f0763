"""The only place that says how an actor is named wherever the API speaks of one."""

from __future__ import annotations

from ninja import Field, Schema

from solmu.registry.models import Actor


class ActorNamed(Schema):
    """An actor in passing; its address is ``actors/<id>``."""

    id: str
    name: str = Field(description="In the language asked for; Finnish when there is no other")


def named(actor: Actor) -> dict[str, str]:
    """Return an actor as the API names it in passing."""
    return {"id": actor.ref, "name": actor.label}
