"""The only place where the queue speaks in a terminal: what goes in time, now and by hand."""

from __future__ import annotations

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from solmu.jobs.actions import purge
from solmu.jobs.slots import PURGES


@click.command(
    "purge",
    help=_(
        "Delete what is past its time: words of old changes, files nobody came back to, expired "
        "links and sign-ins. This runs by itself; --dry-run only counts."
    ),
)
@click.option("--dry-run", is_flag=True, help=_("Count, and delete nothing."))
def purge_command(dry_run: bool) -> None:
    found = purge(at=timezone.now(), only_count=dry_run)
    for table, count in found.items():
        click.echo(f"{count:>7}  {PURGES[table].label}")
    told = _("Nothing was deleted.") if dry_run or not any(found.values()) else _("Deleted.")
    click.echo(told)
