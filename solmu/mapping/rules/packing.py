"""The only place that packs a large drawing into rows without names; islands/_packed.ts reads them.

Of 20,000 actors and 60,000 ties the objects are 18 MB of text and the rows 4: it is the browser's reading that
this saves, for gzip makes most of the difference over the wire.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from solmu.mapping.rules.drawing import Drawing, DrawnActor
from solmu.mapping.rules.folding import Folds, Home

PACKED_FROM = 400  # actors above which rows are sent
HUB, PINNED, ASKED = 1, 2, 4


def packed(drawing: Drawing, folds: Folds | None, pks: Mapping[str, int]) -> dict[str, Any]:
    """Return ``drawing`` as rows, with its communities; ``pks`` tells for each ref whose home it is."""
    number = {actor.ref: at for at, actor in enumerate(drawing.actors)}
    sets: dict[tuple[tuple[str, int], ...], int] = {}
    ties = [
        (
            number[tie.one],
            number[tie.other],
            tie.status,
            tie.way,
            sets.setdefault(tuple(tie.ways.items()), len(sets)),
            tie.frequency or 0,
            tie.notes,
            int(tie.people),
        )
        for tie in drawing.ties
    ]
    sent: dict[str, Any] = {
        "level": drawing.level,
        "on": drawing.on,
        "revision": drawing.revision,
        "directed": drawing.directed,
        "width": drawing.width,
        "height": drawing.height,
        "inside": drawing.inside,
        "actor_rows": [_row(actor) for actor in drawing.actors],
        "tie_rows": ties,
        "ways": [dict(ways) for ways in sets],
    }
    if folds is not None:
        homes = (folds.homes[pks[actor.ref]] for actor in drawing.actors)
        sent["folds"] = {
            "width": round(folds.width, 1),
            "height": round(folds.height, 1),
            "communities": folds.communities,
            "homes": [_home(home) for home in homes],
        }
    return sent


def _home(home: Home) -> tuple[int, float, float]:
    return home.community, round(home.x, 1), round(home.y, 1)


def _row(actor: DrawnActor) -> tuple[Any, ...]:
    marks = HUB * actor.hub + PINNED * actor.pinned + ASKED * actor.asked
    return (
        actor.ref,
        actor.name,
        "" if len(actor.lines) == 1 else "\n".join(actor.lines),
        actor.kind,
        actor.sector,
        actor.place,
        actor.x,
        actor.y,
        actor.r,
        actor.ties,
        actor.folded,
        marks,
    )
