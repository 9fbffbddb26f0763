"""Bad files are refused in words that help, bring nothing, and leave the server up."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from solmu.jobs.actions import run_due
from solmu.jobs.models import Job
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.forms import files
from solmu.registry.models import Actor, Mention, Upload
from tests.cast import sign_in


def zipped(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return data.getvalue()


BOMB = zipped(
    **{
        "[Content_Types].xml": b"<Types/>",
        "xl__workbook.xml": b"<workbook>" + b"<a/>" * 5_000_000 + b"</workbook>",
    }
)
ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
<graphml><graph id="G">&b;</graph></graphml>"""

BAD = {
    "a picture": ("kartta.png", b"\x89PNG\r\n\x1a\n" + bytes(200), "Väärä tiedostotyyppi"),
    "nothing": ("tyhja.csv", b"", "Tiedosto on tyhjä"),
    "only spaces": ("tyhja.csv", b" \n \n", "Tiedosto on tyhjä"),
    "an old workbook": ("vanha.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "Vanha tai salasanalla"),
    "a broken workbook": ("rikki.xlsx", b"PK\x03\x04" + bytes(300), "ei aukea"),
    "a zip bomb": ("pommi.xlsx", BOMB, "purettuna yli"),
    "an entity bomb": ("pommi.graphml", ENTITIES, "dokumenttityyppi"),
    "broken XML": ("rikki.graphml", b"<graphml><graph><node id='a'>", "kesken tai rikki"),
    "another XML": ("kuva.graphml", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Väärä tiedostotyyppi"),
    "no headings": ("luvut.csv", b"1;2;3\n4;5;6\n", "Tuttuja otsikoita ei löytynyt"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_its_remedy_and_brings_nothing(
    client: Client, network: Network, aino: Person, name: str
) -> None:
    file_name, content, words = BAD[name]
    sign_in(client, aino)
    address = reverse("import_file", args=[network.slug])
    response = client.post(address, {"file": SimpleUploadedFile(file_name, content)})
    if response.status_code == 302:
        run_due("test", clock=timezone.now)
        assert Job.objects.get().state == "done"
        response = client.get(client.get(response["Location"])["Location"])
    assert response.status_code == 422
    page = response.content.decode()
    assert words in page
    assert not Actor.objects.exists()
    assert not Mention.objects.exists()
    # Somebody may still tell what the columns are of a table without headings.
    kept = [one for one in Upload.objects.all() if one.content is not None]
    assert [one.file_name for one in kept] == (["luvut.csv"] if name == "no headings" else [])
    assert client.get(address).status_code == 200


def test_a_file_over_the_limit_is_refused_before_it_is_read(
    client: Client, network: Network, aino: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LIMIT", 1000)
    sign_in(client, aino)
    file = SimpleUploadedFile("iso.csv", b"Nimi\n" + b"Kela\n" * 300)
    response = client.post(reverse("import_file", args=[network.slug]), {"file": file})
    assert response.status_code == 422
    assert "Tiedosto on yli" in response.content.decode()
    assert not Upload.objects.exists()


def test_a_huge_file_is_stopped_on_its_way_in(
    client: Client, network: Network, aino: Person, settings: Any
) -> None:
    settings.UPLOAD_LIMIT = 100_000
    sign_in(client, aino)
    file = SimpleUploadedFile("iso.csv", b"Nimi\n" + b"Kela\n" * 100_000)
    response = client.post(reverse("import_file", args=[network.slug]), {"file": file})
    assert response.status_code == 422
    assert "Tiedosto on yli" in response.content.decode()
    assert not Upload.objects.exists()


def test_no_file_at_all_is_told_so(client: Client, network: Network, aino: Person) -> None:
    sign_in(client, aino)
    response = client.post(reverse("import_file", args=[network.slug]), {})
    assert response.status_code == 422
    assert "Tiedosto puuttuu. Valitse se." in response.content.decode()


@pytest.mark.parametrize(
    "content",
    [
        "Nimi;Kunta\r\nÄhtärin kirjasto;Ähtäri\r\n".encode("utf-8-sig"),
        "Nimi;Kunta\r\nÄhtärin kirjasto;Ähtäri\r\n".encode("cp1252"),
        "Namn;Kommun\nÄhtärin kirjasto;Ähtäri\n".encode(),
        'Name,Municipality\n"Ähtärin kirjasto",Ähtäri\n'.encode("utf-16"),
    ],
)
def test_marks_ends_of_lines_encodings_and_languages_do_not_matter(
    client: Client, network: Network, aino: Person, content: bytes
) -> None:
    sign_in(client, aino)
    file = SimpleUploadedFile("kirjastot.csv", content)
    response = client.post(reverse("import_file", args=[network.slug]), {"file": file})
    run_due("test", clock=timezone.now)
    page = client.get(client.get(response["Location"])["Location"]).content.decode()
    assert "Ähtärin kirjasto" in page


def test_a_formula_and_a_code_are_told_of_and_never_kept(
    client: Client, network: Network, aino: Person
) -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet("Toimijat")
        sheet.write_row(0, 0, ["Nimi", "Huom."])
        sheet.write_row(1, 0, ["Kela", "nuori 131052-308T"])
        sheet.write_formula(2, 0, "=1+1", None, "")
    sign_in(client, aino)
    file = SimpleUploadedFile("a.xlsx", data.getvalue())
    response = client.post(reverse("import_file", args=[network.slug]), {"file": file})
    run_due("test", clock=timezone.now)
    page = client.get(client.get(response["Location"])["Location"]).content.decode()
    assert "henkilötunnus" in page
    assert "131052-308T" not in page
    upload = Upload.objects.get()
    assert upload.content is None
    assert "131052" not in str(upload.plan)


def test_the_refusal_is_in_the_readers_language(
    client: Client, network: Network, aino: Person
) -> None:
    aino.language = "sv"
    aino.save()
    sign_in(client, aino)
    file = SimpleUploadedFile("rikki.graphml", b"<graphml><graph>")
    response = client.post(reverse("import_file", args=[network.slug]), {"file": file})
    run_due("test", clock=timezone.now)
    page = client.get(client.get(response["Location"])["Location"]).content.decode()
    assert "Filen är avbruten eller skadad" in page
