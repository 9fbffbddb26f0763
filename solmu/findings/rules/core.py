"""The only place that finds whether newcomers get into the core of a network, or stay outside."""

from __future__ import annotations

from solmu.findings.rules.facts import Facts, Finding
from solmu.sna.measures.core_periphery import core_periphery
from solmu.sna.result import Undefined


def newcomers(facts: Facts) -> list[str]:
    """Return the actors with ties whose first one is known from within the last year."""
    if facts.earlier is None:
        return []
    tied = {facts.lines.ids[end] for pair in facts.lines.pairs() for end in pair}
    return sorted(
        ref for ref, day in facts.joined_on.items() if day > facts.earlier.on and ref in tied
    )


def core_and_newcomers(facts: Facts) -> list[Finding]:
    """The network has a core, and no newcomer has a tie with anybody of it; or most have."""
    new = newcomers(facts)
    found = core_periphery(facts.lines)
    if len(new) < facts.thresholds.newcomers or isinstance(found, Undefined):
        return []
    if found.correlation < facts.thresholds.core_fit:
        return []
    core = {facts.lines.ids[index] for index in found.core} - set(new)
    met = [
        pair
        for pair in facts.pairs(facts.lines.ids)
        if core.intersection(pair) and set(new).intersection(pair)
    ]
    inside = set(new).intersection(end for pair in met for end in pair)
    if not core or (inside and len(inside) * 2 < len(new)):
        return []  # some are in and most are not: nothing that a sentence could say of all
    return [
        Finding(
            id="open_core" if inside else "closed",
            topic="core",
            good=bool(inside),
            slots={"n": len(inside) or len(new), "m": len(new)},
            actors=(*new, *sorted(core)),
            ties=tuple(met),
            weight=len(new),
            method="TELL" if inside else "M15",
        )
    ]
