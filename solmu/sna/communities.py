"""The only place that finds which actors are tied to each other more than to the rest."""

from __future__ import annotations

from collections import defaultdict

from solmu.sna.graph import seeded, ties_of
from solmu.sna.snapshot import Snapshot

FEWEST = 4
# So many actors may be divided again and again, and until nothing moves: that takes a tenth of a second.
SMALL, TRIES = 500, 5
# Above so many, three rounds: going on until nothing moves takes minutes, for some thousandths of modularity.
LARGE, ROUNDS = 10_000, 3


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

    Source: as `membership_of`.

    >>> from solmu.sna.sketch import sketch
    >>> net = sketch("a-b a-c b-c d-e d-f e-f c-d g")
    >>> communities(net, fewest=2)
    [[2, 0, 1], [3, 4, 5], [6]]
    """
    graph = ties_of(snapshot)
    found: dict[int, list[int]] = defaultdict(list)
    for actor, community in enumerate(membership_of(snapshot, seed)):
        found[community].append(actor)
    degrees = graph.degree()
    within = [
        sorted(members, key=lambda actor: (-degrees[actor], actor)) for members in found.values()
    ]
    large = [members for members in within if len(members) >= fewest]
    apart = sorted(actor for members in within if len(members) < fewest for actor in members)
    large.sort(key=lambda members: (-len(members), members[0]))
    return [*large, apart] if apart else large


def membership_of(snapshot: Snapshot, seed: int = 0) -> list[int]:
    """Number the community of each actor: 0 is the largest, of equal ones the one that starts first.

    Ties count either way and alike. In a small network the best of several divisions is taken. It is found
    once for each seed; do not change it.

    Source: Traag, Waltman & van Eck 2019, Scientific Reports 9, 5233 (Leiden), for modularity.

    >>> from solmu.sna.sketch import sketch
    >>> membership_of(sketch("g a-b a-c b-c d-e d-f e-f c-d"))
    [2, 0, 0, 0, 1, 1, 1]
    """
    return snapshot.once(f"communities {seed}", lambda: _membership(snapshot, seed))


def _membership(snapshot: Snapshot, seed: int) -> list[int]:
    graph = ties_of(snapshot)
    if not snapshot.m:
        return list(range(snapshot.n))
    rounds = ROUNDS if snapshot.n > LARGE else -1
    with seeded(seed):
        divisions = [
            graph.community_leiden("modularity", n_iterations=rounds)
            for _ in range(TRIES if snapshot.n <= SMALL else 1)
        ]
    found = max(divisions, key=lambda division: division.modularity)
    members = sorted(found, key=lambda each: (-len(each), min(each)))
    number = [0] * snapshot.n
    for at, each in enumerate(members):
        for actor in each:
            number[actor] = at
    return number
