"""The area map's page and data against plain SQL that reads the same rows, at three sizes.

The first opening lays the map out and reads the ties; the second finds the reading kept. The ratio that
does not flatter is the first.
"""

from __future__ import annotations

from django.core.cache import cache
from django.db import connection
from django.test import Client

from bench.seeding import seed
from bench.timing import best_of, growth, milliseconds

SIZES = (300, 1000, 5000)
ROWS = (
    "SELECT * FROM registry_actor WHERE network_id = %s",
    "SELECT * FROM registry_tie WHERE network_id = %s",
    "SELECT p.* FROM mapping_position p JOIN registry_actor a ON a.id = p.actor_id WHERE a.network_id = %s",
)


def rows() -> list[tuple[str, ...]]:
    """Return one row a size."""
    table: list[tuple[str, ...]] = [
        ("actors", "ties", "plain SQL", "data, first", "ratio", "data, again", "ratio", "page, again", "growth")
    ]  # fmt: skip
    last: tuple[int, float] | None = None
    for size in SIZES:
        plain, first, again, page = measure(size)
        table.append(
            (
                str(size), str(size * 3), milliseconds(plain),
                milliseconds(first), f"{first / plain:.1f}×",
                milliseconds(again), f"{again / plain:.1f}×",
                milliseconds(page), growth(last, (size, first)) if last else "",
            )
        )  # fmt: skip
        last = (size, first)
    return table


def measure(size: int) -> tuple[float, float, float, float]:
    """Return the seconds of plain SQL, of the data at first and again, and of the page again."""
    network, person = seed(size)
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    page = f"/networks/{network.slug}/map/"
    data = f"{page}data/"
    assert client.get(data).status_code == 200  # places the actors, once for good

    def ask_afresh() -> None:
        cache.clear()
        client.get(data)

    return (
        best_of(5, lambda: read_plainly(network.pk)),
        best_of(3, ask_afresh),
        best_of(3, lambda: client.get(data)),
        best_of(3, lambda: client.get(page)),
    )


def read_plainly(network: int) -> None:
    """Read what the map is made of, and do nothing with it."""
    with connection.cursor() as cursor:
        for sql in ROWS:
            cursor.execute(sql, [network])
            cursor.fetchall()
