"""Many people at the same thing at once: nobody is turned away, and nothing is done twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from django.utils import translation
from django.utils.translation import gettext as _

from tests.faults.pressing import NETWORK, THREADS, Crowd, Pairs, tick
from tests.faults.serving import Installation, Visitor

Told = TypeVar("Told")


def at_once(visitors: list[Visitor], do: Callable[[Visitor], Told]) -> list[Told]:
    """Let all of them do it at the same moment; returns what each was told."""
    ready = Barrier(len(visitors))

    def wait_and_do(visitor: Visitor) -> Told:
        ready.wait(30)
        return do(visitor)

    with ThreadPoolExecutor(len(visitors)) as threads:
        return list(threads.map(wait_and_do, visitors))


def test_a_crowd_that_reads_and_writes_is_never_turned_away(
    served: Installation, pairs: Pairs
) -> None:
    crowd = Crowd(served, pairs)
    crowd.begin()
    crowd.wait_for(ties=60)
    crowd.leave()
    assert not crowd.refused
    kept = served.do("said", slug=NETWORK)
    assert set(crowd.acknowledged) <= {tuple(one) for one in kept["claims"]}
    assert not kept["astray"]


@pytest.mark.parametrize("turn", range(3))
def test_a_tie_that_everybody_says_at_once_is_said_once_by_each(
    served: Installation, turn: int
) -> None:
    slug = f"samaan-aikaan-{turn}"
    one, other = served.do("found", slug=slug, actors=2)
    names = [*served.sessions, *served.sessions]
    assert len(names) == THREADS
    refusals = at_once(
        [served.visitor(name) for name in names], lambda who: tick(who, one, other, slug)
    )
    assert refusals == [""] * THREADS
    kept = served.do("said", slug=slug)
    assert sorted(kept["claims"]) == [[name, one, other] for name in sorted(served.sessions)]
    assert not kept["astray"]


def test_two_who_undo_the_same_act_at_once_undo_it_once(served: Installation) -> None:
    slug = "kumotaan"
    refs = served.do("found", slug=slug, actors=7)
    aino = served.visitor("aino")
    for turn, (one, other) in enumerate(zip(refs, refs[1:], strict=False), 1):
        pressed = {"source": one, "target": other, "forward": "on"}
        act = aino.post(f"/networks/{slug}/grid/point/", **pressed).json["act"]

        def undo(visitor: Visitor, act: int = act) -> str:
            answer = visitor.post(f"/networks/{slug}/changes/{act}/undo/")
            assert answer.status == 302, answer.text
            return visitor.get(answer.to).text

        pages = at_once([served.visitor("aino"), served.visitor("aino")], undo)
        with translation.override("fi"):
            late = [_("This has been undone already.") in page for page in pages]
        assert sorted(late) == [False, True]
        kept = served.do("said", slug=slug)
        assert (kept["claims"], kept["astray"]) == ([], [])
        assert (len(kept["undone"]), kept["undoings"]) == (turn, turn)
