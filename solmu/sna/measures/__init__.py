"""The only place that gathers all measures, so that importing it makes the catalogue whole."""

from solmu.sna.measures import (
    degree,
    distance,
    groups,
    parts,
    position,
    reciprocity,
    size,
    threads,
)

__all__ = [
    "degree",
    "distance",
    "groups",
    "parts",
    "position",
    "reciprocity",
    "size",
    "threads",
]
