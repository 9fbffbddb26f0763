"""What the registry reads of itself: who is present, what was said, and what a file is compared with."""

from __future__ import annotations

from solmu.registry.queries.reading import (
    actors_named,
    claims_between,
    claims_in,
    claims_of,
    claims_touching,
    current_ties,
    is_directed,
    knew_actors,
    mentions_of,
    parents_of,
    present_actors,
    said_of,
    shown_label,
    standing_perspectives,
)

__all__ = [
    "actors_named",
    "claims_between",
    "claims_in",
    "claims_of",
    "claims_touching",
    "current_ties",
    "is_directed",
    "knew_actors",
    "mentions_of",
    "parents_of",
    "present_actors",
    "said_of",
    "shown_label",
    "standing_perspectives",
]
