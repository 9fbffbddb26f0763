"""The only place that finds groups of actors which do not meet: sectors, and municipalities."""

from __future__ import annotations

from typing import Literal

from solmu.findings.rules.facts import Facts, Finding
from solmu.sna.comparisons.groups_by_chance import e_i_against_chance
from solmu.sna.measures.groups import Mixing, mixing
from solmu.sna.result import Undefined

Attribute = Literal["sector", "municipality"]


def strangers(facts: Facts) -> list[Finding]:
    """Between two sectors there are far fewer ties than chance would give; or no such pair is found."""
    return _strangers(facts, "sector")


def sectors_inward(facts: Facts) -> list[Finding]:
    """More ties stay inside sectors than with the same sectors dealt out at random."""
    return _inward(facts, "sector")


def towns_inward(facts: Facts) -> list[Finding]:
    """More ties stay inside municipalities than with the same municipalities dealt out at random."""
    return _inward(facts, "municipality")


def towns_apart(facts: Facts) -> list[Finding]:
    """Between two municipalities there are far fewer ties than chance would give; or no such pair is found."""
    return _strangers(facts, "municipality")


def _strangers(facts: Facts, attribute: Attribute) -> list[Finding]:
    thresholds = facts.thresholds
    mixed = tuple(mixing(facts.lines, attribute))
    between = [
        pair
        for pair in mixed
        if pair.one != pair.other and pair.expected >= thresholds.expected_ties
    ]
    apart = [pair for pair in between if pair.ties <= pair.expected * thresholds.silo_share]
    sectors = attribute == "sector"
    if between and not apart:
        return [
            Finding(
                id="meeting" if sectors else "town_meeting",
                topic="sectors" if sectors else "towns",
                good=True,
                slots={"n": len(between)},
                method="TELL",
            )
        ]
    return [_silo(facts, pair, attribute, mixed) for pair in apart]


def _inward(facts: Facts, attribute: Attribute) -> list[Finding]:
    """Read the E-I index against chance: groups keep their sizes, every tie its place."""
    found = e_i_against_chance(facts.lines, attribute)
    thresholds = facts.thresholds
    if isinstance(found, Undefined) or not found.spread or found.p_low > thresholds.by_chance:
        return []
    inside, by_chance = (1 - found.observed) / 2, (1 - found.mean) / 2
    if inside - by_chance < thresholds.clear_change:
        return []
    groups = dict(zip(facts.lines.ids, facts.lines.groups[attribute], strict=True))
    pairs = facts.pairs(facts.lines.ids)
    sectors = attribute == "sector"
    return [
        Finding(
            id="inward" if sectors else "town_inward",
            topic="sectors" if sectors else "towns",
            slots={"p": inside, "q": by_chance},
            ties=tuple(pair for pair in pairs if groups[pair[0]] == groups[pair[1]] != ""),
            weight=-1000.0,  # told after the pairs that a meeting can begin with
            method="M14",
            mixed=tuple(mixing(facts.lines, attribute)),
        )
    ]


def _silo(facts: Facts, pair: Mixing, attribute: Attribute, mixed: tuple[Mixing, ...]) -> Finding:
    groups = dict(zip(facts.lines.ids, facts.lines.groups[attribute], strict=True))
    members = tuple(ref for ref, group in groups.items() if group in {pair.one, pair.other})
    across = tuple(
        (one, other) for one, other in facts.pairs(members) if groups[one] != groups[other]
    )
    sectors = attribute == "sector"
    return Finding(
        id="silo" if sectors else "town_silo",
        topic="sectors" if sectors else "towns",
        slots={"x": pair.one, "y": pair.other, "n": pair.ties, "m": pair.expected},
        actors=members,
        ties=across,
        # No tie at all weighs most; of those, where most were to be expected.
        weight=pair.expected - 100 * pair.ties / pair.expected,
        method="M14",
        mixed=mixed,
    )
