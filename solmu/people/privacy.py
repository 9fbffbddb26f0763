"""The only place that says why each field of a person is kept, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

_SECURITY = "security of processing (GDPR 6.1.c, 32)"

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
    "SignedIn": {
        **fields(
            {
                "browser": "which browser and system, as the person knows it; no address",
                "started_at": "since when",
                "last_used_at": "shows a sign-in that is not one's own",
            },
            basis=_SECURITY,
            retention="until the sign-in ends, 30 days after its last use at most",
            export="my data",
            erase="by itself; at once with the account",
        ),
        **fields(
            {"person": "whose it is", "session_key": "which sign-in it ends"},
            basis=_SECURITY,
            retention="until the sign-in ends, 30 days after its last use at most",
            export="none: a secret of the browser",
            erase="by itself; at once with the account",
        ),
    },
    "Erased": fields(
        {"person_id": "a number that is nobody's", "at": "which copies are older"},
        basis="legal duty: the erased stay erased (GDPR 6.1.c, 17)",
        retention="as long as copies may be restored",
        export="none: it names nobody",
        erase="never: it is the proof of erasing",
    ),
}

# Tables that a library keeps for this slice.
BORROWED: Registry = {
    "mfa.Authenticator": {
        **fields(
            {
                "data": "the half of a passkey that recognises it, and its name",
                "created_at": "since when",
                "last_used_at": "shows a passkey that is not one's own",
            },
            basis=_SECURITY,
            retention="as long as the account, or until it is removed",
            export="my data",
            erase="with the account",
        ),
        **fields(
            {"user": "whose it is", "type": "that it is a passkey"},
            basis=_SECURITY,
            retention="as long as the account, or until it is removed",
            export="none: the same for all",
            erase="with the account",
        ),
    },
    "socialaccount.SocialAccount": {
        **fields(
            {
                "provider": "whose account it is",
                "date_joined": "since when",
                "last_login": "shows a sign-in that is not one's own",
            },
            basis=_SECURITY,
            retention="as long as the account, or until it is taken away",
            export="my data",
            erase="with the account",
        ),
        **fields(
            {
                "user": "whose it is",
                "uid": "a digest by which the organisation's account is known again",
                "extra_data": "nothing: what the organisation tells is not kept",
            },
            basis=_SECURITY,
            retention="as long as the account, or until it is taken away",
            export="none: it says nothing to its owner",
            erase="with the account",
        ),
    },
}
