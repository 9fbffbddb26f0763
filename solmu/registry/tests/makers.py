"""The only place for plain makers of registry rows in tests."""

from __future__ import annotations

from typing import Any

from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.actions.actors import ActorWords, add_actor
from solmu.registry.actions.perspectives import own_perspective
from solmu.registry.actions.services import ServiceWords, add_services
from solmu.registry.models import Actor, Perspective, Service
from tests.cast import NOON


def make_perspective(network: Network, **facts: Any) -> Perspective:
    """Open a perspective: a group's map unless said otherwise."""
    facts = {"kind": "group_map", "title": "Ryhmä 1", "created_at": NOON, **facts}
    return Perspective.objects.create(network=network, **facts)


def perspective_of(person: Person, network: Network) -> Perspective:
    """Return the perspective that a member's own words go to."""
    membership = Membership.objects.get(network=network, person=person, ended_at=None)
    return own_perspective(membership, title="Koordinaattorin näkemys", at=NOON)


def make_actor(perspective: Perspective, name: str, **words: Any) -> Actor:
    """Put an actor on the map in the words of a perspective."""
    return add_actor(perspective, ActorWords(name=name, **words), by=None, at=NOON)


def make_service(actor: Actor, name: str = "hakijaneuvonta", **words: Any) -> Service:
    """Let an actor offer a service: advice towards education in the whole area unless said otherwise."""
    words = {
        "kinds": ("advice",),
        "goal_areas": ("education",),
        "offers": {actor: "responsible"},
        **words,
    }
    (made,) = add_services(actor.network, [ServiceWords(name=name, **words)], by=None, at=NOON)
    return made
