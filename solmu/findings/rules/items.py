"""The only place that decides which pitfalls and success factors show, which do not, and which nobody has asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from solmu.findings.rules.facts import Finding, Topic
from solmu.findings.rules.reading import Reading

State = Literal["shows", "not", "unasked"]
STATES: tuple[State, ...] = ("shows", "not", "unasked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a method: the findings that show it, and the topics of which they are."""

    id: str
    shown_by: tuple[str, ...]
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One item as it is in a network: whether it shows, by which findings, and of which topics nothing can be said."""

    item: Item
    state: State
    findings: tuple[Finding, ...]
    withheld: tuple[Topic, ...]


def see(items: Sequence[Item], reading: Reading) -> list[Seen]:
    """Hold each item against what is read of a network."""
    return [_seen(item, reading) for item in items]


@dataclass(frozen=True, slots=True)
class Summary:
    """How the items of one page stand: the state of each, those that show first."""

    states: tuple[State, ...]

    @classmethod
    def of(cls, seen: Sequence[Seen]) -> Summary:
        """Sum some items up."""
        return cls(tuple(sorted((one.state for one in seen), key=STATES.index)))

    @property
    def counts(self) -> dict[State, int]:
        """How many items there are in each state."""
        return {state: self.states.count(state) for state in STATES}


def _seen(item: Item, reading: Reading) -> Seen:
    findings = tuple(one for one in reading.findings if one.id in item.shown_by)
    held = {one.topic for one in reading.withheld}
    withheld = tuple(topic for topic in item.topics if topic in held)
    looked = len(withheld) < len(item.topics)
    state: State = "shows" if findings else "not" if looked else "unasked"
    return Seen(item=item, state=state, findings=findings, withheld=withheld)
