"""The only place that writes Kumu's JSON in its two shapes, for tests to read."""

from __future__ import annotations

import json
from typing import Any

BLUEPRINT: dict[str, Any] = {
    "elements": [
        {"id": "e1", "label": "Ohjaamo", "type": "Organization", "tags": ["nuoret", "työ"],
         "description": "**Kaikille** alle 30", "City": "Jämsä", "Founded": 2010, "image": "a.png"},
        {"id": "e2", "label": "Maria", "type": "Person"},
        {"id": "e3", "label": "Rahasto", "type": "Investor", "Verified": True},
    ],
    "connections": [
        {"id": "c1", "from": "e1", "to": "e2", "type": "information", "direction": "mutual", "strength": 3},
        {"id": "c2", "from": "e3", "to": "e1", "label": "tuki", "direction": "undirected"},
        {"id": "c3", "from": "e2", "to": "e3", "direction": "directed", "strength": None},
    ],
    "loops": [],
}  # fmt: skip

PROJECT: dict[str, Any] = {
    "name": "Verkosto", "description": "", "proxyImages": True, "defaultMap": "map-1",
    "attributes": [{"_id": "attr-1", "name": "Element Type", "format": "string", "values": ["Org"]}],
    "elements": [
        {"_id": "elem-a", "attributes": {"label": "Ohjaamo", "element type": "Organization", "tags": ["x"]}},
        {"_id": "elem-b", "attributes": {"label": "Ohjaamo", "element type": "Person", "kunta": "Jämsä"}},
        {"_id": "elem-c", "attributes": {"label": "Vanha"}, "trashed": True},
    ],
    "connections": [
        {"_id": "conn-1", "direction": "directed", "delayed": False, "reversed": True,
         "from": "elem-a", "to": "elem-b", "attributes": {"connection type": "referral"}},
        {"_id": "conn-2", "direction": "mutual", "delayed": True, "reversed": False,
         "from": "elem-b", "to": "elem-a", "attributes": {}},
        {"_id": "conn-3", "direction": "directed", "from": "elem-a", "to": "elem-z", "attributes": {}},
    ],
    "loops": [], "perspectives": [],
    "maps": [{"_id": "map-1", "elements": [{"_id": "node-1", "position": {"x": 1, "y": 2}, "element": "elem-a"}]}],
}  # fmt: skip

ALL = {"blueprint": BLUEPRINT, "project": PROJECT}


def text(tree: Any) -> bytes:
    """Write a tree as a program does."""
    return json.dumps(tree, ensure_ascii=False).encode()
