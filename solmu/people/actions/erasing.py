"""The only place that erases an account everywhere, and keeps the journal by which it stays erased."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Cast

from solmu.jobs.actions import forget_jobs_of
from solmu.ledger.actions import forget_person, forget_rows, recorded
from solmu.ledger.models import Act, Change
from solmu.passes.actions import forget_passes_of
from solmu.passes.queries import passes_of
from solmu.people.actions.sessions import sign_out_elsewhere
from solmu.people.models import Erased, Person
from solmu.people.queries import journal
from solmu.people.rules import blotted, words_of
from solmu.people.slots import ERASURES, Fate


class StillNeeded(Exception):
    """Something has to be handed over before the account can go; ``fates`` says what."""

    def __init__(self, fates: list[Fate]) -> None:
        super().__init__(f"{len(fates)} to hand over")
        self.fates = fates


def fates_of(person: Person) -> list[Fate]:
    """Return what erasing the account would do, slice by slice; what stops it comes first."""
    found = [fate for erasure in ERASURES for fate in erasure.fates(person)]
    return sorted(found, key=lambda fate: ("stops", "goes", "stays").index(fate.kind))


def erase_account(person: Person, *, by: Person | None, at: datetime, again: bool = False) -> None:
    """Erase a person from everything that is kept, in one transaction, and write the journal.

    What others need of a network stays as nobody's. ``again`` erases once more what a restored copy
    brought back: then nothing may stop it.

    Raises:
        StillNeeded: the person has to hand something over first.
    """
    del by  # whoever erases is gone afterwards; the audit trail says that the system did it
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        stops = [fate for fate in fates_of(person) if fate.kind == "stops"]
        if stops and not again:
            raise StillNeeded(stops)
        for erasure in ERASURES:
            erasure.erase(person, at, again)
        with recorded(None, "erase_account", by=None, at=at) as record:
            record.made(person)
        _erase_below(person)
        if not again:
            Erased.objects.create(person_id=person.pk, at=at)
            transaction.on_commit(keep_journal)
        person.delete()


def _erase_below(person: Person) -> None:
    """Erase what the slices below keep: they know people as numbers only."""
    words = words_of(person.email, person.name)
    sign_out_elsewhere(person, "")
    forget_rows(
        {
            "people.person": [person.pk],
            "passes.pass": passes_of(person.email).values_list("pk", flat=True),
        }
    )
    forget_passes_of(person.pk, person.email)
    forget_jobs_of(person.pk)
    own = Q(act__person_id=person.pk)
    blot(Change.objects.filter(own), ("before", "after"), words)
    blot(Change.objects.all(), ("before", "after"), (person.email,))
    blot(Act.objects.filter(person_id=person.pk), ("summary",), words)
    _take_off_changes(person.pk)
    forget_person(person.pk)


def _take_off_changes(person_id: int) -> None:
    """Empty the person's number where an undo would put it back onto a row."""
    for model in apps.get_models():
        columns = [
            field.attname
            for field in model._meta.concrete_fields
            if field.related_model is Person and field.null
        ]
        for column in columns:
            for side in ("before", "after"):
                theirs = Change.objects.filter(
                    **{"model": model._meta.label_lower, f"{side}__{column}": person_id}
                )
                for change in theirs.iterator(chunk_size=500):
                    setattr(change, side, {**getattr(change, side), column: None})
                    change.save(update_fields=[side])


def blot(rows: QuerySet[Any], names: Iterable[str], words: Sequence[str]) -> int:
    """Take ``words`` out of text and JSON columns, wherever they stand whole. Returns how many rows changed."""
    changed = 0
    for name in names:
        is_json = isinstance(rows.model._meta.get_field(name), models.JSONField)
        # SQLite keeps JSON with every letter beyond ASCII escaped, PostgreSQL as it is.
        spelt = {word for one in words for word in (one, json.dumps(one)[1:-1] if is_json else one)}
        holds = Q()
        for word in spelt:
            holds |= Q(blotting__icontains=word)
        suspects = rows.annotate(blotting=Cast(name, models.TextField())).filter(holds)
        for row in suspects.iterator(chunk_size=500):
            before = getattr(row, name)
            after = blotted(before, words)
            if after != before:
                rows.model._base_manager.filter(pk=row.pk).update(**{name: after})
                changed += 1
    return changed


def keep_journal() -> int:
    """Add to the journal's file what it lacks of the table, and to the table what it lacks of the file.

    Returns how many lines the file holds. A line is never altered nor taken away.
    """
    path = Path(settings.ERASURES)
    written = read_journal(path)
    lines = {(one.person_id, one.at) for one in journal()}
    write_journal(written - lines)
    missing = sorted(lines - written, key=lambda line: line[1])
    if missing:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            for person_id, at in missing:
                file.write(json.dumps({"person": person_id, "at": at.isoformat()}) + "\n")
            file.flush()
            os.fsync(file.fileno())
    return len(written | lines)


def write_journal(lines: Iterable[tuple[int, datetime]]) -> None:
    """Add lines to the journal's table; those that it has already stay as they are."""
    Erased.objects.bulk_create(
        [Erased(person_id=person_id, at=at) for person_id, at in sorted(lines)],
        ignore_conflicts=True,
    )


def read_journal(path: Path) -> set[tuple[int, datetime]]:
    """Return the lines of a journal's file; none when there is no file."""
    if not path.exists():
        return set()
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return {(int(line["person"]), datetime.fromisoformat(line["at"])) for line in lines}


def erase_again(*, at: datetime) -> int:
    """Erase once more everybody whom the journal names and a restored copy brought back. Returns how many.

    An account made after an erasure is somebody else's, though it may have come to bear the same number.
    """
    brought_back = [
        person
        for line in journal()
        for person in Person.objects.filter(pk=line.person_id, created_at__lt=line.at)
    ]
    for person in brought_back:
        erase_account(person, by=None, at=at, again=True)
    return len(brought_back)
