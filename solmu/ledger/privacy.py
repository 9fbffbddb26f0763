"""What the ledger keeps, why, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

_AUDIT = "security of processing (GDPR 6.1.c, 32)"

REGISTRY: Registry = {
    "Act": {
        **fields(
            {
                "at": "when",
                "verb": "what was done",
                "summary": "the names of actors that a list of changes shows",
                "undone_at": "whether it was taken back",
            },
            export="my data; changes page",
            erase="the person's name is taken out; with the network",
        ),
        **fields(
            {
                "network_id": "which network it was done in",
                "person_id": "whose act it was, so that they can take it back",
                "undone_by": "by which act",
            },
            export="none: numbers that join tables",
            erase="person_id is emptied",
        ),
    },
    "Change": fields(
        {
            "act": "the act it is part of",
            "model": "which table",
            "object_id": "which row",
            "kind": "created, changed or deleted",
            "before": "what an undo puts back",
            "after": "what an undo compares with",
            "retain_until": "when the words go",
        },
        retention="730 days",
        export="none: it repeats what the map holds",
        erase="by itself at retain_until; at once when a person is erased",
    ),
    "Pseudonym": fields(
        {"person_id": "joins a person to their events", "key": "makes the pseudonym"},
        basis=_AUDIT,
        retention="as long as the account",
        export="none",
        erase="destroyed with the account; events become nobody's",
    ),
    "Event": fields(
        {
            "at": "when",
            "network_id": "in which network",
            "pseudonym": "by whom, without a name",
            "verb": "what was done",
            "object_type": "to which kind of thing",
            "object_id": "to which one",
        },
        basis=_AUDIT,
        retention="as long as the installation; holds no words and no names",
        export="none",
        erase="not altered; anonymous once the key is destroyed",
    ),
}
