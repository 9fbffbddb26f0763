"""The way of a file through its pages: brought, reviewed, answered, on the map, undone."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from solmu.jobs.actions import run_due
from solmu.ledger.models import Act
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.models import Tie, Upload
from solmu.registry.queries import present_actors
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import sign_in


def make_workbook(actors: list[list[str]], ties: list[list[str]]) -> SimpleUploadedFile:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        for name, rows in (("Toimijat", actors), ("Suhteet", ties)):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return SimpleUploadedFile("Toimijat 2026.xlsx", data.getvalue())


@pytest.fixture
def workbook() -> SimpleUploadedFile:
    return make_workbook(
        [["Nimi", "Ala", "Puhelin"], ["Kela", "työ", ""], ["Ohjaamo", "Ohjaamo", "06 555 0100"], ["", "", "040 123 4567"]],
        [["Mistä", "Mihin", "Kuinka usein"], ["Kela", "Ohjaamo", "viikoittain"], ["Ohjaamot", "Kela", "joskus"]],
    )  # fmt: skip


def send(client: Client, network: Network, file: SimpleUploadedFile) -> str:
    """Send a file, let the queue read it, and return where its review is."""
    response = client.post(reverse("import_file", args=[network.slug]), {"file": file})
    assert response.status_code == 302
    assert run_due("test", clock=timezone.now) == 1
    followed = client.get(response["Location"])
    assert followed.status_code == 302, followed.content.decode()
    return followed["Location"]


def test_a_file_goes_through_its_review_to_the_map_and_back(
    client: Client, network: Network, aino: Person, workbook: SimpleUploadedFile
) -> None:
    sign_in(client, aino)
    review = send(client, network, workbook)
    page = client.get(review).content.decode()
    assert "Toimijat 2026.xlsx" in page
    assert "Ohjaamot" in page
    assert "joskus" in page
    assert not Tie.objects.exists()
    response = client.post(review, {"act": "apply", "name:p0": "Nuorten paja"})
    assert run_due("test", clock=timezone.now) == 1
    done = client.get(client.get(response["Location"])["Location"]).content.decode()
    assert {one.label for one in present_actors(network)} == {"Kela", "Ohjaamo", "Nuorten paja"}
    assert Tie.objects.filter(network=network).count() == 2
    act = Act.objects.get(verb="import.apply")
    undo = reverse("undo_act", args=[network.slug, act.pk])
    assert undo in done
    client.post(undo)
    assert not present_actors(network).exists()


def test_answers_are_kept_as_they_are_given(
    client: Client, network: Network, aino: Person, workbook: SimpleUploadedFile
) -> None:
    make_actor(perspective_of(aino, network), "Kansaneläkelaitos")
    sign_in(client, aino)
    review = send(client, network, workbook)
    upload = Upload.objects.get()
    (double,) = upload.plan["shown"]["doubles"]
    response = client.post(
        f"{review}answer/",
        {
            f"double:{double['key']}": "same",
            "shown": ["actor:Kela", "actor:Ohjaamo"],
            "take": ["actor:Kela"],
            "title": "Ainon taulukko",
        },
        headers={"HX-Request": "true"},
    )
    assert "import-counts" in response.content.decode()
    upload.refresh_from_db()
    assert upload.answers["doubles"] == {double["key"]: "same"}
    assert upload.answers["without"] == ["actor:Ohjaamo"]
    assert upload.answers["title"] == "Ainon taulukko"


def test_a_new_actor_is_shown_with_the_municipality_that_it_will_get(
    client: Client, network: Network, aino: Person
) -> None:
    sign_in(client, aino)
    rows = [["Nimi", "Kunta"], ["Kirjasto", "Ähtärin kaupunki"], ["Uimahalli", "Kuukylä"]]
    page = client.get(send(client, network, make_workbook(rows, []))).content.decode()
    new = page[page.index('id="new-actors"') :]
    assert "<td>Ähtäri</td>" in new
    assert "Kuukylä" not in new  # told among the problems: the cell stays empty
    assert "Kuukylä" in page


def test_pasted_names_come_to_a_review(client: Client, network: Network, eero: Person) -> None:
    sign_in(client, eero)
    names = "Etsivä nuorisotyö\nAino Laine <aino.laine@kunta.fi>; Kela <kela@kela.fi>"
    response = client.post(reverse("paste_names", args=[network.slug]), {"names": names})
    page = client.get(response["Location"]).content.decode()
    assert "Etsivä nuorisotyö" in page
    assert "Aino Laine" in page
    assert "Kela" in page


def test_a_list_without_names_is_told_so(client: Client, network: Network, eero: Person) -> None:
    sign_in(client, eero)
    response = client.post(reverse("paste_names", args=[network.slug]), {"names": " \n- \n"})
    assert response.status_code == 422
    assert not Upload.objects.exists()


def test_usual_actors_of_two_municipalities_come_to_a_review(
    client: Client, network: Network, eero: Person
) -> None:
    sign_in(client, eero)
    address = reverse("usual_actors", args=[network.slug])
    page = client.get(address, {"others": "Selkäjoki, Haapakorpi"}).content.decode()
    assert "Etsivä nuorisotyö, Selkäjoki" in page
    assert page.count('name="kept"') == 33
    kept = ["outreach/Selkäjoki", "kela/"]
    response = client.post(address, {"others": "Selkäjoki, Haapakorpi", "kept": kept})
    page = client.get(response["Location"]).content.decode()
    assert "Etsivä nuorisotyö, Selkäjoki" in page
    assert "Etsivä nuorisotyö, Haapakorpi" not in page


def test_an_import_that_is_thrown_away_leaves_nothing(
    client: Client, network: Network, aino: Person, workbook: SimpleUploadedFile
) -> None:
    sign_in(client, aino)
    review = send(client, network, workbook)
    client.post(review, {"act": "drop"})
    upload = Upload.objects.get()
    assert (upload.state, upload.plan, upload.content) == ("dropped", {}, None)
    assert not present_actors(network).exists()


def test_the_template_is_given_in_the_readers_language(
    client: Client, network: Network, eero: Person
) -> None:
    sign_in(client, eero)
    response = client.get(reverse("import_template", args=[network.slug]))
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert response.content[:2] == b"PK"


def test_the_home_of_an_empty_network_gets_the_three_ways_as_a_part(
    client: Client, network: Network, eero: Person
) -> None:
    sign_in(client, eero)
    address = reverse("import_file", args=[network.slug])
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert part.count('class="start"') == 3
