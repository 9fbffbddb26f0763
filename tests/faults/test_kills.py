"""What has been acknowledged is kept, whoever is killed and whenever."""

from __future__ import annotations

import random

import pytest

from tests.faults.pressing import NETWORK, Crowd, Pairs
from tests.faults.serving import Installation


def lose_the_server_under_a_crowd(served: Installation, pairs: Pairs, ties: int) -> None:
    crowd = Crowd(served, pairs)
    crowd.begin()
    crowd.wait_for(ties)
    served.kill()
    crowd.leave()
    assert not crowd.refused
    served.start()
    crowd_after = Crowd(served, pairs)
    crowd_after.begin()
    crowd_after.wait_for(8)
    crowd_after.leave()
    assert not crowd_after.refused
    kept = served.do("said", slug=NETWORK)
    said = {*crowd.acknowledged, *crowd_after.acknowledged}
    assert len(said) >= ties
    assert said <= {tuple(one) for one in kept["claims"]}
    assert not kept["astray"]


def test_no_acknowledged_tie_is_lost_when_the_server_is_killed(
    served: Installation, pairs: Pairs
) -> None:
    lose_the_server_under_a_crowd(served, pairs, ties=40)


@pytest.mark.long
@pytest.mark.parametrize("turn", range(15))
def test_no_acknowledged_tie_is_lost_however_often_the_server_is_killed(
    served: Installation, pairs: Pairs, turn: int
) -> None:
    lose_the_server_under_a_crowd(served, pairs, ties=random.Random(turn).randint(1, 120))
