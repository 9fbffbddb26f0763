"""Work is done once, tried again when its worker dies, and stops when it is called off."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from solmu.jobs.actions import (
    ask_for,
    cancel,
    claim_next,
    forget_finished,
    run,
    run_due,
    run_routines,
)
from solmu.jobs.models import Job
from solmu.jobs.rules import LEASE, MOST_ATTEMPTS
from solmu.jobs.slots import KINDS, ROUTINES, Routine, Working
from tests.cast import NOON

pytestmark = pytest.mark.django_db
done: list[Mapping[str, Any]] = []


def clock() -> datetime:
    return NOON


@pytest.fixture(autouse=True)
def work(monkeypatch: pytest.MonkeyPatch) -> None:
    done.clear()

    def add(working: Working) -> Mapping[str, Any]:
        working.progress(1, 2)
        done.append(working.payload)
        return {"next": "/there/"}

    def break_off(working: Working) -> Mapping[str, Any]:
        done.append(working.payload)
        raise RuntimeError

    monkeypatch.setitem(KINDS, "test.add", add)
    monkeypatch.setitem(KINDS, "test.break", break_off)


def test_work_is_done_and_leaves_its_result() -> None:
    job = ask_for("test.add", {"n": 1}, at=NOON)
    assert run_due("one", clock=clock) == 1
    job.refresh_from_db()
    assert (job.state, job.result, job.progress, job.total) == ("done", {"next": "/there/"}, 1, 2)
    assert run_due("one", clock=clock) == 0


def test_unknown_work_is_not_taken_in() -> None:
    with pytest.raises(LookupError):
        ask_for("test.unheard_of", {}, at=NOON)


def test_work_is_done_in_the_order_it_was_asked_for() -> None:
    for number in range(3):
        ask_for("test.add", {"n": number}, at=NOON + timedelta(seconds=number))
    run_due("one", clock=lambda: NOON + timedelta(minutes=1))
    assert [payload["n"] for payload in done] == [0, 1, 2]


def test_two_workers_never_get_the_same_work() -> None:
    ask_for("test.add", {}, at=NOON)
    first = claim_next("one", at=NOON)
    assert first is not None
    assert claim_next("two", at=NOON) is None


def test_the_work_of_a_dead_worker_is_taken_over_when_its_lease_is_out() -> None:
    ask_for("test.add", {}, at=NOON)
    lost = claim_next("dead", at=NOON)
    assert lost is not None
    assert claim_next("two", at=NOON + LEASE) is None
    later = NOON + LEASE + timedelta(seconds=1)
    taken = claim_next("two", at=later)
    assert taken is not None
    assert (taken.pk, taken.worker, taken.attempts) == (lost.pk, "two", 2)
    # The first one wakes up: it may not go on beside the second.
    run(lost, clock=lambda: later)
    lost.refresh_from_db()
    assert (lost.state, lost.worker) == ("running", "two")


def test_work_that_breaks_off_is_tried_again_a_few_times_and_then_given_up(
    caplog: pytest.LogCaptureFixture,
) -> None:
    job = ask_for("test.break", {}, at=NOON)
    for attempt in range(MOST_ATTEMPTS + 2):
        run_due("one", clock=lambda attempt=attempt: NOON + timedelta(minutes=attempt))  # type: ignore[misc]
    job.refresh_from_db()
    assert len(done) == MOST_ATTEMPTS
    assert (job.state, job.failure) == ("failed", "RuntimeError")


def test_work_whose_workers_keep_dying_is_given_up() -> None:
    job = ask_for("test.add", {}, at=NOON)
    at = NOON
    for _ in range(MOST_ATTEMPTS):
        assert claim_next("dead", at=at) is not None
        at += LEASE + timedelta(seconds=1)
    assert claim_next("last", at=at) is None
    job.refresh_from_db()
    assert job.state == "failed"


def test_called_off_work_is_never_begun_and_a_running_one_stops_at_its_next_step() -> None:
    waiting = ask_for("test.add", {}, at=NOON)
    cancel(waiting, at=NOON)
    assert run_due("one", clock=clock) == 0
    ask_for("test.add", {}, at=NOON)
    running = claim_next("one", at=NOON)
    assert running is not None
    cancel(running, at=NOON)
    run(running, clock=clock)
    running.refresh_from_db()
    assert running.state == "cancelled"
    assert done == []


def test_finished_work_is_forgotten_after_a_month() -> None:
    ask_for("test.add", {}, at=NOON)
    run_due("one", clock=clock)
    forget_finished(NOON + timedelta(days=29))
    assert Job.objects.count() == 1
    forget_finished(NOON + timedelta(days=31))
    assert Job.objects.count() == 0


def test_routines_run_by_themselves_when_they_are_due(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[datetime] = []
    ROUTINES_ONLY = {"test": Routine(every=timedelta(hours=1), run=ran.append)}  # noqa: N806
    monkeypatch.setattr("solmu.jobs.actions.ROUTINES", ROUTINES_ONLY)
    assert ROUTINES is not ROUTINES_ONLY
    last: dict[str, datetime] = {}
    for minutes in (0, 30, 60, 61):
        run_routines(last, at=NOON + timedelta(minutes=minutes))
    assert ran == [NOON, NOON + timedelta(minutes=60)]


@pytest.mark.django_db(transaction=True)
def test_two_processes_share_a_hundred_jobs_and_do_each_once() -> None:
    """Real workers beside each other, on whichever database the tests run on."""
    for number in range(100):
        ask_for("test.add", {"n": number}, at=NOON)
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite" and ("memory" in str(name) or name == ":memory:"):
        claimed = [claim_next(f"worker {turn % 2}", at=NOON) for turn in range(100)]
        assert len({job.pk for job in claimed if job}) == 100
        return
    code = f"""
import django, sys
from django.conf import settings
import solmu.config.settings
django.setup()
from django.db import connections
connections.settings['default']['NAME'] = {str(name)!r}
from datetime import datetime
from solmu.jobs.actions import claim_next
got = []
while (job := claim_next(sys.argv[1], at=datetime.fromisoformat({NOON.isoformat()!r}))):
    got.append(job.pk)
print(*got)
"""
    workers = [
        subprocess.Popen([sys.executable, "-c", code, f"w{n}"], stdout=subprocess.PIPE, text=True)
        for n in range(2)
    ]
    taken = [pk for worker in workers for pk in worker.communicate(timeout=60)[0].split()]
    assert len(taken) == len(set(taken)) == 100
