from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import segno
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from solmu.ledger.models import Act, Event
from solmu.mapping.tests.makers import make_small_map, read_in_english, words_of
from solmu.networks.actions import change_role
from solmu.networks.models import Network
from solmu.networks.rules import GOVERNING_VERBS
from solmu.passes.models import Pass
from solmu.people.models import Person
from solmu.registry.tests.makers import make_actor, perspective_of
from solmu.sharing.models import Share
from solmu.sharing.tests.makers import make_link, make_share
from tests.cast import NOON, make_membership, make_person, sign_in

LATER = NOON + timedelta(minutes=9)


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: LATER)


@pytest.fixture
def client(network: Network, aino: Person) -> Client:
    make_small_map(network, aino)
    read_in_english()
    return sign_in(Client(), aino)


def _shares(network: Network) -> str:
    return f"/networks/{network.slug}/shares/"


def test_the_form_begins_with_ninety_days_and_the_usual_fields(
    client: Client, network: Network
) -> None:
    page = client.get(f"{_shares(network)}new/").content.decode()
    assert 'value="2027-02-10"' in page
    assert 'max="2027-11-12"' in page
    ticked = re.findall(r'name="fields_shown" value="(\w+)" checked', page)
    assert ticked == ["sector", "municipality", "contents", "frequency"]
    assert 'value="person"' not in page


def test_preparing_leads_to_the_preview_and_grants_nothing_yet(
    client: Client, network: Network
) -> None:
    said = {
        "title": "Avajaiset",
        "level": "unit",
        "fields_shown": ["sector"],
        "until": "2027-01-31",
    }
    answer = client.post(f"{_shares(network)}new/", said, follow=True)
    share = Share.objects.get()
    assert (share.level, share.fields, share.until) == ("unit", ["sector"], date(2027, 1, 31))
    assert share.grant is None
    told = words_of(answer.content.decode())
    assert "This is what a stranger sees" in told
    assert "Opot" in told
    assert "Draft" in told


@pytest.mark.parametrize("until", ["2026-11-12", "2027-11-13", "tomorrow"])
def test_an_end_that_has_passed_or_is_over_a_year_away_is_refused(
    client: Client, network: Network, until: str
) -> None:
    said = {"title": "Avajaiset", "level": "organisation", "until": until}
    assert client.post(f"{_shares(network)}new/", said).status_code == 422
    assert not Share.objects.exists()


def test_the_preview_is_the_very_part_that_a_stranger_gets(
    client: Client, network: Network, aino: Person
) -> None:
    share = make_share(network, aino)
    page = client.get(f"{_shares(network)}{share.pk}/").content.decode()
    shared = Client().get(f"{make_link(share, aino)}?lang=en").content.decode()
    start, end = '<div class="note info">', "</table></div></section>"
    part = shared[shared.index(start) : shared.rindex(end)]
    assert len(part) > 2000
    assert part in page


def test_texts_that_look_like_persons_wait_for_an_answer(
    client: Client, network: Network, aino: Person
) -> None:
    make_actor(perspective_of(aino, network), "Toivo ry")
    share = make_share(network, aino)
    there = f"{_shares(network)}{share.pk}/"
    page = client.get(there).content.decode()
    assert "Toivo ry an actor’s name: first name" in words_of(page)
    assert "1 actor and its ties have been left out." in page
    key = re.search(r'name="confirmed" value="(\w+)"', page)
    assert key is not None
    page = client.post(f"{there}texts/", {"confirmed": key[1]}, follow=True).content.decode()
    assert "have been left out." not in page
    assert f'value="{key[1]}" checked' in page
    share.refresh_from_db()
    assert share.confirmed == [key[1]]
    assert "Toivo" not in str(share.confirmed)


def test_what_was_not_asked_about_cannot_be_confirmed(
    client: Client, network: Network, aino: Person
) -> None:
    share = make_share(network, aino)
    client.post(f"{_shares(network)}{share.pk}/texts/", {"confirmed": "0" * 24})
    share.refresh_from_db()
    assert share.confirmed == []


def test_the_link_is_shown_once_with_its_code(
    client: Client, network: Network, aino: Person
) -> None:
    share = make_share(network, aino)
    there = f"{_shares(network)}{share.pk}/"
    answer = client.post(f"{there}link/")
    page = answer.content.decode()
    link = re.search(r'value="(http://[^"]+/share/slm_[\w-]+/)"', page)
    assert link is not None
    assert f"&lt;iframe src=&quot;{link[1]}embed/&quot;" in page
    assert answer["Cache-Control"] == "private, no-store"
    assert "slm_" not in client.get(there).content.decode()
    assert Client().get(link[1].split("8000")[1]).status_code == 200


def test_a_page_that_is_loaded_again_makes_no_other_link(
    client: Client, network: Network, aino: Person
) -> None:
    there = f"{_shares(network)}{make_share(network, aino).pk}/"
    first = client.post(f"{there}link/", {"given": ""})
    again = client.post(f"{there}link/", {"given": ""}, follow=True)
    assert again.redirect_chain == [(there, 302)]
    assert "A link was made already." in again.content.decode()
    assert Pass.objects.filter(purpose="share").count() == 1
    link = re.search(r"/share/slm_[\w-]+/", first.content.decode())
    assert link is not None
    assert Client().get(link[0]).status_code == 200
    fresh = re.search(r'name="given" value="(\d+)"', client.get(there).content.decode())
    assert fresh is not None
    client.post(f"{there}link/", {"given": fresh[1]})
    assert Client().get(link[0]).status_code == 410


def test_a_phone_opens_the_link_by_its_code(
    client: Client, network: Network, aino: Person, settings: Settings
) -> None:
    settings.PUBLIC_URL = "https://solmu.example.fi"
    there = f"{_shares(network)}{make_share(network, aino).pk}/"
    page = client.post(f"{there}link/").content.decode()
    link = re.search(r'value="(https://solmu.example.fi/share/slm_[\w-]+/)"', page)
    assert link is not None
    code = segno.make(link[1], error="m", micro=False)
    drawn = re.search(
        r'role="img" aria-label="QR code of the link to: Nuorten palvelut">(.+?)</div>', page
    )
    assert drawn is not None
    size = code.symbol_size(border=4)[0]
    assert f'viewBox="0 0 {size} {size}"' in drawn[1]
    assert (
        code.svg_inline(omitsize=True, svgclass="", border=4, dark="#000", light="#fff") == drawn[1]
    )
    assert 'download="nuorten-palvelut-qr.svg"' in page
    assert "A phone cannot open this link" not in page


def test_no_code_leads_to_the_computer_itself(
    client: Client, network: Network, aino: Person, settings: Settings
) -> None:
    share = make_share(network, aino)
    for address in ("http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"):
        settings.PUBLIC_URL = address
        share.refresh_from_db()
        given = {"given": str(share.grant_id or "")}
        page = client.post(f"{_shares(network)}{share.pk}/link/", given).content.decode()
        assert "A phone cannot open this link." in page
        assert "SOLMU_PUBLIC_URL" in page
        assert "QR code of" not in page


def test_what_a_link_shows_is_settled_before_it_is_given(
    client: Client, network: Network, aino: Person
) -> None:
    share = make_share(network, aino)
    make_link(share, aino)
    said = {"title": "Muu", "level": "unit", "until": "2027-01-31"}
    there = f"{_shares(network)}{share.pk}/"
    assert client.post(f"{there}edit/", said)["Location"] == there
    client.post(f"{there}remove/")
    share.refresh_from_db()
    assert share.title == "Nuorten palvelut"


def test_a_closed_link_is_opened_again_by_undo(
    client: Client, network: Network, aino: Person
) -> None:
    share = make_share(network, aino)
    link, there = make_link(share, aino), f"{_shares(network)}{share.pk}/"
    page = client.post(f"{there}revoke/", follow=True).content.decode()
    assert Client().get(link).status_code == 410
    assert f'action="{there}reopen/"' in page
    assert "The link is closed." in page
    client.post(f"{there}reopen/")
    assert Client().get(link).status_code == 200


def test_the_list_tells_where_each_share_stands(
    client: Client, network: Network, aino: Person
) -> None:
    make_share(network, aino, title="Luonnos")
    link = make_link(make_share(network, aino, title="Auki"), aino)
    for _ in range(3):
        Client().get(link)
    closed = make_share(network, aino, title="Kiinni")
    make_link(closed, aino)
    client.post(f"{_shares(network)}{closed.pk}/revoke/")
    told = words_of(client.get(_shares(network)).content.decode())
    assert "Auki Open Organisations Until 10 February 2027 Opened 3 times" in told
    assert "Kiinni Closed Organisations Closed on 12 November 2026 Not opened yet" in told
    assert "Luonnos Draft Organisations Until 10 February 2027" in told


def test_every_act_is_recorded_and_none_is_undone_as_an_act(
    client: Client, network: Network, aino: Person
) -> None:
    """Somebody who no longer coordinates would bring a link back by undoing their own act."""
    share = make_share(network, aino)
    there = f"{_shares(network)}{share.pk}/"
    for step in ("edit", "link", "revoke", "reopen"):
        said = {"title": "Toinen", "level": "unit", "until": "2027-01-31"} if step == "edit" else {}
        client.post(f"{there}{step}/", said)
    client.post(f"{_shares(network)}{make_share(network, aino).pk}/remove/")
    verbs = set(Act.objects.filter(verb__startswith="share.").values_list("verb", flat=True))
    steps = ("prepare", "settle", "open", "revoke", "reopen", "remove")
    assert verbs == {f"share.{step}" for step in steps}
    assert verbs <= GOVERNING_VERBS
    assert Event.objects.filter(verb="share.open").exists()
    listed = words_of(client.get(f"/networks/{network.slug}/changes/").content.decode())
    assert "A link to the map was made: Toinen" in listed
    assert "A link to the map was closed: Toinen" in listed


def test_whoever_has_lost_the_role_cannot_bring_a_link_back(
    client: Client, network: Network, aino: Person
) -> None:
    share = make_share(network, aino)
    make_link(share, aino)
    there = f"{_shares(network)}{share.pk}/"
    client.post(f"{there}revoke/")
    other = make_person("Kaisa Koe")
    make_membership(network, other, "coordinator")
    change_role(network.memberships.get(person=aino), "member", by=other, at=LATER)
    assert client.post(f"{there}reopen/").status_code == 403
    act = Act.objects.get(verb="share.revoke")
    assert client.post(f"/networks/{network.slug}/changes/{act.pk}/undo/").status_code == 403
