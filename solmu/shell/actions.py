"""The only place that changes what the shell keeps."""

from __future__ import annotations

from datetime import datetime, timedelta

from solmu.people.models import Person
from solmu.shell.models import Feedback

KEPT_AFTER_ANSWER = timedelta(days=365)


def receive_feedback(feedback: Feedback, *, language: str, by: Person | None, at: datetime) -> None:
    """Keep feedback; the teller's name is not kept, only the address that they gave for an answer."""
    del by
    feedback.language = language
    feedback.received_at = at
    feedback.save()


def mark_answered(feedback: Feedback, *, by: Person | None, at: datetime) -> None:
    """Note that feedback was answered, and forget where the answer went."""
    del by
    feedback.answered_at = at
    feedback.reply_to = ""
    feedback.save(update_fields=["answered_at", "reply_to"])


def forget_answered_feedback(*, by: Person | None, at: datetime) -> int:
    """Delete feedback that was answered over a year ago; returns how many were deleted."""
    del by
    _, deleted = Feedback.objects.filter(answered_at__lt=at - KEPT_AFTER_ANSWER).delete()
    return deleted.get("shell.Feedback", 0)


def choose_for(person: Person, *, by: Person, language: str = "", theme: str = "") -> None:
    """Remember a person's language or colours, so that other devices and letters follow."""
    del by
    changed = {name: value for name, value in (("language", language), ("theme", theme)) if value}
    for name, value in changed.items():
        setattr(person, name, value)
    person.save(update_fields=list(changed))
