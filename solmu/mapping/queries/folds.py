"""The only place that reads a large map's communities, found and laid out once for each revision of it."""

from __future__ import annotations

from typing import TypeAlias

from django.core.cache import cache

from solmu.analysis.levels import LevelGraph
from solmu.analysis.queries import snapshot_of
from solmu.mapping.rules.folding import FOLDED_FROM, Community, Folds, Home, named_after
from solmu.networks.models import Network
from solmu.sna.communities import communities
from solmu.sna.layout.discs import Discs, discs

_KEPT_SECONDS = 24 * 3600
_Found: TypeAlias = tuple[list[list[int]], Discs]


def folds_of(network: Network, graph: LevelGraph) -> Folds | None:
    """Return the communities of ``graph``, None when it is small enough to be seen at once."""
    if len(graph.nodes) <= FOLDED_FROM:
        return None
    members, laid = _found(network, graph)
    labels = {node.pk: node.label for node in graph.nodes}
    pks = [node.pk for node in graph.nodes]
    number = {pk: at for at, pk in enumerate(pks)}
    homes = {
        pk: Home(at, *laid.places[number[pk]]) for at, within in enumerate(members) for pk in within
    }
    return Folds(
        laid.width,
        laid.height,
        tuple(
            Community(
                f"c{at}", *named_after([labels[pk] for pk in within[:2]]),
                round(disc.x, 1), round(disc.y, 1), round(disc.r, 1),
            )
            for at, (within, disc) in enumerate(zip(members, laid.discs, strict=True))
        ),
        homes,
    )  # fmt: skip


def _found(network: Network, graph: LevelGraph) -> _Found:
    """Return for each community the actors in it, and where all of them stand."""
    key = f"map_folds:{network.pk}:{network.revision}:{graph.level}:{graph.on}"
    kept: _Found | None = cache.get(key)
    if kept is None:
        snapshot = snapshot_of(graph)
        found = communities(snapshot)
        laid = discs(snapshot, found)
        kept = [[graph.nodes[at].pk for at in members] for members in found], laid
        cache.set(key, kept, _KEPT_SECONDS)
    return kept
