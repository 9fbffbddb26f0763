"""A report on paper: its words in three languages, its tags, and that nothing anybody wrote is ever markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import translation
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from solmu.findings.queries.reports import pdf as press_house
from solmu.findings.queries.reports.files import material_of_dataset
from solmu.findings.queries.reports.gathering import composed
from solmu.findings.queries.reports.pdf import NotSet, readable, write_pages, write_pdf
from solmu.findings.tests.makers import TODAY
from solmu.findings.tests.report_makers import (
    AROUND,
    make_dataset,
    make_report,
    pdf_of,
    root_of,
    text_of,
)
from solmu.formats.dataset import ActorRow, Dataset

SAID = {
    "fi": (
        "Mitä seuraavaksi",
        "Etsi reittejä.",
        "Seurakunta: 2 toimijaa tavoittaa muut vain tätä kautta.",
        "Luvut ja mitä ne tarkoittavat",
        "Kaksisuuntaisia suhteita 100 %",
        "Miten tieto on koottu ja mitä siitä ei voi päätellä",
    ),
    "sv": (
        "Vad härnäst",
        "Sök vägar.",
        "Seurakunta: 2 aktörer når andra bara härifrån.",
        "Siffrorna och vad de betyder",
        "Ömsesidiga relationer 100 %",
    ),
    "en": (
        "What to do next",
        "Find routes.",
        "Seurakunta: 2 actors reach the others only through here.",
        "The numbers and what they mean",
        "Ties that go both ways 100%",
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_it_says_what_is_seen_and_what_to_do_in_each_language(language: str) -> None:
    reader = pdf_of(make_report(make_dataset(), language=language))
    words = text_of(reader)
    for said in SAID[language]:
        assert said in words
    first = " ".join(reader.pages[0].extract_text().split())
    assert SAID[language][0] in first
    assert SAID[language][1] in first


@pytest.mark.parametrize("language", SAID)
def test_it_is_tagged_titled_and_in_its_language(language: str) -> None:
    reader = pdf_of(make_report(make_dataset(), language=language))
    root = root_of(reader)
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  # a boolean of its own kind
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Nuorten verkosto – ")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_its_headings_tables_and_pictures_are_told_apart_for_whoever_listens() -> None:
    reader = pdf_of(make_report(make_dataset()))
    parts = list(_parts(root_of(reader)["/StructTreeRoot"]))
    kinds = [str(part.get("/S")) for part in parts]
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/P"} <= set(kinds)
    pictures = [part for part in parts if part.get("/S") == "/Figure"]
    assert pictures
    assert all(part.get("/Alt") for part in pictures)
    assert any("Verkostokartta: Nuorten verkosto" in str(part["/Alt"]) for part in pictures)


def test_two_that_say_the_same_are_the_same_file() -> None:
    report = make_report(make_dataset())
    assert write_pdf(report) == write_pdf(report)


HOSTILE = (
    '#import "/etc/passwd"',
    '#read("/etc/passwd")',
    "$x^2$ ]",
    "*_`<label> @ref //",
    "\\#{panic()}",
)


def test_what_looks_like_markup_is_read_as_written() -> None:
    dataset = make_dataset()
    names = dict(zip(("Seurakunta", *AROUND[:3], "Ohjaamo"), HOSTILE, strict=True))
    actors = tuple(replace(one, label=names.get(one.label, one.label)) for one in dataset.actors)
    words = text_of(pdf_of(make_report(replace(dataset, actors=actors), title="#panic() = $1$")))
    assert '#import "/etc/passwd": 2 toimijaa tavoittaa' in words
    assert "#panic() = $1$" in words
    assert "root:" not in words
    for name in HOSTILE:
        assert name.split()[0] in words


def test_signs_that_its_type_lacks_are_boxes_and_it_says_so() -> None:
    dataset = make_dataset("Lukio 😀👩‍👧", "شبكة", "Мост", "Nuoret\x00\x07")
    words = text_of(pdf_of(make_report(dataset)))
    assert "□ on merkki, jota tässä kirjasimessa ei ole." in words
    assert "□ on merkki" not in text_of(pdf_of(make_report(make_dataset())))


def test_what_is_readable() -> None:
    assert (
        readable("Sámi ŋŧž – ”ä” → 49\N{NO-BREAK SPACE}%")
        == "Sámi ŋŧž – ”ä” → 49\N{NO-BREAK SPACE}%"
    )
    assert readable("a\N{COMBINING DIAERESIS}\N{ZERO WIDTH JOINER}\x07") == "ä"
    assert readable("中文😀") == "□"
    assert readable("a\tb\nc") == "a b c"


def test_long_words_and_hundreds_of_findings_fit_its_pages() -> None:
    long = "Maahanmuuttajataustaistennuortentyöllistymisvalmennuskeskushankkeenohjausryhmä"
    material = material_of_dataset(make_dataset(long), long, on=TODAY)
    fault = next(one for one in material.reading.findings if one.id == "cut_point")
    many = tuple(replace(fault, weight=float(at)) for at in range(200))
    with translation.override("fi"):
        report = composed(replace(material, reading=replace(material.reading, findings=many)))
    reader = pdf_of(report)
    assert len(report.faults) == 200
    words = text_of(reader)
    assert words.count("toimijaa tavoittaa muut vain tätä kautta") >= 60
    assert "140 muuta havaintoa on työkirjassa (XLSX)." in words
    assert 3 < len(reader.pages) < 12
    for page in reader.pages:
        assert float(page.mediabox.width) == pytest.approx(595.28, abs=0.1)


@pytest.mark.parametrize(
    ("actors", "said"),
    [(0, "Kartalla ei ole vielä toimijoita."), (1, "Kartalla on yksi toimija, suhteita ei vielä.")],
)
def test_an_empty_network_has_a_report_too(actors: int, said: str) -> None:
    rows = tuple(ActorRow(ref=str(one), label="Kela") for one in range(actors))
    words = text_of(pdf_of(make_report(Dataset(actors=rows))))
    assert "Mitä seuraavaksi" in words
    assert "Päivitä kartta" in words
    assert said in words
    assert "0 suhdetta" not in words


def test_its_pages_may_be_looked_at() -> None:
    report = make_report(make_dataset())
    pages = write_pages(report, ppi=40)
    assert len(pages) == len(pdf_of(report).pages)
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_a_press_that_breaks_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    report = make_report(make_dataset())
    monkeypatch.setattr(press_house, "_MEMORY", 8 * 1024**2)
    with pytest.raises(NotSet):
        write_pdf(report)
    monkeypatch.undo()
    monkeypatch.setattr(press_house, "SECONDS", 0.001)
    with pytest.raises(NotSet):
        write_pdf(report)


def _parts(part: PdfObject) -> list[DictionaryObject]:
    """Return every part of a tree of tags, the whole first."""
    if isinstance(part, IndirectObject):
        resolved = part.get_object()
        return _parts(resolved) if resolved is not None else []
    if isinstance(part, ArrayObject):
        return [found for one in part for found in _parts(one)]
    if isinstance(part, DictionaryObject):
        inner = _parts(part["/K"]) if "/K" in part else []
        return [part, *inner]
    return []
