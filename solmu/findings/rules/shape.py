"""The only place that finds in how many parts a map is, and who stands alone."""

from __future__ import annotations

from solmu.findings.rules.facts import MOST_ROUTED, SAMPLED, Facts, Finding
from solmu.sna.measures.distance import average_distance, diameter
from solmu.sna.measures.parts import parts
from solmu.sna.result import value_or_none


def in_one_piece(facts: Facts) -> list[Finding]:
    """Everyone is reached by ties, or everyone but those who have none."""
    joined, alone = _parts(facts)
    if len(joined) != 1:
        return []
    if facts.lines.n > MOST_ROUTED:
        return _large_piece(facts, alone)
    steps = value_or_none(diameter(facts.lines))
    if steps is None:
        return []
    return [
        Finding(
            id="connected_but" if alone else "connected",
            topic="shape",
            good=True,
            slots={"steps": steps, "n": len(alone)},
            actors=tuple(alone),
            method="M09",
        )
    ]


def _large_piece(facts: Facts, alone: list[str]) -> list[Finding]:
    """Say of a large map how far it usually is: the farthest two would take the routes between all."""
    steps = value_or_none(average_distance(facts.lines, SAMPLED))
    if steps is None:
        return []
    return [
        Finding(
            id="connected_large",
            topic="shape",
            good=True,
            slots={"steps": round(steps), "n": len(alone)},
            actors=tuple(alone),
            method="M09",
            estimate=True,
        )
    ]


def in_fragments(facts: Facts) -> list[Finding]:
    """Between some parts of the map there is no way at all."""
    joined, _ = _parts(facts)
    if len(joined) < 2:
        return []
    apart = tuple(actor for part in joined[1:] for actor in part)
    return [
        Finding(
            id="fragments",
            topic="shape",
            slots={"n": len(joined)},
            actors=apart,
            ties=facts.pairs(apart),
            weight=len(apart),
            method="M09",
        )
    ]


def standing_alone(facts: Facts) -> list[Finding]:
    """Actors are on the map without any tie: one is named, several are counted."""
    _, alone = _parts(facts)
    if not alone or not facts.edges:
        return []
    one = len(alone) == 1
    return [
        Finding(
            id="isolated" if one else "isolated_many",
            topic="shape",
            slots={"a": alone[0]} if one else {"n": len(alone)},
            actors=tuple(alone),
            weight=-1.0,  # told after the shape of the whole
            method="M14",
        )
    ]


def _parts(facts: Facts) -> tuple[list[tuple[str, ...]], list[str]]:
    """Return the parts of two or more actors, largest first, and the actors that stand alone."""
    ids = facts.lines.ids
    named = [tuple(ids[index] for index in part) for part in parts(facts.lines)]
    return [part for part in named if len(part) > 1], [part[0] for part in named if len(part) == 1]
