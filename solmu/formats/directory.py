"""The only place that turns a directory of organisations and their services into actors and ties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from solmu.formats import problems
from solmu.formats.dataset import Dataset
from solmu.formats.json_tree import text_of
from solmu.formats.limits import FIELD_LENGTHS
from solmu.formats.reading import Reading
from solmu.formats.remarks import Source
from solmu.formats.values import clean, join_many, without_identity_codes

# Names of what is kept beside, for which Solmu has no field.
ENDED_SERVICES = "ended services"
_PARENT = "parent id"


@dataclass(slots=True)
class _Organisation:
    row: int | None
    record: dict[str, str]
    extra: dict[str, str]
    parent: str
    offers: dict[str, None] = field(default_factory=dict)
    offered: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class _Bond:
    row: int
    services: dict[str, None] = field(default_factory=dict)
    ends: list[str] = field(default_factory=list)
    lasts: bool = False


class Directory:
    """Takes organisations and services in any order; `dataset` puts them together by id."""

    def __init__(self, sheet: str, notes: Iterable[str] = ()) -> None:
        """Start empty; ``sheet`` names the table of organisations in problems."""
        self._source = Source(sheet=sheet, foreign=True, ends_are_ids=True)
        self._reading = Reading()
        self._found: dict[str, _Organisation] = {}
        self._bonds: dict[tuple[str, str], _Bond] = {}
        for code in notes:
            self._reading.remarks.note(code)

    def note(self, code: str, count: int = 1) -> None:
        """Tell what is no mistake."""
        if count:
            self._reading.remarks.note(code, count=count)

    def add(
        self,
        ref: str,
        row: int | None,
        record: Mapping[str, str],
        extra: Mapping[str, str],
        parent: str = "",
    ) -> None:
        """Take an organisation; of one given twice the first stands and the rest fills it."""
        new = _Organisation(row, _filled(record), _filled(extra), parent)
        known = self._found.setdefault(ref or f"\x00{len(self._found)}", new)
        if known is not new:
            known.record = {**new.record, **known.record}
            known.extra = {**new.extra, **known.extra}
            known.parent = known.parent or parent

    def fill(self, ref: str, record: Mapping[str, str]) -> None:
        """Give an organisation what it did not say itself."""
        if known := self._found.get(ref):
            known.record = {**_filled(record), **known.record}

    def offer(self, ref: str, name: str, service: str, *, ended: bool) -> None:
        """Note that an organisation offers a service; one known only from it comes along."""
        if ref not in self._found:
            self.add(ref, None, {"label": name or ref}, {})
            self.note(problems.ACTORS_FROM_TIES)
        known = self._found[ref]
        (known.offered if ended else known.offers).setdefault(service)

    def bond(self, one: str, other: str, service: str, row: int, ended_on: str | None) -> None:
        """Note that two organisations give a service together, until a day if it has ended."""
        if one == other:
            return
        bond = self._bonds.setdefault((min(one, other), max(one, other)), _Bond(row))
        bond.services.setdefault(service)
        if ended_on is None:
            bond.lasts = True
        else:
            bond.ends.append(ended_on)

    def dataset(self, title: str = "") -> Dataset:
        """Give the whole."""
        labels = {ref: one.record.get("label", "") for ref, one in self._found.items()}
        same = Counter(labels.values())
        for ref, one in self._found.items():
            record, extra = dict(one.record), dict(one.extra)
            if not ref.startswith("\x00"):
                record["ref"] = ref
            if one.parent in labels:
                owner = labels[one.parent]
                record["parent"] = owner if owner and same[owner] == 1 else one.parent
            elif one.parent:
                extra[_PARENT] = one.parent
            if one.offers:
                record["services"] = _listed(one.offers, FIELD_LENGTHS["services"])
            if one.offered:
                extra[ENDED_SERVICES] = join_many(one.offered)
            self._add(record, extra, one.row)
        if not self._found:
            self._reading.remarks.problem(problems.EMPTY_TABLE, self._source, None)
        for (source, target), bond in self._bonds.items():
            record = {"source": source, "target": target, "direction": "undirected"}
            record["note"] = _listed(bond.services, FIELD_LENGTHS["note"])
            if not bond.lasts:
                if not any(bond.ends):
                    # It has ended nobody knows when: as a tie it would look like one that lasts.
                    continue
                record["valid_to"] = max(bond.ends)
            texts, _ = without_identity_codes(list(record.values()))
            record = {name: text for name, text in zip(record, texts, strict=True) if text}
            self._reading.add_tie(record, {}, self._source, bond.row)
        (kept,), _ = without_identity_codes([title[:200]])
        return self._reading.finished(directed=False, title=kept)

    def _add(self, record: dict[str, str], extra: dict[str, str], row: int | None) -> None:
        texts, hidden = without_identity_codes([*record.values(), *extra.values()])
        if hidden:
            self._reading.remarks.problem(problems.IDENTITY_CODE, self._source, row, "data")
        record = {name: text for name, text in zip(record, texts, strict=False) if text}
        texts = texts[-len(extra) :] if extra else []
        names, _ = without_identity_codes([clean(name) for name in extra])
        extra = {name: text for name, text in zip(names, texts, strict=True) if text and name}
        self._reading.add_actor(record, extra, self._source, row)


def _filled(values: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, raw in values.items() if (text := clean(raw))}


def _listed(names: Iterable[str], limit: int) -> str:
    """List as many whole names as fit, and say that there are more."""
    listed = ""
    for name in names:
        longer = f"{listed}; {name}" if listed else name[: limit - 2]
        if len(longer) > limit - 2:
            return f"{listed} …"
        listed = longer
    return listed


def told(value: Any) -> str:
    """Write a value of a directory for ``extra``: what is named by its names, else as it is.

    >>> told([{"code": "179", "name": [{"language": "fi", "value": "Jyväskylä"}]}])
    'Jyväskylä'
    """
    if isinstance(value, list):
        return join_many(dict.fromkeys(text for one in value if (text := told(one))))
    if isinstance(value, dict):
        for name in ("value", "name", "url", "municipalities"):
            if value.get(name):
                return told(value[name])
    return text_of(value)
