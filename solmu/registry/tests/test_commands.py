"""What the terminal does with files, and what it says when it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.utils import translation

from solmu import formats
from solmu.formats import WRITERS, read_file
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.commands import convert_command, export_command, import_command
from solmu.registry.models import Perspective, Tie
from solmu.registry.queries import present_actors
from solmu.registry.tests.makers import make_actor, perspective_of

CORPUS = Path(formats.__file__).parent / "tests" / "corpus"
SHEET = (
    "Nimi;Puhelin\nKela;06 555 0100\nOhjaamo;\n\n\n"
    "Mistä;Mihin;Kuinka usein\nKela;Ohjaamo;viikoittain\nKela;Hakala;joskus\n"
)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "Toimijat.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def say(command: Any, *words: object, answer: str = "") -> Result:
    with translation.override("en"):
        return CliRunner().invoke(command, [str(word) for word in words], input=answer)


def test_a_file_is_brought_in_after_it_was_asked(network: Network, sheet: Path) -> None:
    refused = say(import_command, network.slug, sheet, answer="n\n")
    assert refused.exit_code == 1
    assert "2 new actors" in refused.output
    assert not present_actors(network).exists()
    told = say(import_command, network.slug, sheet, answer="y\n")
    assert told.exit_code == 0, told.output
    assert "Row 8" in told.output
    assert {one.label for one in present_actors(network)} == {"Kela", "Ohjaamo"}
    assert Tie.objects.get(network=network).frequency == 3
    assert Perspective.objects.get().author is None


def test_a_member_may_bring_it_and_again_updates_it(
    network: Network, eero: Person, sheet: Path
) -> None:
    for _ in range(2):
        told = say(import_command, network.slug, sheet, "--by", eero.email, "--yes")
        assert told.exit_code == 0
    assert "Everything is on the map already." in told.output
    assert Perspective.objects.get().author == eero
    sheet.write_text(SHEET.replace("viikoittain", "päivittäin"), encoding="utf-8")
    again = say(import_command, network.slug, sheet, "--by", eero.email, "--yes")
    assert "Updates the earlier reading Toimijat." in again.output
    assert Tie.objects.get(network=network).frequency == 4


@pytest.mark.parametrize("who", ["minna", "otto"])
def test_who_may_not_write_brings_nothing(
    network: Network, sheet: Path, who: str, request: pytest.FixtureRequest
) -> None:
    person = request.getfixturevalue(who)
    told = say(import_command, network.slug, sheet, "--by", person.email, "--yes")
    assert told.exit_code == 1
    assert "may not bring files" in told.output
    assert not present_actors(network).exists()


def test_a_missing_network_and_a_bad_file_are_told_with_what_to_do(
    network: Network, sheet: Path
) -> None:
    told = say(import_command, "nowhere", sheet)
    assert (told.exit_code, network.slug in told.output) == (1, True)
    sheet.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    told = say(import_command, network.slug, sheet, "--language", "fi")
    assert told.exit_code == 1
    assert "Toimijat.csv: " in told.output
    assert "Väärä tiedostotyyppi" in told.output


def test_a_network_is_written_in_the_form_that_the_ending_says(
    network: Network, aino: Person, tmp_path: Path
) -> None:
    make_actor(perspective_of(aino, network), "Kela", contacts=(("phone", "06 555 0100"),))
    for ending in ("xlsx", "csv", "graphml"):
        path = tmp_path / f"v.{ending}"
        assert say(export_command, network.slug, path).exit_code == 0
        (row,) = read_file(path.read_bytes(), path.name).actors
        assert (row.label, row.phone) == ("Kela", "")
    assert say(export_command, network.slug, path, "--contacts", "--yes").exit_code == 0
    assert read_file(path.read_bytes(), path.name).actors[0].phone == "06 555 0100"


def test_a_file_is_never_written_over_unasked(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_text("mine", encoding="utf-8")
    assert say(export_command, network.slug, path, answer="n\n").exit_code == 1
    assert path.read_text(encoding="utf-8") == "mine"


def test_one_form_is_turned_into_another(sheet: Path, tmp_path: Path) -> None:
    target = tmp_path / "verkosto.graphml"
    told = say(convert_command, sheet, target)
    assert told.exit_code == 0
    assert "Row 8" in told.output
    dataset = read_file(target.read_bytes(), target.name)
    assert {row.label for row in dataset.actors} == {"Kela", "Ohjaamo"}
    assert [tie.frequency for tie in dataset.ties] == [3]


def test_an_unknown_ending_is_a_wrong_question(sheet: Path, tmp_path: Path) -> None:
    told = say(convert_command, sheet, tmp_path / "verkosto.docx")
    assert told.exit_code == 2
    assert "xlsx, csv" in told.output


@pytest.mark.parametrize("name", ["verkosto.paj", "verkosto.dl", "verkosto.net"])
def test_a_form_that_is_only_read_is_told_apart(sheet: Path, tmp_path: Path, name: str) -> None:
    told = say(convert_command, sheet, tmp_path / name)
    assert told.exit_code == 2
    assert f"Solmu reads {name} but does not write such" in told.output
    assert "net.zip" in told.output


@pytest.mark.parametrize("ending", WRITERS)
def test_every_written_form_turns_into_a_table_again(
    sheet: Path, tmp_path: Path, ending: str
) -> None:
    between, back = tmp_path / f"verkosto.{ending}", tmp_path / "takaisin.xlsx"
    assert say(convert_command, sheet, between).exit_code == 0
    assert say(convert_command, between, back).exit_code == 0
    dataset = read_file(back.read_bytes(), back.name)
    assert [(tie.frequency, tie.weight) for tie in dataset.ties] == [(3, None)]


@pytest.mark.parametrize("name", sorted(path.name for path in CORPUS.iterdir()))
def test_every_kind_of_file_that_is_read_converts(tmp_path: Path, name: str) -> None:
    told = say(convert_command, CORPUS / name, tmp_path / "verkosto.graphml")
    assert told.exit_code == 0, told.output
    assert "actors" in told.output


@pytest.mark.parametrize("command", [import_command, export_command, convert_command])
def test_help_teaches_by_example(command: Any) -> None:
    told = say(command, "--help")
    assert told.exit_code == 0
    assert f"solmu {command.name} " in told.output
