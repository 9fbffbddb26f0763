"""The only place that reads from an address which map is asked for: level, day, filters, who is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.http import HttpRequest
from django.utils import timezone

from solmu.analysis.levels import Level, LevelGraph
from solmu.mapping.actions import place_newcomers
from solmu.mapping.queries.folds import folds_of
from solmu.mapping.queries.map import map_graph
from solmu.mapping.rules.drawing import Drawing, drawn
from solmu.mapping.rules.filters import Filters, filters_of, level_of, narrowed
from solmu.mapping.rules.folding import Folds, folded
from solmu.networks.access import Entry, enter
from solmu.sna.layout import canvas


@dataclass(frozen=True)
class AskedMap:
    """The map that a request asks for, read when it is needed."""

    entry: Entry
    at: datetime
    level: Level
    filters: Filters
    every: bool = False

    @property
    def on(self) -> date:
        return timezone.localdate(self.at)

    @cached_property
    def graph(self) -> LevelGraph:
        return map_graph(self.entry.network, self.level, on=self.on)

    @cached_property
    def drawing(self) -> Drawing:
        places = place_newcomers(self.entry.network, self.graph)
        return drawn(
            narrowed(self.graph, self.filters),
            places,
            canvas=canvas(len(self.graph.nodes)),
            whole=self.graph,
        )

    @cached_property
    def folds(self) -> Folds | None:
        """The communities that a large map begins with."""
        return folds_of(self.entry.network, self.graph)

    @cached_property
    def picture(self) -> Drawing:
        """The drawing for paper and for no script: of a large map its communities, unless ``every`` actor is asked for."""
        if self.folds is None or self.every:
            return self.drawing
        graph, places = folded(narrowed(self.graph, self.filters), self.folds)
        return drawn(graph, places, canvas=canvas(len(graph.nodes)))


def asked_map(request: HttpRequest, slug: str) -> AskedMap:
    """Let the person in and read what they ask for."""
    entry, asked = enter(request.user, slug), request.GET
    return AskedMap(
        entry=entry,
        at=timezone.now(),
        level=level_of(asked.get("level", "")),
        filters=filters_of(
            sectors=asked.getlist("sector"),
            content=asked.get("content", ""),
            frequency=asked.get("frequency", ""),
            wished="wished" in asked or "narrowed" not in asked,
        ),
        every="every" in asked,
    )
