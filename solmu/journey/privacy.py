"""What the network card keeps, why, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

_WRITTEN = {
    "written_at": "when it was written",
    "author": "who wrote it",
    "language": "in which language it is read aloud",
    "former": "what it replaced",
}
_AUTHOR = "author is emptied with the account; with the network"

REGISTRY: Registry = {
    "CardAnswer": fields(
        {
            **_WRITTEN,
            "network": "of which network",
            "question": "which question of the card",
            "text": "in words; of services and cooperation, never of clients",
            "channels": "by which ways the network works together",
        },
        export="none yet: read on the card",
        erase=_AUTHOR,
    ),
    "EndWords": fields(
        {
            **_WRITTEN,
            "network": "of which network",
            "speaker": "which end tells",
            "about": "of its tie to whom",
            "works": "what works, in words; of cooperation, never of clients",
            "better": "what would make it work better, in words",
            "noted": "whether the coordinator wrote it down for the end",
        },
        export="none yet: read on the page of the tie",
        erase=_AUTHOR,
    ),
    "Aim": fields(
        {
            "network": "of which network",
            "ref": "its public address",
            "possibility": "which possibility was chosen",
            "own_words": "another possibility, in words",
            "text": "what is aimed at, in words",
            "language": "in which language it is read aloud",
            "owner": "which organisation sees to it",
            "figure": "which figure of the map tells of it",
            "value": "the figure when it was chosen",
            "chosen_on": "when it was chosen",
            "review_on": "when it is looked at next",
            "author": "who wrote it",
        },
        export="none yet: read on the page of aims",
        erase=_AUTHOR,
    ),
    "Review": fields(
        {
            "aim": "of which aim",
            "reviewed_on": "when it was looked at",
            "state": "how far it had got",
            "evidence": "on what evidence, in words",
            "language": "in which language it is read aloud",
            "value": "the figure on that day",
            "author": "who wrote it",
        },
        export="none yet: read on the page of aims",
        erase=_AUTHOR,
    ),
}
