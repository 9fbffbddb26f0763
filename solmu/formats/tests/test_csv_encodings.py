"""CSV is read in the encodings and with the delimiters that spreadsheet programs write."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from solmu.formats import read_file, write_file
from solmu.formats.dataset import ActorRow, Dataset
from solmu.formats.tests.workbooks import read_csv, refusal, told

LIST = "Nimi;Kunta\r\nJämsän työpaja;Äänekoski\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_finnish_letters_survive_every_common_encoding(encoding: str) -> None:
    dataset = read_csv(LIST, encoding)
    assert [(actor.label, actor.municipality) for actor in dataset.actors] == [
        ("Jämsän työpaja", "Äänekoski")
    ]
    assert ("read_as_windows_1252" in told(dataset)) is (encoding == "cp1252")


@pytest.mark.parametrize("encoding", ["cp850", "mac-roman"])
def test_letters_of_a_wrong_code_page_are_refused_with_their_row(encoding: str) -> None:
    problem = refusal("Nimi;Kunta\nKela;Oulu\nTyöpaja;Jämsä\n".encode(encoding), "vanha.csv")
    assert (problem.code, problem.row) == ("unreadable_letters", 3)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found_out(delimiter: str, end: str) -> None:
    rows = [("Nimi", "Kunta", "Puhelin"), ("Kela", "Oulu", "020"), ("", "", ""), ("Paja", "", "")]
    dataset = read_csv(end.join(delimiter.join(row) for row in rows))
    assert [(actor.label, actor.row) for actor in dataset.actors] == [("Kela", 2), ("Paja", 4)]


def test_the_line_by_which_excel_tells_its_delimiter_is_no_row() -> None:
    dataset = read_csv("sep=,\nNimi,Kunta\nKela,Oulu\n")
    assert [(actor.label, actor.row) for actor in dataset.actors] == [("Kela", 3)]


def test_a_quoted_cell_may_hold_delimiters_quotes_and_lines() -> None:
    (actor,) = read_csv('Nimi;Kuvaus\nPaja;"Tekee; ""itse""\nja yhdessä"\n').actors
    assert actor.description == 'Tekee; "itse"\nja yhdessä'


def test_a_quote_that_is_never_closed_is_told_with_its_row() -> None:
    problem = refusal(b'Nimi;Kunta\nKela;Oulu\n"Paja;Oulu\n', "lista.csv")
    assert (problem.code, problem.row) == ("unclosed_quote", 3)


def test_a_zip_of_two_tables_is_one_network() -> None:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("verkosto/suhteet.csv", "Mistä;Mihin\nKela;Paja\n")
        archive.writestr("verkosto/toimijat.csv", "Nimi\nKela\nPaja\n")
        archive.writestr("__MACOSX/._toimijat.csv", b"\x00\x05")
        archive.writestr("lue.md", "ei lueta")
    dataset = read_file(target.getvalue(), "verkosto.csv")
    assert len(dataset.actors) == 2
    assert [(tie.source, tie.sheet) for tie in dataset.ties] == [("Kela", "suhteet")]
    assert dataset.problems == ()


def test_contacts_go_out_as_a_plain_list_that_a_finnish_spreadsheet_opens() -> None:
    dataset = Dataset(actors=(ActorRow(ref="Kela", label="Kela", phone="+358 20"),))
    written = write_file(dataset, "csv").decode("utf-8")
    assert written.startswith("\ufeffNimi;Laji;Ala;Kunta;Kuuluu;Puhelin;Tunnus\r\n")
    assert "Kela;;;;;'+358 20;Kela\r\n" in written
