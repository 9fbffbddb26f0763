"""The only place that finds how much of a map has grown old."""

from __future__ import annotations

from datetime import timedelta

from solmu.findings.rules.facts import Facts, Finding


def unconfirmed(facts: Facts) -> list[Finding]:
    """Ties that nobody has confirmed for long; who never said when is not blamed."""
    limit = facts.on - timedelta(days=facts.thresholds.old_after_days)
    old = [edge for edge in facts.edges if edge.confirmed_on and edge.confirmed_on < limit]
    if not old:
        return []
    pairs = tuple((facts.ref(edge.one), facts.ref(edge.other)) for edge in old)
    return [
        Finding(
            id="stale",
            topic="age",
            slots={"n": len(old)},
            actors=tuple(dict.fromkeys(ref for pair in pairs for ref in pair)),
            ties=pairs,
            weight=len(old),
            method="M09",
        )
    ]
