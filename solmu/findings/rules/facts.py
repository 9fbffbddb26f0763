"""The only place for what a finding is made of: the facts that go in, and the finding that comes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from solmu.analysis.levels import EXISTING, Edge, LevelGraph
from solmu.analysis.rules.coverage import Coverage
from solmu.sna.measures.groups import Mixing
from solmu.sna.snapshot import Snapshot

Topic = Literal[
    "shape", "one_way", "middle", "threads", "sectors", "towns", "missing", "support", "path",
    "ohjaamo", "core", "change", "aims", "age",
]  # fmt: skip
# What the first reading of a map speaks of, in this order: one sentence each.
FIRST_FIVE: tuple[Topic, ...] = ("shape", "one_way", "middle", "threads", "sectors")
Pair = tuple[str, str]
Sureness = Literal["sure", "fairly", "unsure"]
# Beyond so many actors figures that take the routes between all of them are sampled and called an estimate. Exactly
# reckoned they took 1.6 s at 3,000 actors, 32 s at 10,000; from 256 of them 1 s at 10,000 and 1.7 s at 20,000.
MOST_ROUTED, SAMPLED = 3000, 256
# So many of one topic are told, the heaviest; of the others how many they are.
MOST_TOLD = 20


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
    by_chance: float
    named_by: int
    ohjaamo_share: float
    star: float
    core_fit: float
    newcomers: int
    earlier_days: int
    clear_change: float
    fewest_compared: int
    old_after_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a network at one level on one day.

    ``arrows`` holds what goes which way, ``lines`` who is tied to whom either way. ``borne_by`` gives for an
    actor and each other that it is tied to only through its people, who those people are. ``asked`` and
    ``answered`` count the actors whose ties somebody was asked about, and gone through.

    ``earlier`` is the same map about a year before, None when nobody had drawn it then; ``joined_on`` the day
    from which the first tie of an actor is known. ``goals`` are the goal areas of the services that an actor
    offers and ``coverage`` their grid, None when no service says what it is. ``named_by`` counts the answers
    that name an actor, those of its own aside; ``invited`` are those who were asked or have a member. ``towns``
    gives an actor's municipality by a code.
    """

    graph: LevelGraph
    refs: Mapping[int, str]
    arrows: Snapshot
    lines: Snapshot
    borne_by: Mapping[str, Mapping[str, frozenset[str]]]
    asked: int
    answered: int
    thresholds: Thresholds
    earlier: Facts | None = None
    joined_on: Mapping[str, date] = field(default_factory=dict)
    goals: Mapping[str, frozenset[str]] = field(default_factory=dict)
    coverage: Coverage | None = None
    named_by: Mapping[str, int] = field(default_factory=dict)
    invited: frozenset[str] = frozenset()
    towns: Mapping[str, str] = field(default_factory=dict)

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

    def pairs_by_end(self) -> Mapping[str, Sequence[Pair]]:
        """Return all lines by each of their ends; it goes through them once, for whoever asks of many actors."""
        found: dict[str, list[Pair]] = defaultdict(list)
        for pair in self.pairs(self.lines.ids):
            for end in pair:
                found[end].append(pair)
        return found

    def pairs_of(self, ref: str) -> tuple[Pair, ...]:
        """Return all lines of one actor."""
        ids = self.lines.ids
        named = ((ids[a], ids[b]) for a, b in self.lines.pairs())
        return tuple(pair for pair in named if ref in pair)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """How sure a finding is: of the actors concerned so many answered, of the ties so many are told by several."""

    level: Sureness
    answered: int
    actors: int
    told: int
    ties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that the map tells: which sentence, with what in its slots, and what it rests on.

    Actors in ``slots`` are refs, sectors and contents codes: words are chosen for each reader. ``person`` is
    somebody whom the evidence names; only they and the coordinator are told. ``answered`` is the same figure
    among the actors who were asked, where that differs. ``estimate`` tells that a figure was sampled, ``mixed`` holds
    the ties within and between all groups. The heaviest finding of a topic is told first.
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
    estimate: bool = False
    sure: Sure | None = None
    mixed: tuple[Mixing, ...] = ()


Reason = Literal[
    "few_actors", "no_ties", "few_answers", "undirected", "not_stated", "no_services", "no_referrals",
    "no_earlier", "few_in_both", "no_aims",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A topic of which nothing can be said yet, and why.

    There are too few actors, no ties, too few answers, no arrows; what the actors are is not stated; no service
    says what it is, or no tie tells of referrals; nobody had drawn the map a year before, or too few were known
    then; no aim is chosen.
    """

    topic: Topic
    reason: Reason
    have: int = 0
    of: int = 0


Rule = Callable[[Facts], list[Finding]]
