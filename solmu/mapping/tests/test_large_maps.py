"""What a map of hundreds and thousands is sent as, and how it begins."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from solmu.mapping.queries.folds import folds_of
from solmu.mapping.queries.map import map_graph
from solmu.mapping.rules.folding import FOLDED_FROM
from solmu.mapping.rules.packing import PACKED_FROM
from solmu.mapping.tests.makers import make_large_map
from solmu.networks.models import Network
from solmu.people.models import Person
from tests.cast import sign_in


def data(client: Client, network: Network, **asked: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(reverse("map_data", args=[network.slug]), asked).json()
    return found


def test_rows_hold_what_objects_hold(
    client: Client, network: Network, minna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_large_map(network, 450)
    sign_in(client, minna)
    rows = data(client, network)
    assert "folds" not in rows
    monkeypatch.setattr("solmu.mapping.views.map.PACKED_FROM", 1000)
    whole = data(client, network)
    for row, actor in zip(rows["actor_rows"], whole["actors"], strict=True):
        assert row[:2] == [actor["ref"], actor["name"]]
        assert (row[2].split("\n") if row[2] else [row[1]]) == actor["lines"]
        names = ("kind", "sector", "place", "x", "y", "r", "ties", "folded")
        assert row[3:11] == [actor[name] for name in names]
        assert row[11] == actor["hub"] + 2 * actor["pinned"] + 4 * actor["asked"]
    refs = [row[0] for row in rows["actor_rows"]]
    for row, tie in zip(rows["tie_rows"], whole["ties"], strict=True):
        one, other, status, way, ways, frequency, notes, people = row
        assert (refs[one], refs[other], status, way) == (
            tie["one"],
            tie["other"],
            tie["status"],
            tie["way"],
        )
        assert rows["ways"][ways] == tie["ways"]
        assert (frequency or None, notes, bool(people)) == (
            tie["frequency"],
            tie["notes"],
            tie["people"],
        )


def test_rows_are_shorter_and_are_sent_compressed(
    client: Client, network: Network, minna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_large_map(network, PACKED_FROM + 100)
    sign_in(client, minna)
    address = reverse("map_data", args=[network.slug])
    rows = client.get(address).content
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(packed.content)) == json.loads(rows)
    assert len(packed.content) * 3 < len(rows)
    monkeypatch.setattr("solmu.mapping.views.map.PACKED_FROM", 1000)
    assert len(rows) * 2.5 < len(client.get(address).content)


def test_a_map_of_thousands_begins_with_communities_named_after_their_best_tied_actors(
    client: Client, network: Network, minna: Person
) -> None:
    actors = make_large_map(network, FOLDED_FROM + 100)
    found = data(sign_in(client, minna), network)
    folds = found["folds"]
    rows = found["actor_rows"]
    assert 5 <= len(folds["communities"]) <= 60
    assert len(folds["homes"]) == len(rows) == len(actors)
    for at, community in enumerate(folds["communities"]):
        members = [row for row, home in zip(rows, folds["homes"], strict=True) if home[0] == at]
        most = max(row[9] for row in members)
        assert any(community["name"].startswith(row[1]) for row in members if row[9] >= most - 1)
        assert len(community["lines"]) == 2
        for (_, x, y), _ in ((home, at) for home in folds["homes"] if home[0] == at):
            assert (x - community["x"]) ** 2 + (y - community["y"]) ** 2 <= community["r"] ** 2


def test_a_smaller_map_has_no_communities(network: Network) -> None:
    make_large_map(network, 60)
    graph = map_graph(network, "organisation", on=timezone.localdate())
    assert folds_of(network, graph) is None


def test_communities_are_found_once_for_each_revision(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_large_map(network, 120)
    monkeypatch.setattr("solmu.mapping.queries.folds.FOLDED_FROM", 100)
    graph = map_graph(network, "organisation", on=timezone.localdate())
    first = folds_of(network, graph)
    monkeypatch.setattr("solmu.mapping.queries.folds.communities", lambda _: pytest.fail("again"))
    assert folds_of(network, graph) == first


def test_the_picture_of_thousands_shows_their_communities_unless_every_actor_is_asked_for(
    client: Client, network: Network, minna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_large_map(network, 120)
    monkeypatch.setattr("solmu.mapping.queries.folds.FOLDED_FROM", 100)
    sign_in(client, minna)
    address = reverse("map_picture", args=[network.slug])
    folded = client.get(address).content.decode()
    every = client.get(f"{address}?every").content.decode()
    assert every.count("<g transform=") >= 240
    assert folded.count("<g transform=") < 60
    assert "Kirjasto" in folded or "Lukio" in folded


def test_reading_a_large_map_takes_no_more_queries_than_a_small_one(
    client: Client, network: Network, minna: Person
) -> None:
    sign_in(client, minna)
    address = reverse("map_data", args=[network.slug])
    make_large_map(network, 50)

    def asked() -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    before = asked()
    make_large_map(network, FOLDED_FROM + 1)
    assert asked() == before
