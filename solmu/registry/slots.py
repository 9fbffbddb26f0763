"""The only place where upper slices say in words what their acts did, for the list of changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# Which of the list's filters an act falls under.
ACTORS, TIES, FILES, NETWORK = "actors", "ties", "files", "network"


@dataclass(frozen=True, slots=True)
class Deed:
    """How an act is told: a sentence with slots of its summary, its kind, and its icon."""

    sentence: Callable[[], str]
    kind: str
    icon: str = "pencil"


# By verb; the registry's own and those below it stand in `forms/deeds.py`.
DEEDS: dict[str, Deed] = {}
