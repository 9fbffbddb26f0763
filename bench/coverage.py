"""Who covers what, at up to 5,000 services, against plain SQL that reads the same rows.

The page is whole: every square with its actors, for 20 municipalities. Nothing of it is kept between two
openings, so each one pays for all.
"""

from __future__ import annotations

import random

from django.db import connection
from django.test import Client

from bench.seeding import NOW, seed
from bench.timing import best_of, growth, milliseconds
from solmu.mapping.queries.coverage import coverage_of
from solmu.networks.models import Area, Network
from solmu.registry.models import Actor, GoalArea, Offer, Service, ServiceKind, ServicePlace

SIZES = (300, 1000, 5000)
TOWNS = 20
ROWS = (
    "SELECT * FROM registry_service WHERE network_id = %s",
    "SELECT o.* FROM registry_offer o JOIN registry_service s ON s.id = o.service_id WHERE s.network_id = %s",
    "SELECT p.* FROM registry_serviceplace p JOIN registry_service s ON s.id = p.service_id WHERE s.network_id = %s",
    "SELECT * FROM registry_actor WHERE network_id = %s",
)


def rows() -> list[tuple[str, ...]]:
    """Return one row a size."""
    table: list[tuple[str, ...]] = [
        ("services", "actors", "plain SQL", "grid", "ratio", "whole page", "ratio", "growth")
    ]
    last: tuple[int, float] | None = None
    for size in SIZES:
        plain, grid, page = measure(size)
        table.append(
            (
                str(size), str(size // 5), milliseconds(plain),
                milliseconds(grid), f"{grid / plain:.1f}×",
                milliseconds(page), f"{page / plain:.1f}×",
                growth(last, (size, page)) if last else "",
            )
        )  # fmt: skip
        last = (size, page)
    return table


def measure(size: int) -> tuple[float, float, float]:
    """Return the seconds of plain SQL, of the grid alone, and of the whole page."""
    network, person = seed(size // 5)
    offer(network, size)
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    page = f"/networks/{network.slug}/coverage/"
    assert client.get(page).status_code == 200
    return (
        best_of(5, lambda: read_plainly(network.pk)),
        best_of(3, lambda: coverage_of(network)),
        best_of(3, lambda: client.get(page)),
    )


def offer(network: Network, count: int) -> None:
    """Let the actors of ``network`` offer ``count`` services, each somewhere and by one or two of them."""
    rng = random.Random(count)
    towns = Area.objects.bulk_create(
        Area(network=network, kind="municipality", name_fi=f"Kunta {n}", name_sv=f"Kommun {n}")
        for n in range(TOWNS)
    )
    network.areas.set(towns)
    actors = list(Actor.objects.filter(network=network))
    services = Service.objects.bulk_create(
        Service(
            network=network,
            name=f"palvelu {n}",
            kinds=rng.sample(ServiceKind.values, rng.randint(1, 2)),
            goal_areas=rng.sample(GoalArea.values, 1),
            created_at=NOW,
        )
        for n in range(count)
    )
    Offer.objects.bulk_create(
        Offer(service=service, actor=actor)
        for service in services
        for actor in rng.sample(actors, rng.randint(1, 2))
    )
    ServicePlace.objects.bulk_create(
        ServicePlace(service=service, municipality=town)
        for service in services
        for town in rng.sample(towns, rng.randint(1, 3))
    )


def read_plainly(network: int) -> None:
    """Read what the grid is made of, and do nothing with it."""
    with connection.cursor() as cursor:
        for sql in ROWS:
            cursor.execute(sql, [network])
            cursor.fetchall()
