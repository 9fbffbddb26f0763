"""The only place that lays agreed actions out for a page: where each stands, what it came from, whom one may choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from solmu.agreements.models import AgreedAction
from solmu.agreements.rules import Parted, Timing, parted, timing
from solmu.agreements.slots import Origin
from solmu.lib.alphabet import in_order
from solmu.networks.models import Membership, Network
from solmu.registry.models import Actor, ActorKind
from solmu.registry.queries import present_actors

Origins = Mapping[tuple[str, str], Origin]


@dataclass(frozen=True, slots=True)
class Line:
    """One action as a page shows it: where it stands, in how many days it is due, and what it came from."""

    action: AgreedAction
    timing: Timing
    days: int
    origin: Origin | None

    @property
    def due_on(self) -> date:
        return self.action.due_on

    @property
    def settled_on(self) -> date | None:
        return self.action.settled_on


def line_of(action: AgreedAction, origins: Origins, *, on: date) -> Line:
    """Lay one action out."""
    return Line(
        action,
        timing(action, on=on),
        (action.due_on - on).days,
        origins.get((action.origin_kind, action.origin_key)),
    )


def laid_out(actions: Iterable[AgreedAction], origins: Origins, *, on: date) -> Parted[Line]:
    """Lay actions out in the order in which they are read."""
    return parted([line_of(one, origins, on=on) for one in actions], on=on)


def owners_in(actions: Iterable[AgreedAction]) -> list[Actor]:
    """Return the organisations that see to something, each once, by name."""
    owners = {one.owner.pk: one.owner for one in actions if one.owner}
    return sorted(owners.values(), key=lambda one: in_order(one.label))


def possible_owners(network: Network) -> list[Actor]:
    """Return whom an action may be given to: everybody on the map but persons, by name."""
    found = present_actors(network).exclude(kind=ActorKind.PERSON)
    return sorted(found, key=lambda one: in_order(one.label))


def possible_members(network: Network) -> list[Membership]:
    """Return the members who may do something, by name."""
    found = network.memberships.filter(ended_at=None).select_related("person")
    return sorted(found, key=lambda one: in_order(str(one.person)))
