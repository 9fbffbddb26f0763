"""The only place that reckons the figures that an aim may be followed by."""

from __future__ import annotations

from datetime import date

from django.utils.translation import get_language

from solmu.analysis.levels import EXISTING
from solmu.analysis.queries import level_graph, snapshot_of
from solmu.journey.models import Figure
from solmu.journey.rules import Figures
from solmu.networks.models import Network
from solmu.sna.measures.parts import parts


def figures_of(network: Network, *, on: date) -> Figures:
    """Return the figures of the map at the level of organisations on a day, as its first reading counts them."""
    graph = level_graph(network, "organisation", on=on)
    ties = [edge for edge in graph.edges if edge.status == EXISTING]
    mutual = sum(edge.mutual for edge in ties)
    return Figures(
        actors=len(graph.nodes),
        ties=len(ties),
        mutual=mutual / len(ties) if ties and graph.directed else None,
        parts=len(parts(snapshot_of(graph))),
    )


def figure_said(figure: str, value: float | None) -> str:
    """Return a kept figure as it is written; a dash when it is not known."""
    if value is None:
        return "–"
    if figure != Figure.MUTUAL:
        return f"{value:.0f}"
    share = round(100 * value)
    return f"{share}%" if get_language() == "en" else f"{share}\N{NO-BREAK SPACE}%"
