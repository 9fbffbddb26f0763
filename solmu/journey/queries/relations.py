"""The only place that reads what the ends of ties say of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from solmu.journey.models import EndWords
from solmu.networks.models import Network
from solmu.registry.models import Actor
from solmu.registry.queries import current_ties, present_actors


@dataclass(frozen=True, slots=True)
class End:
    """One end of a tie: what it says now, what it said before, and whether the reader may speak for it."""

    actor: Actor
    other: Actor
    words: EndWords | None
    earlier: list[EndWords]
    may_speak: bool = False
    # The reader has their own end's words still to write, so these stay folded until they ask.
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One tie of which at least one end has told."""

    one: Actor
    other: Actor
    both: bool
    latest: EndWords


def current_words(speaker: Actor, about: Actor) -> EndWords | None:
    """Return what ``speaker`` says now of its tie to ``about``."""
    return (
        EndWords.objects.filter(speaker=speaker, about=about, later=None)
        .select_related("author")
        .first()
    )


def words_of_ends(one: Actor, other: Actor) -> dict[int, list[EndWords]]:
    """Return all that each end has said of the tie, by end, the latest first."""
    rows = _words(one.network).filter(Q(speaker=one, about=other) | Q(speaker=other, about=one))
    found: dict[int, list[EndWords]] = {one.pk: [], other.pk: []}
    for row in rows.order_by("-pk"):
        found[row.speaker_id].append(row)
    return found


def told_ties(network: Network) -> list[Told]:
    """Return the ties of which an end has told, the latest first."""
    present = present_actors(network).values("pk")
    rows = _words(network).filter(later=None, speaker__in=present, about__in=present)
    pairs: dict[frozenset[int], list[EndWords]] = {}
    for row in rows.order_by("-written_at", "-pk"):
        pairs.setdefault(frozenset((row.speaker_id, row.about_id)), []).append(row)
    return [
        Told(said[0].speaker, said[0].about, len(said) == 2, said[0]) for said in pairs.values()
    ]


def is_tied(one: Actor, other: Actor) -> bool:
    """Tell whether the map shows a tie between two actors."""
    ends = {one.pk, other.pk}
    ties = current_ties(one.network).filter(source__in=ends, target__in=ends)
    return ties.exists()


def _words(network: Network) -> QuerySet[EndWords]:
    return EndWords.objects.filter(network=network).select_related("speaker", "about", "author")
