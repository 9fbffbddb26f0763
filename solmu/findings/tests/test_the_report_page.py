"""The report of a network: who makes it, what is in it, and that no person leaves by it in any form."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from solmu.agreements.models import AgreedAction
from solmu.agreements.tests.makers import make_agreement
from solmu.analysis.queries import level_graph
from solmu.findings.actions import answer_finding
from solmu.findings.queries.facts import reading_of
from solmu.findings.queries.reports import writing
from solmu.findings.queries.reports.pdf import NotSet
from solmu.findings.tests.report_makers import root_of, text_of
from solmu.journey.models import Aim
from solmu.journey.tests.makers import make_aim
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.actors import place_in
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Perspective
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in

OTHERS = ("Seurakunta", "Nuorisotalot", "Asumisneuvonta", "Kirjasto", "Kela")
# Whoever the network knows by name: on the map in an organisation, on the map alone, as a contact, as a member.
CANARIES = ("Kanariina Sisäpoika", "Onni Erikoisnimi", "Taimi Yhteyshenkilö", "Aino Laine")


@pytest.fixture
def perspective(network: Network, aino: Person) -> Perspective:
    return perspective_of(aino, network)


@pytest.fixture
def told_of(perspective: Perspective) -> Actor:
    """Draw a map whose heaviest findings rest on persons: one in an organisation, one who belongs nowhere."""
    outreach = make_actor(
        perspective,
        "Etsivä nuorisotyö",
        sector="youth",
        contacts=(("person", CANARIES[2]), ("email", "taimi.y@example.fi")),
    )
    inside = make_actor(perspective, CANARIES[0], kind="person")
    place_in(inside, outreach, by=None, at=NOON)
    alone = make_actor(perspective, CANARIES[1], kind="person")
    for number, name in enumerate(OTHERS):
        other = make_actor(perspective, name, sector=("youth", "employment")[number % 2])
        words = TieWords(direction="both", contents=("information",), note=f"Kysy: {CANARIES[0]}")
        state_tie(perspective, inside, other, words, by=None, at=NOON)
        state_tie(perspective, alone, make_actor(perspective, f"Yhdistys {number}"), words, by=None, at=NOON)  # fmt: skip
    state_tie(perspective, alone, outreach, TieWords(direction="both"), by=None, at=NOON)
    make_aim(outreach.network, inside, text=f"{CANARIES[0]} soittaa seurakuntaan.")
    return outreach


def address(network: Network, rest: str = "/") -> str:
    return f"/networks/{network.slug}/report{rest}"


def page(client: Client, person: Person, network: Network, query: str = "") -> str:
    answer = sign_in(client, person).get(address(network) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def words_of_workbook(content: bytes) -> str:
    book = load_workbook(BytesIO(content))
    return "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    )


def test_it_says_what_to_do_what_is_seen_and_what_the_numbers_mean(
    client: Client, aino: Person, network: Network, told_of: Actor
) -> None:
    words = page(client, aino, network)
    assert "Mitä seuraavaksi" in words
    assert (
        "<b>Pyydä toinen lähetti.</b> Etsivä nuorisotyö: 5 suhdetta on yhden ihmisen varassa."
        in words
    )
    assert "Nimetkää toinen lähetti ensimmäisen rinnalle" in words
    assert "Vain ihmisten varassa" in words
    assert "Organisaatioiden tasolla, ei henkilöiden nimiä" in words
    for name in OTHERS:
        assert name in words


@pytest.mark.parametrize("query", ["", "?level=unit", "?language=sv", "?map=without"])
@pytest.mark.parametrize("form", ["/", ".pdf", ".html", ".xlsx"])
def test_no_person_is_named_in_any_form(
    client: Client, aino: Person, network: Network, told_of: Actor, form: str, query: str
) -> None:
    answer = sign_in(client, aino).get(address(network, form) + query)
    assert answer.status_code == 200
    if form == ".pdf":
        reader = PdfReader(BytesIO(answer.content))
        words = text_of(reader) + str(reader.metadata)
    elif form == ".xlsx":
        words = words_of_workbook(answer.content)
    else:
        # The page's own frame greets whoever is signed in; the report begins after it.
        words = answer.content.decode().partition("report-sheet")[2]
    assert "Etsivä nuorisotyö" in words
    for name in CANARIES:
        for part in name.split():
            assert part not in words
    assert "taimi.y" not in words


def test_what_is_of_one_person_alone_is_counted_not_lost(
    client: Client, aino: Person, network: Network, told_of: Actor
) -> None:
    words = page(client, aino, network)
    told = words.partition("Ei henkilöitä.")[2].partition("</p>")[0]
    assert (
        "Yksi havainto koskee yhtä ihmistä. Se kerrotaan vain hänelle ja koordinaattoreille."
        in told
    )


def test_what_was_agreed_stands_in_it_with_its_owner_its_day_and_how_far(
    client: Client,
    aino: Person,
    network: Network,
    perspective: Perspective,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)
    kela = make_actor(perspective, "Kela")
    make_aim(network, kela, text="Kerromme, miten kävi.")
    door = make_aim(network, kela, possibility="own", own_words="Yhteinen ovi")
    Aim.objects.filter(pk=door.pk).update(chosen_on=date(2026, 1, 2), review_on=date(2026, 11, 1))
    words = page(client, aino, network).partition("Mitä on sovittu")[2]
    assert "Kerromme, miten kävi." in words
    assert "31.12.2026" in words
    assert "Aloittamatta" in words
    overdue, later = words.index("Yhteinen ovi"), words.index("Kerromme, miten kävi.")
    assert overdue < later
    assert "Määräpäivä ohi" in words[overdue:later]


def test_agreed_actions_come_first_those_past_their_day_before_others(
    client: Client,
    aino: Person,
    network: Network,
    perspective: Perspective,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)
    kela = make_actor(perspective, "Kela")
    make_aim(network, kela, text="Kerromme, miten kävi.")
    make_agreement(network, kela, what="Soitetaan joka viikko")
    make_agreement(network, kela, what="Avataan yhteinen ovi", due_on=date(2026, 11, 2))
    make_agreement(network, kela, what=f"Kysytään, sanoi {CANARIES[3]}")
    done = make_agreement(network, kela, what="Kutsuttiin lukio")
    old = make_agreement(network, kela, what="Siivottiin rekisteri")
    for action, day in ((done, date(2026, 10, 1)), (old, date(2024, 10, 1))):
        AgreedAction.objects.filter(pk=action.pk).update(state="done", settled_on=day)
    words = page(client, aino, network).partition("Mitä on sovittu")[2]
    said = ("Avataan yhteinen ovi", "Soitetaan joka viikko", "Kutsuttiin lukio", "Kerromme, miten")
    places = [words.index(one) for one in said]
    assert places == sorted(places)
    assert "Määräpäivä ohi" in words[places[0] : places[1]]
    assert "1.10.2026" in words
    assert "Tehty" in words
    assert "Siivottiin rekisteri" not in words
    assert "Jätetty pois" in words
    assert "Kysytään, sanoi" not in words


def test_what_was_answered_says_so_and_is_not_to_be_done_next(
    client: Client, aino: Person, network: Network, told_of: Actor
) -> None:
    on = timezone.localdate()
    kept = level_graph(network, "organisation", on=on)
    found = reading_of(network, "organisation", on=on).findings
    (thread,) = (one for one in found if one.id == "one_person")
    reason = "Sijainen on jo valittu."
    assert "Pyydä toinen lähetti" in _next(page(client, aino, network))
    answer_finding(
        network, thread, kept.level, "not_here", reason=reason, language="fi", by=None, at=NOON
    )
    words = page(client, aino, network)
    assert "Pyydä toinen lähetti" not in _next(words)
    assert "5 suhdetta on yhden ihmisen varassa." in words
    # The finding rests on one person, so its reason goes to few.
    assert (
        "<b>Vastattu:</b> Ei meillä, koska: (Jätetty pois: tekstissä voi olla henkilön nimi.)"
        in words
    )
    assert "Sijainen" not in words
    for one in (one for one in found if not one.good):
        answer_finding(network, one, kept.level, "known", language="fi", by=None, at=NOON)
    words = page(client, aino, network)
    assert "Jatkakaa sovittua." in _next(words)
    assert "<b>Vastattu:</b> Tiedossa" in words


def _next(words: str) -> str:
    return words.partition("Mitä seuraavaksi</h2>")[2].partition("</section>")[0]


def test_what_somebody_wrote_and_may_name_a_person_is_left_out_and_says_so(
    client: Client, aino: Person, network: Network, told_of: Actor
) -> None:
    words = page(client, aino, network).partition("Mitä on sovittu")[2]
    assert "(Jätetty pois: tekstissä voi olla henkilön nimi.)" in words
    assert "soittaa seurakuntaan" not in words
    assert "<td>Henkilö</td>" in words


def test_actors_go_by_their_name_in_the_language_of_the_report(
    client: Client, aino: Person, network: Network, perspective: Perspective
) -> None:
    kela = make_actor(perspective, "Kela")
    Actor.objects.filter(pk=kela.pk).update(label_sv="FPA")
    make_aim(network, kela)
    assert "<td>FPA</td>" in page(client, aino, network, "?language=sv")
    assert "<td>Kela</td>" in page(client, aino, network)


def test_what_cannot_be_said_is_said_with_its_reason(
    client: Client, aino: Person, network: Network, perspective: Perspective
) -> None:
    make_actor(perspective, "Kela")
    words = page(client, aino, network)
    assert "Ei voi vielä sanoa" in words or "Emme voi sanoa" in words
    assert words.count("Emme voi sanoa: kartalla on vain yksi toimija.") >= 5


def test_it_is_read_in_another_language_than_the_page(
    client: Client, aino: Person, network: Network, told_of: Actor
) -> None:
    words = page(client, aino, network, "?language=sv")
    assert '<article class="report-sheet" lang="sv">' in words
    assert "Vad härnäst" in words
    assert "Raportti kokoukseen" in words
    answer = client.get(address(network, ".pdf") + "?language=en")
    reader = PdfReader(BytesIO(answer.content))
    assert "Etsivä nuorisotyö: 5 ties rest on one person." in text_of(reader)
    assert root_of(reader)["/Lang"] == "en"


def test_it_is_read_at_the_level_that_was_chosen_and_never_of_people(
    client: Client, aino: Person, network: Network, told_of: Actor
) -> None:
    assert "Luettu yksiköiden tasolla." in page(client, aino, network, "?level=unit")
    assert "Luettu organisaatioiden tasolla." in page(client, aino, network, "?level=person")
    assert "Luettu organisaatioiden tasolla." in page(client, aino, network, "?level=&language=xx")


def test_it_may_do_without_maps(
    client: Client, aino: Person, network: Network, told_of: Actor
) -> None:
    assert "report-map" in page(client, aino, network)
    without = page(client, aino, network, "?map=without")
    assert "report-map" not in without
    assert "report-detail" not in without


@pytest.mark.parametrize(
    ("ending", "media"),
    [("pdf", "application/pdf"), ("html", "text/html; charset=utf-8"), ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")],
)  # fmt: skip
def test_it_is_taken_along_as_a_file_of_the_day(
    client: Client, aino: Person, network: Network, told_of: Actor, ending: str, media: str
) -> None:
    answer = sign_in(client, aino).get(address(network, f".{ending}"))
    assert answer["Content-Type"] == media
    name = answer["Content-Disposition"]
    assert name.startswith('attachment; filename="jarvilakeuden-nuoret-')
    assert name.endswith(f'.{ending}"')
    assert sign_in(client, aino).get(address(network, ".doc")).status_code == 404


def test_only_a_coordinator_makes_it_and_finds_the_way_to_it(
    client: Client, aino: Person, minna: Person, network: Network, told_of: Actor
) -> None:
    reading = f"/networks/{network.slug}/reading/"
    assert address(network) in sign_in(client, aino).get(reading).content.decode()
    assert address(network) not in sign_in(client, minna).get(reading).content.decode()
    assert client.get(address(network, ".pdf")).status_code == 403


def test_markup_in_names_stays_words_on_the_page(
    client: Client, aino: Person, network: Network, perspective: Perspective
) -> None:
    make_actor(perspective, "<i>Kela</i>")
    for form in ("/", ".html"):
        words = sign_in(client, aino).get(address(network, form)).content.decode()
        assert "<i>Kela" not in words
        assert "&lt;i&gt;Kela&lt;/i&gt;" in words


def test_a_press_that_broke_is_told_on_the_page(
    client: Client, aino: Person, network: Network, told_of: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(report: object) -> bytes:
        raise NotSet

    monkeypatch.setitem(writing.FORMS, "pdf", writing.Form("pdf", "application/pdf", broken))
    answer = sign_in(client, aino).get(address(network, ".pdf"))
    assert answer.status_code == 503
    assert "PDF ei valmistunut nyt." in answer.content.decode()


def test_the_number_of_queries_does_not_grow_with_the_map(
    client: Client, aino: Person, network: Network, perspective: Perspective, told_of: Actor
) -> None:
    def queries() -> int:
        page(client, aino, network)
        make_actor(perspective, f"Uusi {Actor.objects.count()}")  # so that it is read anew
        with CaptureQueriesContext(connection) as seen:
            page(client, aino, network)
        return len(seen)

    few = queries()
    for number in range(15):
        words = TieWords(direction="both")
        state_tie(perspective, told_of, make_actor(perspective, f"Toimija {number}"), words, by=None, at=NOON)  # fmt: skip
    assert queries() <= few
