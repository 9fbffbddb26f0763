"""The only place that says why each field of a bearer grant is kept, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

REGISTRY: Registry = {
    "Pass": fields(
        {
            "purpose": "what kind of grant it is",
            "network_id": "for which network",
            "scope": "what it opens: of an invitation the invited e-mail, role and language; of a question about contacts the actor and how much the asker saw",
            "token_hash": "recognises the link without keeping it",
            "created_at": "when it was given",
            "created_by_id": "who gave it",
            "expires_at": "when it ends",
            "uses_left": "how many times it may still be used",
            "revoked_at": "whether it was taken back",
        },
        basis="public task: working in a network (GDPR 6.1.e)",
        retention="30 days after it ended",
        export="my data of the invited person",
        erase="by itself; at once when the invited person is erased",
    ),
}
