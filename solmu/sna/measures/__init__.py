"""The only place that gathers all measures, so that importing it makes the catalogue whole."""

from solmu.sna.measures import (
    centralization,
    closure,
    degree,
    distance,
    groups,
    hierarchy,
    holes,
    likeness,
    parts,
    position,
    reciprocity,
    size,
    standing,
    threads,
)

__all__ = [
    "centralization",
    "closure",
    "degree",
    "distance",
    "groups",
    "hierarchy",
    "holes",
    "likeness",
    "parts",
    "position",
    "reciprocity",
    "size",
    "standing",
    "threads",
]
