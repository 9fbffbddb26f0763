"""The only place that gives actors their refs, ties their ends, and belongings their sense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from solmu.formats import problems
from solmu.formats.dataset import ActorRow, TieRow
from solmu.formats.limits import FIELD_LENGTHS, MAX_ACTORS, MAX_TIES
from solmu.formats.remarks import Remarks, Source, refused
from solmu.formats.values import split_many
from solmu.formats.vocabulary import fold

# Looking for close names costs a walk over all of them: a broken file asks no more than this.
_MAX_GUESSES = 100
_QUALIFIERS = ("municipality", "parent", "kind")


@dataclass(slots=True)
class ActorDraft:
    """An actor as read so far; ``values`` are fields of `ActorRow`."""

    values: dict[str, Any]
    extra: dict[str, str]
    source: Source


@dataclass(slots=True)
class TieDraft:
    """A tie as read so far; ``values`` are fields of `TieRow`, its ends still as written."""

    values: dict[str, Any]
    extra: dict[str, str]
    source: Source


def settled(
    actors: list[ActorDraft], ties: list[TieDraft], remarks: Remarks
) -> tuple[tuple[ActorRow, ...], tuple[TieRow, ...]]:
    """Give rows whose ties run between refs that exist; what does not becomes a problem.

    Args:
        actors: Drafts in the order of the file; actors known only from ties are added to them.
        ties: Drafts in the order of the file.
        remarks: Where problems and notes go.
    """
    names = Names(actors)
    ends = _Ends(names, remarks, creates_all=not actors)
    rows: list[TieRow] = []
    seen: set[tuple[Any, ...]] = set()
    for draft in ties:
        for source, target, placed in ends.of(draft):
            tie = _tie_row(draft, source, target)
            if not placed:
                remarks.leave_out(tie)
                continue
            if source == target:
                remarks.problem(problems.LOOP, draft.source, tie.row, value=names.label(source))
                remarks.note(problems.LOOPS_DROPPED)
                continue
            rows.append(tie)
            said = _said(tie)
            if said in seen:
                remarks.note(problems.TIES_REPEATED)
            seen.add(said)
    _open_belonging_loops(names, remarks)
    return (
        tuple(ActorRow(**draft.values, extra=draft.extra) for draft in names.actors),
        tuple(rows),
    )


class Names:
    """Finds actors by what a cell calls them: id, name, name (place or owner), other name."""

    def __init__(self, actors: list[ActorDraft]) -> None:
        """Give refs to those without, and index all."""
        self.actors = actors
        self._by_id = {ref: draft for draft in actors if (ref := draft.values.get("ref"))}
        self._by_ref = dict(self._by_id)
        self._by_name: dict[str, list[ActorDraft]] = {}
        self._by_other: dict[str, list[ActorDraft]] = {}
        self._same: Counter[str] = Counter()
        for draft in actors:
            self._index(draft)
        for same in self._by_name.values():
            for draft in same if len(same) > 1 else ():
                for other in _qualified(draft):
                    self._by_other.setdefault(fold(other), []).append(draft)

    def _index(self, draft: ActorDraft) -> None:
        values = draft.values
        ref = values.setdefault("ref", "") or self._free_ref(values["label"])
        values["ref"] = ref
        self._by_ref[ref] = draft
        self._by_name.setdefault(fold(values["label"]), []).append(draft)
        for other in values.get("other_names", ()):
            self._by_other.setdefault(fold(other), []).append(draft)

    def _free_ref(self, label: str) -> str:
        stem = label[: FIELD_LENGTHS["ref"] - 10].rstrip()
        ref = stem
        while ref in self._by_ref:
            self._same[stem] += 1
            ref = f"{stem} #{self._same[stem] + 1}"
        return ref

    def add(self, label: str, source: Source, row: int | None) -> ActorDraft:
        """Make an actor that only a tie names."""
        if len(self.actors) >= MAX_ACTORS:
            raise refused(problems.TOO_MANY_ACTORS, source, row, limit=str(MAX_ACTORS))
        values = {"label": label, "sheet": source.sheet, "row": row}
        draft = ActorDraft(values=values, extra={}, source=source)
        self.actors.append(draft)
        self._index(draft)
        return draft

    def with_id(self, text: str) -> list[ActorDraft]:
        """List the actor to which the file gives the id ``text``, if there is one."""
        exact = self._by_id.get(text)
        return [exact] if exact else []

    def called(self, text: str) -> list[ActorDraft]:
        """List the actors that ``text`` may mean; one when it is clear."""
        exact = self.with_id(text)
        if exact:
            return exact
        name = fold(text)
        return self._by_name.get(name) or self._by_other.get(name) or []

    def label(self, ref: str) -> str:
        """Give the name of the actor with this ref."""
        label: str = self._by_ref[ref].values["label"]
        return label

    def close_to(self, text: str) -> tuple[str, ...]:
        """List up to three names that look like ``text``."""
        found = process.extract(
            fold(text), list(self._by_name), scorer=fuzz.ratio, limit=3, score_cutoff=70
        )
        return tuple(self._by_name[name][0].values["label"] for name, _, _ in found)


def _qualified(draft: ActorDraft) -> Iterator[str]:
    for qualifier in _QUALIFIERS:
        if value := draft.values.get(qualifier):
            yield f"{draft.values['label']} ({value})"


class _Ends:
    """Finds both ends of ties; what cannot be found becomes a problem."""

    def __init__(self, names: Names, remarks: Remarks, *, creates_all: bool) -> None:
        self._names = names
        self._remarks = remarks
        self._creates_all = creates_all
        self._guesses = 0
        self._tried = 0

    def of(self, draft: TieDraft) -> Iterator[tuple[str, str, bool]]:
        written = draft.values["target"]
        targets: tuple[str, ...] = (written,)
        if "|" in written and not (draft.source.ends_are_ids or self._names.called(written)):
            targets = split_many(written)
        source = self._end(draft, "source", draft.values["source"])
        self._tried += len(targets)
        if self._tried > MAX_TIES:
            row = draft.values["row"]
            raise refused(problems.TOO_MANY_TIES, draft.source, row, limit=str(MAX_TIES))
        for text in targets:
            target = self._end(draft, "target", text)
            yield source or draft.values["source"], target or text, bool(source and target)

    def _end(self, draft: TieDraft, name: str, text: str) -> str:
        source, row = draft.source, draft.values["row"]
        text = text[: FIELD_LENGTHS["label"]].rstrip()
        found = self._names.with_id(text) if source.ends_are_ids else self._names.called(text)
        if not found and (source.creates or self._creates_all):
            self._remarks.note(problems.ACTORS_FROM_TIES)
            found = [self._names.add(text, source, row)]
        if len(found) == 1:
            ref: str = found[0].values["ref"]
            return ref
        if found:
            choices = tuple(next(_qualified(one), one.values["ref"]) for one in found[:10])
            code = problems.AMBIGUOUS_ACTOR
        else:
            choices = self._close_names(text)
            code = problems.UNKNOWN_ACTOR
        self._remarks.problem(code, source, row, name, value=text, choices=choices)
        return ""

    def _close_names(self, text: str) -> tuple[str, ...]:
        self._guesses += 1
        return self._names.close_to(text) if self._guesses <= _MAX_GUESSES else ()


def _tie_row(draft: TieDraft, source: str, target: str) -> TieRow:
    values = {**draft.values, "source": source, "target": target}
    if values.get("direction") == "back":
        values.update(source=target, target=source, direction="forward")
    return TieRow(**values, extra=draft.extra)


def _said(tie: TieRow) -> tuple[Any, ...]:
    return (
        *(tie.source, tie.target, tie.direction, tie.contents, tie.means, tie.frequency),
        *(tie.closeness, tie.weight, tie.note, tie.status, tie.valid_from, tie.valid_to),
        *(tie.confirmed_on, tuple(tie.extra.items())),
    )


def _open_belonging_loops(names: Names, remarks: Remarks) -> None:
    owners: dict[str, ActorDraft] = {}
    for draft in names.actors:
        found = names.called(draft.values["parent"]) if draft.values.get("parent") else []
        if len(found) == 1:
            owners[draft.values["ref"]] = found[0]
    clear: set[str] = set()
    for draft in names.actors:
        walked: dict[str, ActorDraft] = {}
        current: ActorDraft | None = draft
        while current is not None and current.values["ref"] not in clear:
            ref = current.values["ref"]
            if ref in walked:
                _open(list(walked.values()), current, owners, remarks)
                break
            walked[ref] = current
            current = owners.get(ref)
        clear.update(walked)


def _open(
    walked: list[ActorDraft], again: ActorDraft, owners: dict[str, ActorDraft], remarks: Remarks
) -> None:
    start = next(place for place, draft in enumerate(walked) if draft is again)
    last = max(walked[start:], key=lambda draft: draft.values["row"] or 0)
    value = last.values.pop("parent")
    del owners[last.values["ref"]]
    remarks.problem(problems.BELONGING_LOOP, last.source, last.values["row"], "parent", value=value)
