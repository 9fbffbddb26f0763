"""The only place that says why each field of a bearer grant is kept, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

_BASIS = "public task: working in a network (GDPR 6.1.e)"
_KEPT = "30 days after it ended"
_GONE = "by itself; at once when the invited person is erased"

REGISTRY: Registry = {
    "Pass": {
        **fields(
            {
                "scope": "what it opens: of an invitation the invited e-mail, role and language; of a question about contacts the actor and how much the asker saw",
                "created_at": "when it was given",
                "expires_at": "when it ends",
                "revoked_at": "whether it was taken back",
            },
            basis=_BASIS,
            retention=_KEPT,
            export="my data of the invited person",
            erase=_GONE,
        ),
        **fields(
            {
                "purpose": "what kind of grant it is",
                "name": "by which name its giver knows it again",
                "network_id": "for which network",
                "token_hash": "recognises the link without keeping it",
                "created_by_id": "who gave it",
                "uses_left": "how many times it may still be used",
                "last_used_on": "whether anybody still uses it; the day alone, no address and no time",
            },
            basis=_BASIS,
            retention=_KEPT,
            export="none: how the link works",
            erase=_GONE,
        ),
    },
}
