"""What has been acknowledged is kept, whoever is killed and whenever."""

from __future__ import annotations

import os
import random
import signal

import pytest

from tests.faults.importing import bring, let_apply, sheet_of, wait_until_applying
from tests.faults.pressing import NETWORK, Crowd, Pairs
from tests.faults.serving import Installation, is_alive, until


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


def lose_the_child_in_an_import(served: Installation, slug: str, actors: int) -> str:
    """Kill the child in the middle of an import; returns where the import is followed."""
    served.do("found", slug=slug)
    aino = served.visitor("aino")
    before = served.do("imported", slug=slug)
    there = let_apply(aino, bring(aino, slug, sheet_of(actors)))
    wait_until_applying(served, slug)
    child = served.child
    os.kill(child, signal.SIGKILL)
    until(lambda: not is_alive(child), "the child's end")
    assert served.do("imported", slug=slug) == before
    return there


def expect_it_whole_once(served: Installation, slug: str, actors: int) -> None:
    """The import is there, all of it and only once, at the second try."""
    job = served.do("latest_job", slug=slug)
    assert (job["state"], job["attempts"]) == ("done", 2)
    rows = dict.fromkeys(("actors", "names", "mentions", "identities"), actors)
    assert served.do("imported", slug=slug) == {
        **rows, "claims": 0, "ties": 0, "sources": 1, "acts": 1,
    }  # fmt: skip


def test_an_import_whose_worker_was_killed_leaves_nothing_and_is_taken_up_again(
    served: Installation,
) -> None:
    there = lose_the_child_in_an_import(served, "katkeaa", actors=1500)
    assert served.do("let_leases_run_out") == 1
    served.visitor("aino").followed(there)
    expect_it_whole_once(served, "katkeaa", actors=1500)


@pytest.mark.long
def test_a_large_import_is_taken_up_when_its_lease_has_run_out(
    served: Installation, pairs: Pairs
) -> None:
    crowd = Crowd(served, pairs)
    crowd.begin()
    there = lose_the_child_in_an_import(served, "katkeaa-isona", actors=5000)
    served.visitor("aino").followed(there, seconds=240)
    crowd.leave()
    assert not crowd.refused
    expect_it_whole_once(served, "katkeaa-isona", actors=5000)


@pytest.mark.long
def test_an_import_is_taken_up_after_everything_was_killed(served: Installation) -> None:
    served.do("found", slug="kaikki-katkeaa")
    aino = served.visitor("aino")
    there = let_apply(aino, bring(aino, "kaikki-katkeaa", sheet_of(3000)))
    wait_until_applying(served, "kaikki-katkeaa")
    child = served.child
    os.kill(child, signal.SIGKILL)
    served.kill()
    served.start()
    assert served.do("imported", slug="kaikki-katkeaa")["actors"] == 0
    served.visitor("aino").followed(there, seconds=240)
    expect_it_whole_once(served, "kaikki-katkeaa", actors=3000)
