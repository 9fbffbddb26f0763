"""The only place that looks an installation over: what is well, and what to do about the rest."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.core.mail import get_connection
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from solmu.jobs.queries import is_worked
from solmu.people.actions import read_journal
from solmu.people.queries import journal

_LEAST_FREE = 1024**3


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at; ``todo`` says what to do, and is empty when all is well."""

    what: str
    todo: str = ""


def look_over(at: datetime) -> Iterator[Line]:
    """Yield what was found, the most basic things first; without its database nothing after it is asked."""
    yield Line(_("Solmu %(version)s") % {"version": version("solmu")})
    database = _database()
    yield database
    tables = Line("") if database.todo else _tables()
    if not database.todo:
        yield tables
    looks: list[Callable[[], Line]] = [_secret, _public_url, _mail, _counters, _disk]
    if not database.todo and not tables.todo:
        looks += [lambda: _worker(at), _erasures]
    for look in looks:
        yield look()


def _database() -> Line:
    what = _("Database: %(vendor)s") % {"vendor": connection.vendor}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return Line(what, _("It does not answer. Check SOLMU_DATABASE, and that it runs."))
    return Line(what)


def _tables() -> Line:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return Line(_("Tables"), _("They are from another version. Run `solmu migrate`."))
    return Line(_("Tables"))


def _secret() -> Line:
    if settings.SECRET_KEY.startswith("only-for-development") or len(settings.SECRET_KEY) < 50:
        return Line(_("Secret"), _("Set SOLMU_SECRET to 50 or more random characters."))
    return Line(_("Secret"))


def _public_url() -> Line:
    what = _("Address: %(url)s") % {"url": settings.PUBLIC_URL}
    address = urlsplit(settings.PUBLIC_URL)
    if settings.PRODUCTION and address.scheme != "https":
        return Line(what, _("Set SOLMU_PUBLIC_URL to the https address that people open."))
    if settings.PRODUCTION and address.hostname not in settings.ALLOWED_HOSTS:
        return Line(what, _("Add its host name to SOLMU_HOSTS."))
    return Line(what)


def _mail() -> Line:
    if "smtp" not in settings.EMAIL_BACKEND:
        todo = _("Letters are not sent. Set SOLMU_SMTP_HOST.") if settings.PRODUCTION else ""
        return Line(_("Mail: shown in the terminal only"), todo)
    what = _("Mail: %(host)s") % {"host": settings.EMAIL_HOST}
    try:
        with get_connection(timeout=5):
            return Line(what)
    except OSError:  # smtplib's errors are OSErrors too
        return Line(what, _("It does not answer. Check the SOLMU_SMTP settings."))


def _counters() -> Line:
    what = _("Limits on guessing: %(where)s") % {"where": "Redis" if settings.REDIS_URL else "–"}
    try:
        cache.set("check", 1, timeout=5)
    except Exception:  # whatever the client of the moment raises
        return Line(what, _("It does not answer. Check SOLMU_REDIS."))
    return Line(what)


def _disk() -> Line:
    place = Path(settings.VAR)
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    what = _("Disk: %(gigabytes)s GB free") % {"gigabytes": free // 1024**3}
    if free < _LEAST_FREE:
        return Line(what, _("Make room: less than one gigabyte is left."))
    return Line(what)


def _worker(at: datetime) -> Line:
    if is_worked(at):
        return Line(_("Long work"))
    return Line(_("Long work"), _("Nobody does it. Start `solmu serve`, or `solmu work`."))


def _erasures() -> Line:
    path = Path(settings.ERASURES)
    what = _("Journal of erasures: %(path)s") % {"path": path}
    try:
        written = read_journal(path)
    except (OSError, ValueError, KeyError):
        return Line(what, _("It cannot be read. Bring it back from your copies."))
    if {(one.person_id, one.at) for one in journal()} - written:
        return Line(what, _("Lines are missing. Let `solmu work` write there, then look again."))
    return Line(what)
