"""The only place that knows a finding again, and decides whether an answer to it still stands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from solmu.analysis.levels import LEVELS, Level
from solmu.findings.rules.facts import Finding, Pair

# What a finding speaks of; its other slots are figures, which tell how much, not of what.
_SUBJECTS = ("a", "b", "x", "y")
# Of a comparison with a year before: another day every day, though nothing else has changed.
_DAY = "d"
MOST_KEPT = 2000


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a finding rests on: actors and ties in a fixed order, and a fingerprint over all of it.

    Beyond ``MOST_KEPT`` actors and ties only the fingerprint is kept.
    """

    actors: tuple[str, ...]
    ties: tuple[Pair, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Change:
    """How many ties and actors have come into the evidence and gone from it; none of it when that is not known."""

    ties_new: int = 0
    ties_gone: int = 0
    actors_new: int = 0
    actors_gone: int = 0

    @property
    def counted(self) -> bool:
        """Whether any of it can be told in numbers."""
        return any((self.ties_new, self.ties_gone, self.actors_new, self.actors_gone))


def key_of(finding: Finding, level: Level) -> str:
    """Return what a finding is known again by: its level, its sentence, and whom it speaks of."""
    subjects = [str(finding.slots.get(slot, "")) for slot in _SUBJECTS]
    subjects += [str(finding.slots["k"])] if "k" in finding.slots else []
    return f"{level}-{_hash([finding.id, *subjects])[:24]}"


def level_in(key: str) -> Level | None:
    """Return the level that a key begins with; None when it is no key."""
    return next((level for level in LEVELS if key.startswith(f"{level}-")), None)


def anchor_of(finding: Finding) -> str:
    """Return where on the reading's page a finding stands."""
    slots = finding.slots
    about = slots.get("a") or slots.get("b") or slots.get("x")
    parts = (finding.id, about, slots.get("k"), slots.get("y"))
    return "-".join(str(part).replace(",", "-") for part in parts if part)


def evidence_of(finding: Finding) -> Evidence:
    """Return what a finding rests on, the same whatever the order in which it was found.

    Counts belong to it. Shares do not while there are actors or ties: they move with every tie of the map.
    """
    actors = tuple(sorted(set(finding.actors)))
    ties = tuple(sorted({_sorted(pair) for pair in finding.ties}))
    bare = not actors and not ties
    figures = {
        name: round(value, 2) if isinstance(value, float) else value
        for name, value in finding.slots.items()
        if name not in {*_SUBJECTS, _DAY} and (bare or not isinstance(value, float))
    }
    fingerprint = _hash([actors, ties, finding.person, figures])
    if len(actors) + len(ties) > MOST_KEPT:
        return Evidence((), (), fingerprint)
    return Evidence(actors, ties, fingerprint)


def change_between(then: Evidence, now: Evidence) -> Change | None:
    """Return what has changed in the evidence since an answer; None when it is the same."""
    if then.fingerprint == now.fingerprint:
        return None
    if not (then.actors or then.ties) or not (now.actors or now.ties):
        return Change()
    return Change(
        ties_new=_more(now.ties, then.ties),
        ties_gone=_more(then.ties, now.ties),
        actors_new=_more(now.actors, then.actors),
        actors_gone=_more(then.actors, now.actors),
    )


def _more(these: Iterable[Any], than: Iterable[Any]) -> int:
    return len(set(these) - set(than))


def _sorted(pair: Pair) -> Pair:
    one, other = sorted(pair)
    return one, other


def _hash(content: Any) -> str:
    written = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
