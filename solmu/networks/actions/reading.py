"""The only place where tokens for reading a network are given and taken back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from solmu.ledger.actions import recorded
from solmu.networks.models import Network, ReadPart
from solmu.networks.queries import last_given
from solmu.networks.rules import (
    READING,
)
from solmu.passes.actions import issue_pass
from solmu.passes.models import Pass
from solmu.people.models import Person


class AlreadyGiven(Exception):
    """The same form has given a token already."""


def give_read_token(
    network: Network,
    name: str,
    parts: Collection[str],
    *,
    lasts: timedelta,
    by: Person,
    at: datetime,
    after: str | None = None,
) -> str:
    """Let whoever bears a new token read these parts of a network; return it, for nobody can read it later.

    Raises:
        AlreadyGiven: ``by`` has given another since ``after``, as `last_given` told it: the same form came twice.
    """
    with recorded(network.pk, "give_read_token", by=by, at=at) as record:
        if after is not None and after != last_given(network, by):
            raise AlreadyGiven
        granted, token = issue_pass(
            READING,
            name=name,
            scope={"parts": [part.value for part in ReadPart if part in parts]},
            lasts=lasts,
            uses=None,
            network_id=network.pk,
            by=by,
            at=at,
        )
        record.made(granted)
    return token


def revoke_read_token(granted: Pass, *, by: Person, at: datetime) -> None:
    """Let nobody read with a token any more, from the next request on."""
    with recorded(granted.network_id, "revoke_read_token", by=by, at=at) as record:
        record.set(granted, revoked_at=at)
