"""The registry's tables: sources and their words, actors, and the ties read from what was said."""

from solmu.registry.models.actors import Actor, ActorKind, Belonging, Contact, Name, Sector
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
from solmu.registry.models.ties import Seat, Tie

__all__ = [
    "Actor",
    "ActorKind",
    "Asked",
    "Belonging",
    "Claim",
    "Contact",
    "Content",
    "Identity",
    "Mention",
    "Name",
    "Perspective",
    "Seat",
    "Sector",
    "Tie",
    "Upload",
    "content_label",
]
