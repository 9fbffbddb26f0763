"""The only place that gathers the rules, and decides of which topics nothing can be said yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from solmu.findings.rules.age import unconfirmed
from solmu.findings.rules.centre import ohjaamos, star
from solmu.findings.rules.core import core_and_newcomers
from solmu.findings.rules.facts import (
    FIRST_FIVE,
    MOST_TOLD,
    Facts,
    Finding,
    Rule,
    Topic,
    Withheld,
)
from solmu.findings.rules.middle import held_together
from solmu.findings.rules.missing import named_not_invited, without_sector
from solmu.findings.rules.one_way import answered_ties, one_way_pair, unanswered_givers
from solmu.findings.rules.sectors import (
    sectors_inward,
    strangers,
    towns_apart,
    towns_inward,
)
from solmu.findings.rules.shape import in_fragments, in_one_piece, standing_alone
from solmu.findings.rules.since import (
    changed_give_and_take,
    changed_ties,
    known_in_both,
    lost_touch,
)
from solmu.findings.rules.support import (
    REFERRAL,
    broken_path,
    nobody_offers,
    only_the_ohjaamo,
)
from solmu.findings.rules.sureness import Grounds
from solmu.findings.rules.threads import holds_without_any, on_one_person, only_way

RULES: dict[Topic, tuple[Rule, ...]] = {
    "shape": (in_one_piece, in_fragments, standing_alone),
    "one_way": (unanswered_givers, changed_give_and_take, answered_ties, one_way_pair),
    "middle": (held_together,),
    "threads": (only_way, on_one_person, holds_without_any),
    "sectors": (strangers, sectors_inward),
    "towns": (towns_apart, towns_inward),
    "missing": (without_sector, named_not_invited),
    "support": (nobody_offers, only_the_ohjaamo),
    "path": (broken_path,),
    "ohjaamo": (star,),
    "core": (core_and_newcomers,),
    "change": (changed_ties, lost_touch),
    "age": (unconfirmed,),
}
# These speak of ties that somebody would have had to name; silence of many would make them wrong.
NEED_ANSWERS: frozenset[Topic] = frozenset(
    {"one_way", "middle", "threads", "sectors", "towns", "path", "ohjaamo", "core"}
)
# These compare with the map of a year before.
NEED_EARLIER: frozenset[Topic] = frozenset({"core", "change"})
# These read what is offered, not who is tied to whom.
NEED_NO_TIES: frozenset[Topic] = frozenset({"missing", "support", "age"})


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a map tells at one level, and what it does not tell yet; of how many asked how many answered.

    ``untold`` counts for a topic the findings beyond those told: a large map has thousands of some.
    """

    findings: tuple[Finding, ...]
    withheld: tuple[Withheld, ...]
    asked: int = 0
    answered: int = 0
    untold: Mapping[Topic, int] = field(default_factory=dict)

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
    untold: dict[Topic, int] = {}
    grounds = Grounds.of(facts)
    for topic, rules in RULES.items():
        held = withholding(facts, topic)
        if held is not None:
            withheld.append(held)
            continue
        found = [finding for rule in rules for finding in rule(facts)]
        # The shape of the whole is told before what is the matter with it.
        found.sort(key=lambda one: (one.good and topic != "shape", -one.weight))
        findings += [grounds.judge(finding) for finding in found[:MOST_TOLD]]
        if len(found) > MOST_TOLD:
            untold[topic] = len(found) - MOST_TOLD
    return Reading(tuple(findings), tuple(withheld), facts.asked, facts.answered, untold)


def withholding(facts: Facts, topic: Topic) -> Withheld | None:
    """Return why nothing can be said of ``topic``, or None when something can."""
    actors, limits = len(facts.graph.nodes), facts.thresholds
    if topic == "age" or (topic == "ohjaamo" and not ohjaamos(facts)):
        return None
    if actors < limits.fewest_actors:
        return Withheld(topic=topic, reason="few_actors", have=actors, of=limits.fewest_actors)
    if topic == "support" and facts.coverage is None:
        return Withheld(topic=topic, reason="no_services")
    unstated = not any(facts.lines.groups["sector"])
    if unstated and (topic == "sectors" or (topic == "missing" and not facts.named_by)):
        return Withheld(topic=topic, reason="not_stated")
    if topic in NEED_NO_TIES:
        return None
    if not facts.edges:
        return Withheld(topic=topic, reason="no_ties")
    if topic in NEED_EARLIER:
        return _without_earlier(facts, topic)
    if topic == "one_way" and not facts.graph.directed:
        return Withheld(topic=topic, reason="undirected")
    if topic == "path" and not facts.goals:
        return Withheld(topic=topic, reason="no_services")
    if topic == "path" and not any(REFERRAL in edge.contents for edge in facts.edges):
        return Withheld(topic=topic, reason="no_referrals")
    few = facts.answered < facts.asked * limits.fewest_answers
    if topic in NEED_ANSWERS and few:
        return Withheld(topic=topic, reason="few_answers", have=facts.answered, of=facts.asked)
    return None


def _without_earlier(facts: Facts, topic: Topic) -> Withheld | None:
    """Return why a map cannot be compared with the one of a year before, or None when it can."""
    if facts.earlier is None:
        return Withheld(topic=topic, reason="no_earlier")
    known, least = len(known_in_both(facts)), facts.thresholds.fewest_actors
    if known < least:
        return Withheld(topic=topic, reason="few_in_both", have=known, of=least)
    return None
