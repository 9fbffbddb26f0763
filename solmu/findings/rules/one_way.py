"""The only place that finds what goes one way only, and how much is answered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from solmu.analysis.levels import Edge
from solmu.findings.rules.facts import Facts, Finding, Pair

# What one expects to come back in kind; a referral needs no referral back, but some word of how it went.
GIVE_AND_TAKE = ("information", "joint_work", "expertise", "consultation")


def unanswered_givers(facts: Facts) -> list[Finding]:
    """Several actors give to one and nothing at all comes back to any of them."""
    givers: dict[int, list[tuple[int, Edge]]] = defaultdict(list)
    for giver, receiver, edge in _one_way(facts):
        givers[receiver].append((giver, edge))
    found = []
    for receiver, given in givers.items():
        content, n = _commonest(edge for _, edge in given)
        if n < facts.thresholds.one_way_givers:
            continue
        giving = [giver for giver, edge in given if content in edge.contents]
        refs = (facts.ref(receiver), *(facts.ref(giver) for giver in giving))
        found.append(
            Finding(
                id="one_way_many",
                topic="one_way",
                slots={"b": refs[0], "n": n, "c": content},
                actors=refs,
                ties=tuple((giver, refs[0]) for giver in refs[1:]),
                weight=10 + n,
                method="M07",
            )
        )
    return found


def one_way_pair(facts: Facts) -> list[Finding]:
    """What is meant to be given and taken goes one way: the most frequent such tie."""
    candidates = [
        (edge.frequency or 0, giver, receiver, content)
        for giver, receiver, edge in _one_way(facts)
        for content in edge.contents
        if content in GIVE_AND_TAKE
    ]
    if not candidates:
        return []
    often, giver, receiver, content = max(candidates, key=lambda one: (one[0], -one[1], -one[2]))
    pair = facts.ref(giver), facts.ref(receiver)
    return [
        Finding(
            id="one_way",
            topic="one_way",
            slots={"a": pair[0], "b": pair[1], "c": content},
            actors=pair,
            ties=(pair,),
            weight=often,
            method="M07",
        )
    ]


def answered_ties(facts: Facts) -> list[Finding]:
    """How many of the ties that are for giving and taking go both ways: most, or few."""
    if not facts.graph.directed:
        return []
    both = give_and_take(facts)
    if not both:
        return []
    share = sum(both.values()) / len(both)
    good = share >= facts.thresholds.mutual_share
    wanted = tuple(pair for pair, mutual in both.items() if mutual == good)
    return [
        Finding(
            id="reciprocal" if good else "mostly_one_way",
            topic="one_way",
            good=good,
            slots={"p": share if good else 1 - share, "n": len(wanted), "m": len(both)},
            ties=wanted,
            answered=_share_among_answered(facts) if good else None,
            weight=5.0,
            method="TELL" if good else "M16",
        )
    ]


def give_and_take(facts: Facts, among: Collection[str] | None = None) -> dict[Pair, bool]:
    """Return the ties on which giving and taking is expected, and whether anything at all goes each way on them.

    These are the ties with such a content, and those of which nobody said what passes. ``among`` leaves only
    ties whose both ends are in it.
    """
    found = {}
    for edge in facts.edges:
        one, other = sorted((facts.ref(edge.one), facts.ref(edge.other)))
        if among is not None and not (one in among and other in among):
            continue
        if not edge.contents or any(content in GIVE_AND_TAKE for content in edge.contents):
            found[one, other] = edge.mutual
    return found


def _share_among_answered(facts: Facts) -> float | None:
    if all(node.asked for node in facts.graph.nodes):
        return None
    among = give_and_take(facts, {node.ref for node in facts.graph.nodes if node.asked})
    return sum(among.values()) / len(among) if among else None


def _one_way(facts: Facts) -> Iterator[tuple[int, int, Edge]]:
    """Go through the ties of which nothing goes back, as giver, receiver and tie."""
    if not facts.graph.directed:
        return
    for edge in facts.edges:
        if edge.forward and not edge.back:
            yield edge.one, edge.other, edge
        elif edge.back and not edge.forward:
            yield edge.other, edge.one, edge


def _commonest(edges: Iterator[Edge]) -> tuple[str, int]:
    counted = Counter(content for edge in edges for content in edge.contents)
    return min(counted.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
