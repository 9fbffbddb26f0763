"""The only place for what a finding is made of: the facts that go in, and the finding that comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from solmu.analysis.levels import EXISTING, Edge, LevelGraph
from solmu.sna.snapshot import Snapshot

Topic = Literal["shape", "one_way", "middle", "threads", "sectors", "age"]
# What the first reading of a map speaks of, in this order: one sentence each.
FIRST_FIVE: tuple[Topic, ...] = ("shape", "one_way", "middle", "threads", "sectors")
Pair = tuple[str, str]
# Beyond so many actors nothing is told that takes the routes between all of them: at 20,000 that was three minutes.
MOST_ROUTED = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """From which figure on a thing is worth saying; the values and their reasons stand in data/thresholds.toml."""

    fewest_actors: int
    fewest_answers: float
    one_way_givers: int
    mutual_share: float
    bottleneck_share: float
    cut_off: int
    ties_on_one_person: int
    expected_ties: float
    silo_share: float
    old_after_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a network at one level on one day.

    ``arrows`` holds what goes which way, ``lines`` who is tied to whom either way. ``borne_by`` gives for an
    actor and each other that it is tied to only through its people, who those people are. ``asked`` and
    ``answered`` count the actors whose ties somebody was asked about, and gone through.
    """

    graph: LevelGraph
    refs: Mapping[int, str]
    arrows: Snapshot
    lines: Snapshot
    borne_by: Mapping[str, Mapping[str, frozenset[str]]]
    asked: int
    answered: int
    thresholds: Thresholds

    @property
    def edges(self) -> list[Edge]:
        """The ties that exist: wished, possible and ended ones never count."""
        return [edge for edge in self.graph.edges if edge.status == EXISTING]

    @property
    def on(self) -> date:
        return self.graph.on

    def ref(self, pk: int) -> str:
        return self.refs[pk]

    def pairs(self, among: Iterable[str]) -> tuple[Pair, ...]:
        """Return the lines between some actors, as pairs of refs."""
        inside, ids = set(among), self.lines.ids
        named = ((ids[a], ids[b]) for a, b in self.lines.pairs())
        return tuple(pair for pair in named if inside.issuperset(pair))

    def pairs_of(self, ref: str) -> tuple[Pair, ...]:
        """Return all lines of one actor."""
        ids = self.lines.ids
        named = ((ids[a], ids[b]) for a, b in self.lines.pairs())
        return tuple(pair for pair in named if ref in pair)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that the map tells: which sentence, with what in its slots, and what it rests on.

    Actors in ``slots`` are refs, sectors and contents codes: words are chosen for each reader. ``person`` is
    somebody whom the evidence names; only they and the coordinator are told. ``answered`` is the same figure
    among the actors who were asked, where that differs. The heaviest finding of a topic is told first.
    """

    id: str
    topic: Topic
    good: bool = False
    slots: Mapping[str, str | int | float] = field(default_factory=dict)
    actors: tuple[str, ...] = ()
    ties: tuple[Pair, ...] = ()
    person: str = ""
    answered: float | None = None
    weight: float = 0.0
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A topic of which nothing can be said yet, and why: too few actors, no ties, too few answers, no arrows."""

    topic: Topic
    reason: Literal["few_actors", "no_ties", "few_answers", "undirected"]
    have: int = 0
    of: int = 0


Rule = Callable[[Facts], list[Finding]]
