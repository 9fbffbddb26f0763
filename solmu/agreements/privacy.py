"""What agreed actions keep, why, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

_AUTHOR = "author is emptied with the account; names in words are taken out; with the network"

REGISTRY: Registry = {
    "AgreedAction": {
        **fields(
            {
                "network": "of which network",
                "what": "what is done, in words; of services and cooperation, never of clients",
                "owner": "which organisation sees to it",
                "member": "which member does it",
                "by_role": "who does it, by role, when it is no member",
                "due_on": "by which date",
                "state": "whether it is in progress, done or let go",
                "settled_on": "when it was done or let go",
                "why": "why it was let go, in words",
                "agreed_at": "when it was agreed",
            },
            export="my data",
            erase="member is emptied with the membership; names in words are taken out; with the network",
        ),
        **fields(
            {
                "ref": "its public address",
                "language": "in which language it is read aloud",
                "origin_kind": "what it came from: a finding, later a workshop",
                "origin_key": "which one of these",
                "author": "who wrote it down",
            },
            export="none: read on the page of agreed actions",
            erase=_AUTHOR,
        ),
    },
    "FollowUp": {
        **fields(
            {
                "action": "of which action",
                "words": "how it was going, in words; of services, never of clients",
                "written_at": "when it was written",
            },
            export="my data",
            erase=_AUTHOR,
        ),
        **fields(
            {"language": "in which language it is read aloud", "author": "who wrote it"},
            export="none: read on the page of the action",
            erase=_AUTHOR,
        ),
    },
}
