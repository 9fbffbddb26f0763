"""The only place that finds who is not there: fields of work without an actor, and those named but never invited."""

from __future__ import annotations

from solmu.findings.rules.facts import Facts, Finding

# The fields that a young person's guidance draws on; an Ohjaamo is where they meet, and not every network has one.
ESSENTIAL = ("education", "employment", "wellbeing", "youth", "associations", "business")


def without_sector(facts: Facts) -> list[Finding]:
    """Fields of work have no actor at all on a map that otherwise says what its actors are."""
    there = {node.sector for node in facts.graph.nodes if node.sector}
    lacking = [sector for sector in ESSENTIAL if sector not in there]
    if not there:
        return []
    if not lacking:
        return [Finding(id="all_sectors", topic="missing", good=True, method="TELL")]
    return [
        Finding(
            id="missing",
            topic="missing",
            slots={"x": ",".join(lacking), "n": len(lacking)},
            weight=10 + len(lacking),
            method="M13",
        )
    ]


def named_not_invited(facts: Facts) -> list[Finding]:
    """Several answers name an actor whom nobody has asked and who has no member in the network."""
    unasked = {
        ref: n
        for ref, n in facts.named_by.items()
        if n >= facts.thresholds.named_by and ref not in facts.invited
    }
    ties = facts.pairs_by_end() if unasked else {}
    return [
        Finding(
            id="uninvited",
            topic="missing",
            slots={"a": ref, "n": n},
            actors=(ref,),
            ties=tuple(ties.get(ref, ())),
            weight=n,
            method="M13",
        )
        for ref, n in unasked.items()
    ]
