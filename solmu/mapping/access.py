"""The only place that decides whom the coverage of a network names to whoever entered."""

from __future__ import annotations

from dataclasses import replace

from solmu.mapping.queries.coverage import CoverageMap, coverage_of
from solmu.networks.access import Reaching
from solmu.registry.models import ActorKind


def coverage_for(entry: Reaching) -> CoverageMap:
    """Return who covers what; who sees no people gets the same cells, but people are not among the actors.

    They still count: without them a cell that a person covers would be told as a gap.
    """
    found = coverage_of(entry.network)
    if entry.sees_people:
        return found
    shown = {pk: one for pk, one in found.actors.items() if one.kind != ActorKind.PERSON}
    return replace(found, actors=shown)
