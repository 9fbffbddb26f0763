"""What is past its time goes by itself, and by hand; a dry run only counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from click.testing import CliRunner

from solmu.jobs.commands import purge_command
from solmu.jobs.models import Worker
from solmu.jobs.slots import ROUTINES
from tests.cast import NOON

pytestmark = pytest.mark.django_db


def test_a_dry_run_counts_and_the_real_one_deletes() -> None:
    Worker.objects.create(name="old", seen_at=NOON - timedelta(days=3650))
    told = CliRunner().invoke(purge_command, ["--dry-run"])
    assert "      1  " in told.output
    assert Worker.objects.exists()
    CliRunner().invoke(purge_command)
    assert not Worker.objects.exists()


def test_it_runs_by_itself() -> None:
    Worker.objects.create(name="old", seen_at=NOON - timedelta(days=2))
    ROUTINES["purge"].run(NOON)
    assert not Worker.objects.exists()
