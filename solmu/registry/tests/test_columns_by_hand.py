"""What the columns of a file mean is shown, and told by hand where the headers do not say it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from solmu.formats import read_file
from solmu.formats.dataset import TableTold, UnreadableFile
from solmu.jobs.actions import cancel, purge, run_due
from solmu.jobs.models import Job
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.imports import drop_upload
from solmu.registry.models import Mention, Upload
from solmu.registry.queries import present_actors
from solmu.registry.tests.makers import make_actor, perspective_of
from solmu.registry.tests.test_import_pages import make_workbook, send
from tests.cast import sign_in

ODD = b"Kela;020 634 0200\nOhjaamo;06 555 0100\n"
BARE = "Kela;Järvilakeus\nOhjaamo;Selkäjoki\n".encode()


def csv(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("lista.csv", content)


def bring(client: Client, network: Network, content: bytes) -> Upload:
    send(client, network, csv(content))
    return Upload.objects.get()


def tell(client: Client, upload: Upload, **sent: str) -> int:
    """Send the form with columns, and let the queue read the file again."""
    address = reverse("import_columns", args=[upload.network.slug, upload.ref])
    status = client.post(address, sent).status_code
    if status == 302:
        assert run_due("test", clock=timezone.now) == 1
    upload.refresh_from_db()
    return status


def labels(upload: Upload) -> list[str]:
    return [row["label"] for row in upload.plan["dataset"]["actors"]]


@pytest.fixture
def at_work(client: Client, aino: Person) -> Client:
    return sign_in(client, aino)


def test_the_review_says_what_each_column_was_understood_as(
    at_work: Client, network: Network
) -> None:
    rows = [["Nimi", "Puh.", "Viite"], ["Kela", "020 634 0200", "A1"]]
    review = send(at_work, network, make_workbook(rows, []))
    page = at_work.get(review).content.decode()
    said = page[page.index("columns-said") :]
    for header, means in (("Nimi", "Nimi"), ("Puh.", "Puhelin"), ("Viite", "säilyy sellaisenaan")):
        assert f'<dt translate="no">{header}</dt>' in said
        assert f">{means}</dd>" in said
    asked = at_work.get(f"{review}columns/").content.decode()
    assert "020 634 0200" in asked
    assert "A1" in asked


def test_a_column_told_by_hand_is_read_so_and_one_left_out_leaves_nothing(
    at_work: Client, network: Network
) -> None:
    upload = bring(at_work, network, b"Nimi;Soita;Salainen\nKela;020 634 0200;x\n")
    assert upload.plan["dataset"]["actors"][0]["extra"] == {
        "Soita": "020 634 0200",
        "Salainen": "x",
    }
    sent = {"c0-0": "label", "c0-1": "phone", "c0-2": "-"}
    assert tell(at_work, upload, **sent) == 302
    (row,) = upload.plan["dataset"]["actors"]
    assert row["phone"] == "020 634 0200"
    assert "extra" not in row
    page = at_work.get(reverse("import_review", args=[network.slug, upload.ref])).content.decode()
    assert ">ei tuoda</dd>" in page
    at_work.post(reverse("import_review", args=[network.slug, upload.ref]), {"act": "apply"})
    assert run_due("test", clock=timezone.now) == 1
    assert present_actors(network).get().contacts.get().value == "020 634 0200"
    assert Mention.objects.get().extra == {}


def test_a_file_without_known_headings_is_read_once_the_name_column_is_told(
    at_work: Client, network: Network
) -> None:
    upload = bring(at_work, network, b"Luettelo 2026\nEka;\n" + ODD)
    assert upload.state == "refused"
    review = reverse("import_review", args=[network.slug, upload.ref])
    page = at_work.get(review)
    assert page.status_code == 422
    assert ">Kela</label>" in page.content.decode()
    assert tell(at_work, upload, headings0="2") == 422  # no name column yet
    assert tell(at_work, upload, **{"c0-0": "label", "c0-1": "phone", "headings0": "2"}) == 302
    assert upload.state == "read"
    assert labels(upload) == ["Kela", "Ohjaamo"]
    assert at_work.get(review).status_code == 200


def test_a_file_without_headings_loses_no_row(at_work: Client, network: Network) -> None:
    upload = bring(at_work, network, b"Lista\n" + BARE)
    assert upload.state == "refused"
    told = {"c0-0": "label", "c0-1": "municipality"}
    assert tell(at_work, upload, **told) == 302
    assert labels(upload) == ["Lista", "Kela", "Ohjaamo"]
    # Told once more, the table still has no headings.
    assert tell(at_work, upload, **{"c0-0": "label", "c0-1": "services"}) == 302
    assert labels(upload) == ["Lista", "Kela", "Ohjaamo"]
    assert upload.plan["dataset"]["actors"][1]["services"] == "Järvilakeus"


def test_columns_can_be_told_to_be_the_ends_of_ties(at_work: Client, network: Network) -> None:
    upload = bring(at_work, network, BARE)
    assert tell(at_work, upload, **{"c0-0": "source"}) == 422
    sent = {"c0-0": "source", "c0-1": "target", "headings0": ""}
    assert tell(at_work, upload, **sent) == 302
    ties = [*upload.plan["dataset"]["ties"], *upload.plan["dataset"]["left_out"]]
    assert [(tie["source"], tie["target"]) for tie in ties] == [
        ("Kela", "Järvilakeus"),
        ("Ohjaamo", "Selkäjoki"),
    ]


def test_two_columns_do_not_mean_the_same(at_work: Client, network: Network) -> None:
    upload = bring(at_work, network, b"Nimi;Soita\nKela;1\n")
    assert tell(at_work, upload, **{"c0-0": "label", "c0-1": "label"}) == 422
    assert tell(at_work, upload, **{"c0-0": "", "c0-1": "phone"}) == 422


def test_answers_to_rows_that_stay_the_same_are_kept(
    at_work: Client, network: Network, aino: Person
) -> None:
    make_actor(perspective_of(aino, network), "Kansaneläkelaitos")
    content = "Nimi;Kunta;Soita\nKela;;020\n;;021\nPaja;Kuukylä;022\nKirjasto;;\n".encode()
    upload = bring(at_work, network, content)
    review = reverse("import_review", args=[network.slug, upload.ref])
    (double,) = [one for one in upload.plan["shown"]["doubles"] if one["label"] == "Kela"]
    (nameless,) = [one for one in upload.plan["shown"]["problems"] if one["takes"] == "name"]
    answers = {
        f"double:{double['key']}": "same",
        f"name:{nameless['key']}": "Nimetön",
        "shown": ["actor:Kirjasto"],
        "title": "Ainon taulukko",
    }
    at_work.post(f"{review}answer/", answers)
    assert tell(at_work, upload, **{"c0-0": "label", "c0-1": "-", "c0-2": "phone"}) == 302
    (again,) = [one for one in upload.plan["shown"]["doubles"] if one["label"] == "Kela"]
    (still,) = [one for one in upload.plan["shown"]["problems"] if one["takes"] == "name"]
    assert upload.answers["doubles"] == {again["key"]: "same"}
    assert upload.answers["names"] == {still["key"]: "Nimetön"}
    assert upload.answers["without"] == ["actor:Kirjasto"]
    assert upload.answers["title"] == "Ainon taulukko"


def test_the_bytes_stay_while_the_review_lasts_and_go_with_it(
    at_work: Client, network: Network
) -> None:
    upload = bring(at_work, network, b"Nimi\nKela\n")
    assert bytes(upload.content or b"") == b"Nimi\nKela\n"
    purge(at=upload.created_at + timedelta(days=7, minutes=1))
    assert not Upload.objects.exists()
    upload = bring(at_work, network, b"Nimi\nKela\n")
    drop_upload(upload)
    upload.refresh_from_db()
    assert upload.content is None
    Upload.objects.all().delete()
    upload = bring(at_work, network, b"Nimi\nKela\n")
    at_work.post(reverse("import_review", args=[network.slug, upload.ref]), {"act": "apply"})
    assert run_due("test", clock=timezone.now) == 1
    upload.refresh_from_db()
    assert (upload.state, upload.content) == ("applied", None)
    columns = reverse("import_columns", args=[network.slug, upload.ref])
    assert at_work.get(columns).status_code == 302


def test_reading_again_that_is_called_off_leaves_the_review_as_it_was(
    at_work: Client, network: Network
) -> None:
    upload = bring(at_work, network, b"Nimi;Soita\nKela;1\n")
    before = upload.plan
    review = reverse("import_review", args=[network.slug, upload.ref])
    at_work.post(f"{review}columns/", {"c0-0": "label", "c0-1": "phone"})
    assert "/jobs/" in at_work.get(review)["Location"]  # nobody answers to what is about to change
    cancel(Job.objects.latest("pk"), at=timezone.now())
    run_due("test", clock=timezone.now)
    upload.refresh_from_db()
    assert upload.plan == before
    assert at_work.get(review).status_code == 200


def test_somebody_elses_file_is_not_told_of(
    client: Client, network: Network, aino: Person, eero: Person
) -> None:
    upload = bring(sign_in(client, aino), network, b"Nimi\nKela\n")
    columns = reverse("import_columns", args=[network.slug, upload.ref])
    assert sign_in(client, eero).get(columns).status_code == 404


def test_what_is_told_is_read_the_same_from_a_workbook_and_from_a_zip() -> None:
    book = make_workbook([["Taho on", "Numero"], ["Kela", "1"]], []).read()
    told = {("Toimijat", 1): TableTold(kind="actors", fields={0: "label", 1: "phone"})}
    (actor,) = read_file(book, "x.xlsx", told).actors
    assert (actor.label, actor.phone, dict(actor.extra)) == ("Kela", "1", {})
    with pytest.raises(UnreadableFile) as refused:
        read_file(book, "x.xlsx")
    assert [(one.header, one.samples) for one in refused.value.columns] == [
        ("Taho on", ("Kela",)),
        ("Numero", ("1",)),
    ]


def test_a_file_with_an_identity_code_is_not_kept_wherever_it_stands(
    at_work: Client, network: Network
) -> None:
    hidden = make_workbook([["Nimi"], ["Kela"]], [["(ei taulukkoa)"], ["131052-308T"]])
    for file in (
        csv(b"Nimi;Muu\nKela;131052-308T\n"),
        csv("Eka;Toka\nKela;131052–308T\n".encode()),
        hidden,
    ):
        Upload.objects.all().delete()
        review = send(at_work, network, file)
        upload = Upload.objects.get()
        assert upload.content is None
        assert "131052" not in str(upload.plan)
        columns = reverse("import_columns", args=[network.slug, upload.ref])
        assert at_work.get(columns)["Location"] == review
        assert columns not in at_work.get(review).content.decode()


def test_well_founded_doubles_are_answered_with_one_press_and_taken_back(
    at_work: Client, network: Network, aino: Person
) -> None:
    own = perspective_of(aino, network)
    for name, number in (("Nuorten paja", "06 555 0101"), ("Etsivät", "06 555 0102")):
        make_actor(own, name, contacts=(("phone", number),))
    rows = "Nimi;Puhelin\nNuortenpaja;06 555 0101\nEtsivä;06 555 0102\nUimahalli;\n".encode()
    upload = bring(at_work, network, rows)
    review = reverse("import_review", args=[network.slug, upload.ref])
    founded = [one["key"] for one in upload.plan["shown"]["doubles"] if one["founded"]]
    assert len(founded) == 2
    at_work.post(review, {"act": "founded"})
    upload.refresh_from_db()
    assert upload.answers["doubles"] == dict.fromkeys(founded, "same")
    at_work.post(review, {f"double:{founded[0]}": "different", "act": "take_back"})
    upload.refresh_from_db()
    assert upload.answers["doubles"] == {founded[0]: "different"}
    assert not upload.answers["at_once"]
