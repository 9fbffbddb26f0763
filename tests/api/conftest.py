"""The only place for what tests of the public API ask for: a map, and clients that bear tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from django.utils import timezone

from solmu.config.wsgi import application
from solmu.mapping.tests.makers import SmallMap, make_small_map
from solmu.networks.actions import give_read_token
from solmu.networks.models import Network, ReadPart
from solmu.people.models import Person

Bearing = Callable[..., Client]


@pytest.fixture
def served(db: None) -> Iterator[WSGIHandler]:
    """Solmu as servers see it, which leaves the test's own connection to the database open between requests."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield application
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def small_map(network: Network, aino: Person) -> SmallMap:
    return make_small_map(network, aino)


@pytest.fixture
def token_for(network: Network, aino: Person) -> Callable[..., str]:
    """Give a token that opens some parts of the cast's network; the usual ones unless said otherwise."""

    def give(*parts: str) -> str:
        lasts = timedelta(days=30)
        wanted = parts or tuple(ReadPart.usual())
        return give_read_token(network, "raportti", wanted, lasts=lasts, by=aino, at=timezone.now())

    return give


@pytest.fixture
def bearing(token_for: Callable[..., str]) -> Bearing:
    """Return a client that bears a token for some parts."""

    def client(*parts: str) -> Client:
        return Client(headers={"Authorization": f"Bearer {token_for(*parts)}"})

    return client
