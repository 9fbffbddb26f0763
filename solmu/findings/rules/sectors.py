"""The only place that finds sectors which do not meet."""

from __future__ import annotations

from solmu.findings.rules.facts import Facts, Finding
from solmu.sna.measures.groups import Mixing, mixing


def strangers(facts: Facts) -> list[Finding]:
    """Between two sectors there are far fewer ties than chance would give; or no such pair is found."""
    thresholds = facts.thresholds
    between = [
        pair
        for pair in mixing(facts.lines)
        if pair.one != pair.other and pair.expected >= thresholds.expected_ties
    ]
    apart = [pair for pair in between if pair.ties <= pair.expected * thresholds.silo_share]
    if between and not apart:
        return [Finding(id="meeting", topic="sectors", good=True, slots={"n": len(between)}, method="TELL")]  # fmt: skip
    return [_silo(facts, pair) for pair in apart]


def _silo(facts: Facts, pair: Mixing) -> Finding:
    sectors = {node.ref: node.sector for node in facts.graph.nodes}
    members = tuple(ref for ref, sector in sectors.items() if sector in {pair.one, pair.other})
    across = tuple(
        (one, other) for one, other in facts.pairs(members) if sectors[one] != sectors[other]
    )
    return Finding(
        id="silo",
        topic="sectors",
        slots={"x": pair.one, "y": pair.other, "n": pair.ties, "m": pair.expected},
        actors=members,
        ties=across,
        # No tie at all weighs most; of those, where most were to be expected.
        weight=pair.expected - 100 * pair.ties / pair.expected,
        method="M14",
    )
