"""The only place for what a report is made of, whatever paper it is written on; and for how people stay out of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from solmu.analysis.levels import PERSON, Level, LevelGraph
from solmu.findings.rules.facts import Finding, Topic
from solmu.findings.rules.reading import Reading

MOST_TOLD = 60  # findings on paper and page
Tone = Literal["late", "open", "done"]
MOST_STEPS = 3  # more than three things at once are none
MOST_PICTURED = 5  # findings with a picture; whatever comes after them is listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture as SVG that needs no style sheet, with its words for whoever does not see it."""

    svg: str
    alt: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do next: the deed in words, why, and how to begin."""

    deed: str
    why: str
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One finding in words: what is seen, what it may mean, what it rests on, what helps."""

    topic: str
    fact: str
    meaning: str
    sure: str = ""
    names: tuple[str, ...] = ()
    helps: str = ""
    step: int = 0  # its number among what to do next, 0 when it is not there
    answer: str = ""  # what was answered to it, as long as the evidence is the same
    picture: Drawn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A topic of which nothing can be said yet, and why."""

    topic: str
    fact: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number with what it means here; ``number`` is what a workbook reckons with, None when there is none."""

    name: str
    shown: str
    number: float | None
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """How many ties lie between sectors: their names, long and short, and a row of counts for each.

    None stands where nobody could be tied.
    """

    sectors: tuple[str, ...]
    short: tuple[str, ...]
    rows: tuple[tuple[int | None, ...], ...]

    @property
    def most(self) -> int:
        """The largest count, by which the squares are shaded."""
        return max((count or 0 for row in self.rows for count in row), default=0)

    @property
    def shaded(self) -> list[tuple[str, list[tuple[int | None, int]]]]:
        """The rows with how dark each square is, 0 to 4."""
        most = self.most or 1
        return [
            (sector, [(count, math.ceil(4 * (count or 0) / most)) for count in row])
            for sector, row in zip(self.sectors, self.rows, strict=True)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """One thing that was agreed: what, more of it, in which languages, which organisation, until when, how far it is."""

    what: str
    what_language: str
    more: str
    language: str
    who: str
    until: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing to know of how the report came about, and of what it cannot tell."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a network says at one level on one day, in one language, ready to be handed on. It names no person."""

    language: str
    title: str
    subtitle: str
    opening: str
    level: str
    on: date
    day: str
    revision: str
    steps: tuple[Step, ...]
    map: Drawn | None
    map_caption: str
    faults: tuple[Told, ...]
    rest: str
    carrying: tuple[Told, ...]
    held: tuple[Held, ...]
    figures: tuple[Figure, ...]
    between: Between | None
    agreed: tuple[Agreed, ...]
    notes: tuple[Note, ...]

    @property
    def pictured(self) -> tuple[Told, ...]:
        """The findings that are told at length."""
        return self.faults[:MOST_PICTURED]

    @property
    def listed(self) -> tuple[Told, ...]:
        """The others: each a line, as many as anybody reads; the workbook has all."""
        return self.faults[MOST_PICTURED:MOST_TOLD]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoice:
    """What a coordinator chose: the level, the language that is read, and whether the map is drawn."""

    level: Level = "organisation"
    language: str = "fi"
    with_map: bool = True


def level_of(asked: str) -> Level:
    """Return the level that a report is asked for at: units, else organisations; never people."""
    return "unit" if asked == "unit" else "organisation"


def nameless(graph: LevelGraph, word: str) -> LevelGraph:
    """Return ``graph`` with ``word`` in place of every person's name; nobody's ties are lost by it."""
    nodes = tuple(
        replace(node, label=word) if node.kind == PERSON else node for node in graph.nodes
    )
    return replace(graph, nodes=nodes)


def impersonal(reading: Reading, graph: LevelGraph) -> tuple[Reading, int]:
    """Return what may be handed on of ``reading``, and how many findings are for one person alone.

    A finding whose subject is a person is theirs and the coordinator's; any other goes without the name of
    whoever it rests on.
    """
    persons = {node.ref for node in graph.nodes if node.kind == PERSON}
    kept = [one for one in reading.findings if not persons & _subjects(one)]
    told = tuple(replace(one, person="") for one in kept)
    return replace(reading, findings=told), len(reading.findings) - len(kept)


def first_things(faults: Iterable[Finding]) -> list[Finding]:
    """Return what to do something about first: for each deed the first of ``faults``, most urgent first, that asks for it."""
    heaviest: dict[str, Finding] = {}
    for one in faults:
        heaviest.setdefault(one.method, one)
    return list(heaviest.values())[:MOST_STEPS]


def faults_of(reading: Reading) -> list[Finding]:
    """Return what calls for something: what breaks comes before what is only narrow, and that before what is old."""
    faults = [one for one in reading.findings if not one.good]
    return sorted(faults, key=lambda one: _URGENCY.get(one.topic, len(_URGENCY)))


_IN_ORDER: tuple[Topic, ...] = (
    "threads", "path", "sectors", "towns", "middle", "one_way", "missing", "support", "ohjaamo", "core",
    "change", "shape", "aims", "age",
)  # fmt: skip
_URGENCY: Mapping[str, int] = {topic: place for place, topic in enumerate(_IN_ORDER)}


def _subjects(finding: Finding) -> set[str]:
    return {str(value) for value in finding.slots.values()}
