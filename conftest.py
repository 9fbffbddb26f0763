"""The only place for fixtures that every slice's tests may ask for: the cast and their network."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import override_settings

from solmu.networks.actions import load_areas
from solmu.networks.models import Network
from solmu.people.models import Person
from tests.cast import NOON, make_membership, make_network, make_person


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a second database run only what touches a database."""
    parser.addoption("--only-database", action="store_true", help="leave out what touches none")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep what touches the database, when that was asked for."""
    if not config.getoption("--only-database"):
        return
    touching = [item for item in items if touches_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in touching])
    items[:] = touching


def touches_database(item: pytest.Item) -> bool:
    """Tell whether a test asks for the database, itself or through a fixture."""
    names = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(
        names & {"db", "transactional_db", "live_server", "installation", "cluster"}
    )


@pytest.fixture(autouse=True, scope="session")
def _own_cache(worker_id: str) -> Iterator[None]:
    """Each worker has a Redis database of its own: emptying one must not empty another's."""
    default = settings.CACHES["default"]
    location = str(default.get("LOCATION", ""))
    if not location.startswith("redis://") or not worker_id.startswith("gw"):
        yield
        return
    address, _, database = location.rpartition("/")
    own = {**default, "LOCATION": f"{address}/{int(database) + int(worker_id[2:])}"}
    with override_settings(CACHES={"default": own}):
        yield


@pytest.fixture(autouse=True)
def _own_journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Each test has an erasure journal of its own: the next one's people bear the same numbers."""
    with override_settings(ERASURES=str(tmp_path_factory.getbasetemp() / f"{uuid4()}.jsonl")):
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def network(db: None) -> Network:
    """The network that Aino, Eero and Minna belong to, Ritva has left and Otto has never seen."""
    return make_network()


@pytest.fixture
def aino(network: Network) -> Person:
    """Coordinator."""
    person = make_person("Aino Laine")
    make_membership(network, person, "coordinator")
    return person


@pytest.fixture
def eero(network: Network) -> Person:
    """Professional and messenger: a member."""
    person = make_person("Eero Mäki", email="eero.maki@example.fi")
    make_membership(network, person, "member")
    return person


@pytest.fixture
def minna(network: Network) -> Person:
    """Leader of a home organisation: a reader."""
    person = make_person("Minna Salo")
    make_membership(network, person, "reader")
    return person


@pytest.fixture
def sami() -> str:
    """Young client: a name, no account."""
    return "Sami"


@pytest.fixture
def otto(db: None) -> Person:
    """Outsider: coordinates a network of his own."""
    person = make_person("Otto Virta")
    make_membership(make_network("Oton verkosto"), person, "coordinator")
    return person


@pytest.fixture
def ritva(network: Network) -> Person:
    """Former member."""
    person = make_person("Ritva Koski")
    make_membership(network, person, "member", ended_at=NOON)
    return person


@pytest.fixture
def areas(db: None) -> int:
    """The catalogue of municipalities and wellbeing services counties."""
    return load_areas()
