"""The only place that says what a review shows of a plan, as JSON, and counts what will happen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.matching import Towns
from solmu.matching.doubles import is_well_founded
from solmu.registry.rules.answers import LEAVE, Answers
from solmu.registry.rules.facts import Facts
from solmu.registry.rules.planning import Plan, PlannedDouble, PlannedTie
from solmu.registry.rules.stored import to_json

Shown = Mapping[str, Any]


def shown(plan: Plan, dataset: Dataset, facts: Facts) -> dict[str, Any]:
    """Return what a person reviews; rows go by the keys that answers name."""
    rows = {f"row:{row.ref}": row for row in plan.actors}
    labels = {f"actor:{one.ref}": one.label for one in facts.actors}
    labels |= {node: row.label for node, row in rows.items()}
    sectors = {f"actor:{one.ref}": one.sector for one in facts.actors}
    sectors |= {node: row.sector for node, row in rows.items()}
    changed = {one.subject for one in plan.changes}
    fates = Counter(one.fate for one in plan.ties)
    of_map = [row for row in plan.actors if f"row:{row.ref}" != plan.places[row.ref]]
    return {
        "sheets": _sheets(dataset),
        "notes": to_json(Dataset(actors=(), notes=dataset.notes))["notes"],
        "doubles": [_double(one, labels, sectors, rows) for one in plan.doubles],
        "problems": [
            {**asdict(one.problem), "key": one.key, "takes": one.takes, "options": one.options,
             "chosen": one.chosen}
            for one in plan.problems
        ],
        "changes": [
            {**asdict(one), "sector": sectors.get(one.subject, "")} for one in plan.changes
        ],
        "new_actors": [_actor(row, plan.towns) for row in plan.new_actors()],
        "new_ties": [_tie(one, labels, sectors) for one in plan.ties if one.fate == "new"],
        "seconded": fates["seconded"],
        "unchanged_ties": fates["unchanged"],
        "unchanged_actors": sum(
            plan.places[row.ref] not in changed and not row.ref.startswith("map:")
            for row in of_map
        ),
        "omitted": len(plan.omitted),
        "directed": plan.directed,
    }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many of each there are, as the answers stand."""

    doubles: int
    waiting: int
    problems: int
    fixed: int
    to_name: int
    stay_out: int
    new_actors: int
    new_ties: int
    changes: int
    seconded: int
    unchanged: int

    @property
    def new(self) -> int:
        return self.new_actors + self.new_ties

    @property
    def rows(self) -> int:
        """How many things come to the map or change on it."""
        return self.new + self.changes + self.seconded + self.fixed


def tally(what: Shown, answers: Answers) -> Tally:
    """Count what happens when ``answers`` are brought in."""
    answered = [answers.doubles.get(one["key"], "later") for one in what["doubles"]]
    answerable = [one for one in what["problems"] if one["takes"]]
    settled = [is_settled(one, answers) for one in answerable]
    without = answers.without
    new_actors = sum(f"actor:{one['key']}" not in without for one in what["new_actors"])
    return Tally(
        doubles=len(answered),
        waiting=answered.count("later"),
        problems=len(what["problems"]),
        fixed=sum(settled),
        to_name=sum(
            one["takes"] == "name" and not done
            for one, done in zip(answerable, settled, strict=True)
        ),
        stay_out=sum(
            one["takes"] == "choice" and one["code"] != "unknown_value" and not done
            for one, done in zip(answerable, settled, strict=True)
        ),
        new_actors=max(new_actors - answered.count("same"), 0),
        new_ties=sum(f"tie:{one['key']}" not in without for one in what["new_ties"]),
        changes=sum(f"change:{one['key']}" not in without for one in what["changes"]),
        seconded=what["seconded"],
        unchanged=what["unchanged_actors"] + what["unchanged_ties"],
    )


def is_settled(problem: Mapping[str, Any], answers: Answers) -> bool:
    """Tell whether a problem has an answer, given or suggested, that brings its row in."""
    if problem["takes"] == "name":
        return bool(answers.names.get(problem["key"], "").strip())
    chosen: str = answers.fixes.get(problem["key"], problem["chosen"])
    return chosen != LEAVE


def _sheets(dataset: Dataset) -> list[dict[str, Any]]:
    actors = Counter(row.sheet for row in dataset.actors if row.row is not None)
    ties = Counter(row.sheet for row in dataset.ties)
    ties.update(row.sheet for row in dataset.left_out if isinstance(row, TieRow))
    return [
        {"name": sheet, "what": what, "rows": count}
        for what, counted in (("actors", actors), ("ties", ties))
        for sheet, count in counted.items()
    ]


def _double(
    one: PlannedDouble,
    labels: Mapping[str, str],
    sectors: Mapping[str, str],
    rows: Mapping[str, ActorRow],
) -> dict[str, Any]:
    ours = rows.get(one.ours)
    return {
        "key": one.key,
        "label": one.row.label,
        "sheet": one.row.sheet,
        "row": one.row.row,
        "ours": labels.get(one.ours, ""),
        "ours_sector": sectors.get(one.ours, ""),
        "ours_row": ours.row if ours else None,
        "on_map": one.ours.startswith("actor:"),
        "reasons": one.reasons,
        "founded": is_well_founded(one.reasons),
    }


def _actor(row: ActorRow, towns: Towns) -> dict[str, Any]:
    return {
        "key": row.ref,
        "label": row.label,
        "kind": row.kind,
        "sector": row.sector,
        "municipality": towns.named(row.municipality),
        "services": row.services,
        "row": row.row,
    }


def _tie(one: PlannedTie, labels: Mapping[str, str], sectors: Mapping[str, str]) -> dict[str, Any]:
    return {
        "key": one.key,
        "source": labels.get(one.source, ""),
        "source_sector": sectors.get(one.source, ""),
        "target": labels.get(one.target, ""),
        "direction": one.tie.direction,
        "contents": one.tie.contents,
        "frequency": one.tie.frequency,
        "status": one.tie.status,
        "row": one.tie.row,
    }
