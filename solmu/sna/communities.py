"""The only place that finds which actors are tied to each other more than to the rest."""

from __future__ import annotations

from collections import defaultdict

from solmu.sna.graph import seeded, ties_of
from solmu.sna.snapshot import Snapshot

FEWEST = 4


def communities(snapshot: Snapshot, fewest: int = FEWEST, seed: int = 0) -> list[list[int]]:
    """Divide the actors into communities, the largest first and each one's best tied actor first.

    In a meeting it is a way to begin with a network too large to be seen at once, not a finding about who
    belongs together: another seed may draw the borders elsewhere. Directions are left aside, for a tie draws
    both its ends together.

    Args:
        snapshot: The network.
        fewest: Communities of fewer actors are put together as one, which comes last.
        seed: Where the random numbers begin; the same one gives the same communities.

    Returns:
        For each community the indices of its actors; each actor is in exactly one.

    Source: Blondel et al. 2008, Journal of Statistical Mechanics P10008 (multilevel modularity).

    >>> from solmu.sna.sketch import sketch
    >>> net = sketch("a-b a-c b-c d-e d-f e-f c-d g")
    >>> communities(net, fewest=2)
    [[2, 0, 1], [3, 4, 5], [6]]
    """
    graph = ties_of(snapshot)
    with seeded(seed):
        membership = graph.community_multilevel().membership if snapshot.n else []
    found: dict[int, list[int]] = defaultdict(list)
    for actor, community in enumerate(membership):
        found[community].append(actor)
    degrees = graph.degree()
    within = [
        sorted(members, key=lambda actor: (-degrees[actor], actor)) for members in found.values()
    ]
    large = [members for members in within if len(members) >= fewest]
    apart = sorted(actor for members in within if len(members) < fewest for actor in members)
    large.sort(key=lambda members: (-len(members), members[0]))
    return [*large, apart] if apart else large
