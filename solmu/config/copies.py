"""The only place that copies an installation into one file, and brings such a file back.

A copy is a zip: `manifest.json`, a table a file in `tables/`, one row a line, and `files/`. Rows are kept as JSON, so
that what was copied from SQLite can be brought to PostgreSQL and the other way round.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from django.apps.registry import Apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, connections, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from solmu.people.actions import erase_again, keep_journal, read_journal, write_journal
from solmu.people.models import Erased

FORMAT = 1
_SNAPSHOT = "snapshot"
# Django makes these anew, or they are worth nothing elsewhere: sign-ins end with a restore.
_LEFT_OUT_APPS = frozenset({"auth", "contenttypes", "sessions"})
_LEFT_OUT = frozenset({"people.signedin", "jobs.worker"})
_BATCH = 500
Key = tuple[str, str]


class CopyRefused(Exception):
    """A copy cannot be brought back, and nothing was changed."""


class CopyDamaged(CopyRefused):
    """Something in the copy is not as its manifest says; the message names it."""


class CopyNewer(CopyRefused):
    """A newer Solmu made the copy."""


class TablesDiffer(CopyRefused):
    """The database has tables of another version than the copy."""


class NotEmpty(CopyRefused):
    """The database holds something already."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: how many rows, and how many people were erased once more."""

    rows: int
    erased: int


def write_copy(path: Path, *, at: datetime) -> int:
    """Copy everything as it is at one moment, while work goes on; returns how many rows that was.

    The file appears under its name only when it is whole.
    """
    part = path.with_name(f"{path.name}.part")
    with snapshot() as alias, _private(part) as file, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        applied = _applied(alias)
        manifest: dict[str, Any] = {
            "format": FORMAT,
            "solmu": version("solmu"),
            "made_at": at.isoformat(),
            "vendor": connection.vendor,
            "migrations": sorted(applied),
            "tables": {},
            "files": {},
        }
        for model in _copied(_apps_at(applied)):
            manifest["tables"][model._meta.label_lower] = _write_table(archive, model, alias)
        media = _media()
        for found in sorted(media.rglob("*")):
            if found.is_file():
                name = found.relative_to(media).as_posix()
                content = found.read_bytes()
                archive.writestr(f"files/{name}", content)
                manifest["files"][name] = hashlib.sha256(content).hexdigest()
        archive.writestr("manifest.json", json.dumps(manifest, indent=1))
    part.replace(path)
    return sum(table["rows"] for table in manifest["tables"].values())


def bring_back(
    path: Path, *, at: datetime, replace: bool = False, journal: Path | None = None
) -> Restored:
    """Bring a copy into an empty database, or with ``replace`` in the place of what is there.

    The copy is looked through before anything is touched, and written in one transaction. An older one
    is brought up to date. Whoever was erased after it was made, by this installation's journal or by
    the file ``journal``, is erased once more.

    Raises:
        CopyRefused: the copy is damaged or made by a newer Solmu, or the database is not fit for it.
    """
    with _opened(path) as archive:
        manifest = _checked(archive)
        wanted = {(app, name) for app, name in manifest["migrations"]}
        _fit_database(wanted)
        known = _apps_at(wanted)
        found = _copied(known)
        if not replace and _holds_something(found):
            raise NotEmpty
        lines = _journal_lines() | (read_journal(journal) if journal else set())
        with transaction.atomic():
            _empty(known)
            rows = sum(_read_table(archive, manifest, model) for model in found)
        _extract_files(archive, manifest)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), found):
            cursor.execute(statement)
    call_command("migrate", interactive=False, verbosity=0)
    write_journal(lines)
    keep_journal()
    return Restored(rows, erase_again(at=at))


@contextmanager
def snapshot() -> Iterator[str]:
    """Give a second connection that sees the database as it is now, however long it reads, and stops nobody."""
    own = deepcopy(connection.settings_dict)
    own["OPTIONS"].pop("pool", None)
    if connection.vendor == "sqlite":
        own["OPTIONS"]["transaction_mode"] = "DEFERRED"  # only reads: takes no turn among writers
    connections.settings[_SNAPSHOT] = own
    try:
        with transaction.atomic(using=_SNAPSHOT):
            if connection.vendor == "postgresql":
                with connections[_SNAPSHOT].cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield _SNAPSHOT
    finally:
        connections[_SNAPSHOT].close()
        del connections[_SNAPSHOT]
        del connections.settings[_SNAPSHOT]


def _applied(alias: str = "default") -> set[Key]:
    """Return the migrations that made the tables, of applications that are still there."""
    known = MigrationExecutor(connection).loader.disk_migrations
    return set(MigrationRecorder(connections[alias]).applied_migrations()) & set(known)


def _targets(wanted: set[Key]) -> list[Key]:
    graph = MigrationExecutor(connection).loader.graph
    return [
        key
        for key in sorted(wanted)
        if not any(
            child.key in wanted and child.key[0] == key[0] for child in graph.node_map[key].children
        )
    ]


def _apps_at(wanted: set[Key]) -> Apps:
    """Return the tables as they were when just these migrations were applied."""
    loader = MigrationExecutor(connection).loader
    return loader.project_state(_targets(wanted)).apps


def _copied(known: Apps) -> list[type[models.Model]]:
    return [
        model
        for model in known.get_models(include_auto_created=True)
        if model._meta.app_label not in _LEFT_OUT_APPS
        and model._meta.label_lower not in _LEFT_OUT
        and not model._meta.proxy
    ]


def _write_table(archive: ZipFile, model: type[models.Model], alias: str) -> dict[str, Any]:
    fields = model._meta.concrete_fields
    rows = model._base_manager.using(alias).order_by("pk").values_list(*(f.attname for f in fields))
    digest, count = hashlib.sha256(), 0
    with archive.open(_member(model), "w", force_zip64=True) as out:
        for row in rows.iterator(chunk_size=2000):
            plain = [_as_json(value) for value in row]
            line = json.dumps(plain, cls=_Exactly, ensure_ascii=False).encode() + b"\n"
            digest.update(line)
            out.write(line)
            count += 1
    columns = [field.attname for field in fields]
    return {"columns": columns, "rows": count, "sha256": digest.hexdigest()}


class _Exactly(DjangoJSONEncoder):
    """Keeps times to the microsecond, which Django's own encoder cuts."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def _as_json(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value


def _read_table(archive: ZipFile, manifest: dict[str, Any], model: type[models.Model]) -> int:
    table = manifest["tables"].get(model._meta.label_lower)
    if table is None:
        return 0
    by_name = {field.attname: field for field in model._meta.concrete_fields}
    fields = [by_name[name] for name in table["columns"]]
    batch: list[models.Model] = []
    with archive.open(_member(model)) as lines:
        for line in lines:
            values = zip(fields, json.loads(line), strict=True)
            batch.append(model(**{field.attname: _from_json(field, one) for field, one in values}))
            if len(batch) == _BATCH:
                model._base_manager.bulk_create(batch)
                batch = []
    model._base_manager.bulk_create(batch)
    return int(table["rows"])


def _from_json(field: models.Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value)
    return field.to_python(value)


def _opened(path: Path) -> ZipFile:
    try:
        return ZipFile(path)
    except (BadZipFile, OSError) as broken:
        raise CopyDamaged(path.name) from broken


def _checked(archive: ZipFile) -> dict[str, Any]:
    """Return the manifest, once everything in the copy has been found as the manifest says."""
    try:
        manifest: dict[str, Any] = json.loads(archive.read("manifest.json"))
        if manifest["format"] > FORMAT:
            raise CopyNewer
        sums = {f"tables/{name}.jsonl": one["sha256"] for name, one in manifest["tables"].items()}
        sums |= {f"files/{name}": digest for name, digest in manifest["files"].items()}
        for member, digest in sums.items():
            # A name that leads elsewhere was never written by a copy of ours.
            if ".." in PurePosixPath(member).parts or _digest(archive, member) != digest:
                raise CopyDamaged(member)
    except (KeyError, ValueError, BadZipFile) as broken:
        raise CopyDamaged(archive.filename) from broken
    return manifest


def _digest(archive: ZipFile, member: str) -> str:
    with archive.open(member) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # reads as bytes


def _fit_database(wanted: set[Key]) -> None:
    """Make the tables as the copy knows them when there are none; those of another version are not touched."""
    executor = MigrationExecutor(connection)
    if wanted - set(executor.loader.disk_migrations):
        raise CopyNewer
    applied = _applied()
    if not applied:
        executor.migrate(_targets(wanted))
    elif applied != wanted:
        raise TablesDiffer


def _holds_something(found: list[type[models.Model]]) -> bool:
    """Tell whether anything is there that a person has made; the catalogue of areas comes with the tables."""
    own = (model for model in found if model._meta.label_lower != "networks.area")
    return any(model._base_manager.exists() for model in own)


def _empty(known: Apps) -> None:
    """Empty every table that people fill; the tables that refuse it are told for once not to."""
    left = {"auth", "contenttypes"}
    tables = [
        model._meta.db_table
        for model in known.get_models(include_auto_created=True)
        if model._meta.app_label not in left and not model._meta.proxy
    ]
    quoted = [connection.ops.quote_name(table) for table in tables]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(quoted)} CASCADE")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
        for table in quoted:
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables
        for _, statement in triggers:
            cursor.execute(statement)


def _journal_lines() -> set[tuple[int, datetime]]:
    """Return what this installation knows of erasures, in its table and beside it."""
    lines = read_journal(Path(settings.ERASURES))
    if Erased._meta.db_table in connection.introspection.table_names():
        lines |= set(Erased.objects.values_list("person_id", "at"))
    return lines


def _member(model: type[models.Model]) -> str:
    return f"tables/{model._meta.label_lower}.jsonl"


def _media() -> Path:
    return Path(settings.VAR) / "media"


def _extract_files(archive: ZipFile, manifest: dict[str, Any]) -> None:
    for name in manifest["files"]:
        target = _media() / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(f"files/{name}") as source, target.open("wb") as out:
            shutil.copyfileobj(source, out)


@contextmanager
def _private(path: Path) -> Iterator[IO[bytes]]:
    """Open a file that only its owner reads, and have it on the disk before it counts as written."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
