"""The only place that decides which rows of a file are actors on the map already, and where they belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from solmu.formats import problems
from solmu.formats.dataset import ActorRow, Problem
from solmu.matching import Towns, fold
from solmu.registry.rules.correcting import RowProblem
from solmu.registry.rules.facts import Facts, Known
from solmu.registry.rules.resolving import makes_loop

# How a row or an actor is named in a plan: rows by ref, actors on the map by theirs.
Node = str


def row_node(ref: str) -> Node:
    """Return the node of a row of the file."""
    return f"row:{ref}"


def actor_node(ref: str) -> Node:
    """Return the node of an actor on the map."""
    return f"actor:{ref}"


def with_parents(rows: Sequence[ActorRow], facts: Facts) -> tuple[ActorRow, ...]:
    """Return ``rows`` with one more for every organisation that they belong to and nobody names.

    It is of the sector that all who belong to it share, for a contact list tells it of them only.
    """
    named = {row.ref for row in rows} | {
        fold(name) for row in rows for name in (row.label, *row.other_names)
    }
    named |= {fold(name) for actor in facts.actors for name in actor.names}
    new: dict[str, ActorRow] = {}
    for row in rows:
        folded = fold(row.parent)
        if not folded or row.parent in named or folded in named:
            continue
        if folded not in new:
            new[folded] = ActorRow(
                ref=f"parent:{folded}", label=row.parent, kind="organisation", sector=row.sector
            )
        elif new[folded].sector != row.sector:
            new[folded] = replace(new[folded], sector="")
    return (*rows, *new.values())


def known_rows(rows: Sequence[ActorRow], facts: Facts, towns: Towns) -> dict[str, Known]:
    """Return which rows are actors of the map: by an earlier import, or by name where nothing speaks against.

    Two rows are never the same actor by name alone: the one that fits best is, the other is asked about.
    """
    by_ref = {actor.ref: actor for actor in facts.actors}
    by_name: dict[str, list[Known]] = defaultdict(list)
    for actor in facts.actors:
        for name in dict.fromkeys(fold(name) for name in actor.names):
            by_name[name].append(actor)
    found: dict[str, Known] = {}
    taken: set[str] = set()
    waiting: list[tuple[int, int, ActorRow, Known]] = []
    for place, row in enumerate(rows):
        before = _known_before(row, facts, by_ref)
        if before is not None:
            found[row.ref] = before
            taken.add(before.ref)
            continue
        fitting = [one for one in by_name.get(fold(row.label), ()) if _fits(row, one, towns)]
        best = _clear_best(row, fitting, towns)
        if best is not None:
            waiting.append((-_agreement(row, best, towns), place, row, best))
    for _, _, row, actor in sorted(waiting, key=lambda one: one[:2]):
        if actor.ref not in taken or row.ref.startswith("map:"):
            found[row.ref] = actor
            taken.add(actor.ref)
    return found


def _known_before(row: ActorRow, facts: Facts, by_ref: Mapping[str, Known]) -> Known | None:
    if row.ref.startswith("map:"):
        return by_ref.get(row.ref.removeprefix("map:"))
    if row.ref in by_ref:
        return by_ref[row.ref]  # a file that Solmu wrote names actors by their own ids
    if facts.earlier is None:
        return None
    ref = facts.earlier.by_ref.get(row.ref) or facts.earlier.by_name.get(fold(row.label))
    return by_ref.get(ref) if ref else None


def _fits(row: ActorRow, actor: Known, towns: Towns) -> bool:
    if row.municipality and actor.town and towns.called(row.municipality) != actor.town:
        return False
    if row.kind and (row.kind == "person") != (actor.kind == "person"):
        return False
    return not (row.business_id and actor.business_id and row.business_id != actor.business_id)


def _agreement(row: ActorRow, actor: Known, towns: Towns) -> int:
    same_town = bool(row.municipality) and towns.called(row.municipality) == actor.town
    return 2 * same_town + (row.kind == actor.kind)


def _clear_best(row: ActorRow, fitting: Sequence[Known], towns: Towns) -> Known | None:
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    ranked = sorted(fitting, key=lambda actor: -_agreement(row, actor, towns))
    first, second = (_agreement(row, actor, towns) for actor in ranked[:2])
    return ranked[0] if first > second else None


def belongings(
    rows: Sequence[ActorRow], places: Mapping[str, Node], facts: Facts, towns: Towns
) -> tuple[dict[str, Node], list[RowProblem]]:
    """Return for each row the node that it belongs to; what would belong to itself becomes a problem.

    ``places`` gives the node that a row's actor is.
    """
    finder = _Finder(rows, places, facts, towns)
    parents: dict[Node, set[Node]] = defaultdict(set)
    for actor, above in facts.parents.items():
        parents[actor_node(actor)] |= {actor_node(one) for one in above}
    numbers: dict[Node, int] = {}
    graph: dict[int, set[int]] = defaultdict(set)

    def number(node: Node) -> int:
        return numbers.setdefault(node, len(numbers))

    for node, found in parents.items():
        graph[number(node)] |= {number(one) for one in found}
    placed: dict[str, Node] = {}
    told: list[RowProblem] = []
    for row in rows:
        parent = finder.parent_of(row)
        here = places[row.ref]
        if not parent or parent == here:
            continue
        if makes_loop(graph, number(here), number(parent)):
            problem = Problem(
                code=problems.BELONGING_LOOP, sheet=row.sheet, row=row.row, value=row.parent
            )
            told.append(RowProblem(key=f"loop:{row.ref}", problem=problem))
            continue
        graph[number(here)].add(number(parent))
        placed[row.ref] = parent
    return placed, told


class _Finder:
    def __init__(
        self,
        rows: Sequence[ActorRow],
        places: Mapping[str, Node],
        facts: Facts,
        towns: Towns,
    ) -> None:
        self._towns = towns
        self._places = places
        self._refs = {row.ref: row for row in rows}
        self._rows: dict[str, list[ActorRow]] = defaultdict(list)
        for row in rows:
            for name in dict.fromkeys(fold(name) for name in (row.label, *row.other_names)):
                self._rows[name].append(row)
        self._known: dict[str, list[Known]] = defaultdict(list)
        for actor in facts.actors:
            for name in dict.fromkeys(fold(name) for name in actor.names):
                self._known[name].append(actor)

    def parent_of(self, row: ActorRow) -> Node:
        if not row.parent:
            return ""
        exact = self._refs.get(row.parent)
        if exact is not None and exact is not row:
            return self._places[exact.ref]
        name = fold(row.parent)
        rows = [one for one in self._rows.get(name, ()) if one is not row and one.kind != "person"]
        if rows:
            near = [one for one in rows if one.municipality == row.municipality]
            return self._places[(near or rows)[0].ref]
        known = [one for one in self._known.get(name, ()) if one.kind != "person"]
        if known:
            town = self._towns.called(row.municipality) if row.municipality else ""
            near_known = [one for one in known if one.town == town]
            return actor_node((near_known or known)[0].ref)
        return ""


def with_kind(row: ActorRow, parent: Node) -> ActorRow:
    """Return ``row`` with the kind that it goes by when it states none: what belongs to another is a unit."""
    return row if row.kind else replace(row, kind="unit" if parent else "organisation")
