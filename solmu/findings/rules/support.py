"""The only place that finds what young people's support lacks: kinds nobody offers, and referrals that lead nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from solmu.analysis.rules.coverage import GOAL_AREAS, KINDS, Cell
from solmu.findings.rules.facts import Facts, Finding, Pair

REFERRAL = "referral"


def nobody_offers(facts: Facts) -> list[Finding]:
    """Kinds of support for one goal are offered by nobody anywhere, or by nobody in some municipality."""
    grid = facts.coverage
    if grid is None:
        return []
    empty = _by_kind(grid.of_state("gap"))
    if not empty:
        return [Finding(id="supported", topic="support", good=True, method="TELL")]
    found = []
    for goal in GOAL_AREAS:
        lacking = {kind: cells for (of, kind), cells in empty.items() if of == goal}
        nowhere = [kind for kind in KINDS if len(lacking.get(kind, ())) == len(grid.places)]
        somewhere = [kind for kind in KINDS if kind in lacking and kind not in nowhere]
        for id_, kinds in (("no_support_anywhere", nowhere), ("no_support", somewhere)):
            if kinds:
                squares = sum(len(lacking[kind]) for kind in kinds)
                found.append(_lacking(id_, goal, kinds, squares / len(grid.places)))
    return found


def _lacking(id_: str, goal: str, kinds: list[str], weight: float) -> Finding:
    return Finding(
        id=id_,
        topic="support",
        slots={"x": goal, "k": ",".join(kinds), "n": len(kinds)},
        # Guidance is missed more than information.
        weight=weight * 10 + _HEAVIER.get(kinds[-1], 0),
        method="M01",
    )


def only_the_ohjaamo(facts: Facts) -> list[Finding]:
    """Kinds of support come from the Ohjaamo alone."""
    grid = facts.coverage
    only = _by_kind(grid.of_state("ohjaamo_only")) if grid else {}
    if not only:
        return []
    offering = {pk for cells in only.values() for cell in cells for pk in cell.offered}
    actors = {facts.refs[pk] for pk in offering if pk in facts.refs}
    goals = [goal for goal in GOAL_AREAS if any(goal == of for of, _ in only)]
    return [
        Finding(
            id="ohjaamo_only",
            topic="support",
            slots={"x": ",".join(goals), "n": len(only)},
            actors=tuple(sorted(actors)),
            weight=len(only),
            method="M13",
        )
    ]


def broken_path(facts: Facts) -> list[Finding]:
    """From everyday life to education, or on to work, hardly anybody's referrals lead; or everybody's do."""
    referring = _referring(facts)
    found, whole = [], []
    for here, there in pairwise(GOAL_AREAS):
        begin, end = _offering(facts, here), _offering(facts, there)
        if not begin or not end:
            continue  # told as support that nobody offers
        # Whoever offers both leads on by itself.
        stuck = sorted(begin - end - _leading_to(end, referring))
        if not stuck:
            whole.append(here)
            continue
        if len(stuck) * 2 < len(begin - end):
            continue
        found.append(
            Finding(
                id="gap" if len(stuck) == len(begin - end) else "gap_for_most",
                topic="path",
                slots={"x": here, "y": there, "n": len(stuck), "m": len(begin - end)},
                actors=tuple(stuck),
                ties=_among(facts, stuck, end),
                weight=len(stuck) / len(begin),
                method="M30",
            )
        )
    if len(whole) == len(GOAL_AREAS) - 1:
        return [Finding(id="continuum", topic="path", good=True, method="TELL")]
    return found


_HEAVIER = {"guidance": 0.5, "advice": 0.25}


def _by_kind(cells: Iterable[Cell]) -> dict[tuple[str, str], list[Cell]]:
    found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        found[cell.goal_area, cell.kind].append(cell)
    return found


def _offering(facts: Facts, goal: str) -> set[str]:
    return {ref for ref, goals in facts.goals.items() if goal in goals}


def _referring(facts: Facts) -> dict[str, set[str]]:
    """Return for each actor who refers young people to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for edge in facts.edges:
        one, other = facts.ref(edge.one), facts.ref(edge.other)
        for way in edge.ways:
            if way.content == REFERRAL:
                if way.forward or not facts.graph.directed:
                    found[other].add(one)
                if way.back or not facts.graph.directed:
                    found[one].add(other)
    return found


def _leading_to(end: set[str], referring: dict[str, set[str]]) -> set[str]:
    """Return all whose referrals lead to some actors, through however many others."""
    seen, waiting = set(end), list(end)
    while waiting:
        new = referring.get(waiting.pop(), set()) - seen
        seen |= new
        waiting += new
    return seen


def _among(facts: Facts, stuck: Iterable[str], end: Iterable[str]) -> tuple[Pair, ...]:
    """Return the ties that there are between both sides, though no referral goes along them."""
    here, there = set(stuck), set(end)
    return tuple(
        (one, other) for one, other in facts.pairs(here | there) if (one in here) != (other in here)
    )
