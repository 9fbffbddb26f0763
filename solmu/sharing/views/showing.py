"""The only place that turns what may be shown into a page's facts, a drawing, a PNG and JSON."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import resources
from typing import Any

import resvg_py
from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from solmu.analysis.levels import Node
from solmu.mapping.actions import place_newcomers
from solmu.mapping.queries.map import map_graph, places_of
from solmu.mapping.queries.tables import TieFilters, TieRow, tie_rows
from solmu.mapping.rules.drawing import Place, degrees, drawn
from solmu.mapping.rules.still import Still, still_of
from solmu.networks.models import Network
from solmu.registry.models import content_label
from solmu.sharing.models import Share
from solmu.sharing.queries import shown_of
from solmu.sharing.rules.stripping import Shown
from solmu.sna.layout import canvas

_FONTS = resources.files("solmu") / "web" / "fonts"
_MIDDLE = Place(x=0.5, y=0.5)
_KEPT_SECONDS = 3600
_WIDEST = 4000  # pixels of a PNG; twice as sharp as the drawing up to here


@dataclass(frozen=True)
class ShownShare:
    """A share as strangers see it on a day; every output is made of ``shown`` alone."""

    share: Share
    network: Network
    on: date

    @cached_property
    def shown(self) -> Shown:
        return shown_of(self.share, on=self.on)

    @property
    def title(self) -> str:
        """The title, or a plain one where it would name a person."""
        return self.shown.title or _("Network map")

    @property
    def unsaid(self) -> str:
        """What a line is called when the share does not tell how often."""
        return "" if self.shown.allows("frequency") else ngettext("tie", "ties", 1)

    @cached_property
    def still(self) -> Still:
        graph = self.shown.graph
        places = places_of(self.network)
        if any(node.pk not in places for node in graph.nodes):
            places = place_newcomers(self.network, map_graph(self.network, graph.level, on=self.on))
        here = {node.pk: places.get(node.pk, _MIDDLE) for node in graph.nodes}
        return still_of(drawn(graph, here, canvas=canvas(len(graph.nodes))))

    @cached_property
    def actors(self) -> list[dict[str, Any]]:
        """The rows of the table of actors."""
        ties = degrees(self.shown.graph)
        return [
            {"node": node, "ties": ties[node.pk], "services": self.shown.services.get(node.pk, "")}
            for node in self.shown.graph.nodes
        ]

    @cached_property
    def ties(self) -> list[TieRow]:
        """The rows of the table of ties."""
        return tie_rows(self.network, self.shown.graph, TieFilters(sort="from"))

    @property
    def sectors(self) -> list[str]:
        """The sectors that are drawn, in the order of the actors' table."""
        return list(dict.fromkeys(node.sector for node in self.shown.graph.nodes if node.sector))

    @property
    def columns(self) -> dict[str, bool]:
        """Which columns the tables have; a fact that is not granted has none."""
        return {name: self.shown.allows(name) for name in self.shown.fields}


def svg_of(seen: ShownShare) -> str:
    """Return the picture by itself, with its title, level, day and legend."""
    return render_to_string("sharing/picture.html", {"seen": seen, "still": seen.still})


def png_of(drawing: str, width: float) -> bytes:
    """Return a drawing as PNG; drawn once, since it costs more than the rest of the page."""
    key = f"shared_png:{hashlib.sha256(drawing.encode()).hexdigest()}"
    kept: bytes | None = cache.get(key)
    if kept is None:
        fonts = [str(file) for file in _FONTS.iterdir() if file.name.endswith(".ttf")]
        # The machine's own fonts stay out, so that the same map is the same picture everywhere.
        kept = bytes(
            resvg_py.svg_to_bytes(
                svg_string=drawing,
                font_files=sorted(fonts),
                skip_system_fonts=True,
                sans_serif_family="Atkinson Hyperlegible Next",
                width=round(min(2 * width, _WIDEST)),
            )
        )
        cache.set(key, kept, _KEPT_SECONDS)
    return kept


def data_of(seen: ShownShare) -> dict[str, Any]:
    """Return the same facts as JSON holds them; ids hold within one answer only."""
    shown, ids = seen.shown, {}
    for number, node in enumerate(shown.graph.nodes, start=1):
        ids[node.pk] = f"a{number}"
    return {
        "title": seen.title,
        "language": get_language(),
        "on": seen.on.isoformat(),
        "level": shown.graph.level,
        "revision": shown.graph.revision,
        "directed": shown.graph.directed,
        "actors_asked": shown.asked,
        "actors_left_out": shown.left_out,
        "actors": [_actor(node, ids[node.pk], shown) for node in shown.graph.nodes],
        "ties": [_tie(row, ids, shown) for row in seen.ties],
    }


def _actor(node: Node, number: str, shown: Shown) -> dict[str, Any]:
    granted = {
        "sector": node.sector or None,
        "municipality": node.municipality or None,
        "services": shown.services.get(node.pk),
    }
    told = {name: value for name, value in granted.items() if shown.allows(name)}
    return {"id": number, "name": node.label, "kind": node.kind, **told}


def _tie(row: TieRow, ids: dict[int, str], shown: Shown) -> dict[str, Any]:
    granted = {
        "contents": [content_label(content) for content in row.edge.contents],
        "frequency": row.edge.frequency,
    }
    told = {name: value for name, value in granted.items() if shown.allows(name)}
    if shown.allows("people_ties"):
        told["people_only"] = row.edge.people_only
    ends = {"from": ids[row.source.pk], "to": ids[row.target.pk]}
    return {**ends, "direction": row.way, "status": row.edge.status, **told}
