"""The only place that gathers the rules, and decides of which topics nothing can be said yet."""

from __future__ import annotations

from dataclasses import dataclass

from solmu.findings.rules.age import unconfirmed
from solmu.findings.rules.facts import FIRST_FIVE, Facts, Finding, Rule, Topic, Withheld
from solmu.findings.rules.middle import held_together
from solmu.findings.rules.one_way import answered_ties, one_way_pair, unanswered_givers
from solmu.findings.rules.sectors import strangers
from solmu.findings.rules.shape import in_fragments, in_one_piece, standing_alone
from solmu.findings.rules.threads import holds_without_any, on_one_person, only_way

RULES: dict[Topic, tuple[Rule, ...]] = {
    "shape": (in_one_piece, in_fragments, standing_alone),
    "one_way": (unanswered_givers, answered_ties, one_way_pair),
    "middle": (held_together,),
    "threads": (only_way, on_one_person, holds_without_any),
    "sectors": (strangers,),
    "age": (unconfirmed,),
}
# These speak of ties that somebody would have had to name; silence of many would make them wrong.
NEED_ANSWERS: frozenset[Topic] = frozenset({"one_way", "middle", "threads", "sectors"})


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a map tells at one level, and what it does not tell yet."""

    findings: tuple[Finding, ...]
    withheld: tuple[Withheld, ...]

    @property
    def first_five(self) -> list[Finding | Withheld]:
        """The first reading: of each topic the heaviest finding, or why there is none."""
        told: list[Finding | Withheld] = []
        for topic in FIRST_FIVE:
            about = [one for one in self.findings if one.topic == topic]
            held = [one for one in self.withheld if one.topic == topic]
            told += about[:1] or held[:1]
        return told

    def about(self, ref: str) -> list[Finding]:
        """Return the findings that name an actor, not those in which it only stands among many."""
        return [one for one in self.findings if ref in (one.slots.get("a"), one.slots.get("b"))]


def read(facts: Facts) -> Reading:
    """Let every rule look at the facts: what calls for something first, then what carries."""
    findings: list[Finding] = []
    withheld: list[Withheld] = []
    for topic, rules in RULES.items():
        held = withholding(facts, topic)
        if held is not None:
            withheld.append(held)
            continue
        found = [finding for rule in rules for finding in rule(facts)]
        # The shape of the whole is told before what is the matter with it.
        findings += sorted(found, key=lambda one: (one.good and topic != "shape", -one.weight))
    return Reading(tuple(findings), tuple(withheld))


def withholding(facts: Facts, topic: Topic) -> Withheld | None:
    """Return why nothing can be said of ``topic``, or None when something can."""
    actors = len(facts.graph.nodes)
    if topic == "age":
        return None
    if actors < facts.thresholds.fewest_actors:
        return Withheld(
            topic=topic, reason="few_actors", have=actors, of=facts.thresholds.fewest_actors
        )
    if not facts.edges:
        return Withheld(topic=topic, reason="no_ties")
    if topic == "one_way" and not facts.graph.directed:
        return Withheld(topic=topic, reason="undirected")
    few = facts.answered < facts.asked * facts.thresholds.fewest_answers
    if topic in NEED_ANSWERS and few:
        return Withheld(topic=topic, reason="few_answers", have=facts.answered, of=facts.asked)
    return None
