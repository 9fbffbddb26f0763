"""The only place that decides which aims and ties a person reaches, and for which end they may speak."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from solmu.journey.models import Aim, CardAnswer
from solmu.lib.reach import NotAllowed, NotReachable
from solmu.networks.access import Entry, enter
from solmu.people.models import Person
from solmu.registry.access import actor_for
from solmu.registry.models import Actor, Seat


def aims_for(entry: Entry) -> QuerySet[Aim]:
    """Return the aims of the entered network with all that is shown of them."""
    aims = Aim.objects.filter(network=entry.network).select_related("owner", "author")
    return aims.prefetch_related("reviews", "reviews__author")


def aim_for(entry: Entry, ref: str) -> Aim:
    """Return one aim of the entered network, or raise ``NotReachable``."""
    aim = aims_for(entry).filter(ref=ref).first()
    if aim is None:
        raise NotReachable(ref)
    return aim


def version_for(entry: Entry, pk: int) -> CardAnswer:
    """Return one saving of the entered network's card, or raise ``NotReachable``."""
    saved = CardAnswer.objects.filter(network=entry.network, pk=pk).select_related("author")
    found = saved.first()
    if found is None:
        raise NotReachable(pk)
    return found


def ends_for(entry: Entry, source: str, target: str) -> tuple[Actor, Actor]:
    """Return the two ends of a tie of the entered network, or raise ``NotReachable``."""
    one, other = actor_for(entry, source), actor_for(entry, target)
    if one == other:
        raise NotReachable(target)
    return one, other


def seated_at(entry: Entry, *, on: date) -> frozenset[int]:
    """Return the actors that the entering person represents on a day."""
    seats = Seat.objects.filter(membership=entry.membership).filter(
        Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on)
    )
    return frozenset(seats.values_list("actor_id", flat=True))


def may_speak(entry: Entry, end: Actor, *, on: date) -> bool:
    """Tell whether the entering person may write what ``end`` says: its seat holder, or a coordinator for it."""
    return entry.may("coordinator") or (entry.may("member") and end.pk in seated_at(entry, on=on))


def speak(
    person: Person, slug: str, source: str, target: str, *, on: date
) -> tuple[Entry, Actor, Actor]:
    """Let ``person`` speak for the end ``source``, or raise ``NotReachable`` or ``NotAllowed``."""
    entry = enter(person, slug, "member")
    end, other = ends_for(entry, source, target)
    if not may_speak(entry, end, on=on):
        raise NotAllowed(source)
    return entry, end, other
