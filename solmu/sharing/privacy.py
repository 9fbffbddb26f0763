"""The only place that says why each field of a shared map is kept, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

REGISTRY: Registry = {
    "Share": fields(
        {
            "network": "whose map it is",
            "title": "what strangers read over it",
            "level": "organisations or units; never people",
            "fields": "which facts it shows",
            "left_out": "which actors it leaves out",
            "confirmed": "digests of texts that were confirmed as no person's name",
            "until": "when it ends",
            "openings": "how many times it was opened; never by whom",
            "grant": "the link that opens it",
            "created_at": "when it was prepared",
        },
        retention="with its link; a draft as long as its coordinator keeps it",
    ),
}
