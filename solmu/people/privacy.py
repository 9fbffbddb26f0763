"""The only place that says why each field of a person is kept, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

REGISTRY: Registry = {
    "Person": fields(
        {
            "email": "where sign-in codes and letters go; it is what a person signs in with",
            "name": "how the others in a network know who wrote",
            "language": "pages and letters come in it",
            "theme": "colours that the reader chose",
            "is_active": "whether the person may sign in",
            "created_at": "when the account was made",
        },
        basis="public task: working in a network (GDPR 6.1.e)",
        retention="as long as the account",
        export="my data",
        erase="with the account",
    ),
}
