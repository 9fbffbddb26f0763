"""The only place that brings a person's answers into a file's rows, and says what still needs one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

from rapidfuzz import fuzz, process

from solmu.formats import problems
from solmu.formats.columns import field_of
from solmu.formats.dataset import ActorRow, Dataset, Problem, TieRow
from solmu.formats.vocabulary import code_of
from solmu.lib.identity_codes import holds_identity_code
from solmu.matching import fold
from solmu.registry.rules.answers import LEAVE, TYPED, Answers
from solmu.registry.rules.facts import Facts, Known

# Close enough to be chosen beforehand: a slip of the pen, not another word.
_A_SLIP = 88
_CLOSE = 70
# Looking for close names walks over all of them: a broken file asks no more than this.
_MOST_GUESSES = 200
_MOST_OPTIONS = 6
_NUMBERS = frozenset({"frequency", "closeness"})

Takes = Literal["choice", "name", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """One problem with what may be answered to it; ``chosen`` is what happens without an answer."""

    key: str
    problem: Problem
    takes: Takes = ""
    options: tuple[tuple[str, str], ...] = ()
    chosen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Rows as they stand after the answers; ties go by a key that stays the same at every reading."""

    actors: tuple[ActorRow, ...]
    ties: tuple[tuple[str, TieRow], ...]
    problems: tuple[RowProblem, ...]


def corrected(dataset: Dataset, facts: Facts, answers: Answers) -> Corrected:
    """Return the rows of ``dataset`` with ``answers`` brought in."""
    desk = _Desk(facts, answers)
    desk.take(dataset)
    return Corrected(
        actors=tuple(desk.actors.values()), ties=tuple(desk.ties), problems=tuple(desk.problems)
    )


@dataclass
class _Desk:
    facts: Facts
    answers: Answers
    actors: dict[str, ActorRow] = field(default_factory=dict)
    ties: list[tuple[str, TieRow]] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    _fixed: Mapping[tuple[str, int | None], dict[str, str]] = field(default_factory=dict)
    _ends: dict[tuple[str, int | None, str], str] = field(default_factory=dict)
    _guesses: int = 0

    def take(self, dataset: Dataset) -> None:
        self._fixed = self._chosen_values(dataset.problems)
        for row in dataset.actors:
            self._keep(row)
        self._on_map = _by_name(self.facts.actors)
        self._in_file = _labels(dataset.actors)
        loose = [row for row in dataset.left_out if isinstance(row, TieRow)]
        nameless = [row for row in dataset.left_out if isinstance(row, ActorRow)]
        waiting = {(row.sheet, row.row, end) for row in loose for end in (row.source, row.target)}
        for number, problem in enumerate(dataset.problems):
            key = f"p{number}"
            place = (problem.sheet, problem.row, problem.value)
            if problem.code in (problems.UNKNOWN_ACTOR, problems.AMBIGUOUS_ACTOR):
                if place in waiting and place not in self._ends:
                    self._settle_end(key, problem)
            elif problem.code == problems.NAME_MISSING and nameless:
                self._settle_name(key, problem, nameless)
            else:
                self._tell(key, problem)
        for number, tie in enumerate(dataset.ties):
            self._keep_tie(f"t{number}", tie)
        for number, tie in enumerate(loose):
            self._keep_loose(f"l{number}", tie)

    def _keep(self, row: ActorRow) -> None:
        safe = self._guarded(row)
        if safe.label:
            chosen = self._fixed.get((row.sheet, row.row), {})
            told = {name: chosen[name] for name in ("kind", "sector") if name in chosen}
            self.actors[row.ref] = replace(safe, **told) if told else safe

    def _keep_tie(self, key: str, tie: TieRow) -> None:
        if tie.source not in self.actors or tie.target not in self.actors:
            return
        chosen = self._fixed.get((tie.sheet, tie.row))
        safe = self._guarded(tie)
        self.ties.append((key, _with_values(safe, chosen) if chosen else safe))

    def _keep_loose(self, key: str, tie: TieRow) -> None:
        source, target = (
            end if end in self.actors else self._ends.get((tie.sheet, tie.row, end), "")
            for end in (tie.source, tie.target)
        )
        if source and target and source != target:
            self._keep_tie(key, replace(tie, source=source, target=target))

    def _guarded(self, row: Any) -> Any:
        """Return ``row`` without any text that holds an identity code; readers have looked already."""
        found: dict[str, Any] = {}
        for one in fields(row):
            value = getattr(row, one.name)
            if isinstance(value, str) and value and holds_identity_code(value):
                found[one.name] = ""
            elif isinstance(value, tuple) and any(holds_identity_code(text) for text in value):
                found[one.name] = ()
            elif isinstance(value, Mapping) and any(map(holds_identity_code, value.values())):
                found[one.name] = {}
        for name in found:
            problem = Problem(code=problems.IDENTITY_CODE, sheet=row.sheet, row=row.row, field=name)
            self._tell(f"code:{row.sheet}:{row.row}:{name}", problem)
        return replace(row, **found) if found else row

    def _chosen_values(
        self, told: Sequence[Problem]
    ) -> dict[tuple[str, int | None], dict[str, str]]:
        fixed: dict[tuple[str, int | None], dict[str, str]] = defaultdict(dict)
        for number, problem in enumerate(told):
            choice = self.answers.fixes.get(f"p{number}", LEAVE)
            if problem.code == problems.UNKNOWN_VALUE and choice != LEAVE:
                for table in ("actors", "ties"):
                    name = field_of(table, problem.field)
                    if code := code_of(name, choice) if name else "":
                        fixed[problem.sheet, problem.row].setdefault(name, code)
        return fixed

    def _tell(self, key: str, problem: Problem) -> None:
        if problem.code == problems.UNKNOWN_VALUE and problem.choices:
            options = tuple((word, word) for word in problem.choices)
            chosen = self.answers.fixes.get(key, LEAVE)
            self.problems.append(
                RowProblem(key=key, problem=problem, takes="choice", options=options, chosen=chosen)
            )
        else:
            self.problems.append(RowProblem(key=key, problem=problem))

    def _settle_name(self, key: str, problem: Problem, nameless: list[ActorRow]) -> None:
        row = next((one for one in nameless if (one.sheet, one.row) == (problem.sheet, problem.row)), None)  # fmt: skip
        name = self.answers.names.get(key, "").strip()[:200]
        if row is not None and name and not holds_identity_code(name):
            ref = row.ref if row.ref and row.ref not in self.actors else f"named:{key}"
            self._keep(replace(row, ref=ref, label=name))
        self.problems.append(
            RowProblem(key=key, problem=problem, takes="name" if row else "", chosen=name or LEAVE)
        )

    def _settle_end(self, key: str, problem: Problem) -> None:
        place = (problem.sheet, problem.row, problem.value)
        known = self._on_map.get(fold(problem.value), ())
        if problem.code == problems.UNKNOWN_ACTOR and len(known) == 1:
            self._ends[place] = self._of_map(known[0].ref)
            return
        options, suggested = self._options(problem)
        chosen = self.answers.fixes.get(key, suggested)
        self._ends[place] = self._end_of(chosen, key, problem.value)
        self.problems.append(
            RowProblem(
                key=key, problem=problem, takes="choice", options=tuple(options), chosen=chosen
            )
        )

    def _end_of(self, chosen: str, key: str, written: str) -> str:
        how, _, ref = chosen.partition(":")
        if how == "row" and ref in self.actors:
            return ref
        if how == "actor":
            return self._of_map(ref)
        name = self.answers.names.get(key, "").strip()[:200] or written
        if how == TYPED and not holds_identity_code(name):
            return self._called_anew(name)
        return ""

    def _of_map(self, ref: str) -> str:
        known = next((one for one in self.facts.actors if one.ref == ref), None)
        if known is None:
            return ""
        row = ActorRow(ref=f"map:{ref}", label=known.label, kind=known.kind, sector=known.sector)
        return self.actors.setdefault(row.ref, row).ref

    def _called_anew(self, name: str) -> str:
        row = ActorRow(ref=f"new:{fold(name)}", label=name)
        return self.actors.setdefault(row.ref, row).ref

    def _options(self, problem: Problem) -> tuple[list[tuple[str, str]], str]:
        """Return whom a name may mean, in the file or on the map, and the one that it surely does."""
        folded = fold(problem.value)
        if problem.code == problems.AMBIGUOUS_ACTOR:
            same = [row for row in self.actors.values() if fold(row.label) == folded]
            return [(f"row:{row.ref}", _told_apart(row)) for row in same[:12]], LEAVE
        if self._guesses >= _MOST_GUESSES:
            return [], LEAVE
        self._guesses += 1
        found = [
            (score, f"row:{self._in_file[name].ref}", self._in_file[name].label)
            for name, score in _close(folded, self._in_file)
        ] + [
            (score, f"actor:{self._on_map[name][0].ref}", self._on_map[name][0].label)
            for name, score in _close(folded, self._on_map)
        ]
        found.sort(key=lambda one: -one[0])
        options = {label: value for _, value, label in reversed(found)}
        ordered = [(value, label) for label, value in reversed(options.items())]
        sure = bool(found) and found[0][0] >= _A_SLIP
        return ordered[:_MOST_OPTIONS], found[0][1] if sure else LEAVE


def _with_values(tie: TieRow, chosen: Mapping[str, str]) -> TieRow:
    values: dict[str, Any] = {
        name: int(code) if name in _NUMBERS else code
        for name, code in chosen.items()
        if name in ("frequency", "closeness", "status", "direction")
    }
    if values.get("direction") == "back":
        values.update(direction="forward", source=tie.target, target=tie.source)
    return replace(tie, **values)


def _told_apart(row: ActorRow) -> str:
    beside = row.municipality or row.parent or row.kind
    return f"{row.label} ({beside})" if beside else row.label


def _close(name: str, among: Mapping[str, object]) -> Iterator[tuple[str, float]]:
    found = process.extract(name, among.keys(), scorer=fuzz.ratio, limit=3, score_cutoff=_CLOSE)
    for close, score, _ in found:
        yield close, score


def _labels(rows: Sequence[ActorRow]) -> dict[str, ActorRow]:
    return {fold(row.label): row for row in reversed(rows)}


def _by_name(actors: Sequence[Known]) -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = defaultdict(list)
    for actor in actors:
        for name in dict.fromkeys(fold(name) for name in actor.names):
            found[name].append(actor)
    return found
