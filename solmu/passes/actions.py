"""The only place where bearer grants are given, used up and taken back, and failures are counted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from django.core.cache import cache
from django.db.models import F

from solmu.passes.models import Pass
from solmu.passes.queries import PassRefused, ended_passes, find_pass, passes_of
from solmu.passes.rules import Limit, Window, digest, is_over, minutes_to_wait, new_token


class Acting(Protocol):
    """Whoever acts; ``None`` in its place is the system itself."""

    @property
    def pk(self) -> Any: ...


class TooManyTries(Exception):
    """Failures reached a limit; ``minutes`` is how long to wait."""

    def __init__(self, minutes: int) -> None:
        super().__init__(minutes)
        self.minutes = minutes


def issue_pass(
    purpose: str,
    *,
    lasts: timedelta,
    by: Acting | None,
    at: datetime,
    scope: Mapping[str, Any] | None = None,
    network_id: int | None = None,
    uses: int | None = 1,
    name: str = "",
) -> tuple[Pass, str]:
    """Give a grant and return it with its token, which nobody can read again later."""
    token = new_token()
    granted = Pass.objects.create(
        purpose=purpose,
        name=name,
        network_id=network_id,
        scope=dict(scope or {}),
        token_hash=digest(token),
        created_at=at,
        created_by_id=None if by is None else by.pk,
        expires_at=at + lasts,
        uses_left=uses,
    )
    return granted, token


def redeem_pass(token: str, purpose: str, *, at: datetime) -> Pass:
    """Use a grant up by one and return it; of two at once only one gets the last use.

    Raises:
        PassUnknown: there is no such grant.
        PassRefused: it is over, perhaps since a moment ago.
    """
    found = find_pass(token, purpose, at=at)
    if found.uses_left is None:
        return found
    taken = Pass.objects.filter(
        pk=found.pk, uses_left__gt=0, revoked_at=None, expires_at__gt=at
    ).update(uses_left=F("uses_left") - 1)
    if not taken:
        raise PassRefused(found, "used")
    found.uses_left -= 1
    return found


def note_use(granted: Pass, *, on: date) -> None:
    """Keep the last day on which a grant was used; written once a day."""
    if granted.last_used_on != on:
        Pass.objects.filter(pk=granted.pk).update(last_used_on=on)
        granted.last_used_on = on


def revoke_pass(granted: Pass, *, at: datetime) -> None:
    """Take a grant back; what it has opened already stays open."""
    granted.revoked_at = at
    granted.save(update_fields=["revoked_at"])


def purge_passes(*, at: datetime) -> int:
    """Erase grants a month after they ended, with the addresses in them. Returns how many."""
    return ended_passes(at).delete()[0]


def forget_passes_of(person_id: int, email: str) -> None:
    """Delete what was granted to a mailbox, and take the person's id off what they granted to others."""
    passes_of(email).delete()
    Pass.objects.filter(created_by_id=person_id).update(created_by_id=None)


def spend(*counted: tuple[Limit, str], at: datetime) -> None:
    """Count one use of what is limited by use and not by failure.

    Raises:
        TooManyTries: the limit is reached. The refused use is not counted.
    """
    with attempt(*counted, at=at):
        pass


class Attempt:
    """A try that counts as a failure until it says otherwise."""

    def __init__(self) -> None:
        self.has_succeeded = False

    def succeeded(self) -> None:
        self.has_succeeded = True


@contextmanager
def attempt(*counted: tuple[Limit, str], at: datetime) -> Iterator[Attempt]:
    """Let a try through unless failures reached one of the limits; each limit names whom it counts.

    The failure is counted before the try and taken back after a success, so that a thousand guesses
    sent at once do not all slip through, and a whole room behind one address signs in.

    Raises:
        TooManyTries: a limit is reached. The refused try is not counted.
    """
    places = [(limit, _place(limit, who), Window.at(at, limit.seconds)) for limit, who in counted]
    taken: list[str] = []
    for limit, place, window in places:
        current = _add(place, window.number, limit)
        taken.append(f"{place}:{window.number}")
        previous = cache.get(f"{place}:{window.number - 1}", 0)
        if is_over(limit, previous=previous, current=current, elapsed=window.elapsed):
            _give_back(taken)
            raise TooManyTries(minutes_to_wait(limit, elapsed=window.elapsed))
    one = Attempt()
    try:
        yield one
    finally:
        if one.has_succeeded:
            _give_back(taken)


def forgive(*counted: tuple[Limit, str], at: datetime) -> None:
    """Take one failure back that an earlier request had to count before it could know."""
    for limit, who in counted:
        window = Window.at(at, limit.seconds)
        place = _place(limit, who)
        for number in (window.number, window.number - 1):
            if cache.get(f"{place}:{number}", 0) > 0:
                _give_back([f"{place}:{number}"])
                break


def _place(limit: Limit, who: str) -> str:
    return f"tries:{limit.name}:{hashlib.sha256(who.encode()).hexdigest()[:32]}"


def _add(place: str, number: int, limit: Limit) -> int:
    key = f"{place}:{number}"
    if cache.add(key, 1, timeout=2 * limit.seconds):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # a full cache dropped it in between
        cache.set(key, 1, timeout=2 * limit.seconds)
        return 1


def _give_back(keys: list[str]) -> None:
    for key in keys:
        with suppress(ValueError):  # a full cache dropped it
            cache.decr(key)
