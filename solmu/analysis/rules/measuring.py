"""The only place that decides how a file's dataset is laid out for measuring."""

from __future__ import annotations

import math
from datetime import date

from solmu.formats.columns import field_of
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.sna.snapshot import Ends, Note, Snapshot

GROUP, STRENGTH = "sector", "weight"
_ACTOR_FIELDS = ("sector", "kind", "municipality", "parent")
_TIE_FIELDS = ("weight", "frequency", "closeness")


class UnknownAttribute(Exception):
    """Nothing in the file has the attribute; ``known`` are those that would do."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.known = name, known


class NotANumber(Exception):
    """A tie's strength is not a number; ``row`` is where the file says so."""

    def __init__(self, name: str, value: str, row: int | None) -> None:
        super().__init__(value)
        self.name, self.value, self.row = name, value, row


def snapshot_of_dataset(
    dataset: Dataset,
    group: str | None = None,
    strength: str | None = None,
    *,
    on: date | None = None,
) -> Snapshot:
    """Lay a file's dataset out for measuring.

    A tie that goes both ways is two arcs in a directed network. Wished, possible and ended ties are
    left out and told. ``group`` and ``strength`` are attributes by the file's name or Solmu's; unless
    asked for they are ``sector`` and ``weight``, where the file has them. A tie without a weight is
    then as strong as it is frequent, as in the files that Solmu writes, and a weight that is no number
    is left out rather than refused; both are told.

    Raises:
        UnknownAttribute: The attribute asked for is nowhere in the file.
        NotANumber: A tie's strength is not a number.
    """
    if strength is not None and not any(_texts_of(tie, strength) for tie in dataset.ties):
        raise UnknownAttribute(strength, strengths_in(dataset))
    values = [_group_of(actor, group or GROUP) for actor in dataset.actors]
    if group is not None and not any(values):
        raise UnknownAttribute(group, groups_in(dataset))
    counted = [tie for tie in dataset.ties if tie.status == "existing" and not _ended(tie, on)]
    left_out = len(dataset.ties) - len(counted)
    ties: list[Ends] = []
    for tie in counted:
        value = _strength_of(tie, strength)
        ties.append((tie.source, tie.target, value))
        if dataset.directed and tie.direction != "forward":
            ties.append((tie.target, tie.source, value))
    told = [Note(note.code, note.count, note.value) for note in dataset.notes]
    told += [Note("not_counted", left_out)] if left_out else []
    by_frequency = sum(_by_frequency(tie, strength) for tie in counted)
    told += [Note("frequency_as_strength", by_frequency)] if by_frequency else []
    return Snapshot.of(
        [actor.ref for actor in dataset.actors],
        [actor.label for actor in dataset.actors],
        ties,
        directed=dataset.directed,
        groups={group or GROUP: values},
        notes=told,
    )


def groups_in(dataset: Dataset) -> tuple[str, ...]:
    """Return the attributes by which the file's actors may be grouped."""
    own = [name for name in _ACTOR_FIELDS if any(getattr(actor, name) for actor in dataset.actors)]
    return tuple(dict.fromkeys([*own, *(name for actor in dataset.actors for name in actor.extra)]))


def strengths_in(dataset: Dataset) -> tuple[str, ...]:
    """Return the attributes of the file's ties that hold numbers."""
    own = [
        name for name in _TIE_FIELDS if any(getattr(tie, name) is not None for tie in dataset.ties)
    ]
    extra: dict[str, bool] = {}
    for tie in dataset.ties:
        for name, text in tie.extra.items():
            extra[name] = extra.get(name, True) and _number(text) is not None
    return tuple(dict.fromkeys([*own, *(name for name, numeric in extra.items() if numeric)]))


def _ended(tie: TieRow, on: date | None) -> bool:
    """Say whether a tie is over, or not begun, on a day."""
    if on is None:
        return False
    return bool((tie.valid_to and tie.valid_to < on) or (tie.valid_from and tie.valid_from > on))


def _group_of(actor: ActorRow, name: str) -> str:
    """Return an actor's value of an attribute by the file's name, by Solmu's, or by another header."""
    if name in actor.extra:
        return actor.extra[name]
    field = name if name in _ACTOR_FIELDS else field_of("actors", name)
    value = getattr(actor, field, "") if field else ""
    return value if isinstance(value, str) else ""


def _texts_of(tie: TieRow, name: str) -> str:
    """Return a tie's value of an attribute as the file has it, '' where it has none."""
    if name in tie.extra:
        return tie.extra[name]
    field = name if name in _TIE_FIELDS else field_of("ties", name)
    value = getattr(tie, field, None) if field in _TIE_FIELDS else None
    return "" if value is None else str(value)


def _by_frequency(tie: TieRow, name: str | None) -> bool:
    """Say whether a tie's strength is how often, for want of anything else."""
    return name is None and tie.frequency is not None and not _texts_of(tie, STRENGTH)


def _strength_of(tie: TieRow, name: str | None) -> float | None:
    """Return a tie's strength; what was asked for by name has to be a number."""
    if _by_frequency(tie, name):
        return tie.frequency
    text = _texts_of(tie, name or STRENGTH)
    value = _number(text)
    if text and value is None and name:
        raise NotANumber(name, text, tie.row)
    return value


def _number(text: str) -> float | None:
    """Read a finite number, with a point or a comma."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
