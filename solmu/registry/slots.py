"""The only place where upper slices join in: what their acts did in words, what follows an import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from solmu.networks.models import Network

# Which of the list's filters an act falls under.
ACTORS, TIES, FILES, NETWORK = "actors", "ties", "files", "network"


@dataclass(frozen=True, slots=True)
class Deed:
    """How an act is told: a sentence with slots of its summary, its kind, and its icon."""

    sentence: Callable[[], str]
    kind: str
    icon: str = "pencil"


# What follows once an import stands on the map, in the same child process, with the network and the time.
AFTER_IMPORT: list[Callable[[Network, datetime], object]] = []
# By verb; the registry's own and those below it stand in `forms/deeds.py`.
DEEDS: dict[str, Deed] = {}
