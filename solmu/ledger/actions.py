"""The only place that writes the ledger: recording an act with its changes, and taking one back."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Literal, Protocol, TypeVar

from django.apps import apps
from django.db import IntegrityError, connection, models, router, transaction
from django.db.models.deletion import Collector

from solmu.ledger.models import Act, Change, Event, Pseudonym
from solmu.ledger.queries import outlived_changes
from solmu.ledger.rules import (
    AlreadyUndone,
    ChangedSince,
    Conflict,
    LeansOnLater,
    clashing_fields,
    content_kept_until,
    pseudonym,
)
from solmu.ledger.slots import AFTER_ACT
from solmu.lib.identity_codes import refuse_identity_codes

OnConflict = Literal["ask", "keep", "overwrite"]
Row = TypeVar("Row", bound=models.Model)
# Names the ledger's turns among PostgreSQL's advisory locks.
_ACTS = 1


class ActingPerson(Protocol):
    """Whoever acts; ``None`` in its place is the system itself."""

    @property
    def pk(self) -> Any: ...


class Record:
    """What one act does to rows: every write goes through it, so that nothing changes unrecorded."""

    def __init__(self, act: Act) -> None:
        self.act = act
        self.changes: list[Change] = []
        self._added: dict[tuple[str, Any], Change] = {}

    def add(self, row: Row) -> Row:
        """Insert ``row`` and return it."""
        refuse_identity_codes(values_of(row))
        row.save(force_insert=True)
        noted = self._note(row, Change.Kind.CREATED, after=values_of(row))
        self._added[noted.model, noted.object_id] = noted
        return row

    def set(self, row: models.Model, **values: Any) -> bool:
        """Give ``row`` new field values; tell whether any of them was new."""
        fields = {name: row._meta.get_field(name) for name in values}
        before = values_of(row, fields)
        for name, value in values.items():
            setattr(row, name, value)
        after = values_of(row, fields)
        changed = [name for name in after if after[name] != before[name]]
        if not changed:
            return False
        refuse_identity_codes({name: after[name] for name in changed})
        row.save(update_fields=[row._meta.get_field(name).name for name in changed])
        added = self._added.get((row._meta.label_lower, row.pk))
        if added is not None:  # else an undo would take what the same act wrote for a later change
            added.after.update({name: after[name] for name in changed})
            return True
        self._note(
            row,
            Change.Kind.CHANGED,
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
        return True

    def remove(self, row: models.Model) -> None:
        """Delete ``row`` and all that hangs on it, each of them recorded."""
        for found in dependants(row):
            self._note(found, Change.Kind.DELETED, before=values_of(found))
        row.delete()

    def made(self, row: Row) -> Row:
        """Record that ``row`` was inserted elsewhere in this transaction, without any of its words."""
        self._note(row, Change.Kind.CREATED)
        return row

    def _note(self, row: models.Model, kind: Change.Kind, **content: Any) -> Change:
        change = Change(
            model=row._meta.label_lower,
            object_id=row.pk,
            kind=kind,
            retain_until=content_kept_until(self.act.at),
            **content,
        )
        self.changes.append(change)
        return change

    def write(self) -> None:
        """Write the act, its changes and its events."""
        self.act.save(force_insert=True)
        for change in self.changes:
            change.act = self.act
        Change.objects.bulk_create(self.changes, batch_size=500)
        name = _pseudonym_of(self.act.person_id)
        Event.objects.bulk_create(
            (
                Event(
                    at=self.act.at,
                    network_id=self.act.network_id,
                    pseudonym=name,
                    verb=self.act.verb,
                    object_type=model,
                    object_id=object_id,
                )
                for model, object_id in dict.fromkeys(
                    (change.model, change.object_id) for change in self.changes
                )
            ),
            batch_size=500,
        )


@contextmanager
def recorded(
    network_id: int | None,
    verb: str,
    *,
    by: ActingPerson | None,
    at: datetime,
    summary: Mapping[str, Any] | None = None,
) -> Iterator[Record]:
    """Do an act in one transaction; an act that changed nothing leaves no trace.

    ``record.act`` is the act that was written. ``summary`` holds the few facts that a list of changes
    shows; names of actors belong there, words of notes do not. What others keep of the changed rows follows
    in the same transaction (``slots.AFTER_ACT``).
    """
    with transaction.atomic():
        take_turn(network_id)
        record = Record(
            Act(
                network_id=network_id,
                person_id=None if by is None else by.pk,
                verb=verb,
                at=at,
                summary=dict(summary or {}),
            )
        )
        yield record
        if record.changes:
            record.write()
            for follow in AFTER_ACT:
                follow(network_id, record.changes)


def take_turn(network_id: int | None) -> None:
    """Wait until no other act in the network is under way; the turn ends with the transaction.

    An act writes what follows from all that was said before it (such as the ties on the map), so two at
    once would each miss the other. SQLite has one writer at a time anyway.
    """
    if network_id is not None and connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_ACTS, network_id])


def undo(
    act: Act, *, by: ActingPerson | None, at: datetime, on_conflict: OnConflict = "ask"
) -> Act | None:
    """Take ``act`` back by an act of its own, which can be taken back in turn.

    Raises ``ChangedSince`` when a later act touched the same fields and ``on_conflict`` is "ask";
    "keep" leaves those as they are, "overwrite" puts the old ones back. Raises ``LeansOnLater`` when
    neither would leave the tables whole. Returns the undoing act, ``None`` when nothing was left to do.
    """
    try:
        with transaction.atomic():
            take_turn(act.network_id)
            act = Act.objects.select_for_update().get(pk=act.pk)
            if act.undone_at is not None:
                raise AlreadyUndone
            changes = list(act.changes.order_by("-pk"))
            conflicts = find_conflicts(changes)
            if conflicts and on_conflict == "ask":
                raise ChangedSince(conflicts)
            skip = conflicts if on_conflict == "keep" else []
            undoing = _undo(act, changes, skip, by=by, at=at)
            tables = {apps.get_model(change.model)._meta.db_table for change in changes}
            connection.check_constraints(table_names=sorted(tables))
            return undoing
    except IntegrityError as broken:
        raise LeansOnLater from broken


def _undo(
    act: Act,
    changes: list[Change],
    skip: list[Conflict],
    *,
    by: ActingPerson | None,
    at: datetime,
) -> Act | None:
    told = {"undone": act.verb, **act.summary}
    with recorded(act.network_id, "undo", by=by, at=at, summary=told) as record:
        for change in changes:
            _take_back(change, record, [one for one in skip if _concerns(one, change)])
    undoing = record.act if record.changes else None
    act.undone_at, act.undone_by = at, undoing
    act.save(update_fields=["undone_at", "undone_by"])
    # An undo that is itself taken back makes its act stand again.
    Act.objects.filter(undone_by=act).update(undone_at=None, undone_by=None)
    return undoing


def find_conflicts(changes: Iterable[Change]) -> list[Conflict]:
    """Return what stands in the way of taking ``changes`` back."""
    changes = list(changes)
    own = {(change.model, change.object_id) for change in changes}
    found: list[Conflict] = []
    for change in changes:
        model = apps.get_model(change.model)
        row = model._base_manager.filter(pk=change.object_id).first()
        if change.kind == Change.Kind.DELETED:
            continue
        if row is None:
            found.append(Conflict(change.model, change.object_id, "gone"))
        elif change.kind == Change.Kind.CREATED:
            if clashing_fields(values_of(row), change.after) or any(
                (one._meta.label_lower, one.pk) not in own for one in dependants(row)
            ):
                found.append(Conflict(change.model, change.object_id, "in_use"))
        else:
            now = values_of(row, change.after)
            found += (
                Conflict(
                    change.model,
                    change.object_id,
                    "changed",
                    field,
                    str(now[field] or ""),
                    str(change.before[field] or ""),
                )
                for field in clashing_fields(now, change.after)
            )
    return found


def purge_expired(*, at: datetime) -> int:
    """Erase the words of changes whose time is over; the acts stay as plain facts. Returns how many."""
    return outlived_changes(at).delete()[0]


def forget_person(person_id: int) -> None:
    """Destroy the key that joins a person to events, and take their id off acts."""
    Pseudonym.objects.filter(person_id=person_id).delete()
    Act.objects.filter(person_id=person_id).update(person_id=None)


def forget_rows(rows: Mapping[str, Iterable[int]]) -> None:
    """Erase what changes hold of these rows, by table; that something was done to them stays."""
    for model, ids in rows.items():
        Change.objects.filter(model=model, object_id__in=list(ids)).delete()


def values_of(row: models.Model, names: Iterable[str] | None = None) -> dict[str, Any]:
    """Return field values of ``row`` as JSON holds them, under the fields' column names."""
    fields = (
        row._meta.concrete_fields
        if names is None
        else [row._meta.get_field(name) for name in names]  # by field or by column name
    )
    return {field.attname: _as_json(field, row) for field in fields}  # type: ignore[union-attr]


def dependants(row: models.Model) -> list[models.Model]:
    """Return ``row`` and every row that deleting it would delete."""
    collector = Collector(using=router.db_for_write(type(row), instance=row), origin=row)
    collector.collect([row])
    slow = [one for rows in collector.data.values() for one in rows]
    fast = [one for rows in collector.fast_deletes for one in rows]
    return [*fast, *slow]


def _as_json(field: Any, row: models.Model) -> Any:
    value = getattr(row, field.attname)
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value
    return field.value_to_string(row)


def _take_back(change: Change, record: Record, skipped: list[Conflict]) -> None:
    model = apps.get_model(change.model)
    if change.kind == Change.Kind.DELETED:
        record.add(model(**_from_json(model, change.before)))
        return
    row = model._base_manager.filter(pk=change.object_id).first()
    if row is None:
        return
    if change.kind == Change.Kind.CREATED:
        if not skipped:
            record.remove(row)
        return
    left_alone = {conflict.field for conflict in skipped}
    before = {name: old for name, old in change.before.items() if name not in left_alone}
    record.set(row, **_from_json(model, before))


def _from_json(model: type[models.Model], values: Mapping[str, Any]) -> dict[str, Any]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {name: fields[name].to_python(value) for name, value in values.items()}


def _concerns(conflict: Conflict, change: Change) -> bool:
    return (conflict.model, conflict.object_id) == (change.model, change.object_id)


def _pseudonym_of(person_id: int | None) -> str:
    if person_id is None:
        return ""
    row, _ = Pseudonym.objects.get_or_create(
        person_id=person_id, defaults={"key": secrets.token_bytes(32)}
    )
    return pseudonym(bytes(row.key), person_id)
