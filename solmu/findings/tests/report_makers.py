"""The only place for makers of reports in tests, and for reading what was written."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.utils import translation
from pypdf import PdfReader

from solmu.findings.queries.reports.files import material_of_dataset
from solmu.findings.queries.reports.gathering import composed
from solmu.findings.queries.reports.pdf import write_pdf
from solmu.findings.rules.report import Report
from solmu.findings.tests.makers import TODAY
from solmu.formats.dataset import ActorRow, Dataset, TieRow

# Two behind the parish, everybody else around the Ohjaamo: a cut point, and a middle.
AROUND = ("Kela", "Lukio", "Paja", "Seurakunta")
BEHIND = ("Vertaistalo", "Kaari")


def make_dataset(*more: str, **words: Any) -> Dataset:
    """Return a file in which two actors are reached only through the parish; ``more`` stand alone."""
    names = ("Ohjaamo", *AROUND, *BEHIND, *more)
    pairs = [("Ohjaamo", name) for name in AROUND] + [("Seurakunta", name) for name in BEHIND]
    return Dataset(
        actors=tuple(ActorRow(ref=name, label=name, sector="youth") for name in names),
        ties=tuple(TieRow(source=one, target=other, direction="both") for one, other in pairs),
        **words,
    )


def make_report(dataset: Dataset, title: str = "Nuorten verkosto", language: str = "fi") -> Report:
    """Return what a file says, in a language."""
    with translation.override(language):
        return composed(material_of_dataset(dataset, title, on=TODAY))


def pdf_of(report: Report) -> PdfReader:
    """Set a report in its own language, and open it."""
    with translation.override(report.language):
        return PdfReader(BytesIO(write_pdf(report)))


def root_of(reader: PdfReader) -> Any:
    """Return what a PDF tells of itself as a whole."""
    return reader.trailer["/Root"]


def text_of(reader: PdfReader) -> str:
    """Return the words of all pages, line ends and breakable words joined."""
    pages = [page.extract_text() for page in reader.pages]
    return " ".join(" ".join(pages).replace("\N{NO-BREAK SPACE}", " ").split())
