"""The only place that finds how much of a network goes through its Ohjaamo, and what would remain without it."""

from __future__ import annotations

from solmu.analysis.rules.coverage import OHJAAMO
from solmu.findings.rules.facts import MOST_ROUTED, SAMPLED, Facts, Finding
from solmu.sna.measures.centralization import centralization
from solmu.sna.measures.parts import parts
from solmu.sna.measures.position import betweenness
from solmu.sna.result import Undefined


def ohjaamos(facts: Facts) -> list[str]:
    """Return the Ohjaamo, or the several of a wide area."""
    return [node.ref for node in facts.graph.nodes if node.sector == OHJAAMO]


def star(facts: Facts) -> list[Finding]:
    """So many ties are with the Ohjaamo that the others hardly meet; or they still reach each other without it."""
    centres = set(ohjaamos(facts))
    ids = facts.lines.ids
    pairs = [(ids[one], ids[other]) for one, other in facts.lines.pairs()]
    theirs = tuple(pair for pair in pairs if centres.intersection(pair))
    if not theirs:
        return []
    apart = _apart_without(facts, centres)
    share = len(theirs) / len(pairs)
    lean, estimate = _lean(facts, centres)
    slots = {"p": share, "n": len(apart), "m": facts.lines.n - len(centres)}
    limits = facts.thresholds
    if share >= limits.ohjaamo_share or lean >= limits.star:
        return [
            Finding(
                id="ohjaamo_hub_apart" if apart else "ohjaamo_hub",
                topic="ohjaamo",
                slots=slots,
                actors=(*sorted(centres), *apart),
                ties=theirs,
                weight=share,
                method="M14",
                estimate=estimate,
            )
        ]
    if apart:
        return []
    return [Finding(id="ohjaamo_shared", topic="ohjaamo", good=True, slots=slots, method="TELL")]


def _lean(facts: Facts, centres: set[str]) -> tuple[float, bool]:
    """Return how much of a star a map is, if the Ohjaamo is its middle, and whether that is an estimate."""
    lines = facts.lines
    some = SAMPLED if lines.n > MOST_ROUTED else None
    between = betweenness(lines, some)
    middle = max(range(lines.n), key=between.__getitem__)
    found = centralization(lines, some)
    if lines.ids[middle] not in centres or isinstance(found, Undefined):
        return 0.0, some is not None
    return found["betweenness"], some is not None


def _apart_without(facts: Facts, centres: set[str]) -> tuple[str, ...]:
    """Return who has a tie now and would be apart from the largest part of the others without the Ohjaamo."""
    lines = facts.lines
    tied = {index for pair in lines.pairs() for index in pair}
    others = [index for index in sorted(tied) if lines.ids[index] not in centres]
    left = lines.among(others)
    return tuple(left.ids[index] for part in parts(left)[1:] for index in part)
