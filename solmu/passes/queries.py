"""The only place that looks bearer grants up."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from solmu.passes.models import Pass
from solmu.passes.rules import digest, fault_of

_KEPT_AFTER_END = timedelta(days=30)


class PassUnknown(LookupError):
    """No grant of this purpose has this token."""


class PassRefused(Exception):
    """The token is genuine, but its grant is over: ``reason`` is revoked, used or expired."""

    def __init__(self, found: Pass, reason: str) -> None:
        super().__init__(reason)
        self.found = found
        self.reason = reason


def find_pass(token: str, purpose: str, *, at: datetime) -> Pass:
    """Return the grant that ``token`` opens, without using it up.

    Raises:
        PassUnknown: there is no such grant.
        PassRefused: there was one, and it is over.
    """
    hashed = digest(token)
    found = Pass.objects.filter(token_hash=hashed, purpose=purpose).first()
    if not secrets.compare_digest(found.token_hash if found else "0" * 64, hashed) or not found:
        raise PassUnknown(purpose)
    fault = fault_of(
        expires_at=found.expires_at,
        revoked_at=found.revoked_at,
        uses_left=found.uses_left,
        at=at,
    )
    if fault:
        raise PassRefused(found, fault)
    return found


def open_passes(purpose: str, *, at: datetime, network_id: int | None = None) -> QuerySet[Pass]:
    """Return the grants of a purpose that still open something, the newest first."""
    live = Pass.objects.filter(purpose=purpose, revoked_at=None, expires_at__gt=at)
    if network_id is not None:
        live = live.filter(network_id=network_id)
    return live.filter(Q(uses_left=None) | Q(uses_left__gt=0)).order_by("-created_at", "-pk")


def ended_passes(at: datetime) -> QuerySet[Pass]:
    """Return the grants that ended a month ago, with the addresses in them."""
    ended = at - _KEPT_AFTER_END
    return Pass.objects.filter(Q(expires_at__lt=ended) | Q(revoked_at__lt=ended))


def passes_of(email: str) -> QuerySet[Pass]:
    """Return the grants that were given to the reader of a mailbox."""
    return Pass.objects.filter(scope__email=email)
