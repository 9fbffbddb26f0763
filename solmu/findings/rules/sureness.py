"""The only place that says how sure a finding is: who of those concerned answered, and who else tells the same."""

from __future__ import annotations

from dataclasses import replace

from solmu.analysis.levels import Edge
from solmu.findings.rules.facts import Facts, Finding, Sure, Sureness

# Of those concerned, or of the ties told: from which share on it is enough.
MOST, HALF = 0.8, 0.5


def with_sureness(finding: Finding, facts: Facts) -> Finding:
    """Say how sure ``finding`` is, from what it rests on; without evidence of its own, from the whole map.

    Sure: most of the actors concerned were asked and answered, and at least half of the ties are told by more
    than one source, or confirmed by both ends. Fairly sure: one of the two. Otherwise unsure: there is one source,
    or many who were not asked. What is read of services and sectors rests on no answer: it is as sure as they are.
    """
    if not finding.actors and finding.topic in {"missing", "support"}:
        return finding
    concerned = set(finding.actors) or {node.ref for node in facts.graph.nodes}
    answered = sum(node.asked for node in facts.graph.nodes if node.ref in concerned)
    edges = _rests_on(finding, facts)
    told = sum(edge.said > 1 or edge.both_ends for edge in edges)
    enough = (answered >= MOST * len(concerned)) + (told >= HALF * len(edges) and bool(edges))
    level: Sureness = "sure" if enough == 2 else "fairly" if enough else "unsure"
    return replace(
        finding,
        sure=Sure(
            level=level, answered=answered, actors=len(concerned), told=told, ties=len(edges)
        ),
    )


def _rests_on(finding: Finding, facts: Facts) -> list[Edge]:
    """Return its own ties; of actors without such, theirs; without either, all."""
    ends = [(edge, {facts.ref(edge.one), facts.ref(edge.other)}) for edge in facts.edges]
    if finding.ties:
        pairs = {frozenset(pair) for pair in finding.ties}
        return [edge for edge, pair in ends if pair in pairs]
    concerned = set(finding.actors)
    return [edge for edge, pair in ends if not concerned or pair & concerned]
