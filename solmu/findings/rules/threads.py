"""The only place that finds what hangs by one thread: one actor, or one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from solmu.findings.rules.facts import Facts, Finding, Pair
from solmu.sna.measures.parts import parts
from solmu.sna.measures.threads import cut_off


def only_way(facts: Facts) -> list[Finding]:
    """Some reach the others only through one actor."""
    ids = facts.lines.ids
    by_end = facts.pairs_by_end()
    found = []
    for index, lost in enumerate(cut_off(facts.lines)):
        behind = [ids[other] for part in lost for other in part]
        if len(behind) < facts.thresholds.cut_off:
            continue
        actors = (ids[index], *behind)
        found.append(
            Finding(
                id="cut_point",
                topic="threads",
                slots={"a": ids[index], "n": len(behind)},
                actors=actors,
                ties=_among(actors, behind, by_end),
                weight=10 + len(behind),
                method="M30",
            )
        )
    return found


def on_one_person(facts: Facts) -> list[Finding]:
    """Several ties of an actor are kept up by one and the same of its people, and by nobody else."""
    found = []
    for actor, others in facts.borne_by.items():
        alone = {other: next(iter(who)) for other, who in others.items() if len(who) == 1}
        if not alone:
            continue
        person, n = Counter(alone.values()).most_common(1)[0]
        if n < facts.thresholds.ties_on_one_person:
            continue
        theirs = [other for other, who in alone.items() if who == person]
        found.append(
            Finding(
                id="one_person",
                topic="threads",
                slots={"a": actor, "n": n},
                actors=(actor, *theirs),
                ties=tuple((actor, other) for other in theirs),
                person=person,
                weight=n,
                method="M19",
            )
        )
    return found


def holds_without_any(facts: Facts) -> list[Finding]:
    """Whoever leaves, the others still reach each other."""
    if len(parts(facts.lines)) != 1 or any(cut_off(facts.lines)):
        return []
    return [Finding(id="redundant", topic="threads", good=True, method="TELL")]


def _among(
    actors: Sequence[str], behind: Sequence[str], by_end: Mapping[str, Sequence[Pair]]
) -> tuple[Pair, ...]:
    """Return the lines of those behind one actor, among themselves and with it."""
    inside = set(actors)
    found = (pair for ref in behind for pair in by_end.get(ref, ()) if inside.issuperset(pair))
    return tuple(dict.fromkeys(found))
