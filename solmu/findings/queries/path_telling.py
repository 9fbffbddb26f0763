"""The only place that lays the answer of a path out for its page: routes with whom to call, breaks, the picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from solmu.analysis.levels import Node
from solmu.analysis.rules.path import Break, Found, HandOff, Offered, Route
from solmu.findings.models import DeadEnd
from solmu.findings.queries.path import Landscape, Question
from solmu.findings.queries.path_words import (
    BreakWords,
    break_said,
    how_often,
    route_said,
    why_warm,
)
from solmu.findings.rules.path_picture import PathPicture, path_picture
from solmu.mapping.rules.card import Reach, reaches
from solmu.registry.models import Actor, Belonging, Contact, Service

MOST_ROUTES = 6
MOST_REACHES = 3


@dataclass(frozen=True, slots=True)
class Stop:
    """One actor of a route: how one comes there, what it offers, and whom to call."""

    node: Node
    step: HandOff | None
    services: Sequence[Service]
    reaches: Sequence[Reach]

    @property
    def how_often(self) -> str:
        return how_often(self.step) if self.step else ""

    @property
    def why_warm(self) -> str:
        return why_warm(self.step) if self.step else ""


@dataclass(frozen=True, slots=True)
class ToldRoute:
    """One way with its stops, and how it is said."""

    stops: Sequence[Stop]
    said: str

    @property
    def end(self) -> Stop:
        return self.stops[-1]

    @property
    def names(self) -> list[str]:
        return [stop.node.label for stop in self.stops]


@dataclass(frozen=True, slots=True)
class ToldBreak:
    """One break in words, with what a report of it says, and the open report that there is already."""

    one: Break
    said: BreakWords
    actor: str
    known: DeadEnd | None


@dataclass(frozen=True, slots=True)
class ToldPath:
    """All that the page shows of an answer."""

    on: date
    routes: Sequence[ToldRoute]
    warmer: ToldRoute | None
    breaks: Sequence[ToldBreak]
    more: int
    picture: PathPicture | None
    narrow: PathPicture | None

    @property
    def best(self) -> ToldRoute | None:
        return self.routes[0] if self.routes else None


def tell_path(question: Question, offered: Offered, found: Found, land: Landscape) -> ToldPath:
    """Lay the answer out; the number of queries does not grow with the network."""
    shown = found.routes[:MOST_ROUTES]
    ways = [*shown, *([found.warmer] if found.warmer else [])]
    stops = _Stops(offered, land, {pk for way in ways for pk in way.actors})
    labels = {pk: node.label for pk, node in land.nodes.items()}
    names = {ref: capfirst(row.name) for ref, row in land.rows.items()}
    known = _open_reports(question, land)
    drawn = bool(found.routes) or any(one.kind == "no_way" for one in found.breaks)
    start = question.start.pk
    return ToldPath(
        on=land.graph.on,
        routes=[stops.told(way) for way in shown],
        warmer=stops.told(found.warmer) if found.warmer else None,
        breaks=[
            ToldBreak(
                one,
                break_said(one, labels, names, question.need.said),
                ref := land.nodes[one.actors[0]].ref if one.actors and _is_of_one(one) else "",
                known.get((one.kind, ref)),
            )
            for one in found.breaks
        ],
        more=len(found.routes) - len(shown),
        picture=path_picture(found, land.nodes, start) if drawn else None,
        narrow=path_picture(found, land.nodes, start, narrow=True) if drawn else None,
    )


def _is_of_one(one: Break) -> bool:
    return one.kind in ("no_way", "no_contact", "away")


def _open_reports(question: Question, land: Landscape) -> Mapping[tuple[str, str], DeadEnd]:
    """Return what has been reported of the same need here and is still open, by kind and actor."""
    still_open = (DeadEnd.State.REPORTED, DeadEnd.State.IN_PROGRESS)
    rows = DeadEnd.objects.filter(
        network=land.network, need=question.need.code, place=question.place, state__in=still_open
    ).select_related("actor")
    return {(row.kind, row.actor.ref if row.actor else ""): row for row in rows.order_by("pk")}


class _Stops:
    """Makes stops of actors, with their services and contacts read once for all of them."""

    def __init__(self, offered: Offered, land: Landscape, actors: Iterable[int]) -> None:
        self._land = land
        self._offered = {one.actor: one.services for one in offered.here}
        inside = [pk for node in actors for pk in land.within(node)]
        self._ways: dict[int, list[Contact]] = defaultdict(list)
        for contact in land.seen.filter(actor__in=inside):
            self._ways[contact.actor_id].append(contact)
        self._people = _people(self._ways)

    def told(self, route: Route) -> ToldRoute:
        stops = [self._stop(route.start, None, route)]
        stops += [self._stop(step.taker, step, route) for step in route.steps]
        return ToldRoute(stops, route_said(route))

    def _stop(self, node: int, step: HandOff | None, route: Route) -> Stop:
        facts = self._offered.get(node, ()) if node == route.end else ()
        services = [self._land.rows[fact.ref] for fact in facts]
        offering = [pk for fact in facts for pk in fact.actors]
        return Stop(self._land.nodes[node], step, services, self._reaches(node, offering))

    def _reaches(self, node: int, offering: Sequence[int]) -> list[Reach]:
        """Return whom to call: the offering unit first, then the organisation, then people by name."""
        within = self._land.within(node)
        order = dict.fromkeys((*(pk for pk in offering if pk in within), node, *within))
        on = self._land.graph.on
        own = [
            one
            for pk in order
            if pk not in self._people and self._ways[pk]
            for one in reaches(self._ways[pk], on=on)
        ]
        theirs = [
            Reach(name=name, role=role, ref=ref, ways=self._ways[pk], on=on)
            for pk, (name, role, ref) in self._people.items()
            if pk in within
        ]
        return [*own, *theirs][:MOST_REACHES]


def _people(ways: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    """Return name, role and address of the people among actors who may be called."""
    people = Actor.objects.filter(pk__in=list(ways), kind="person")
    roles = dict(Belonging.objects.filter(actor__in=people).values_list("actor_id", "role"))
    return {one.pk: (one.label, roles.get(one.pk, ""), one.ref) for one in people}
