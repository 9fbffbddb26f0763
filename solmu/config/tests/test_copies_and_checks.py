"""An operator's words: what a copy refuses, what comes back, and what is looked over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from django.db import connection
from django.test import override_settings
from django.utils import timezone, translation

from solmu.config import copies
from solmu.config.operating import backup_command, check_command, restore_command
from solmu.jobs.actions import beat
from solmu.ledger.models import Event
from solmu.networks.models import Network
from solmu.people.models import Erased, Person
from tests.cast import make_person

SECRET = "x" * 60


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path) -> Iterator[None]:
    with override_settings(VAR=tmp_path, SECRET_KEY=SECRET):
        yield


@pytest.fixture
def same_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let copies read what the test has not committed."""
    monkeypatch.setattr(copies, "snapshot", _default)


class _default:  # noqa: N801 - stands in for a function
    def __enter__(self) -> str:
        return "default"

    def __exit__(self, *_: object) -> None:
        """Leave the connection open."""


def run(command: Any, *words: str) -> Result:
    connection.check_constraints()  # what the test wrote is not committed: PostgreSQL has yet to check it
    return CliRunner().invoke(command, list(words))


@pytest.fixture
def copy(tmp_path: Path, same_connection: None, network: Network, aino: Person) -> Path:
    (tmp_path / "media").mkdir()
    (tmp_path / "media/kuva.txt").write_text("kuva")
    file = tmp_path / "copy.zip"
    told = run(backup_command, str(file))
    assert told.exit_code == 0, told.output
    assert "rows" in told.output
    return file


def test_a_copy_is_for_its_owner_only_and_writes_over_nothing(copy: Path) -> None:
    assert copy.stat().st_mode & 0o777 == 0o600
    assert not list(copy.parent.glob("*.part"))
    again = run(backup_command, str(copy))
    assert (again.exit_code, "exists" in again.output) == (1, True)


def test_what_comes_back_is_what_was_there(copy: Path, network: Network, tmp_path: Path) -> None:
    make_person("Myöhempi Tulija")
    (tmp_path / "media/kuva.txt").unlink()
    refused = run(restore_command, str(copy))
    assert (refused.exit_code, "--replace" in refused.output) == (1, True)
    assert Person.objects.filter(name="Myöhempi Tulija").exists()
    back = run(restore_command, str(copy), "--replace")
    assert back.exit_code == 0, back.output
    assert list(Person.objects.values_list("name", flat=True)) == ["Aino Laine"]
    assert Network.objects.get().name == network.name
    assert (tmp_path / "media/kuva.txt").read_text() == "kuva"


def test_the_trail_is_replaced_and_guarded_again(copy: Path) -> None:
    Event.objects.create(at=timezone.now(), verb="later")
    assert run(restore_command, str(copy), "--replace").exit_code == 0
    assert not Event.objects.filter(verb="later").exists()
    event = Event.objects.create(at=timezone.now(), verb="again")
    with pytest.raises(Exception, match="never altered"):
        event.delete()


def test_whoever_was_erased_after_the_copy_stays_erased(copy: Path, aino: Person) -> None:
    Erased.objects.create(person_id=aino.pk, at=aino.created_at + timedelta(days=1))
    told = run(restore_command, str(copy), "--replace")
    assert "1 person was erased again" in told.output
    assert not Person.objects.exists()


def changed(copy: Path, **facts: Any) -> Path:
    other = copy.with_name("other.zip")
    with ZipFile(copy) as old, ZipFile(other, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "manifest.json":
                data = json.dumps({**json.loads(data), **facts}).encode()
            new.writestr(name, data)
    return other


def test_a_damaged_copy_changes_nothing(copy: Path) -> None:
    (broken := copy.with_name("broken.zip")).write_bytes(copy.read_bytes()[:-100])
    outside = changed(copy, files={"../outside.txt": "0"})
    swapped = changed(copy, files={"kuva.txt": "0" * 64})
    for file in (broken, outside, swapped):
        told = run(restore_command, str(file), "--replace")
        assert (told.exit_code, "damaged" in told.output) == (1, True)
    assert Person.objects.exists()


def test_a_copy_of_a_newer_or_another_version_is_refused(copy: Path) -> None:
    newer = run(restore_command, str(changed(copy, format=99)), "--replace")
    assert "newer Solmu" in newer.output
    unknown = changed(copy, migrations=[["people", "9999_later"]])
    assert "newer Solmu" in run(restore_command, str(unknown), "--replace").output
    first = changed(copy, migrations=[["people", "0001_initial"]])
    assert "another version" in run(restore_command, str(first), "--replace").output
    assert Person.objects.exists()


@pytest.mark.django_db
def test_a_check_says_what_to_do_and_ends_accordingly() -> None:
    told = run(check_command)
    assert told.exit_code == 1
    assert "ok Tables" in told.output
    assert "solmu work" in told.output
    beat("worker", at=timezone.now())
    told = run(check_command)
    assert told.exit_code == 0, told.output
    assert "–" not in {line[:1] for line in told.output.splitlines()}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"SECRET_KEY": "short"}, "SOLMU_SECRET"),
        ({"PRODUCTION": True, "PUBLIC_URL": "http://solmu.example"}, "https address"),
        ({"PRODUCTION": True, "PUBLIC_URL": "https://solmu.example"}, "SOLMU_HOSTS"),
        ({"PRODUCTION": True, "EMAIL_BACKEND": "console"}, "SOLMU_SMTP_HOST"),
        (
            {
                "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
                "EMAIL_HOST": "127.0.0.1",
                "EMAIL_PORT": 9,
            },
            "SOLMU_SMTP settings",
        ),
    ],
)
def test_each_wrong_setting_is_told_with_its_cure(settings: dict[str, Any], words: str) -> None:
    beat("worker", at=timezone.now())
    with override_settings(**settings):
        told = run(check_command)
    assert (told.exit_code, words in told.output) == (1, True)


def test_a_lost_line_of_the_journal_is_noticed(aino: Person) -> None:
    beat("worker", at=timezone.now())
    Erased.objects.create(person_id=aino.pk, at=timezone.now())
    assert "Lines are missing" in run(check_command).output
