"""The only place for plain makers of what a network says of itself in tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from solmu.journey.actions import AimWords, Answer, choose_aim, write_card
from solmu.journey.models import Aim, CardAnswer
from solmu.networks.models import Network
from solmu.registry.models import Actor
from tests.cast import NOON


def make_version(network: Network, question: str = "done", text: str = "Soitetaan.") -> CardAnswer:
    """Save one answer of the card."""
    write_card(network, {question: Answer(text)}, language="fi", by=None, at=NOON)
    return CardAnswer.objects.get(network=network, question=question, later=None)


def make_aim(network: Network, owner: Actor, **words: Any) -> Aim:
    """Choose an aim whose review is due at the end of the year."""
    said = AimWords(
        **{
            "possibility": "inform",
            "text": "Tieto kulkee takaisin.",
            "owner": owner,
            "review_on": date(2026, 12, 31),
            **words,
        }
    )
    return choose_aim(network, said, on=NOON.date(), language="fi", by=None, at=NOON)
