"""The only place where the public API tells of ties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema
from pydantic import field_validator

from solmu.analysis.access import level_graph_for
from solmu.analysis.levels import Edge, Level, LevelGraph, Node
from solmu.lib.alphabet import in_order
from solmu.networks.api import Page, Paged, ReadToken, bearer_of, page_of
from solmu.networks.models import ReadPart

router = Router(tags=["ties"])
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Status(StrEnum):
    """Whether a tie is there; only existing ones are ever counted."""

    EXISTING = "existing"
    WISHED = "wished"
    POSSIBLE = "possible"


class Direction(StrEnum):
    """Which way a tie goes; none in a network of plain lines."""

    FORWARD = "forward"
    BOTH = "both"
    NONE = "none"


class Course(StrEnum):
    """Which way one content goes along a tie."""

    FORWARD = "forward"
    BACK = "back"
    BOTH = "both"
    NONE = "none"


class TieFilters(Paged):
    """Which ties are asked for, at which level and on which day."""

    level: Level = Field(
        "organisation",
        description="People are rolled up into units, units into organisations; "
        "`person` rolls nothing up",
    )
    on: date | None = Field(None, description="As of this day; today unless said otherwise")
    status: Status | None = None
    content: str = Field(
        "", max_length=60, description="Only ties by which this passes, such as `referral`"
    )

    @field_validator("on", mode="before")
    @classmethod
    def written_as_a_day(cls, told: Any) -> Any:
        """Refuse seconds since 1970, which a date is read from too: whoever writes 20261124 means a day."""
        if isinstance(told, str) and told and not _DAY.fullmatch(told):
            raise ValueError
        return told


class End(Schema):
    """One end of a tie."""

    id: str
    name: str
    asked: bool = Field(
        description="Whether its ties were gone through with it; of others, silence is not absence"
    )


class Passing(Schema):
    """What passes along a tie, and which way."""

    content: str
    direction: Course


class TieSaid(Schema):
    """All that holds between two actors in one status."""

    source: End
    target: End
    status: Status
    direction: Direction
    contents: list[Passing]
    frequency: int | None = Field(ge=1, le=4, description="1 seldom, 2 monthly, 3 weekly, 4 daily")
    closeness: int | None = Field(ge=1, le=4)
    weight: float | None = Field(description="A file's own number, as it was written")
    said: int = Field(description="How many sources say so")
    of: int = Field(description="Of how many that know both")
    both_ends: bool = Field(description="Both ends say so themselves")
    drawn_mutual: bool = Field(description="Somebody drew it both ways")
    differs: bool = Field(description="Sources differ on how often or how close")
    people_only: bool = Field(description="No organisation carries it, only people")
    confirmed_on: date | None


class TiePage(Page):
    """A page of ties by the names of their ends."""

    level: Level
    on: date
    directed: bool
    inside: int = Field(description="How many ties are within one actor at this level")
    items: list[TieSaid]


@router.get(
    "/ties",
    response=TiePage,
    auth=ReadToken(ReadPart.TIES),
    url_name="api_ties",
    operation_id="ties",
)
def ties(request: HttpRequest, slug: Path[str], asked: Query[TieFilters]) -> dict[str, Any]:
    """List who works with whom, at a level and on a day."""
    bearer = bearer_of(request)
    graph = level_graph_for(bearer, asked.level, on=asked.on or bearer.on, today=bearer.on)
    page = page_of(request, list(_asked_for(graph, asked)), asked)
    items = [_said(source, target, edge, graph) for source, target, edge in page["items"]]
    same = ("level", "on", "directed", "inside")
    return {**page, **{name: getattr(graph, name) for name in same}, "items": items}


def _asked_for(graph: LevelGraph, asked: TieFilters) -> Iterator[tuple[Node, Node, Edge]]:
    """Go through the ties that are asked for, each from its source, in the order of their ends' names."""
    nodes = {node.pk: node for node in graph.nodes}
    found = [
        (nodes[edge.one], nodes[edge.other], edge)
        for edge in graph.edges
        if (not asked.status or edge.status == asked.status)
        and (not asked.content or asked.content in edge.contents)
    ]
    turned = [
        (other, one, edge) if edge.back and not edge.forward else (one, other, edge)
        for one, other, edge in found
    ]
    yield from sorted(
        turned,
        key=lambda row: (in_order(row[0].label), in_order(row[1].label), row[2].status, row[0].ref),
    )


def _said(source: Node, target: Node, edge: Edge, graph: LevelGraph) -> dict[str, Any]:
    directed, turned = graph.directed, source.pk != edge.one
    same = (
        "status", "frequency", "closeness", "weight", "said", "both_ends", "drawn_mutual", "differs",
        "people_only", "confirmed_on",
    )  # fmt: skip
    both = Direction.BOTH if edge.mutual else Direction.FORWARD
    return {
        "source": _end(source),
        "target": _end(target),
        **{name: getattr(edge, name) for name in same},
        "of": edge.asked,
        "direction": both if directed else Direction.NONE,
        "contents": [
            {
                "content": way.content,
                "direction": _course(way.forward, way.back, turned=turned)
                if directed
                else Course.NONE,
            }
            for way in edge.ways
            if way.content
        ],
    }


def _course(forward: bool, back: bool, *, turned: bool) -> Course:
    if forward and back:
        return Course.BOTH
    return Course.FORWARD if forward is not turned else Course.BACK


def _end(node: Node) -> dict[str, Any]:
    return {"id": node.ref, "name": node.label, "asked": node.asked}
