"""What the findings keep of their own, why, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

REGISTRY: Registry = {
    "DiversityAnswer": fields(
        {
            "network": "of which network",
            "kind": "which kind of diversity",
            "words": "the answer in words; of services and skills, never of persons or clients",
            "language": "in which language it is read aloud",
            "levels": "which levels of decision are talked about",
            "actors": "which actors of the map it rests on",
            "answered_at": "when",
            "author": "by whom",
        },
        export="none yet: read on the page of diversity",
        erase="author is emptied with the account; with the network",
    ),
}
