"""How claims of several sources come to one tie."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime
from typing import Any

from solmu.registry.rules import Resolved, Said, resolve

NOON = datetime(2026, 11, 12, 12, tzinfo=UTC)
KELA, OHJAAMO = 1, 2


def said(perspective: int, source: int = KELA, target: int = OHJAAMO, **facts: Any) -> Said:
    defaults: dict[str, Any] = {
        "both": False, "contents": (), "frequency": None, "closeness": None, "weight": None,
        "status": "existing", "has_note": False, "outranks": False, "speaker": None,
        "valid_from": None, "valid_to": None, "confirmed_on": None, "said_at": NOON,
    }  # fmt: skip
    return Said(perspective=perspective, source=source, target=target, **{**defaults, **facts})


def read(*claims: Said, of: int = 4, **options: Any) -> dict[tuple[int, int, str], Resolved]:
    knew: dict[int, set[int]] = defaultdict(lambda: set(range(of)))
    return {(t.source, t.target, t.content): t for t in resolve(claims, knew=knew, **options)}


def test_direction_is_the_union_of_what_was_said() -> None:
    ties = read(said(0), said(1, OHJAAMO, KELA))
    assert set(ties) == {(KELA, OHJAAMO, ""), (OHJAAMO, KELA, "")}


def test_agreement_counts_who_said_it_of_those_that_knew_both() -> None:
    tie = read(said(0), said(1), said(1))[KELA, OHJAAMO, ""]
    assert (tie.said, tie.asked) == (2, 4)


def test_drawn_mutual_by_one_is_not_confirmed_by_both() -> None:
    drawn = read(said(0, both=True))[KELA, OHJAAMO, ""]
    assert (drawn.drawn_mutual, drawn.both_ends) == (True, False)
    each = read(said(0, speaker=KELA), said(1, speaker=OHJAAMO))[KELA, OHJAAMO, ""]
    assert (each.drawn_mutual, each.both_ends) == (False, True)


def test_an_ended_claim_makes_no_tie_of_today_mutual() -> None:
    tie = read(said(0), said(0, both=True, valid_to=date(2025, 1, 1)))[KELA, OHJAAMO, ""]
    assert not tie.drawn_mutual


def test_contents_are_united_and_each_is_a_tie_of_its_own() -> None:
    ties = read(said(0, contents=("information",)), said(1, contents=("referral", "information")))
    assert {key[2]: tie.said for key, tie in ties.items()} == {"information": 2, "referral": 1}


def test_the_latest_strength_counts_by_default() -> None:
    old = said(0, frequency=4, confirmed_on=date(2025, 1, 1))
    new = said(1, frequency=2, confirmed_on=date(2026, 1, 1))
    assert read(old, new)[KELA, OHJAAMO, ""].frequency == 2


def test_the_network_may_choose_the_middle_strength_instead() -> None:
    ties = read(*(said(n, frequency=f) for n, f in enumerate((1, 3, 4))), rule="median")
    assert ties[KELA, OHJAAMO, ""].frequency == 3


def test_a_coordinators_correction_outranks_and_leaves_the_agreement_to_be_seen() -> None:
    ties = read(
        said(0, both=True, frequency=4), said(1, both=True), said(2, outranks=True, frequency=1)
    )
    assert set(ties) == {(KELA, OHJAAMO, "")}
    tie = ties[KELA, OHJAAMO, ""]
    assert (tie.frequency, tie.said, tie.differs) == (1, 3, True)


def test_a_coordinators_denial_takes_the_tie_off() -> None:
    assert read(said(0), said(1, both=True, status="denied", outranks=True)) == {}


def test_a_wish_does_not_hide_behind_an_existing_tie_of_the_other_direction() -> None:
    ties = read(said(0), said(1, OHJAAMO, KELA, status="wished"))
    assert ties[OHJAAMO, KELA, ""].status == "wished"
    assert ties[KELA, OHJAAMO, ""].status == "existing"


def test_sources_that_say_the_same_do_not_differ() -> None:
    assert not read(said(0, frequency=3), said(1, frequency=3))[KELA, OHJAAMO, ""].differs
    assert read(said(0, frequency=3), said(1, frequency=1))[KELA, OHJAAMO, ""].differs
