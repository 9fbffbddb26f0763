"""The database is killed under a crowd: what was acknowledged is kept, and Solmu goes on by itself."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.cluster import Cluster, own_cluster
from tests.faults.importing import bring, sheet_of
from tests.faults.pressing import NETWORK, Crowd
from tests.faults.serving import Installation, until


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with own_cluster() as made:
        yield made


@pytest.fixture
def on_cluster(cluster: Cluster, tmp_path: Path) -> Iterator[Installation]:
    made = Installation(tmp_path, cluster.url)
    try:
        made.sessions = made.do("seed")
        made.start()
        yield made
    finally:
        made.close()


@pytest.mark.long
def test_no_acknowledged_tie_is_lost_when_postgresql_is_killed(
    on_cluster: Installation, cluster: Cluster
) -> None:
    pairs = itertools.combinations(on_cluster.do("found", slug=NETWORK, actors=60), 2)
    acknowledged = set()
    for ties in (60, 20, 5):
        crowd = Crowd(on_cluster, pairs)
        crowd.begin()
        crowd.wait_for(ties)
        cluster.kill()
        cluster.start()
        crowd.leave()
        acknowledged |= set(crowd.acknowledged)
        until(lambda: on_cluster.visitor("aino").get("/health/ready").status == 200, "readiness")
        after = Crowd(on_cluster, pairs)
        after.begin()
        after.wait_for(8)
        after.leave()
        assert not after.refused
        acknowledged |= set(after.acknowledged)
    kept = on_cluster.do("said", slug=NETWORK)
    assert acknowledged <= {tuple(one) for one in kept["claims"]}
    assert not kept["astray"]
    # The child went down with its connection; it has been started again.
    bring(on_cluster.visitor("aino"), NETWORK, sheet_of(20))
