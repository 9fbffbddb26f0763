"""The only place that tells what attributes of nodes and edges mean, and names them in files we write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from solmu.formats.columns import EXTRA_PREFIX, field_of, fold_header
from solmu.formats.dataset import ActorRow, TieRow
from solmu.formats.limits import MAX_NAME
from solmu.formats.values import clean, join_many, without_identity_codes

# Where the label that a program draws is kept among a thing's data.
DRAWN_LABEL = "y:label"
# Written beside ``weight``, which other programs read: the number that the tie itself had.
STATED = "stated_weight"

# The attributes that may name a node or tell what passes along an edge, the surest first.
_NAMING = {
    "actors": ("label", ("label", "nodelabel", "ylabel", "name")),
    "ties": (
        "contents",
        ("contents", "label", "edgelabel", "networkcanvastype", "ylabel", "name", "type"),
    ),
}
_OF_LISTS_ONLY = frozenset(
    {"ref", "source", "target", "organisation", "unit", "first_name", "last_name"}
)
# Keeps another program's names apart from ours while a row is laid out; no name holds it.
_FOREIGN = "\x00"

ACTOR_KEYS = (
    *("label", "kind", "sector", "municipality", "parent", "services", "description", "tags"),
    *("business_id", "contact_person", "email", "phone", "website", "other_names", "ref"),
)
TIE_KEYS = {
    "direction": "string",
    "contents": "string",
    "frequency": "int",
    "weight": "double",
    STATED: "double",
    "means": "string",
    "closeness": "int",
    "note": "string",
    "status": "string",
    "valid_from": "string",
    "valid_to": "string",
    "confirmed_on": "string",
}


class Meanings:
    """What attributes, known by a file's own ids of them, mean on its nodes or on its edges."""

    def __init__(
        self, table: str, names: Mapping[str, str], defaults: Mapping[str, str] | None = None
    ) -> None:
        """Take the names by id, and the values that count where a thing has none."""
        self._names = names
        self._table = table
        self._main, self._order = _NAMING[table]
        self._known: dict[str, tuple[str, str]] = {}
        self._defaults = dict(defaults or {})
        self.headers: dict[str, str] = {}
        self.kept: dict[str, None] = {}

    def _meaning(self, key_id: str) -> tuple[str, str]:
        known = self._known.get(key_id)
        if known is None:
            named = self._names.get(key_id, "")
            kept, _ = without_identity_codes(
                [clean(named)[:MAX_NAME], clean(key_id)[:MAX_NAME], "data"]
            )
            name = next(filter(None, kept))
            known = self._known[key_id] = (
                self._field(name),
                name.removeprefix(EXTRA_PREFIX) or name,
            )
            self.headers.setdefault(*known)
        return known

    def _field(self, name: str) -> str:
        if fold_header(name) in self._order:
            return self._main
        if name in ACTOR_KEYS if self._table == "actors" else name in TIE_KEYS:
            return name
        found = field_of(self._table, name) if len(name) > 1 else ""
        return "" if found in _OF_LISTS_ONLY else found

    def takes(self, name: str) -> bool:
        """Tell whether an attribute of this name would be read as one of Solmu's own."""
        return bool(self._field(name)) or name.startswith(EXTRA_PREFIX)

    def read(self, own: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str], bool]:
        """Read the data of a node or edge: by field, by the file's names, and if any was hidden."""
        data = {**self._defaults, **own}
        texts, hidden = without_identity_codes(list(data.values()))
        record: dict[str, str] = {}
        extra: dict[str, str] = {}
        naming: dict[str, tuple[str, str]] = {}
        for key_id, text in zip(data, texts, strict=True):
            field, name = self._meaning(key_id)
            if not text:
                continue
            if field == self._main:
                naming.setdefault(fold_header(name), (name, text))
            elif field and field not in record:
                record[field] = text
            else:
                extra[f"{name} ({key_id})" if name in extra else name] = text
        chosen = next((one for one in self._order if one in naming), next(iter(naming), ""))
        for folded, (name, text) in naming.items():
            if folded == chosen:
                record[self._main] = text
            elif text != naming[chosen][1] and folded != fold_header(DRAWN_LABEL):
                extra.setdefault(name, text)
        self.kept.update(dict.fromkeys(extra))
        return record, extra, bool(hidden)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of the things that a file will hold: its key in their data, and its name there."""

    key: str
    name: str
    kind: str
    own: bool


def attributes_of(table: str, rows: Iterable[Mapping[str, str]]) -> list[Attribute]:
    """List the attributes that data made by `actor_data` or `tie_data` ask for, Solmu's own first."""
    own = TIE_KEYS if table == "ties" else dict.fromkeys(ACTOR_KEYS, "string")
    used = dict.fromkeys(key for row in rows for key in row)
    if "weight" in used:
        # Declared, it tells a reader that a weight without it is how often.
        used[STATED] = None
    meanings = Meanings(table, {})
    found = []
    for key in sorted(used, key=lambda key: key not in own):
        bare = clean(key)
        marked = EXTRA_PREFIX + bare if key not in own and meanings.takes(bare) else bare
        found.append(Attribute(key, marked, own.get(key, "string"), key in own))
    return found


def actor_data(actor: ActorRow, written_id: str) -> dict[str, str]:
    """Give what is said of an actor by key; its ref only where the id in the file is another."""
    values: dict[str, Any] = {name: getattr(actor, name) for name in ACTOR_KEYS}
    values["tags"], values["other_names"] = join_many(actor.tags), join_many(actor.other_names)
    if written_id == actor.ref:
        del values["ref"]
    return _filled(values, actor)


def tie_data(tie: TieRow) -> dict[str, str]:
    """Give what is said of a tie by key; its weight is its own number, else how often."""
    values: dict[str, Any] = {name: getattr(tie, name) for name in TIE_KEYS if name != STATED}
    values["contents"] = join_many(tie.contents)
    values[STATED] = tie.weight
    values["weight"] = tie.frequency if tie.weight is None else tie.weight
    return _filled(values, tie)


def _filled(values: dict[str, Any], row: ActorRow | TieRow) -> dict[str, str]:
    values.update((_FOREIGN + name, text) for name, text in row.extra.items() if clean(name))
    texts = ((name, "" if value is None else clean(str(value))) for name, value in values.items())
    return {name: text for name, text in texts if text}
