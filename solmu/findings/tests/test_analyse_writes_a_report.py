"""`solmu analyse FILE --report TARGET`: the same report of a file, without a database."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.utils import translation
from openpyxl import load_workbook
from pypdf import PdfReader

from solmu.analysis.commands import analyse_command
from solmu.findings.tests.report_makers import make_dataset, text_of
from solmu.formats import write_file
from solmu.formats.dataset import ActorRow, Dataset, TieRow


def run(tmp_path: Path, dataset: Dataset, target: str, *options: str) -> Result:
    source = tmp_path / "verkosto.graphml"
    source.write_bytes(write_file(dataset, "graphml", "fi"))
    with translation.override("fi"):
        return CliRunner().invoke(
            analyse_command, [str(source), "--report", str(tmp_path / target), *options]
        )


@pytest.mark.parametrize("target", ["raportti.pdf", "raportti.html", "raportti.XLSX"])
def test_the_ending_of_the_name_chooses_the_form(tmp_path: Path, target: str) -> None:
    result = run(tmp_path, make_dataset(title="Nuorten verkosto"), target)
    assert result.exit_code == 0, result.output
    assert "raportti on kirjoitettu" in result.output
    path = tmp_path / target
    if target.endswith("pdf"):
        words = text_of(PdfReader(path))
    elif target.endswith("html"):
        words = path.read_text(encoding="utf-8")
        assert "<h1>" in words
    else:
        rows = (row for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True))
        words = " ".join(str(cell) for row in rows for cell in row)
    assert "Etsi reittejä" in words
    assert "Seurakunta: 2 toimijaa tavoittaa muut vain tätä kautta." in words


def test_a_page_that_stands_alone_fetches_nothing(tmp_path: Path) -> None:
    run(tmp_path, make_dataset(), "raportti.html")
    words = (tmp_path / "raportti.html").read_text(encoding="utf-8")
    for fetched in ("http://", "https://", "<script", "<link", "url(/", "@import"):
        assert fetched not in words.replace("http://www.w3.org/2000/svg", "")


def test_whom_a_file_calls_a_person_is_named_nowhere(tmp_path: Path) -> None:
    people = tuple(
        ActorRow(ref=name, label=name, kind="person", parent=home)
        for name, home in (("Kanariina Koe", "Paja"), ("Onni Yksin", ""))
    )
    dataset = make_dataset()
    ties = tuple(
        TieRow(source=one, target=other, direction="both")
        for one in ("Kanariina Koe", "Onni Yksin")
        for other in ("Kela", "Lukio", "Vertaistalo", "Kaari")
    )
    dataset = Dataset(actors=(*dataset.actors, *people), ties=(*dataset.ties, *ties))
    for target in ("raportti.pdf", "raportti.html"):
        assert run(tmp_path, dataset, target).exit_code == 0
    words = text_of(PdfReader(tmp_path / "raportti.pdf"))
    page = (tmp_path / "raportti.html").read_text(encoding="utf-8")
    assert "Paja: 4 suhdetta on yhden ihmisen varassa." in words
    for part in ("Kanariina", "Onni"):
        assert part not in words
        assert part not in page


def test_what_reading_noted_and_that_nobody_was_asked_stand_in_it(tmp_path: Path) -> None:
    dataset = make_dataset()
    wished = TieRow(source="Kela", target="Lukio", status="wished")
    run(tmp_path, Dataset(actors=dataset.actors, ties=(*dataset.ties, wished)), "raportti.pdf")
    words = text_of(PdfReader(tmp_path / "raportti.pdf"))
    assert "Raportti on tehty tiedostosta." in words
    assert "Yksi toivottu tai mahdollinen suhde ei ole luvuissa mukana." in words


def test_a_form_that_there_is_not_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    result = run(tmp_path, make_dataset(), "raportti.doc")
    assert result.exit_code == 2
    assert ".html, .pdf, .xlsx" in result.output


def test_figures_as_json_come_beside_it(tmp_path: Path) -> None:
    result = run(tmp_path, make_dataset(), "raportti.html", "--json")
    assert result.stdout.startswith("{")
    assert (tmp_path / "raportti.html").exists()
