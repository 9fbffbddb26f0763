"""The only place where an operator's words are spoken in a terminal: copying, bringing back, looking over."""

from __future__ import annotations

from pathlib import Path

import click
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from solmu.config.checking import look_over
from solmu.config.copies import (
    CopyDamaged,
    CopyNewer,
    CopyRefused,
    TablesDiffer,
    bring_back,
    write_copy,
)


@click.command(
    "backup",
    help=_(
        "Copy everything into FILE, while people work: all tables as they are at one moment. The copy "
        "is not encrypted, and it can be brought to SQLite and to PostgreSQL. Keep the journal of "
        "erasures beside it."
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup_command(file: Path) -> None:
    if file.exists():
        raise click.ClickException(_("%(name)s exists already.") % {"name": file.name})
    try:
        rows = write_copy(file, at=timezone.now())
    except OSError as fault:
        words = _("Cannot write %(name)s: %(fault)s")
        raise click.ClickException(words % {"name": file.name, "fault": fault.strerror}) from fault
    words = ngettext("%(name)s: %(n)s row", "%(name)s: %(n)s rows", rows)
    click.echo(words % {"name": file.name, "n": rows})


@click.command(
    "restore",
    help=_(
        "Bring FILE, made by `solmu backup`, into an empty database. Stop Solmu first. Whoever has been "
        "erased since stays erased: the journal of erasures is gone through again."
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help=_("Throw away what the database holds now."))
@click.option(
    "--erasures",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("Another journal of erasures, as kept beside the copies of a lost machine."),
)
def restore_command(file: Path, replace: bool, erasures: Path | None) -> None:
    try:
        back = bring_back(file, at=timezone.now(), replace=replace, journal=erasures)
    except CopyRefused as refusal:
        raise click.ClickException(_why(refusal)) from refusal
    words = ngettext("%(n)s row is back.", "%(n)s rows are back.", back.rows)
    click.echo(words % {"n": back.rows})
    if back.erased:
        words = ngettext(
            "%(n)s person was erased again, by the journal.",
            "%(n)s people were erased again, by the journal.",
            back.erased,
        )
        click.echo(words % {"n": back.erased})
    click.echo(_("Everybody signs in anew."))


@click.command(
    "check",
    help=_(
        "Look the installation over. Each line says that all is well, or what to do. Ends with 0 when all "
        "is well, with 1 otherwise."
    ),
)
def check_command() -> None:
    found = list(look_over(timezone.now()))
    for line in found:
        click.secho("–  " if line.todo else "ok ", fg="yellow" if line.todo else "green", nl=False)
        click.echo(line.what)
        if line.todo:
            click.echo(f"     {line.todo}")
    if any(line.todo for line in found):
        raise SystemExit(1)


def _why(refusal: CopyRefused) -> str:
    if isinstance(refusal, CopyDamaged):
        return _("The copy is damaged: %(what)s. Nothing was changed.") % {"what": refusal}
    if isinstance(refusal, CopyNewer):
        return _("The copy was made by a newer Solmu. Install that one first.")
    if isinstance(refusal, TablesDiffer):
        return _(
            "The database is from another version than the copy. Restore into a new one: set "
            "SOLMU_DATABASE or SOLMU_VAR."
        )
    return _("The database is not empty. --replace throws away what it holds.")
