"""The only place that takes what a report is made of from a file's dataset; no database is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from solmu.analysis.levels import PERSON, ActorFact, Level, LevelGraph, TieFact, roll_up
from solmu.findings.queries.facts import borne_by, plain_facts
from solmu.findings.queries.reports.gathering import Material, composed, person_word
from solmu.findings.queries.reports.writing import FORMS
from solmu.findings.queries.telling import MOST_DRAWN
from solmu.findings.rules.facts import Facts
from solmu.findings.rules.reading import read
from solmu.findings.rules.report import impersonal, nameless
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.mapping.rules.drawing import Drawing, Place, drawn
from solmu.registry.models import Sector
from solmu.sna.layout import canvas, positions


def material_of_dataset(
    dataset: Dataset, title: str, *, on: date, read_notes: tuple[str, ...] = ()
) -> Material:
    """Return what the report of a file is made of, on the level of organisations.

    Whoever the file calls a person is folded into where they belong, and named nowhere.
    """
    facts = facts_of_dataset(dataset, on=on)
    reading, personal = impersonal(read(facts), facts.graph)
    graph = nameless(facts.graph, person_word())
    return Material(
        title=title,
        facts=replace(facts, graph=graph),
        reading=reading,
        personal=personal,
        drawing=_drawing(graph),
        sources=None,
        read=read_notes,
    )


def write_report(
    dataset: Dataset, title: str, ending: str, *, on: date, notes: tuple[str, ...]
) -> bytes:
    """Write a file's report in the form that its ``ending`` names, in the language that is spoken now."""
    return FORMS[ending].write(
        composed(material_of_dataset(dataset, title, on=on, read_notes=notes))
    )


def facts_of_dataset(dataset: Dataset, *, on: date, level: Level = "organisation") -> Facts:
    """Return the facts of a file at a level, as far as a file tells them."""
    number = {row.ref: place for place, row in enumerate(dataset.actors, 1)}
    by_name = {row.label: number[row.ref] for row in dataset.actors}
    actors = [_actor(row, number, by_name) for row in dataset.actors]
    ties = [fact for row in dataset.ties for fact in _ties(row, number, dataset, on)]
    graph = roll_up(actors, ties, level=level, on=on, directed=dataset.directed)
    people = {one.pk: one.ref for one in actors if one.kind == PERSON}
    towns = {row.ref: row.municipality for row in dataset.actors if row.municipality}
    return replace(plain_facts(graph, towns), borne_by=borne_by(graph, people, ties))


def _actor(row: ActorRow, number: dict[str, int], by_name: dict[str, int]) -> ActorFact:
    above = number.get(row.parent) or by_name.get(row.parent)
    return ActorFact(
        pk=number[row.ref],
        ref=row.ref,
        label=row.label,
        kind=row.kind or "organisation",
        sector=row.sector if row.sector in Sector.values else "",
        municipality=row.municipality,
        asked=True,  # a file does not tell who was asked: the report says so instead
        belongs_to=(above,) if above and above != number[row.ref] else (),
    )


def _ties(row: TieRow, number: dict[str, int], dataset: Dataset, on: date) -> Iterator[TieFact]:
    over = (row.valid_to and row.valid_to < on) or (row.valid_from and row.valid_from > on)
    if over or row.source == row.target:
        return
    ends = [(row.source, row.target)]
    if row.direction != "forward" or not dataset.directed:
        ends.append((row.target, row.source))
    for source, target in ends:
        for content in row.contents or ("",):
            yield TieFact(
                source=number[source],
                target=number[target],
                content=content,
                status=row.status,
                frequency=row.frequency,
                closeness=row.closeness,
                weight=row.weight,
                confirmed_on=row.confirmed_on,
            )


def _drawing(graph: LevelGraph) -> Drawing | None:
    """Place everybody anew: a file does not tell where they stand."""
    if not 0 < len(graph.nodes) <= MOST_DRAWN:
        return None
    number = {node.pk: place for place, node in enumerate(graph.nodes)}
    width, height = canvas(len(number))
    laid = positions(
        len(number),
        [(number[edge.one], number[edge.other]) for edge in graph.edges],
        [node.sector for node in graph.nodes],
    )
    places = {
        node.pk: Place(x=x / width, y=y / height)
        for node, (x, y) in zip(graph.nodes, laid, strict=True)
    }
    return drawn(graph, places, canvas=(width, height))
