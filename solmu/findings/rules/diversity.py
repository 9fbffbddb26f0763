"""The only place that counts the seven kinds of diversity by the deck's definitions (M34)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from solmu.analysis.levels import EXISTING, Edge, LevelGraph

Kind = Literal[
    "multi_expert", "multi_professional", "multi_administrative", "multi_sectoral", "multi_level",
    "multi_disciplinary", "multi_skilled",
]  # fmt: skip
Reason = Literal["", "not_asked", "no_roles", "few_administrations"]
# What the map cannot tell by itself: one small question each.
ASKED: tuple[Kind, ...] = ("multi_expert", "multi_level", "multi_disciplinary", "multi_skilled")
# Public administrations by the sectors of the map; an Ohjaamo is where they meet, not one of them.
ADMINISTRATIONS = ("education", "employment", "wellbeing", "youth")
# Working life and others beside the administrations.
BESIDE = ("business", "associations")
LEVELS = ("national", "regional", "organisation")
# Cooperation and decisions, and of these what is planned and done jointly.
COOPERATING = frozenset({"joint_work", "decisions", "consultation"})
JOINT = frozenset({"joint_work", "decisions"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a coordinator answered to the question of one kind."""

    words: str = ""
    levels: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()

    @property
    def listed(self) -> tuple[str, ...]:
        """What was listed, parted by commas or lines, each once."""
        parts = (" ".join(part.split()) for part in self.words.replace("\n", ",").split(","))
        return tuple({part.casefold(): part for part in parts if part}.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """One person's role in one organisation of the map."""

    person: int
    organisation: int
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiversityFacts:
    """The network at the level of organisations, its people's roles and ties, and what was answered."""

    graph: LevelGraph
    roles: tuple[Working, ...] = ()
    people: tuple[tuple[int, int], ...] = ()
    said: Mapping[str, Said] = field(default_factory=dict)

    @property
    def edges(self) -> list[Edge]:
        """The ties that exist."""
        return [edge for edge in self.graph.edges if edge.status == EXISTING]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One kind: how many ``of`` how many, the actors that it is seen in, and what is missing of it.

    ``count`` is None when nothing is known, for the ``reason`` that is given. ``missing`` holds sectors, pairs of
    sectors or levels by their codes.
    """

    kind: Kind
    count: int | None
    of: int | None = None
    reason: Reason = ""
    actors: tuple[str, ...] = ()
    missing: tuple[tuple[str, ...], ...] = ()
    slots: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_missing(self) -> bool:
        """Whether it is known that there is none of it: nothing to count, or no ties that would make it work."""
        return self.count == 0 or (bool(self.slots) and not any(self.slots.values()))


def count_kinds(facts: DiversityFacts) -> list[Counted]:
    """Count all seven, in the deck's order."""
    return [
        _experts(facts),
        _professions(facts),
        _administrations(facts),
        _beside(facts),
        _levels(facts),
        _listed(facts, "multi_disciplinary"),
        _listed(facts, "multi_skilled"),
    ]


def _experts(facts: DiversityFacts) -> Counted:
    """Administrations and the client in cooperation and decisions: those tied to whoever speaks for clients."""
    said = facts.said.get("multi_expert")
    if said is None:
        return Counted(kind="multi_expert", count=None, reason="not_asked")
    sectors, refs = _sectors(facts), _refs(facts)
    present = [one for one in ADMINISTRATIONS if one in sectors.values()]
    voices = {pk for pk, ref in refs.items() if ref in said.actors}
    beside: set[int] = set()
    for edge in facts.edges:
        if COOPERATING.intersection(edge.contents):
            for voice, other in ((edge.one, edge.other), (edge.other, edge.one)):
                if voice in voices and other not in voices:
                    beside.add(other)
    met = {sectors[pk] for pk in beside}
    return Counted(
        kind="multi_expert",
        count=sum(one in met for one in present),
        of=len(present),
        actors=_named(facts, voices | beside),
        missing=tuple((one,) for one in present if one not in met),
    )


def _professions(facts: DiversityFacts) -> Counted:
    """Professions that work together: people's roles, and their ties across and inside organisations."""
    roles: dict[int, set[str]] = {}
    homes: dict[int, set[int]] = {}
    for working in facts.roles:
        roles.setdefault(working.person, set()).add(working.role.casefold())
        homes.setdefault(working.person, set()).add(working.organisation)
    if not roles:
        return Counted(kind="multi_professional", count=None, reason="no_roles")
    between = within = 0
    seen: set[int] = set()
    for one, other in facts.people:
        if one not in roles or other not in roles or roles[one] & roles[other]:
            continue
        seen |= homes[one] | homes[other]
        shared = bool(homes[one] & homes[other])
        within, between = within + shared, between + (not shared)
    return Counted(
        kind="multi_professional",
        count=len(set().union(*roles.values())),
        actors=_named(facts, seen),
        slots={"between": between, "within": within},
    )


def _administrations(facts: DiversityFacts) -> Counted:
    """Pairs of administrations that plan or act jointly."""
    sectors = _sectors(facts)
    present = [one for one in ADMINISTRATIONS if one in sectors.values()]
    pairs = list(combinations(present, 2))
    if not pairs:
        return Counted(kind="multi_administrative", count=None, reason="few_administrations")
    met: set[frozenset[str]] = set()
    seen: set[int] = set()
    for edge in facts.edges:
        pair = frozenset((sectors[edge.one], sectors[edge.other]))
        if JOINT.intersection(edge.contents) and len(pair) == 2 and pair <= set(present):
            met.add(pair)
            seen |= {edge.one, edge.other}
    return Counted(
        kind="multi_administrative",
        count=len(met),
        of=len(pairs),
        actors=_named(facts, seen),
        missing=tuple(pair for pair in pairs if frozenset(pair) not in met),
    )


def _beside(facts: DiversityFacts) -> Counted:
    """Actors of working life and of associations that an administration has a tie to."""
    sectors = _sectors(facts)
    others = {pk for pk, sector in sectors.items() if sector in BESIDE}
    met: set[int] = set()
    seen: set[int] = set()
    for edge in facts.edges:
        for one, other in ((edge.one, edge.other), (edge.other, edge.one)):
            if one in others and sectors[other] in ADMINISTRATIONS:
                met.add(one)
                seen |= {one, other}
    joined = {sectors[pk] for pk in met}
    return Counted(
        kind="multi_sectoral",
        count=len(met),
        of=len(others),
        actors=_named(facts, seen),
        missing=tuple((one,) for one in BESIDE if one not in joined),
    )


def _levels(facts: DiversityFacts) -> Counted:
    said = facts.said.get("multi_level")
    if said is None:
        return Counted(kind="multi_level", count=None, reason="not_asked")
    return Counted(
        kind="multi_level",
        count=sum(one in said.levels for one in LEVELS),
        of=len(LEVELS),
        actors=_present(facts, said.actors),
        missing=tuple((one,) for one in LEVELS if one not in said.levels),
    )


def _listed(facts: DiversityFacts, kind: Kind) -> Counted:
    """What the network names itself: fields of science, or skills beside the profession."""
    said = facts.said.get(kind)
    if said is None:
        return Counted(kind=kind, count=None, reason="not_asked")
    return Counted(kind=kind, count=len(said.listed), actors=_present(facts, said.actors))


def _sectors(facts: DiversityFacts) -> dict[int, str]:
    return {node.pk: node.sector for node in facts.graph.nodes}


def _refs(facts: DiversityFacts) -> dict[int, str]:
    return {node.pk: node.ref for node in facts.graph.nodes}


def _named(facts: DiversityFacts, pks: Iterable[int]) -> tuple[str, ...]:
    """Return refs in the order in which the map lists its actors."""
    wanted = set(pks)
    return tuple(node.ref for node in facts.graph.nodes if node.pk in wanted)


def _present(facts: DiversityFacts, refs: Iterable[str]) -> tuple[str, ...]:
    wanted = set(refs)
    return tuple(node.ref for node in facts.graph.nodes if node.ref in wanted)
