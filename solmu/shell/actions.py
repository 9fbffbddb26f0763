"""The only place that changes what the shell keeps."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from django.conf import settings

from solmu.people.actions import LetterNotSent, blot, send_letter
from solmu.people.models import Person
from solmu.people.rules import words_of
from solmu.shell.models import Feedback
from solmu.shell.queries import long_answered


def receive_feedback(feedback: Feedback, *, language: str, by: Person | None, at: datetime) -> None:
    """Keep feedback and tell the operator of it.

    The teller's name is not kept, only the address that they gave for an answer. A letter that does not
    leave is no harm: ``solmu feedback`` lists what waits.
    """
    del by
    feedback.language = language
    feedback.received_at = at
    feedback.save()
    if settings.OPERATOR_EMAIL:
        with suppress(LetterNotSent):
            send_letter(
                "shell/letters/feedback",
                to=settings.OPERATOR_EMAIL,
                language=settings.LANGUAGE_CODE,
                words={"feedback": feedback},
            )


def mark_answered(feedback: Feedback, *, by: Person | None, at: datetime) -> None:
    """Note that feedback was answered, and forget where the answer went."""
    del by
    feedback.answered_at = at
    feedback.reply_to = ""
    feedback.save(update_fields=["answered_at", "reply_to"])


def forget_answered_feedback(*, by: Person | None, at: datetime) -> int:
    """Delete feedback that was answered over a year ago; returns how many were deleted."""
    del by
    return long_answered(at).delete()[1].get("shell.Feedback", 0)


def forget_address(person: Person, at: datetime, again: bool) -> None:
    """Take a person's mailbox out of the feedback that waits, and their name out of their own: it goes unanswered."""
    del at, again
    own = Feedback.objects.filter(reply_to__iexact=person.email)
    blot(own, ("text",), words_of(person.email, person.name))
    own.update(reply_to="")
    blot(Feedback.objects.all(), ("text",), (person.email,))
