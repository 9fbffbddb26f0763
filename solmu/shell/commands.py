"""The only place where the shell speaks in a terminal: the operator reads feedback and notes the answers."""

from __future__ import annotations

import click
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from solmu.shell.actions import mark_answered
from solmu.shell.models import Feedback


@click.command(
    "feedback",
    help=_(
        "List the feedback that waits for an answer, the most urgent first: the law gives 14 days. "
        "With --answered, note that one was answered; its e-mail address is then forgotten."
    ),
)
@click.option("--answered", type=int, metavar="NUMBER", help=_("Number of the answered feedback."))
def feedback_command(answered: int | None) -> None:
    waiting = Feedback.objects.filter(answered_at=None).order_by("received_at")
    if answered is not None:
        feedback = waiting.filter(pk=answered).first()
        if feedback is None:
            raise click.ClickException(
                _("No waiting feedback has the number %(number)s.") % {"number": answered}
            )
        mark_answered(feedback, by=None, at=timezone.now())
        click.echo(_("Noted as answered: %(number)s") % {"number": answered})
        return
    if not waiting:
        click.echo(_("No feedback waits for an answer."))
    for one in waiting:
        due = date_format(timezone.localtime(one.due_at), "SHORT_DATE_FORMAT")
        click.secho(f"{one.pk}  {due}  {one.get_topic_display()}  {one.page}", bold=True)
        click.echo(f"   {one.text}\n   {one.reply_to or '–'}\n")
