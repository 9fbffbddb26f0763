"""The only place that tells Django of the shell, and what of it runs by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.apps import AppConfig

from solmu.jobs.slots import ROUTINES, Routine


class ShellConfig(AppConfig):
    name = "solmu.shell"
    label = "shell"

    def ready(self) -> None:
        ROUTINES["forget_answered_feedback"] = Routine(timedelta(days=1), _forget_answered_feedback)


def _forget_answered_feedback(at: datetime) -> None:
    from solmu.shell.actions import forget_answered_feedback

    forget_answered_feedback(by=None, at=at)
