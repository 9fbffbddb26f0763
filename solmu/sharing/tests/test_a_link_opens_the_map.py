from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from solmu.mapping.tests.makers import make_small_map
from solmu.networks.models import Network
from solmu.networks.rules import WRONG_LINKS
from solmu.passes.actions import purge_passes
from solmu.passes.models import Pass
from solmu.people.models import Person
from solmu.registry.tests.makers import make_actor, perspective_of
from solmu.sharing.actions import open_share, revoke_share
from solmu.sharing.models import Share
from solmu.sharing.tests.makers import make_link, make_share
from tests.cast import NOON, sign_in

LATER = NOON + timedelta(minutes=9)
OUTPUTS = ("", "embed/", "map.svg", "map.png", "map.json")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    _stands_at(monkeypatch, LATER)


def _stands_at(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at)


@pytest.fixture
def share(network: Network, aino: Person) -> Share:
    make_small_map(network, aino)
    return make_share(network, aino, fields=("sector", "services", "contents", "frequency"))


def test_anybody_reads_the_map_and_its_tables(client: Client, share: Share, aino: Person) -> None:
    page = client.get(f"{make_link(share, aino)}?lang=en").content.decode()
    assert "<h1>Nuorten palvelut</h1>" in page
    assert "4 actors" in page
    assert "On the level of organisations, 12 November 2026" in page
    assert "Revision" in page
    assert "A missing tie may mean only that nobody has asked." in page
    assert page.count("<table") == 2
    assert "uraohjaus" in page
    assert "daily" in page
    assert "<svg" in page
    assert "Ohjaamo Järvilakeus" in page


def test_the_token_is_kept_nowhere(share: Share, aino: Person) -> None:
    token = make_link(share, aino).split("/")[2]
    share.refresh_from_db()
    assert share.grant is not None
    assert share.grant.uses_left is None
    kept = [*Pass.objects.values(), *Share.objects.values()]
    assert token not in str(kept)


@pytest.mark.parametrize("output", OUTPUTS)
def test_every_output_is_private_unfindable_and_without_cookies(
    client: Client, share: Share, aino: Person, output: str
) -> None:
    answer = client.get(make_link(share, aino) + output)
    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Cache-Control"] == "private, no-store"
    assert not answer.cookies


def test_only_the_embedded_page_may_be_framed_and_the_rest_of_its_policy_stands(
    client: Client, share: Share, aino: Person
) -> None:
    link = make_link(share, aino)

    def policy(address: str) -> dict[str, str]:
        told = client.get(address)["Content-Security-Policy"].split(";")
        parts = dict(part.strip().partition(" ")[::2] for part in told if part.strip())
        return {name: value.split(" 'nonce-")[0] for name, value in parts.items()}

    page, embedded = policy(link), policy(f"{link}embed/")
    assert page.pop("frame-ancestors") == "'none'"
    assert embedded.pop("frame-ancestors") == "*"
    assert embedded == page
    assert client.get(link)["X-Frame-Options"] == "DENY"
    assert "X-Frame-Options" not in client.get(f"{link}embed/")
    for other in OUTPUTS:
        if other != "embed/":
            assert "frame-ancestors 'none'" in client.get(link + other)["Content-Security-Policy"]


def test_pages_behind_the_link_load_no_script_and_hold_no_form(
    client: Client, share: Share, aino: Person
) -> None:
    link = make_link(share, aino)
    for output in ("", "embed/"):
        page = client.get(link + output).content.decode()
        assert "<script" not in page
        assert "<form" not in page
        assert "csrf" not in page
        assert '<meta name="robots" content="noindex, nofollow">' in page


def test_the_page_speaks_as_the_address_or_the_browser_asks_else_finnish(
    client: Client, share: Share, aino: Person
) -> None:
    link = make_link(share, aino)
    browser = {"accept-language": "de, sv-FI;q=0.8, en;q=0.5"}
    assert client.get(link)["Content-Language"] == "fi"
    assert client.get(link, headers={"accept-language": "de"})["Content-Language"] == "fi"
    swedish = client.get(link, headers=browser)
    assert swedish["Content-Language"] == "sv"
    assert '<html lang="sv">' in swedish.content.decode()
    assert "Accept-Language" in swedish["Vary"]
    assert client.get(f"{link}?lang=en", headers=browser)["Content-Language"] == "en"


def test_a_signed_in_reader_sees_the_stranger_page(share: Share, aino: Person) -> None:
    link = make_link(share, aino)
    pages = [one.get(link).content.decode() for one in (sign_in(Client(), aino), Client())]
    first, second = (re.sub(r'nonce="[^"]+"', "", page) for page in pages)
    assert first == second


def test_openings_are_counted_without_a_trace_of_who(
    client: Client, share: Share, aino: Person
) -> None:
    link = make_link(share, aino)
    client.get(link)
    client.get(f"{link}embed/")
    client.head(link)
    client.get(f"{link}map.svg")
    share.refresh_from_db()
    assert share.openings == 2


def test_a_closed_link_shows_nothing_at_once_and_says_whom_to_ask(
    client: Client, share: Share, aino: Person
) -> None:
    link = make_link(share, aino)
    share.refresh_from_db()
    revoke_share(share, by=aino, at=LATER)
    for output in OUTPUTS:
        answer = client.get(f"{link}{output}?lang=en")
        assert answer.status_code == 410
        told = answer.content.decode()
        assert "This map is no longer shared" in told
        assert "Nuorten palvelut" in told
        assert "from the network’s coordinator" in told
        assert "Kela" not in told
        assert "Aino" not in told
        assert not answer.cookies


def test_a_link_ends_after_its_last_day_and_is_forgotten_a_month_later(
    client: Client, share: Share, aino: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = make_link(share, aino)
    end = datetime(2027, 2, 10, 22, 0, tzinfo=NOON.tzinfo)  # midnight in Helsinki
    _stands_at(monkeypatch, end - timedelta(seconds=1))
    assert client.get(link).status_code == 200
    _stands_at(monkeypatch, end)
    ended = client.get(f"{link}?lang=en")
    assert ended.status_code == 410
    assert "10 February 2027" in ended.content.decode()
    purge_passes(at=end + timedelta(days=31))
    forgotten = client.get(f"{link}?lang=en")
    assert forgotten.status_code == 404
    assert "The link may also have ended." in forgotten.content.decode()
    assert not Share.objects.exists()


def test_a_new_link_closes_the_earlier_one(client: Client, share: Share, aino: Person) -> None:
    first = make_link(share, aino)
    second = f"/share/{open_share(share, by=aino, at=LATER)}/"
    assert client.get(first).status_code == 410
    assert client.get(second).status_code == 200


def test_guessing_links_is_limited_and_genuine_ones_are_not(
    client: Client, share: Share, aino: Person
) -> None:
    link = make_link(share, aino)
    wrong = [client.get("/share/slm_wrong/").status_code for _ in range(WRONG_LINKS.failures)]
    assert set(wrong) == {404}
    assert client.get("/share/slm_wrong/").status_code == 429
    assert client.get(link).status_code == 429


def test_a_link_that_has_ended_is_no_guess(client: Client, share: Share, aino: Person) -> None:
    link = make_link(share, aino)
    share.refresh_from_db()
    revoke_share(share, by=aino, at=LATER)
    told = [client.get(link).status_code for _ in range(WRONG_LINKS.failures + 2)]
    assert set(told) == {410}


def test_only_reading_is_answered(client: Client, share: Share, aino: Person) -> None:
    assert client.post(make_link(share, aino)).status_code == 405


def test_the_picture_is_a_png_and_its_letters_are_drawn(
    client: Client, share: Share, aino: Person
) -> None:
    answer = client.get(f"{make_link(share, aino)}map.png")
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG\r\n")
    width = int.from_bytes(answer.content[16:20], "big")
    assert width == 2096


def test_as_many_questions_go_to_the_database_however_large_the_map(
    client: Client, network: Network, share: Share, aino: Person
) -> None:
    link = make_link(share, aino)
    client.get(link)  # places whoever has no place yet

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(link).status_code == 200
        return len(queries)

    few = asked()
    for number in range(20):
        make_actor(perspective_of(aino, network), f"Yhdistys {number} ry", services="tukea")
    assert "Yhdistys 19 ry" in client.get(link).content.decode()
    assert asked() == few <= 20
