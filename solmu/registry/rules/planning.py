"""The only place that says what a file would do to the map: what is new, what changes, what may be double."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from solmu.formats import problems
from solmu.formats.dataset import ActorRow, Dataset, Problem, TieRow
from solmu.matching import Party, Towns, find_doubles, fold
from solmu.registry.rules.answers import Answers
from solmu.registry.rules.comparing import (
    PlannedChange,
    TieComparison,
    actor_changes,
    business_id_of,
    contacts_of,
)
from solmu.registry.rules.correcting import RowProblem, corrected
from solmu.registry.rules.facts import Facts, Known
from solmu.registry.rules.placing import (
    Node,
    actor_node,
    belongings,
    known_rows,
    row_node,
    with_kind,
    with_parents,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDouble:
    """A row that may be an actor on the map, or another row; ``ours`` is the node it may be."""

    key: str
    row: ActorRow
    ours: Node
    score: float
    reasons: tuple[str, ...]
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTie:
    """A tie with the nodes of its ends. ``fate``: new, seconded (others say so too), changed or unchanged."""

    key: str
    tie: TieRow
    source: Node
    target: Node
    fate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would happen. ``places`` gives each row's node: its own, or the actor or row that it means."""

    actors: tuple[ActorRow, ...]
    places: Mapping[str, Node]
    parents: Mapping[str, Node]
    ties: tuple[PlannedTie, ...]
    changes: tuple[PlannedChange, ...]
    doubles: tuple[PlannedDouble, ...]
    problems: tuple[RowProblem, ...]
    omitted: tuple[TieRow, ...] = ()
    directed: bool = True
    towns: Towns = field(default_factory=lambda: Towns({}))

    def new_actors(self) -> Iterator[ActorRow]:
        """Yield the rows that come to the map as actors of their own."""
        return (row for row in self.actors if self.places[row.ref] == row_node(row.ref))


def understand(dataset: Dataset, facts: Facts, answers: Answers | None = None) -> Plan:
    """Compare a file with a network, as far as ``answers`` go.

    What is not answered: doubles stay apart, problems as suggested, everything else is taken.
    """
    answers = answers or Answers()
    fixed = corrected(dataset, facts, answers)
    towns = Towns(facts.towns)
    rows = with_parents(fixed.actors, facts)
    known = known_rows(rows, facts, towns)
    doubles = list(_doubles(rows, known, facts, answers, towns))
    rows = tuple(row for row in rows if f"actor:{row.ref}" not in answers.without)
    places = _places(rows, known, doubles)
    parents, loops = belongings(rows, places, facts, towns)
    rows = tuple(
        with_kind(row, parents.get(row.ref, "")) if places[row.ref] == row_node(row.ref) else row
        for row in rows
    )
    ties, compared = _ties(fixed.ties, places, facts, answers)
    labels = {actor_node(one.ref): one.label for one in facts.actors}
    labels |= {row_node(row.ref): row.label for row in rows}
    changes = [
        *(one for row in rows if row.ref in known for one in actor_changes(
            row, known[row.ref], parents.get(row.ref, ""), labels, towns)),
        *compared.changes(labels),
    ]  # fmt: skip
    return Plan(
        actors=rows,
        places=places,
        parents=parents,
        ties=ties,
        changes=tuple(changes),
        doubles=tuple(doubles),
        problems=tuple(_in_order((*fixed.problems, *loops, *_odd_values(rows, towns)), dataset)),
        omitted=tuple(_omitted(ties, facts)),
        directed=dataset.directed,
        towns=towns,
    )


def _doubles(
    rows: Sequence[ActorRow],
    known: Mapping[str, Known],
    facts: Facts,
    answers: Answers,
    towns: Towns,
) -> Iterator[PlannedDouble]:
    new = {row.ref: row for row in rows if row.ref not in known and not row.ref.startswith("map:")}
    by_node = {actor_node(one.ref) for one in facts.actors}
    found = find_doubles(
        [_party_of_row(row) for row in new.values()],
        [_party_of(actor) for actor in facts.actors],
        towns=towns,
    )
    for double in found:
        row = new[double.one.removeprefix("row:")]
        on_map = double.other in by_node
        if on_map and (fold(row.ref), double.other.removeprefix("actor:")) in facts.apart:
            continue
        key = f"{row.ref}~{double.other}"
        yield PlannedDouble(
            key=key,
            row=row,
            ours=double.other,
            score=double.score,
            reasons=double.reasons,
            answer=answers.doubles.get(key, "later"),
        )


def _party_of_row(row: ActorRow) -> Party:
    contacts = contacts_of(row)
    return Party(
        key=row_node(row.ref),
        names=(row.label, *row.other_names),
        town=row.municipality,
        kind=row.kind,
        parent=row.parent,
        business_id=business_id_of(row.business_id),
        emails=tuple(value for kind, value in contacts if kind == "email"),
        phones=tuple(value for kind, value in contacts if kind == "phone"),
    )


def _party_of(actor: Known) -> Party:
    return Party(
        key=actor_node(actor.ref),
        names=actor.names,
        town=actor.town,
        kind=actor.kind,
        business_id=actor.business_id,
        emails=actor.contacts.get("email", ()),
        phones=actor.contacts.get("phone", ()),
    )


def _places(
    rows: Sequence[ActorRow], known: Mapping[str, Known], doubles: Sequence[PlannedDouble]
) -> dict[str, Node]:
    places = {
        row.ref: actor_node(known[row.ref].ref) if row.ref in known else row_node(row.ref)
        for row in rows
    }
    same = {row_node(one.row.ref): one.ours for one in doubles if one.answer == "same"}
    for ref, node in places.items():
        seen = {node}
        while node in same and same[node] not in seen:
            node = same[node]
            seen.add(node)
        # A row that means another one means whoever that one is.
        other = node.removeprefix("row:")
        places[ref] = node if other == ref or other not in known else actor_node(known[other].ref)
    return places


def _ties(
    ties: Sequence[tuple[str, TieRow]], places: Mapping[str, Node], facts: Facts, answers: Answers
) -> tuple[tuple[PlannedTie, ...], TieComparison]:
    compared = TieComparison(facts.earlier)
    planned = []
    for key, tie in ties:
        if f"tie:{key}" in answers.without or not {tie.source, tie.target} <= places.keys():
            continue
        source, target = places[tie.source], places[tie.target]
        if source == target:
            continue
        fate, tie = compared.settled(key, tie, source, target, answers.without)
        if fate == "new" and _on_map(source, target, tie, facts):
            fate = "seconded"
        planned.append(PlannedTie(key=key, tie=tie, source=source, target=target, fate=fate))
    return tuple(planned), compared


def _on_map(source: Node, target: Node, tie: TieRow, facts: Facts) -> bool:
    pair = (source.removeprefix("actor:"), target.removeprefix("actor:"))
    ways = (pair,) if tie.direction == "forward" else (pair, pair[::-1])
    return all(way in facts.pairs for way in ways)


def _omitted(ties: Sequence[PlannedTie], facts: Facts) -> Iterator[TieRow]:
    """Yield what the earlier reading says and the new file does not."""
    if facts.earlier is None:
        return
    said = {frozenset((one.source, one.target)) for one in ties}
    for tie in facts.earlier.ties:
        if frozenset((actor_node(tie.source), actor_node(tie.target))) not in said:
            yield tie


def _in_order(found: Sequence[RowProblem], dataset: Dataset) -> list[RowProblem]:
    """Return problems by sheet, in the order of rows."""
    sheets = [row.sheet for row in dataset.actors] + [row.sheet for row in dataset.ties]
    sheets += [one.problem.sheet for one in found]
    places = {sheet: place for place, sheet in enumerate(dict.fromkeys(sheets))}
    return sorted(found, key=lambda one: (places[one.problem.sheet], one.problem.row or 0))


def _odd_values(rows: Sequence[ActorRow], towns: Towns) -> Iterator[RowProblem]:
    for row in rows:
        if row.municipality and not towns.named(row.municipality):
            yield _odd_value("town", row, "municipality")
        if row.business_id and not business_id_of(row.business_id):
            yield _odd_value("business", row, "business_id")


def _odd_value(key: str, row: ActorRow, field: str) -> RowProblem:
    problem = Problem(
        code=problems.UNKNOWN_VALUE,
        sheet=row.sheet,
        row=row.row,
        field=field,
        value=getattr(row, field),
    )
    return RowProblem(key=f"{key}:{row.ref}", problem=problem)
