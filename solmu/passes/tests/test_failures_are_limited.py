from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from solmu.passes.actions import TooManyTries, attempt
from solmu.passes.rules import Limit
from tests.cast import NOON

BY_ADDRESS = Limit("by-address", failures=10, seconds=600)
BY_KEY = Limit("by-key", failures=3, seconds=600)


def guess(who: str = "192.0.2.7", *, later: timedelta = timedelta()) -> bool:
    """Fail once; tell whether the try was let through."""
    try:
        with attempt((BY_ADDRESS, who), at=NOON + later):
            return True
    except TooManyTries:
        return False


def test_guesses_stop_at_the_limit() -> None:
    assert [guess() for _ in range(1000)] == [True] * 10 + [False] * 990


def test_sixty_successes_from_one_address_all_pass() -> None:
    for _ in range(60):
        with attempt((BY_ADDRESS, "192.0.2.7"), at=NOON) as one:
            one.succeeded()
    assert guess()


def test_a_guess_that_raises_counts_as_a_failure() -> None:
    for _ in range(10):
        with pytest.raises(RuntimeError), attempt((BY_ADDRESS, "x"), at=NOON):
            raise RuntimeError
    assert not guess("x")


def test_guesses_sent_at_once_do_not_slip_through() -> None:
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: guess(), range(200))) == 10


def test_other_addresses_are_not_held_back() -> None:
    for _ in range(20):
        guess("192.0.2.7")
    assert guess("192.0.2.8")


def test_the_limit_lifts_when_time_has_passed() -> None:
    for _ in range(20):
        guess()
    assert not guess(later=timedelta(minutes=10))
    assert guess(later=timedelta(minutes=20))


def test_the_narrowest_limit_stops_and_leaves_the_others_uncounted() -> None:
    for _ in range(3):
        with attempt((BY_ADDRESS, "office"), (BY_KEY, "aino@example.fi"), at=NOON):
            pass
    for _ in range(50):
        limits = (BY_ADDRESS, "office"), (BY_KEY, "aino@example.fi")
        with pytest.raises(TooManyTries) as refusal, attempt(*limits, at=NOON):
            pass
        assert 1 <= refusal.value.minutes <= 10
    assert guess("office")
