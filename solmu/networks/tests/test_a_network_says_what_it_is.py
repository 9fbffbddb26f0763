from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from solmu.ledger.models import Act
from solmu.networks.models import Area, Network
from solmu.networks.queries import find_municipality
from solmu.people.models import Person

pytestmark = pytest.mark.django_db
NEW = {
    "name": "Pohjois-Savon nuoret",
    "kind": "joint_service",
    "municipalities": "Kuopio, siilinjärvi",
}
SETTINGS = {
    "name": "Järvilakeuden nuoret",
    "kind": "cooperation_model",
    "purpose": "Kenenkään polku ei katkea.",
    "municipalities": "Sankt Michel, Kuopio",
    "employment_areas": "Järvilakeuden työllisyysalue",
    "boundary_rule": "Työskentelee alle 30-vuotiaiden kanssa.",
    "recall": "free",
    "period_from": "2026-01-01",
    "period_to": "2026-06-30",
    "strength_rule": "median",
}


def names(network: Network) -> list[str]:
    return sorted(area.name_fi for area in network.areas.all())


@pytest.mark.usefixtures("areas")
def test_whoever_founds_a_network_coordinates_it(client: Client, otto: Person) -> None:
    client.force_login(otto)
    response = client.post("/networks/new/", NEW)
    assert response["Location"] == "/networks/pohjois-savon-nuoret/"
    network = Network.objects.get(slug="pohjois-savon-nuoret")
    assert network.memberships.get().person == otto
    assert network.memberships.get().role == "coordinator"
    assert names(network) == ["Kuopio", "Siilinjärvi"]
    assert Act.objects.get(verb="found_network").network_id == network.pk


@pytest.mark.usefixtures("areas")
def test_networks_of_one_name_get_addresses_of_their_own(client: Client, otto: Person) -> None:
    client.force_login(otto)
    for _ in range(2):
        client.post("/networks/new/", NEW)
    found = Network.objects.filter(name=NEW["name"]).values_list("slug", flat=True)
    assert sorted(found) == ["pohjois-savon-nuoret", "pohjois-savon-nuoret-2"]


@pytest.mark.usefixtures("areas")
def test_an_unknown_municipality_is_named_and_nothing_is_founded(
    client: Client, otto: Person
) -> None:
    client.force_login(otto)
    response = client.post("/networks/new/", {**NEW, "municipalities": "Kuopio, Kuopioo, Atlantis"})
    assert response.status_code == 422
    assert "Kuopioo, Atlantis" in response.content.decode()
    assert not Network.objects.filter(name=NEW["name"]).exists()


@pytest.mark.usefixtures("areas")
def test_a_coordinator_sets_a_network_up(client: Client, network: Network, aino: Person) -> None:
    county = Area.objects.get(kind="wellbeing_county", name_fi="Pohjois-Savon hyvinvointialue")
    client.force_login(aino)
    address = f"/networks/{network.slug}/settings/"
    response = client.post(address, {**SETTINGS, "wellbeing_counties": [county.pk]})
    assert response["Location"] == address
    network.refresh_from_db()
    assert (network.kind, network.recall, network.strength_rule) == (
        "cooperation_model",
        "free",
        "median",
    )
    assert str(network.period_to) == "2026-06-30"
    assert names(network) == [
        "Järvilakeuden työllisyysalue",
        "Kuopio",
        "Mikkeli",
        "Pohjois-Savon hyvinvointialue",
    ]
    page = client.get(address).content.decode()
    for text in (SETTINGS["purpose"], SETTINGS["boundary_rule"], "2026-01-01", "Kuopio, Mikkeli"):
        assert str(text) in page


@pytest.mark.usefixtures("areas")
def test_areas_that_are_left_out_go(client: Client, network: Network, aino: Person) -> None:
    client.force_login(aino)
    address = f"/networks/{network.slug}/settings/"
    client.post(address, SETTINGS)
    client.post(address, {**SETTINGS, "municipalities": "Kuopio", "employment_areas": ""})
    assert names(network) == ["Kuopio"]


@pytest.mark.usefixtures("areas")
@pytest.mark.parametrize(
    "fault",
    [
        {"name": ""},
        {"kind": "club"},
        {"period_to": "2025-12-31"},
        {"purpose": "Asiakas 131052-308T"},
        {"boundary_rule": "Asiakas 131052-308T"},
        {"wellbeing_counties": ["1"]},
    ],
)
def test_a_fault_is_said_and_nothing_is_saved(
    client: Client, network: Network, aino: Person, fault: dict[str, Any]
) -> None:
    client.force_login(aino)
    response = client.post(f"/networks/{network.slug}/settings/", {**SETTINGS, **fault})
    assert response.status_code == 422
    network.refresh_from_db()
    assert network.purpose == ""
    assert not Act.objects.exists()


@pytest.mark.usefixtures("areas")
def test_a_municipality_is_found_in_both_languages() -> None:
    for text in ("Mikkeli", "  mikkeli ", "S:t Michel", "Sankt Michel"):
        area = find_municipality(text)
        assert area
        assert area.code == "491"
    assert find_municipality("ÄHTÄRI") == find_municipality("Etseri")
    for text in ("", "Atlantis", "Etelä-Savon hyvinvointialue"):
        assert find_municipality(text) is None


@pytest.mark.usefixtures("areas")
def test_a_networks_own_municipality_is_found_by_it_alone(network: Network) -> None:
    Area.objects.create(
        kind="municipality", network=network, name_fi="Selkäjoki", name_sv="Selkäjoki"
    )
    own = find_municipality("selkäjoki", network)
    assert own
    assert own.network == network
    assert find_municipality("selkäjoki") is None


def test_the_catalogue_holds_every_municipality_and_county(areas: int) -> None:
    kinds = Area.objects.values_list("kind", flat=True)
    assert (len(kinds), areas) == (329, 329)
    assert (list(kinds).count("municipality"), list(kinds).count("wellbeing_county")) == (308, 21)
    with translation.override("sv"):
        assert str(find_municipality("Turku")) == "Åbo"
    with translation.override("en"):
        assert str(find_municipality("Turku")) == "Turku"


def test_municipalities_come_in_the_order_of_the_readers_language(network: Network) -> None:
    names = (("Maarianhamina", "Mariehamn"), ("Pietarsaari", "Jakobstad"), ("Ähtäri", "Etseri"))
    towns = [
        Area.objects.create(kind="municipality", network=network, name_fi=fi, name_sv=sv)
        for fi, sv in names
    ]
    county = {"name_fi": "Pohjanmaa", "name_sv": "Österbotten"}
    towns.append(Area.objects.create(kind="wellbeing_county", network=network, **county))
    network.areas.set(towns)
    assert network.municipalities == ["Maarianhamina", "Pietarsaari", "Ähtäri"]
    with translation.override("sv"):
        assert network.municipalities == ["Etseri", "Jakobstad", "Mariehamn"]
