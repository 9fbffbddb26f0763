"""How a network keeps to its aims."""

from __future__ import annotations

from solmu.findings.rules.aims import AimFact, kept_aims, withheld_aims


def aim(state: str = "", *, overdue: bool = False) -> AimFact:
    return AimFact(state=state, overdue=overdue)


def test_reviews_that_are_over_their_day_are_counted() -> None:
    (finding,) = kept_aims([aim(overdue=True), aim("begun", overdue=True), aim("begun")])
    assert (finding.id, finding.slots) == ("aims_overdue", {"n": 2, "m": 3})
    assert finding.method == "M05"


def test_reviews_that_were_held_are_good_news() -> None:
    (finding,) = kept_aims([aim("begun"), aim()])
    assert (finding.id, finding.good, finding.slots) == ("aims_reviewed", True, {"n": 1, "m": 2})


def test_aims_of_which_half_got_well_on_prove_something() -> None:
    found = kept_aims([aim("reached"), aim("not_begun"), aim("dropped")])
    assert [one.id for one in found] == ["aims_reviewed", "aims_well_on"]
    assert found[1].slots == {"n": 1, "m": 2}  # what was dropped is no aim any more


def test_aims_that_nobody_has_reviewed_yet_and_need_not_say_nothing() -> None:
    assert kept_aims([aim(), aim()]) == []


def test_without_aims_that_is_what_cannot_be_said() -> None:
    assert [one.reason for one in withheld_aims([])] == ["no_aims"]
    assert withheld_aims([aim()]) == []
