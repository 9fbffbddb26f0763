"""The jobs slice as a Django application, and what of it goes in time."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from solmu.jobs.slots import PURGES, ROUTINES, Purge, Routine


class JobsConfig(AppConfig):
    """Names the slice, and has what is over deleted a few times a day."""

    name = "solmu.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Let purging run by itself."""
        from solmu.jobs.queries import finished_long_ago, gone_workers

        ROUTINES["purge"] = Routine(timedelta(hours=6), _purge)
        PURGES["jobs.Job"] = Purge(_("Finished long work"), finished_long_ago)
        PURGES["jobs.Worker"] = Purge(_("Workers that are gone"), gone_workers)


def _purge(at: datetime) -> None:
    from solmu.jobs.actions import purge

    purge(at=at)
