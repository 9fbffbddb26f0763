"""The only place that tells what a file says otherwise than the map, or than its own earlier reading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from stdnum.exceptions import ValidationError
from stdnum.fi import ytunnus

from solmu.formats.dataset import ActorRow, TieRow
from solmu.matching import Towns, fold
from solmu.matching.names import digits
from solmu.registry.rules.facts import Earlier, Known

# A row's contact field, and the kind of contact that it is.
CONTACT_KINDS = {
    "contact_person": "person",
    "email": "email",
    "phone": "phone",
    "website": "web",
}
_SEPARATORS = {
    "email": re.compile(r"[\s;,|]+"),
    "phone": re.compile(r"\s*[;,|]\s*|\s+/\s+"),
    "website": re.compile(r"[\s;|]+"),
    "contact_person": re.compile(r"\s*[;|]\s*"),
}
_LONGEST_CONTACT = 254
_TIE_FIELDS = (
    "direction", "contents", "means", "frequency", "closeness", "weight", "note", "status",
    "valid_from", "valid_to",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedChange:
    """One fact that a file says otherwise; ``subject`` is the actor's node, or the tie's key.

    ``before`` and ``after`` are codes or words; which, the ``field`` tells.
    """

    key: str
    subject: str
    label: str
    other: str = ""
    field: str
    before: str
    after: str


def contacts_of(row: ActorRow) -> tuple[tuple[str, str], ...]:
    """Return the contacts of a row by kind; a cell may hold several."""
    found: dict[tuple[str, str], None] = {}
    for name, kind in CONTACT_KINDS.items():
        for value in _SEPARATORS[name].split(getattr(row, name)):
            if value.strip() and len(value.strip()) <= _LONGEST_CONTACT:
                found[kind, value.strip()] = None
    return tuple(found)


def business_id_of(text: str) -> str:
    """Return a business id in the one form it is written in, or nothing when it is none.

    >>> business_id_of("2077474-0"), business_id_of("20774740"), business_id_of("2077474-1")
    ('2077474-0', '2077474-0', '')
    """
    try:
        plain = ytunnus.validate(text)
    except ValidationError:
        return ""
    return f"{plain[:-1]}-{plain[-1]}"


def same_contact(kind: str, one: str, other: str) -> bool:
    """Tell whether two contacts reach the same: spaces, case and the country's number are no difference."""
    if kind == "phone":
        return digits(one) == digits(other)
    if kind == "web":
        return _bare_address(one) == _bare_address(other)
    return one.strip().casefold() == other.strip().casefold()


def _bare_address(address: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", address.strip().casefold()).rstrip("/")


def actor_changes(
    row: ActorRow, known: Known, parent: str, labels: Mapping[str, str], towns: Towns
) -> Iterator[PlannedChange]:
    """Yield what ``row`` says of ``known`` otherwise; what it does not state is no difference."""
    for field, before, after in _differences(row, known, parent, labels, towns):
        yield PlannedChange(
            key=f"{known.ref}:{field}",
            subject=f"actor:{known.ref}",
            label=known.label,
            field=field,
            before=before,
            after=after,
        )


def _differences(
    row: ActorRow, known: Known, parent: str, labels: Mapping[str, str], towns: Towns
) -> Iterator[tuple[str, str, str]]:
    if row.ref.startswith("map:"):
        return
    if row.label != known.label and fold(row.label) not in {fold(name) for name in known.names}:
        yield "name", known.label, row.label
    for field in ("kind", "sector", "description"):
        value = getattr(row, field)
        if value and value != getattr(known, field):
            yield field, getattr(known, field), value
    town = towns.named(row.municipality)
    if town and town != known.town:
        yield "municipality", known.town, town
    business_id = business_id_of(row.business_id)
    if business_id and business_id != known.business_id:
        yield "business_id", known.business_id, business_id
    if parent and parent != f"actor:{known.parent}" and known.kind != "person":
        yield "parent", labels.get(f"actor:{known.parent}", ""), labels[parent]
    yield from _contact_differences(row, known)


def _contact_differences(row: ActorRow, known: Known) -> Iterator[tuple[str, str, str]]:
    stated: dict[str, list[str]] = defaultdict(list)
    for kind, value in contacts_of(row):
        stated[kind].append(value)
    for kind, values in stated.items():
        held = known.contacts.get(kind, ())
        unknown = [
            value for value in values if not any(same_contact(kind, value, one) for one in held)
        ]
        if unknown:
            replaced = held if len(held) == 1 and len(values) == 1 else ()
            yield kind, "; ".join(replaced), "; ".join(unknown)


class TieComparison:
    """Compares a file's ties with those of the reading that it updates, one by one."""

    def __init__(self, earlier: Earlier | None) -> None:
        self._said: dict[tuple[str, str], list[TieRow]] = defaultdict(list)
        for tie in earlier.ties if earlier else ():
            self._said[f"actor:{tie.source}", f"actor:{tie.target}"].append(tie)
        self._found: list[tuple[str, str, str, TieRow, TieRow]] = []

    def settled(
        self, key: str, tie: TieRow, source: str, target: str, without: Collection[str]
    ) -> tuple[str, TieRow]:
        """Tell whether a tie is new to its reading, changed or as it was; each earlier one counts once.

        The tie is returned with what was earlier said where a change is among those left out.
        """
        said = self._said.get((source, target), [])
        for place, one in enumerate(said):
            if _words(one) == _words(tie):
                del said[place]
                return "unchanged", tie
        if not said:
            return "new", tie
        near = next((one for one in said if set(one.contents) == set(tie.contents)), said[0])
        said.remove(near)
        self._found.append((key, source, target, near, tie))
        kept = {
            name: getattr(near, name)
            for name in _TIE_FIELDS
            if f"change:tie:{key}:{name}" in without
        }
        return "changed", replace(tie, **kept)

    def changes(self, labels: Mapping[str, str]) -> Iterator[PlannedChange]:
        """Yield every difference found, in words of codes."""
        for key, source, target, before, after in self._found:
            for field in _TIE_FIELDS:
                was, now = _stated(before, field), _stated(after, field)
                if was != now:
                    yield PlannedChange(
                        key=f"tie:{key}:{field}",
                        subject=key,
                        label=labels.get(source, ""),
                        other=labels.get(target, ""),
                        field=field,
                        before=_text(was),
                        after=_text(now),
                    )


def _words(tie: TieRow) -> tuple[object, ...]:
    return tuple(_stated(tie, name) for name in _TIE_FIELDS)


def _stated(tie: TieRow, name: str) -> object:
    value = getattr(tie, name)
    return "both" if value == "undirected" else value


def _text(value: object) -> str:
    if value is None:
        return ""
    return " | ".join(value) if isinstance(value, tuple) else str(value)
