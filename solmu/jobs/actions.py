"""The only place that moves work through the queue: asked for, claimed, told of, finished, tried again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from solmu.jobs.models import Job, Worker
from solmu.jobs.queries import finished_long_ago
from solmu.jobs.rules import LEASE, Cancelled, is_due, next_try
from solmu.jobs.slots import KINDS, PURGES, ROUTINES

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
State = Job.State


def ask_for(
    kind: str,
    payload: Mapping[str, Any],
    *,
    network_id: int | None = None,
    person_id: int | None = None,
    at: datetime,
) -> Job:
    """Put work of a known ``kind`` in the queue."""
    if kind not in KINDS:
        raise LookupError(kind)
    return Job.objects.create(
        kind=kind,
        payload=dict(payload),
        network_id=network_id,
        person_id=person_id,
        run_at=at,
        created_at=at,
    )


def claim_next(worker: str, *, at: datetime) -> Job | None:
    """Lease the next due job to ``worker``: a queued one, or one whose worker has gone silent."""
    due = Q(state=State.QUEUED, run_at__lte=at) | Q(state=State.RUNNING, leased_until__lt=at)
    with transaction.atomic():
        job = (
            Job.objects.select_for_update(skip_locked=_can_skip())
            .filter(due)
            .order_by("run_at", "pk")
            .first()
        )
        if job is None:
            return None
        if job.state == State.RUNNING and next_try(job.attempts, at=at) is None:
            _finish(job, State.FAILED, at=at, failure="gave up")
            return None
        job.state, job.worker, job.leased_until = State.RUNNING, worker, at + LEASE
        job.attempts += 1
        job.save(update_fields=["state", "worker", "leased_until", "attempts"])
        return job


def run(job: Job, *, clock: Clock) -> None:
    """Do leased work to its end; what breaks off is tried again, a few times."""
    working = _Working(job, clock)
    try:
        result = KINDS[job.kind](working)
    except Cancelled:
        _finish(job, State.CANCELLED, at=clock())
    except Exception as broken:
        log.exception("job %s broke off", job.kind)
        again_at = next_try(job.attempts, at=clock())
        if again_at is None:
            _finish(job, State.FAILED, at=clock(), failure=type(broken).__name__)
        else:
            Job.objects.filter(pk=job.pk, worker=job.worker).update(
                state=State.QUEUED, run_at=again_at, leased_until=None
            )
    else:
        _finish(job, State.DONE, at=clock(), result=dict(result))


def run_due(worker: str, *, clock: Clock) -> int:
    """Run everything that is due now; returns how many jobs that was."""
    done = 0
    while (job := claim_next(worker, at=clock())) is not None:
        run(job, clock=clock)
        done += 1
    return done


def cancel(job: Job, *, at: datetime) -> None:
    """Call work off: at once when it waits, at its next sign of life when it runs."""
    Job.objects.filter(pk=job.pk, state__in=[State.QUEUED, State.RUNNING]).update(
        state=State.CANCELLED, finished_at=at
    )


def run_routines(last: dict[str, datetime], *, at: datetime) -> None:
    """Run what runs by itself and is due; ``last`` remembers when each ran."""
    for name, routine in ROUTINES.items():
        if is_due(last.get(name), routine.every, at=at):
            last[name] = at
            try:
                routine.run(at)
            except Exception:
                log.exception("routine %s broke off", name)


def forget_finished(at: datetime) -> None:
    """Delete jobs that ended long ago, with their payloads."""
    finished_long_ago(at).delete()


def purge(*, at: datetime, only_count: bool = False) -> dict[str, int]:
    """Delete every row whose time is over, in all slices; returns how many of each table that was."""
    found = {}
    for table, one in PURGES.items():
        over = one.over(at)
        found[table] = over.count()
        if found[table] and not only_count:
            over.delete()
    return found


def forget_jobs_of(person_id: int) -> None:
    """Delete the work that a person asked for."""
    Job.objects.filter(person_id=person_id).delete()


def beat(worker: str, *, at: datetime) -> None:
    """Note that a worker is alive."""
    Worker.objects.update_or_create(name=worker, defaults={"seen_at": at})


class _Working:
    def __init__(self, job: Job, clock: Clock) -> None:
        self.payload: Mapping[str, Any] = job.payload
        self.person_id = job.person_id
        self._job = job
        self.now = clock

    def progress(self, done: int, total: int) -> None:
        held = Job.objects.filter(
            pk=self._job.pk, state=State.RUNNING, worker=self._job.worker
        ).update(progress=done, total=total, leased_until=self.now() + LEASE)
        if not held:
            raise Cancelled


def _finish(
    job: Job,
    state: Job.State,
    *,
    at: datetime,
    result: Mapping[str, Any] | None = None,
    failure: str = "",
) -> None:
    # A worker that was given up for dead may wake up: its word counts only while it holds the job.
    Job.objects.filter(pk=job.pk, state=State.RUNNING, worker=job.worker).update(
        state=state, result=dict(result or {}), failure=failure, finished_at=at, leased_until=None
    )


def _can_skip() -> bool:
    return bool(transaction.get_connection().features.has_select_for_update_skip_locked)
