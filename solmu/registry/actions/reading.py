"""The only place where the resolved reading is built anew after something said has changed."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from solmu.networks.actions import mark_changed
from solmu.networks.models import Network
from solmu.registry.actions.bulk import insert_rows
from solmu.registry.models import Tie
from solmu.registry.queries import knew_actors, said_of
from solmu.registry.rules import StrengthRule, resolve


def rebuild_ties(network: Network, touching: Collection[int] | None = None) -> None:
    """Read all claims of ``network`` again, or those that touch some actors; belongs in the act's transaction."""
    rule: StrengthRule = network.strength_rule  # type: ignore[assignment]  # choices are the rule's words
    resolved = resolve(said_of(network, touching), knew=knew_actors(network), rule=rule)
    stale = Tie.objects.filter(network=network)
    if touching is not None:
        stale = stale.filter(Q(source__in=touching) | Q(target__in=touching))
    stale.delete()
    insert_rows(
        Tie(
            network=network,
            source_id=one.source,
            target_id=one.target,
            **{name: getattr(one, name) for name in _SAME},
        )
        for one in resolved
    )
    mark_changed(network)


_SAME = (
    "content", "status", "frequency", "closeness", "weight", "said", "asked", "drawn_mutual",
    "both_ends", "differs", "notes", "confirmed_on", "valid_from", "valid_to",
)  # fmt: skip
