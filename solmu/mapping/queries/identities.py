"""The only place that reads what becomes of two actors that are merged."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from solmu.registry.models import Actor, Claim, Tie
from solmu.registry.queries import mentions_of


@dataclass(frozen=True, slots=True)
class Side:
    """One of two actors before they are merged."""

    actor: Actor
    names: tuple[str, ...]
    sources: tuple[str, ...]
    partners: frozenset[int]

    @property
    def ties(self) -> int:
        """How many others it has a tie with."""
        return len(self.partners)


def side_of(actor: Actor) -> Side:
    """Read one of the two."""
    names = actor.names.order_by("kind", "pk").values_list("text", flat=True)
    mentions = mentions_of(actor).values_list("perspective__title", flat=True)
    ties = Tie.objects.filter(
        Q(source=actor) | Q(target=actor),
        network=actor.network_id,
        status=Claim.Status.EXISTING,
    )
    ends = {pk for pair in ties.values_list("source_id", "target_id") for pk in pair}
    return Side(
        actor=actor,
        names=tuple(dict.fromkeys(names)),
        sources=tuple(dict.fromkeys(mentions)),
        partners=frozenset(ends - {actor.pk}),
    )


def ties_together(one: Side, other: Side) -> int:
    """Count whom the merged actor has a tie with; a tie between the two disappears."""
    return len((one.partners | other.partners) - {one.actor.pk, other.actor.pk})
