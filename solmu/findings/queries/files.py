"""The only place that reads a file's network as a map is read, and lays out for programs what it tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from solmu.analysis.rules.measuring import GROUP, snapshot_of_dataset
from solmu.analysis.slots import FileReading
from solmu.findings.queries.facts import either_way
from solmu.findings.queries.reports.files import facts_of_dataset
from solmu.findings.queries.telling import by_reason, told, town_names
from solmu.findings.queries.words import sentence
from solmu.findings.rules.facts import Facts, Finding
from solmu.findings.rules.reading import read
from solmu.formats.dataset import Dataset


def reading_of_file(dataset: Dataset, group: str | None, on: date) -> FileReading:
    """Return what a file tells: its actors as they are in it, not folded, so that findings rest on the same figures."""
    facts = facts_of_file(dataset, group, on=on)
    reading = read(facts)
    labels = {actor.ref: actor.label for actor in dataset.actors}
    labels |= town_names(reading.findings)
    held = by_reason(told(reading.withheld, facts.graph))
    return FileReading(
        findings=[_entry(one, labels) for one in reading.findings],
        withheld=[f"{', '.join(topics)}: {said.fact}" for said, topics in held],
    )


def facts_of_file(dataset: Dataset, group: str | None, *, on: date) -> Facts:
    """Return the facts of a file's own actors, with the groups by which its figures are taken."""
    facts = facts_of_dataset(dataset, on=on, level="person")
    grouped = snapshot_of_dataset(dataset, group, on=on).groups[group or GROUP]
    groups = {**facts.lines.groups, "sector": grouped}
    return replace(facts, lines=either_way(facts.arrows, groups))


def _entry(finding: Finding, labels: dict[str, str]) -> dict[str, Any]:
    said = sentence(finding, labels)
    return {
        "id": finding.id,
        "topic": finding.topic,
        "good": finding.good,
        "sentence": f"{said.fact} {said.meaning}",
        "actors": list(finding.actors),
        "ties": [list(pair) for pair in finding.ties],
        "method": finding.method,
        "answered": finding.answered,
        "estimate": finding.estimate,
    }
