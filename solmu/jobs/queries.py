"""The only place that reads the queue as a whole: what ended long ago, and whether a worker is alive."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from solmu.jobs.models import Job, Worker
from solmu.jobs.rules import GONE_AFTER, KEPT_FOR


def finished_long_ago(at: datetime) -> QuerySet[Job]:
    """Return jobs that ended so long ago that they go."""
    return Job.objects.filter(finished_at__lt=at - KEPT_FOR)


def gone_workers(at: datetime) -> QuerySet[Worker]:
    """Return workers that have been silent for a day."""
    return Worker.objects.filter(seen_at__lt=at - timedelta(days=1))


def is_worked(at: datetime) -> bool:
    """Tell whether a worker has said lately that it is alive, or is in the middle of long work."""
    busy = Job.objects.filter(state=Job.State.RUNNING, leased_until__gt=at)
    return Worker.objects.filter(seen_at__gte=at - GONE_AFTER).exists() or busy.exists()
