"""The only place that says how sure a finding is: who of those concerned answered, and who else tells the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from solmu.findings.rules.facts import Facts, Finding, Sure, Sureness

# Of those concerned, or of the ties told: from which share on it is enough.
MOST, HALF = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Grounds:
    """What sureness rests on: who answered, and of each tie whether several tell it or both ends confirm it."""

    answered: Mapping[str, bool]
    told: Mapping[frozenset[str], bool]

    @classmethod
    def of(cls, facts: Facts) -> Grounds:
        """Gather the grounds of a map once for all its findings."""
        return cls(
            {node.ref: node.asked for node in facts.graph.nodes},
            {
                frozenset((facts.ref(edge.one), facts.ref(edge.other))): edge.said > 1
                or edge.both_ends
                for edge in facts.edges
            },
        )

    def judge(self, finding: Finding) -> Finding:
        """Say how sure ``finding`` is, from what it rests on; without evidence of its own, from the whole map.

        Sure: most of the actors concerned were asked and answered, and at least half of the ties are told by more
        than one source, or confirmed by both ends. Fairly sure: one of the two. Otherwise unsure: there is one
        source, or many who were not asked. What is read of services, sectors and aims rests on no answer: it is as
        sure as they are.
        """
        if not finding.actors and finding.topic in {"missing", "support"}:
            return finding
        concerned = set(finding.actors) or set(self.answered)
        answered = sum(self.answered[ref] for ref in concerned if ref in self.answered)
        ties = self._ties(finding)
        told = sum(ties)
        enough = (answered >= MOST * len(concerned)) + (bool(ties) and told >= HALF * len(ties))
        level: Sureness = "sure" if enough == 2 else "fairly" if enough else "unsure"
        sure = Sure(
            level=level, answered=answered, actors=len(concerned), told=told, ties=len(ties)
        )
        return replace(finding, sure=sure)

    def _ties(self, finding: Finding) -> list[bool]:
        """Return of its own ties whether they are told by several; of actors without such, of theirs; else of all."""
        if finding.ties:
            pairs = {frozenset(pair) for pair in finding.ties}
            return [self.told[pair] for pair in pairs if pair in self.told]
        concerned = set(finding.actors)
        return [told for pair, told in self.told.items() if not concerned or pair & concerned]
