"""The only place that tells Django of the slice people, and the queue of what it tidies by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.apps import AppConfig

from solmu.jobs.slots import ROUTINES, Routine


class PeopleConfig(AppConfig):
    name = "solmu.people"
    label = "people"

    def ready(self) -> None:
        ROUTINES["purge_passes"] = Routine(timedelta(days=1), _purge_passes)
        ROUTINES["clear_sessions"] = Routine(timedelta(days=1), _clear_sessions)


def _purge_passes(at: datetime) -> None:
    from solmu.passes.actions import purge_passes

    purge_passes(at=at)


def _clear_sessions(at: datetime) -> None:
    from solmu.people.actions import clear_sessions

    clear_sessions(at=at)
