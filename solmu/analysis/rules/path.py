"""The only place that finds who leads where: a need as a path over referrals, and where it breaks off (M30)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Literal, Protocol, TypeAlias

from solmu.registry.rules.services import ServiceFact

EXISTING, WISHED = "existing", "wished"
REFERRAL = "referral"
DAILY = 4
# From so many on nobody knows who is to begin; the same figure as where services overlap on the grid.
MANY_FROM = 4
# Why a hand-off is warm: both ends have said that it exists, one is on the spot at the other's, the referral goes from
# person to person, or the taker has somebody to ask for by name.
Warmth = Literal["both", "present", "person", "named"]
BreakKind = Literal["gap", "elsewhere", "no_way", "no_contact", "away", "no_lead", "many"]


class Way(Protocol):
    """Which way one content goes along a tie."""

    @property
    def content(self) -> str: ...

    @property
    def forward(self) -> bool: ...

    @property
    def back(self) -> bool: ...


class Joining(Protocol):
    """All that holds between two actors in one status, as a level's graph has it."""

    @property
    def one(self) -> int: ...

    @property
    def other(self) -> int: ...

    @property
    def status(self) -> str: ...

    @property
    def ways(self) -> Sequence[Way]: ...

    @property
    def frequency(self) -> int | None: ...

    @property
    def both_ends(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOff:
    """One referral that leads on: who hands over to whom, why it is warm, and how often it happens."""

    giver: int
    taker: int
    warm: tuple[Warmth, ...] = ()
    frequency: int | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """A way over hand-offs, in order; without any the need is met where the young person is."""

    start: int
    steps: tuple[HandOff, ...] = ()

    @property
    def end(self) -> int:
        return self.steps[-1].taker if self.steps else self.start

    @property
    def actors(self) -> tuple[int, ...]:
        return (self.start, *(step.taker for step in self.steps))

    @property
    def cold(self) -> int:
        """How many hand-offs leave the young person to find the next door alone."""
        return sum(not step.warm for step in self.steps)

    @property
    def rareness(self) -> int:
        """How seldom its hand-offs happen, all together."""
        return sum(DAILY - (step.frequency or 0) for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """An actor by which a need is met: by these services, or by what it is called when none is written.

    ``beside`` tells that its services do not speak of the need itself but of what usually answers it.
    """

    actor: int
    services: tuple[ServiceFact, ...] = ()
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What is known of who meets a need: in the municipality, and in others."""

    here: tuple[Offering, ...]
    elsewhere: tuple[Offering, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What is known of actors' doors: which can be called, which are away, and who leads a shared service."""

    callable: Collection[int]
    away: Collection[int] = ()
    leads: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where the path breaks off or blurs; ``actors`` are whom it is about, ``beside`` who stands near."""

    kind: BreakKind
    actors: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()
    service: str = ""
    wished: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Who leads where: the best route to each actor, best first, a warmer one, and what is broken."""

    routes: tuple[Route, ...]
    warmer: Route | None
    breaks: tuple[Break, ...]


Cost: TypeAlias = tuple[int, int, int]


def hand_offs(
    ties: Iterable[Joining],
    *,
    directed: bool,
    present: Collection[frozenset[int]],
    by_person: Collection[tuple[int, int]],
    named: Collection[int],
) -> list[HandOff]:
    """Return every referral that exists, one way each.

    Args:
        ties: What holds between the actors of a level.
        directed: Whether lines have a direction; without one they lead both ways.
        present: Pairs of which one is on the spot at the other's.
        by_person: Pairs whose referral goes from or to a person by name.
        named: Actors of whom somebody is named to be asked for.
    """
    found = []
    for edge in ties:
        if edge.status != EXISTING:
            continue
        for way in edge.ways:
            if way.content != REFERRAL:
                continue
            told: dict[Warmth, bool] = {"both": edge.both_ends}
            told["present"] = frozenset((edge.one, edge.other)) in present
            for giver, taker, goes in (
                (edge.one, edge.other, way.forward or not directed),
                (edge.other, edge.one, way.back or not directed),
            ):
                if goes:
                    told["person"] = (giver, taker) in by_person
                    told["named"] = taker in named
                    warm = tuple(why for why, holds in told.items() if holds)
                    found.append(
                        HandOff(giver=giver, taker=taker, warm=warm, frequency=edge.frequency)
                    )
    return found


def find_path(
    ties: Sequence[Joining],
    offs: Sequence[HandOff],
    offered: Offered,
    doors: Doors,
    *,
    start: int,
) -> Found:
    """Find the ways from ``start`` to who meets the need, and say where they break off.

    The best route has the fewest hand-offs, then the fewest cold ones, then the most usual ones. Actors whose
    services only usually answer such a need come after those whose services speak of it.
    """
    nearest = _routes(offs, start, _by_length)
    ways = [(nearest[one.actor], one) for one in offered.here if one.actor in nearest]
    ways.sort(key=lambda pair: (_vague(pair[1]), _by_length(pair[0]), pair[0].actors))
    reached = {one.actor for _, one in ways}
    return Found(
        routes=tuple(route for route, _ in ways),
        warmer=_warmer(ways[0][0], offs, start) if ways else None,
        breaks=(
            *_nobody(offered, offs, start),
            *_no_way(ties, offered, reached, nearest),
            *_unclear(offered, doors),
            *_closed_doors(ways, doors),
        ),
    )


def _vague(one: Offering) -> int:
    return 2 if not one.services else int(one.beside)


def _by_length(route: Route) -> Cost:
    return len(route.steps), route.cold, route.rareness


def _by_warmth(route: Route) -> Cost:
    return route.cold, len(route.steps), route.rareness


def _routes(offs: Iterable[HandOff], start: int, cost: Callable[[Route], Cost]) -> dict[int, Route]:
    """Return the cheapest route to every actor that referrals lead to; costs only grow along a route."""
    leading: dict[int, list[HandOff]] = defaultdict(list)
    for off in offs:
        leading[off.giver].append(off)
    best: dict[int, Route] = {}
    first = Route(start)
    waiting: list[tuple[Cost, tuple[int, ...], Route]] = []
    heappush(waiting, (cost(first), first.actors, first))
    while waiting:
        _, _, route = heappop(waiting)
        if route.end in best:
            continue
        best[route.end] = route
        for off in leading[route.end]:
            if off.taker not in best:
                further = Route(start, (*route.steps, off))
                heappush(waiting, (cost(further), further.actors, further))
    return best


def _warmer(best: Route, offs: Iterable[HandOff], start: int) -> Route | None:
    """Return a longer way to the same actor with fewer cold hand-offs, if there is one."""
    warmest = _routes(offs, start, _by_warmth)[best.end]
    return warmest if warmest.cold < best.cold else None


def _nobody(offered: Offered, offs: Iterable[HandOff], start: int) -> list[Break]:
    if offered.here:
        return []
    takers = tuple(dict.fromkeys(off.taker for off in offs if off.giver == start))
    actors = tuple(one.actor for one in offered.elsewhere)
    return [Break(kind="elsewhere" if actors else "gap", actors=actors, beside=takers)]


def _no_way(
    ties: Iterable[Joining], offered: Offered, reached: Collection[int], nearest: Collection[int]
) -> list[Break]:
    """Return who offers what is needed but no referral leads to; beside them whom they are tied to otherwise."""
    tied: dict[int, dict[int, None]] = defaultdict(dict)
    wished = set()
    for edge in ties:
        for one, other in ((edge.one, edge.other), (edge.other, edge.one)):
            if other not in nearest:
                continue
            if edge.status == EXISTING:
                tied[one][other] = None
            elif edge.status == WISHED and _is_referral(edge):
                wished.add(one)
    return [
        Break(
            kind="no_way",
            actors=(one.actor,),
            beside=tuple(tied[one.actor]),
            wished=one.actor in wished,
        )
        for one in _speaking(offered)
        if one.actor not in reached
    ]


def _speaking(offered: Offered) -> list[Offering]:
    """Return those whose services speak of the need itself; where there are none, those that usually answer it."""
    speaking = [one for one in offered.here if not _vague(one)]
    return speaking or list(offered.here)


def _is_referral(edge: Joining) -> bool:
    return any(way.content == REFERRAL for way in edge.ways)


def _unclear(offered: Offered, doors: Doors) -> list[Break]:
    """Return services that several share and nobody leads, and a need that many meet side by side."""
    sharing: dict[str, dict[int, None]] = defaultdict(dict)
    for one in offered.here:
        for service in one.services:
            sharing[service.ref][one.actor] = None
    found = [
        Break(kind="no_lead", actors=tuple(actors), service=ref)
        for ref, actors in sharing.items()
        if len(actors) > 1 and doors.leads.get(ref) != 1
    ]
    speaking = tuple(one.actor for one in offered.here if not _vague(one))
    if len(speaking) >= MANY_FROM:
        found.append(Break(kind="many", actors=speaking))
    return found


def _closed_doors(ways: Iterable[tuple[Route, Offering]], doors: Doors) -> list[Break]:
    found: list[Break] = []
    for route, _ in ways:
        if not route.steps:
            continue
        if route.end not in doors.callable:
            found.append(Break(kind="no_contact", actors=(route.end,)))
        if route.end in doors.away:
            found.append(Break(kind="away", actors=(route.end,)))
    return found
