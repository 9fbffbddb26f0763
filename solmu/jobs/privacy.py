"""What the queue keeps, why, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

REGISTRY: Registry = {
    "Job": fields(
        {
            "ref": "address of its progress page",
            "kind": "which work",
            "payload": "ids of what to work on; no names",
            "network_id": "for which network",
            "person_id": "who may follow it",
            "state": "where it is",
            "progress": "how far",
            "total": "of how much",
            "result": "where its result stands",
            "failure": "why it ended badly",
            "attempts": "how often it was tried",
            "run_at": "when it is due",
            "leased_until": "when its worker counts as gone",
            "worker": "which process has it",
            "created_at": "when it was asked for",
            "finished_at": "when it ended",
        },
        retention="30 days after it ended",
        export="none: passing machinery",
        erase="by itself; at once when the person is erased",
    ),
    "Worker": fields(
        {"name": "tells workers apart", "seen_at": "whether it is alive"},
        basis="security of processing (GDPR 6.1.c, 32)",
        retention="a day after its last sign of life",
        export="none: holds nothing of people",
        erase="by itself",
    ),
}
