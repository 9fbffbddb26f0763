"""What the map keeps of its own, why, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

REGISTRY: Registry = {
    "Position": fields(
        {
            "actor": "whose place it is",
            "x": "where it stands",
            "y": "where it stands",
            "pinned": "whether somebody placed it",
        },
        erase="with the actor",
    ),
}
