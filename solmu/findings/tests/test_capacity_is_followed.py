"""Knowledge, skill and motivation on two days in one view; what wants renewing goes to a named organisation."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from solmu.findings.actions import assess_capacity
from solmu.findings.models import CapacityEntry, Renewal
from solmu.findings.rules.capacity import SQUARES, Cell, Square, compare
from solmu.findings.rules.capacity_plot import plot_of
from solmu.findings.tests.makers import make_renewal
from solmu.ledger.models import Act
from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.actions.changes import undo_act
from solmu.registry.models import Actor, Seat
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in

SPRING, AUTUMN = date(2026, 3, 12), date(2026, 11, 5)
TOGETHER: Square = ("knowledge", "collective")


@pytest.fixture
def kela(network: Network, aino: Person) -> Actor:
    return make_actor(perspective_of(aino, network), "Kela")


def assess(network: Network, on: date, level: int | None, words: str = "") -> None:
    cells = {TOGETHER: Cell(level, words)}
    assess_capacity(network, cells, on=on, language="fi", by=None, at=NOON)


def page_of(client: Client, network: Network, **days: str) -> str:
    return client.get(reverse("capacity", args=[network.slug]), days).content.decode()


@pytest.mark.parametrize(
    ("then", "now", "direction", "change"),
    [
        (Cell(1), Cell(3), "up", 2),
        (Cell(3), Cell(2), "down", -1),
        (Cell(0), Cell(0), "same", 0),
        (Cell(None, "sanoin"), Cell(2), "new", None),
        (Cell(2), Cell(), "gone", None),
        (Cell(), Cell(None, "sanoin"), "unknown", None),
    ],
)
def test_a_square_is_compared_by_its_levels(
    then: Cell, now: Cell, direction: str, change: int | None
) -> None:
    (row,) = (one for one in compare({TOGETHER: then}, {TOGETHER: now}) if one.square == TOGETHER)
    assert (row.direction, row.change) == (direction, change)


def test_the_plot_has_a_line_a_square_and_no_dot_where_there_is_no_level() -> None:
    plot = plot_of(compare({TOGETHER: Cell(1)}, {TOGETHER: Cell(3)}))
    assert len(plot.marks) == len(SQUARES)
    drawn = plot.marks[SQUARES.index(TOGETHER)]
    assert (drawn.then, drawn.now) == (plot.scale[1][1], plot.scale[3][1])
    assert drawn.shaft.startswith("M182,")
    assert [mark.now for mark in plot.marks if mark is not drawn] == [None] * 5


def test_two_days_stand_in_one_view_with_words_arrows_and_a_table(
    client: Client, minna: Person, network: Network
) -> None:
    assess(network, SPRING, 1, "Kahden ihmisen päässä.")
    assess(network, AUTUMN, 3, "Kartta on yhteinen.")
    page = page_of(sign_in(client, minna), network)
    assert "Kahden ihmisen päässä." in page
    assert "Kartta on yhteinen." in page
    assert "2 tasoa ylös" in page
    assert "Ylös: 1/6. Alas: 0. Ennallaan: 0." in page
    assert 'class="capacity-plot"' in page
    assert "<td>1</td><td>3</td><td>2 tasoa ylös</td>" in page


def test_any_two_days_are_chosen_and_stand_in_their_order(
    client: Client, minna: Person, network: Network
) -> None:
    summer = date(2026, 6, 1)
    for on, level in ((SPRING, 0), (summer, 4), (AUTUMN, 2)):
        assess(network, on, level)
    sign_in(client, minna)
    assert "2 tasoa ylös" in page_of(client, network)
    turned = page_of(client, network, then=AUTUMN.isoformat(), now=summer.isoformat())
    assert "2 tasoa alas" in turned
    assert "2 tasoa ylös" in page_of(client, network, then="ei päivä", now="2020-01-01")


def test_one_day_alone_is_shown_without_a_change(
    client: Client, minna: Person, network: Network
) -> None:
    assert "Ei vielä arvioitu" in page_of(sign_in(client, minna), network)
    assess(network, SPRING, 2, "Näin alussa.")
    page = page_of(client, network)
    assert "Vasta yksi päivä." in page
    assert "Näin alussa." in page
    assert "tasoa ylös" not in page


def test_a_member_assesses_a_day_and_can_take_it_back(
    client: Client, eero: Person, network: Network
) -> None:
    said = {
        "assessed_on": AUTUMN.isoformat(),
        "level_skill_collective": "2",
        "words_skill_collective": "Saattaen vaihdetaan.",
        "words_motivation_individual": "Ruoka.",
    }
    address = reverse("assess_capacity", args=[network.slug])
    assert sign_in(client, eero).post(address, with_today(said)).status_code == 302
    told = CapacityEntry.objects.values_list("aspect", "reach", "level", "words")
    assert set(told) == {
        ("skill", "collective", 2, "Saattaen vaihdetaan."),
        ("motivation", "individual", None, "Ruoka."),
    }
    assert set(CapacityEntry.objects.values_list("author", flat=True)) == {eero.pk}
    undo_act(network, Act.objects.latest("pk"), by=None, at=NOON)
    assert not CapacityEntry.objects.exists()


def with_today(said: dict[str, Any]) -> dict[str, Any]:
    return {**said, "assessed_on": timezone.localdate().isoformat()}


def test_a_day_is_opened_again_and_an_emptied_square_goes(
    client: Client, eero: Person, network: Network
) -> None:
    today = timezone.localdate()
    assess(network, today, 2, "Ennen.")
    address = reverse("assess_capacity", args=[network.slug])
    page = sign_in(client, eero).get(f"{address}?on={today.isoformat()}").content.decode()
    assert "Ennen." in page
    said = {"level_skill_individual": "3"}
    assert client.post(f"{address}?on={today.isoformat()}", with_today(said)).status_code == 302
    assert [(one.aspect, one.level) for one in CapacityEntry.objects.all()] == [("skill", 3)]


@pytest.mark.parametrize("case", ["taken", "to come", "empty", "identity code"])
def test_what_cannot_be_kept_is_told(
    client: Client, eero: Person, network: Network, case: str
) -> None:
    today = timezone.localdate()
    if case == "taken":
        assess(network, today, 1)
    said = {"assessed_on": today.isoformat(), "words_skill_individual": "Osaamme."}
    if case == "to come":
        said["assessed_on"] = (today + timedelta(days=1)).isoformat()
    if case == "empty":
        said["words_skill_individual"] = ""
    if case == "identity code":
        said["words_skill_individual"] = "131052-308T"
    before = CapacityEntry.objects.count()
    address = reverse("assess_capacity", args=[network.slug])
    assert sign_in(client, eero).post(address, said).status_code == 422
    assert CapacityEntry.objects.count() == before


def test_home_tells_of_capacity_only_when_there_is_some(
    client: Client, minna: Person, network: Network, kela: Actor
) -> None:
    home = reverse("network", args=[network.slug])
    assert "Mikä meitä kantaa" not in sign_in(client, minna).get(home).content.decode()
    assess(network, SPRING, 1)
    assess(network, AUTUMN, 2)
    assert "Ylös: 1/6." in client.get(home).content.decode()


def test_a_need_to_renew_goes_to_a_named_organisation(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    said = {"text": "Yksi ajanvaraus.", "owner": kela.ref, "answer_by": tomorrow.isoformat()}
    address = reverse("raise_renewal", args=[network.slug])
    assert sign_in(client, eero).post(address, {**said, "owner": ""}).status_code == 422
    assert client.post(address, {**said, "answer_by": "2020-01-01"}).status_code == 422
    assert client.post(address, said).status_code == 302
    assert Renewal.objects.get().owner == kela
    page = page_of(client, network)
    assert "Odottaa vastausta" in page
    assert "Kela" in page


def test_who_represents_the_organisation_is_told_and_answers(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    renewal = make_renewal(kela)
    address = reverse("answer_renewal", args=[network.slug, renewal.ref])
    assert sign_in(client, eero).get(address).status_code == 403
    membership = Membership.objects.get(network=network, person=eero)
    Seat.objects.create(membership=membership, actor=kela)
    home = client.get(reverse("network", args=[network.slug])).content.decode()
    assert "Vastaa uudistamisen tarpeeseen: Kela" in home
    assert client.post(address, {"state": "asked", "answer": "Ei."}).status_code == 422
    assert client.post(address, {"state": "renewing", "answer": "Aloitamme."}).status_code == 302
    renewal.refresh_from_db()
    assert (renewal.state, renewal.noted, renewal.answered_by) == ("renewing", False, eero)
    home = client.get(reverse("network", args=[network.slug])).content.decode()
    assert "Vastaa uudistamisen tarpeeseen" not in home


def test_what_the_coordinator_writes_for_an_organisation_is_marked(
    client: Client, aino: Person, network: Network, kela: Actor
) -> None:
    renewal = make_renewal(kela)
    address = reverse("answer_renewal", args=[network.slug, renewal.ref])
    sign_in(client, aino).post(address, {"state": "kept", "answer": "Laki estää."})
    page = page_of(client, network)
    assert "koordinaattori merkitsi muistiin" in page
    assert "Laki estää." in page
    client.post(reverse("remove_renewal", args=[network.slug, renewal.ref]))
    assert not Renewal.objects.exists()
    undo_act(network, Act.objects.latest("pk"), by=None, at=NOON)
    assert Renewal.objects.get().answer == "Laki estää."


def test_a_need_leads_to_an_agreed_action_of_the_organisation(
    client: Client, eero: Person, network: Network, kela: Actor
) -> None:
    renewal = make_renewal(kela)
    address = f"{reverse('agree', args=[network.slug])}?origin=renewal&key={renewal.ref}"
    assert address.replace("&", "&amp;") in page_of(sign_in(client, eero), network)
    form = client.get(address).content.decode()
    assert "Yksi ajanvaraus kolmen sijaan." in form
    assert f'value="{kela.ref}" selected' in form
