"""The only place that decides which part of a network's graph whoever entered sees."""

from __future__ import annotations

from datetime import date

from solmu.analysis.levels import Level, LevelGraph
from solmu.analysis.queries import level_graph
from solmu.networks.access import Reaching


def level_graph_for(entry: Reaching, level: Level, *, on: date, today: date) -> LevelGraph:
    """Return the network at a level on a day; who sees no people sees no tie that comes from one either.

    Only today's is kept: a program that asks for one day after another would fill the cache.
    """
    return level_graph(entry.network, level, on=on, people=entry.sees_people, keep=on == today)
