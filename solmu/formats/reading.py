"""The only place that turns records of any format into rows of a dataset, with what was wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from solmu.formats import problems
from solmu.formats.dataset import ActorRow, Dataset
from solmu.formats.limits import FIELD_LENGTHS, MAX_ACTORS, MAX_TEXT, MAX_TIES
from solmu.formats.remarks import Remarks, Source, refused
from solmu.formats.settling import ActorDraft, TieDraft, settled
from solmu.formats.values import (
    DATE_EXAMPLES,
    read_contents,
    read_date,
    read_number,
    split_many,
)
from solmu.formats.vocabulary import code_of, fold, words_of

_CODED: Final = frozenset({"kind", "sector"})
_MANY: Final = frozenset({"tags", "other_names"})
_MATCHING: Final = ("label", "kind", "municipality", "parent")
_JOINED_WHEN_MERGED: Final = frozenset({"contact_person", "email", "phone", "website"})
_SCALES: Final = frozenset({"frequency", "closeness"})
_DATES: Final = frozenset({"valid_from", "valid_to", "confirmed_on"})


class Reading:
    """Takes records (field → text) one by one; `finished` gives the dataset."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self.remarks = Remarks()
        self._actors: list[ActorDraft] = []
        self._ties: list[TieDraft] = []
        self._matches: dict[tuple[str, ...], ActorDraft] = {}

    def add_actor(
        self, record: Mapping[str, str], extra: dict[str, str], source: Source, row: int | None
    ) -> None:
        """Read one actor.

        Args:
            record: Text by field of `ActorRow`; empty ones left out.
            extra: Text by the file's own names, for what Solmu does not know.
            source: The table that the record is from.
            row: Its row (or line) there.

        Raises:
            UnreadableFile: When there are more actors than one file may hold.
        """
        if len(self._actors) >= MAX_ACTORS:
            raise refused(problems.TOO_MANY_ACTORS, source, row, limit=str(MAX_ACTORS))
        values: dict[str, Any] = {"sheet": source.sheet, "row": row}
        for name, text in record.items():
            if name in _CODED:
                if code := self._coded(name, text, extra, source, row):
                    values[name] = code
            elif name in _MANY:
                values[name] = tuple(
                    self._cut(name, value, source, row) for value in split_many(text)
                )
            else:
                values[name] = self._cut(name, text, source, row)
        extra = self._limited(extra, source, row)
        if "label" not in record:
            self.remarks.problem(problems.NAME_MISSING, source, row, "label")
            self.remarks.leave_out(ActorRow(**{"ref": "", "label": "", **values}, extra=extra))
            return
        self._keep(ActorDraft(values=values, extra=extra, source=source), record)

    def _keep(self, draft: ActorDraft, record: Mapping[str, str]) -> None:
        values, merges = draft.values, draft.source.merges
        ref = values.get("ref", "")
        if ref:
            match: tuple[str, ...] = (ref,)
        elif merges:
            match = ("", fold(values["label"]), fold(record.get("kind", "")))
        else:
            match = ("", *(fold(values.get(part, "")) for part in _MATCHING))
        known = self._matches.setdefault(match, draft)
        if known is draft:
            self._actors.append(draft)
        elif ref and not merges:
            facts = {"value": ref, "other_row": known.values["row"]}
            self.remarks.problem(problems.SAME_ID, draft.source, values["row"], "ref", **facts)
        else:
            self.remarks.note(problems.ROWS_MERGED)
            _merge(known, draft, lower_wins=merges)

    def add_tie(
        self, record: Mapping[str, str], extra: dict[str, str], source: Source, row: int | None
    ) -> None:
        """Read one tie; its ends are matched with actors only in `finished`.

        Args:
            record: Text by field of `TieRow`; empty ones left out.
            extra: Text by the file's own names, for what Solmu does not know.
            source: The table that the record is from.
            row: Its row (or line) there.

        Raises:
            UnreadableFile: When there are more ties than one file may hold.
        """
        for end in ("source", "target"):
            if end not in record:
                self.remarks.problem(problems.END_MISSING, source, row, end)
                return
        if len(self._ties) >= MAX_TIES:
            raise refused(problems.TOO_MANY_TIES, source, row, limit=str(MAX_TIES))
        values: dict[str, Any] = {"sheet": source.sheet, "row": row}
        for name, text in record.items():
            value = self._tie_value(name, text, extra, source, row)
            if value is not None:
                values[name] = value
        start, end_on = values.get("valid_from"), values.get("valid_to")
        if start and end_on and end_on < start:
            facts = {"value": end_on.isoformat()}
            self.remarks.problem(problems.ENDS_BEFORE_START, source, row, "valid_to", **facts)
            del values["valid_to"]
        extra = self._limited(extra, source, row)
        self._ties.append(TieDraft(values=values, extra=extra, source=source))

    def _tie_value(
        self, name: str, text: str, extra: dict[str, str], source: Source, row: int | None
    ) -> Any:
        if name in ("source", "target"):
            return text
        if name == "contents":
            return tuple(self._cut(name, value, source, row) for value in read_contents(text))
        if name in _DATES:
            return self._date(name, text, extra, source, row)
        if name == "weight":
            number = read_number(text)
            if number is None:
                self._put_aside(problems.NOT_A_NUMBER, name, text, extra, source, row)
            return number
        if name in _SCALES:
            code = self._coded(name, text, extra, source, row)
            return int(code) if code else None
        if name in ("direction", "status"):
            return self._coded(name, text, extra, source, row) or None
        return self._cut(name, text, source, row)

    def _coded(
        self, name: str, text: str, extra: dict[str, str], source: Source, row: int | None
    ) -> str:
        code = code_of(name, text)
        if not code:
            choices = words_of(name, source.language)
            self._put_aside(problems.UNKNOWN_VALUE, name, text, extra, source, row, choices)
        return code

    def _date(
        self, name: str, text: str, extra: dict[str, str], source: Source, row: int | None
    ) -> date | None:
        found = read_date(text, end=name == "valid_to")
        if found is None:
            self._put_aside(problems.NOT_A_DATE, name, text, extra, source, row, DATE_EXAMPLES)
        return found

    def _put_aside(
        self,
        code: str,
        name: str,
        text: str,
        extra: dict[str, str],
        source: Source,
        row: int | None,
        choices: tuple[str, ...] = (),
    ) -> None:
        """Keep what another program means by a word; in a file of ours it is a mistake."""
        if source.foreign:
            header = source.headers.get(name, name)
            extra.setdefault(header, text)
            self.remarks.note(problems.VALUES_KEPT, header)
        else:
            self.remarks.problem(code, source, row, name, value=text[:200], choices=choices)

    def _cut(self, name: str, text: str, source: Source, row: int | None) -> str:
        limit = FIELD_LENGTHS.get(name, MAX_TEXT)
        if len(text) <= limit:
            return text
        self.remarks.problem(problems.TEXT_TOO_LONG, source, row, name, limit=str(limit))
        return text[:limit].rstrip()

    def _limited(self, extra: dict[str, str], source: Source, row: int | None) -> dict[str, str]:
        for name, text in extra.items():
            if len(text) > MAX_TEXT:
                extra[name] = self._cut(name, text, source, row)
        return extra

    def finished(self, *, directed: bool | None = None, title: str = "") -> Dataset:
        """Match the ends of ties with actors, and give the whole.

        Args:
            directed: What a file without ties says of itself; else the ties tell.
            title: What the file calls itself.
        """
        actors, ties = settled(self._actors, self._ties, self.remarks)
        arcs = any(tie.direction != "undirected" for tie in ties)
        return Dataset(
            actors=actors,
            ties=ties,
            directed=arcs if ties else directed is not False,
            title=title,
            notes=self.remarks.notes(),
            problems=self.remarks.problems(),
            left_out=tuple(self.remarks.left_out),
        )


def _merge(known: ActorDraft, new: ActorDraft, *, lower_wins: bool) -> None:
    for name, value in new.values.items():
        old = known.values.get(name)
        if name in ("sheet", "row", "ref") or not value or old == value:
            continue
        if not old or (lower_wins and name != "label"):
            known.values[name] = value
        elif name in _MANY:
            known.values[name] = tuple(dict.fromkeys((*old, *value)))
        elif name in _JOINED_WHEN_MERGED and value not in old:
            joined = f"{old}; {value}"
            if len(joined) <= FIELD_LENGTHS[name]:
                known.values[name] = joined
    known.extra.update(new.extra if lower_wins else {**new.extra, **known.extra})
