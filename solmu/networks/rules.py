"""The only place for pure decisions about roles and about a network's address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from datetime import timedelta

from solmu.passes.rules import Limit

INVITATION = "invitation"
INVITATION_LASTS = timedelta(days=14)
# A letter goes to whomever is named, so one person sends only so many.
INVITATIONS_A_DAY = Limit("invitations-a-day", failures=100, seconds=24 * 60 * 60)
WRONG_LINKS = Limit("wrong-links", failures=30, seconds=10 * 60)
# A token with which a program reads a network.
READING = "reading"
READING_DAYS = (30, 90, 365)
WRONG_TOKENS = Limit("wrong-tokens", failures=30, seconds=10 * 60)
# A program that goes through a large network page by page stays far under it.
READINGS_A_MINUTE = Limit("readings-a-minute", failures=600, seconds=60)
# Who belongs, what the network says of itself and what strangers see of it: these acts are never taken back as
# acts, because that would hand a role back to somebody who has lost it. Their opposites are verbs of their own.
GOVERNING_VERBS = frozenset(
    {
        "found_network",
        "set_up_network",
        "change_role",
        "remove_member",
        "leave_network",
        "join_network",
        "invite",
        "revoke_invitation",
        "seat_cast",
        "share.prepare",
        "share.settle",
        "share.open",
        "share.revoke",
        "share.reopen",
        "share.remove",
        "give_read_token",
        "revoke_read_token",
    }
)
ROLES = ("reader", "member", "coordinator")
RESERVED_SLUGS = frozenset({"new"})
_LONGEST_SLUG = 50


def carries(role: str, needed: str) -> bool:
    """Tell whether ``role`` may do what asks for ``needed``: a coordinator may all, a reader only read.

    >>> carries("member", "reader"), carries("reader", "member")
    (True, False)
    """
    return ROLES.index(role) >= ROLES.index(needed)


def slug_for(name: str, taken: Container[str]) -> str:
    """Return an address for a network's name that no other network has.

    >>> slug_for("Järvilakeuden nuoret", {"jarvilakeuden-nuoret"})
    'jarvilakeuden-nuoret-2'
    >>> slug_for("new", ()), slug_for("網", ())
    ('new-2', 'network')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_SLUG].strip("-") or "network"
    candidate, number = base, 1
    while candidate in taken or candidate in RESERVED_SLUGS:
        number += 1
        candidate = f"{base}-{number}"
    return candidate


def loses_last_coordinator(role: str, new_role: str | None, coordinators: int) -> bool:
    """Tell whether a change of ``role`` (None: the membership ends) leaves no coordinator behind."""
    return role == "coordinator" and new_role != "coordinator" and coordinators <= 1


def folded(name: str) -> str:
    """Return a place's name as it is compared: small letters, single spaces, Sankt cut short.

    >>> folded("  Sankt  Michel "), folded("ÄHTÄRI")
    ('s:t michel', 'ähtäri')
    """
    plain = " ".join(name.casefold().split())
    return re.sub(r"^(sankt|st\.?) ", "s:t ", plain)


def listed(text: str) -> list[str]:
    """Return the names in a list that somebody typed: by commas or lines, each once, in their order.

    >>> listed("Kuopio, Siilinjärvi\\nkuopio,, Kaavi ")
    ['Kuopio', 'Siilinjärvi', 'Kaavi']
    """
    names = (" ".join(part.split()) for part in re.split(r"[,;\n]", text))
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(folded(name), name)
    return list(found.values())
