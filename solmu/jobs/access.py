"""The only place that decides whose work a person may follow: their own."""

from __future__ import annotations

from solmu.jobs.models import Job
from solmu.lib.reach import NotReachable


def job_for(person_id: int | None, ref: str) -> Job:
    """Return a job that the person asked for, or raise ``NotReachable``."""
    job = Job.objects.filter(ref=ref, person_id=person_id).first() if person_id else None
    if job is None:
        raise NotReachable(ref)
    return job
