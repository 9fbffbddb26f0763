"""The only place that compares a map with the same map a year before: what is fewer, what is more."""

from __future__ import annotations

from solmu.findings.rules.facts import Facts, Finding, Pair
from solmu.findings.rules.one_way import give_and_take


def known_in_both(facts: Facts) -> frozenset[str]:
    """Return the actors whose ties can be compared: present on both days, and asked in both if anybody was.

    Whoever was asked only once would seem to have gained or lost ties that somebody merely told, or no longer told.
    """
    if facts.earlier is None:
        return frozenset()
    now, then = facts.graph.nodes, facts.earlier.graph.nodes
    if any(node.asked for node in (*now, *then)):
        now, then = (tuple(node for node in nodes if node.asked) for nodes in (now, then))
    return frozenset(node.ref for node in now) & frozenset(node.ref for node in then)


def changed_ties(facts: Facts) -> list[Finding]:
    """Among the actors known in both there are clearly fewer ties than a year before, or clearly more."""
    now, then = _ties(facts)
    if len(then) < facts.thresholds.fewest_compared:
        return []
    change = (len(now) - len(then)) / len(then)
    if abs(change) < facts.thresholds.clear_change:
        return []
    fewer = change < 0
    evidence = sorted(then - now if fewer else now - then)
    return [
        Finding(
            id="fewer_ties" if fewer else "more_ties",
            topic="change",
            good=not fewer,
            slots={"n": len(now), "m": len(then), "d": _day(facts)},
            actors=tuple(dict.fromkeys(ref for pair in evidence for ref in pair)),
            ties=tuple(evidence),
            weight=10 - 10 * change,
            method="M36" if fewer else "TELL",
        )
    ]


def lost_touch(facts: Facts) -> list[Finding]:
    """Actors had ties a year before and have none to anybody now."""
    if facts.earlier is None:
        return []
    known = known_in_both(facts)
    tied = {ref for pair in facts.pairs(facts.lines.ids) for ref in pair}
    before = facts.earlier.pairs(facts.earlier.lines.ids)
    gone = [ref for ref in sorted(known) if ref not in tied and any(ref in pair for pair in before)]
    if not gone:
        return []
    one = len(gone) == 1
    return [
        Finding(
            id="lost_one" if one else "lost_many",
            topic="change",
            slots={"a": gone[0], "d": _day(facts)} if one else {"n": len(gone), "d": _day(facts)},
            actors=tuple(gone),
            weight=5 + len(gone),
            method="M07",
        )
    ]


def changed_give_and_take(facts: Facts) -> list[Finding]:
    """Where giving and taking is expected, clearly fewer ties than a year before go both ways, or clearly more."""
    earlier = facts.earlier
    if earlier is None or not facts.graph.directed:
        return []
    known = known_in_both(facts)
    now, then = give_and_take(facts, known), give_and_take(earlier, known)
    if min(len(now), len(then)) < facts.thresholds.fewest_compared:
        return []
    p, q = (sum(both.values()) / len(both) for both in (now, then))
    if abs(p - q) < facts.thresholds.clear_change:
        return []
    worse = p < q
    # What went both ways then and does no more; or the other way round.
    evidence = tuple(
        pair for pair, both in now.items() if both is not worse and then.get(pair) is worse
    )
    return [
        Finding(
            id="hears_less" if worse else "hears_more",
            topic="one_way",
            good=not worse,
            slots={"p": p, "q": q, "d": _day(facts)},
            actors=tuple(dict.fromkeys(ref for pair in evidence for ref in pair)),
            ties=evidence,
            weight=8 + q - p,
            method="M07" if worse else "TELL",
        )
    ]


def _ties(facts: Facts) -> tuple[set[Pair], set[Pair]]:
    """Return the lines among the actors known in both, now and then, each pair in one order."""
    if facts.earlier is None:
        return set(), set()
    known = known_in_both(facts)
    now, then = (
        {(min(pair), max(pair)) for pair in each.pairs(known)} for each in (facts, facts.earlier)
    )
    return now, then


def _day(facts: Facts) -> str:
    return facts.earlier.on.isoformat() if facts.earlier else ""
