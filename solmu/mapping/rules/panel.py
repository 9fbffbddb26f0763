"""The only place that decides in which order and in which words a panel tells of ties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Protocol

from solmu.analysis.levels import Edge, LevelGraph, Node
from solmu.mapping.rules.drawing import BACK, FORWARD, way_of

_STATUSES = ("existing", "wished", "possible")


@dataclass(frozen=True, slots=True)
class TieLine:
    """One tie as the list of an actor's most frequent ties tells it; ``way`` is seen from the actor: 1 →, 2 ←, 3 ↔."""

    other: Node
    edge: Edge
    way: int
    note: str

    @property
    def contents(self) -> tuple[str, ...]:
        return self.edge.contents


@dataclass(frozen=True, slots=True)
class PairEdge:
    """The tie of two actors, read from the first to the second even when it is kept the other way round."""

    edge: Edge
    turned: bool

    @property
    def status(self) -> int:
        return _STATUSES.index(self.edge.status)

    @property
    def way(self) -> int:
        return seen_from(way_of(forward=self.edge.forward, back=self.edge.back), turned=self.turned)

    @property
    def ways(self) -> list[tuple[tuple[str], int]]:
        """What passes, and which way."""
        return [
            (
                (way.content,),
                seen_from(way_of(forward=way.forward, back=way.back), turned=self.turned),
            )
            for way in self.edge.ways
            if way.content
        ]


@dataclass
class Words:
    """All that one source says of a pair, line by line."""

    perspective: Any
    lines: list[tuple[Any, int]] = field(default_factory=list)

    def add(self, claim: Any, *, forward: bool) -> None:
        """Take in one claim; ``forward`` when it points from the first of the pair to the second."""
        way = FORWARD + BACK if claim.direction == "both" else FORWARD if forward else BACK
        self.lines.append((claim, way))

    @property
    def said_on(self) -> date:
        latest: date = max(claim.updated_at for claim, _ in self.lines).date()
        return latest


def seen_from(way: int, *, turned: bool) -> int:
    """Return ``way`` as it is seen from the other end when ``turned``."""
    return {FORWARD: BACK, BACK: FORWARD}.get(way, way) if turned else way


def tie_lines(graph: LevelGraph, actor: int, notes: Mapping[frozenset[int], str]) -> list[TieLine]:
    """Return the ties of ``actor``: existing before wished, then the most frequent, then by name."""
    nodes = {node.pk: node for node in graph.nodes}
    lines = [
        TieLine(
            other=nodes[edge.other if edge.one == actor else edge.one],
            edge=edge,
            way=seen_from(way_of(forward=edge.forward, back=edge.back), turned=edge.other == actor),
            note=notes.get(frozenset((edge.one, edge.other)), ""),
        )
        for edge in graph.edges
        if actor in (edge.one, edge.other)
    ]
    return sorted(
        lines,
        key=lambda line: (
            _STATUSES.index(line.edge.status),
            -(line.edge.frequency or 0),
            -line.edge.notes,
            line.other.label,
        ),
    )


@dataclass(frozen=True, slots=True)
class Day:
    """One weekday of a visit, 0 for Monday: whether somebody is there, and the hours when they are told."""

    weekday: int
    there: bool
    hours: str


@dataclass(frozen=True, slots=True)
class Visit:
    """Where somebody is on the spot, and on which weekdays."""

    place: str
    days: list[Day]


class Open(Protocol):
    """The hours of one weekday; either may be untold."""

    opens: time | None
    closes: time | None


def week(days: Mapping[int, Open]) -> list[Day]:
    """Return the working days, and the weekend's only when somebody is there, each with its hours."""
    shown = [*range(5), *(day for day in (5, 6) if day in days)]
    return [Day(day, day in days, _hours(days[day]) if day in days else "") for day in shown]


def _hours(day: Open) -> str:
    ends = [_clock(end) if end else "" for end in (day.opens, day.closes)]
    return "–".join(ends) if any(ends) else ""


def _clock(at: time) -> str:
    return f"{at.hour}.{at:%M}" if at.minute else str(at.hour)
