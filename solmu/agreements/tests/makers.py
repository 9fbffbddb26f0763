"""The only place for plain makers of agreed actions in tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from solmu.agreements.actions import ActionWords, agree_action
from solmu.agreements.models import AgreedAction
from solmu.networks.models import Network
from solmu.registry.models import Actor
from tests.cast import NOON


def make_agreement(
    network: Network, owner: Actor, *, origin: tuple[str, str] = ("", ""), **words: Any
) -> AgreedAction:
    """Agree an action to be done by the end of the year."""
    said = ActionWords(
        **{"what": "Soitetaan joka viikko", "owner": owner, "due_on": date(2026, 12, 31), **words}
    )
    return agree_action(network, said, origin=origin, language="fi", by=None, at=NOON)
