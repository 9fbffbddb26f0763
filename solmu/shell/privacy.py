"""The only place that tells why the shell keeps each field, for how long, and how it is erased."""

from __future__ import annotations

from solmu.lib.privacy import Field, Registry, fields

_BASIS = "legal duty: feedback on accessibility is answered (Act 306/2019, section 8; GDPR 6.1.c)"
_KEPT = "a year after the answer"

REGISTRY: Registry = {
    "Feedback": {
        **fields(
            {
                "topic": "to whom the feedback goes",
                "text": "what was told",
                "page": "where it happened",
                "language": "in which language to answer",
                "received_at": "when an answer is due",
                "answered_at": "whether it was answered in time",
            },
            basis=_BASIS,
            retention=_KEPT,
            export="none: no name is kept beside it",
            erase="deleted a year after the answer",
        ),
        "reply_to": Field(
            purpose="where the answer goes, when one is wanted",
            basis=_BASIS,
            retention="until the answer",
            export="none: it belongs to no account",
            erase="emptied when answered",
        ),
    },
}
