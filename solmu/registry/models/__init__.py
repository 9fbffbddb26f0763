"""The registry's tables: sources and their words, actors, and the ties read from what was said."""

from solmu.registry.models.actors import Actor, ActorKind, Belonging, Contact, Name, Sector
from solmu.registry.models.directory import IndexRow, IndexState, IndexTerm
from solmu.registry.models.imports import Upload
from solmu.registry.models.perspectives import (
    Asked,
    Claim,
    Content,
    Identity,
    Mention,
    Perspective,
    content_label,
)
from solmu.registry.models.services import (
    Channel,
    Entrance,
    GoalArea,
    Offer,
    Presence,
    Service,
    ServiceKind,
    ServicePlace,
)
from solmu.registry.models.ties import Seat, Tie

__all__ = [
    "Actor",
    "ActorKind",
    "Asked",
    "Belonging",
    "Channel",
    "Claim",
    "Contact",
    "Content",
    "Entrance",
    "GoalArea",
    "Identity",
    "IndexRow",
    "IndexState",
    "IndexTerm",
    "Mention",
    "Name",
    "Offer",
    "Perspective",
    "Presence",
    "Seat",
    "Sector",
    "Service",
    "ServiceKind",
    "ServicePlace",
    "Tie",
    "Upload",
    "content_label",
]
