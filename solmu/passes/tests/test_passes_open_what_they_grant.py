from __future__ import annotations

from datetime import timedelta

import pytest

from solmu.passes.actions import issue_pass, purge_passes, redeem_pass, revoke_pass
from solmu.passes.models import Pass
from solmu.passes.queries import PassRefused, PassUnknown, find_pass, open_passes
from tests.cast import NOON

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def test_a_pass_opens_once_and_tells_its_scope() -> None:
    _, token = issue_pass("example", lasts=WEEK, by=None, at=NOON, scope={"role": "member"})
    assert redeem_pass(token, "example", at=NOON).scope == {"role": "member"}
    with pytest.raises(PassRefused) as refusal:
        redeem_pass(token, "example", at=NOON)
    assert refusal.value.reason == "used"


def test_looking_at_a_pass_does_not_use_it_up() -> None:
    _, token = issue_pass("example", lasts=WEEK, by=None, at=NOON)
    for _ in range(3):
        assert find_pass(token, "example", at=NOON).uses_left == 1


def test_a_pass_without_a_count_opens_any_number_of_times() -> None:
    _, token = issue_pass("example", lasts=WEEK, by=None, at=NOON, uses=None)
    for _ in range(3):
        assert redeem_pass(token, "example", at=NOON).uses_left is None


def test_a_pass_of_another_purpose_opens_nothing() -> None:
    _, token = issue_pass("example", lasts=WEEK, by=None, at=NOON)
    with pytest.raises(PassUnknown):
        redeem_pass(token, "invitation", at=NOON)


def test_a_pass_ends_when_its_time_is_over() -> None:
    _, token = issue_pass("example", lasts=WEEK, by=None, at=NOON)
    find_pass(token, "example", at=NOON + WEEK - timedelta(seconds=1))
    with pytest.raises(PassRefused) as refusal:
        redeem_pass(token, "example", at=NOON + WEEK)
    assert refusal.value.reason == "expired"


def test_a_revoked_pass_opens_nothing() -> None:
    granted, token = issue_pass("example", lasts=WEEK, by=None, at=NOON)
    revoke_pass(granted, at=NOON)
    with pytest.raises(PassRefused) as refusal:
        redeem_pass(token, "example", at=NOON)
    assert refusal.value.reason == "revoked"
    assert not open_passes("example", at=NOON).exists()


def test_only_a_hash_of_the_token_is_kept() -> None:
    granted, token = issue_pass("example", lasts=WEEK, by=None, at=NOON)
    kept = Pass.objects.filter(pk=granted.pk).values().get()
    assert len(token) >= len("slm_") + 22
    assert all(token not in str(value) for value in kept.values())


def test_ended_passes_are_erased_after_a_month() -> None:
    _, living = issue_pass("example", lasts=WEEK, by=None, at=NOON)
    issue_pass("example", lasts=timedelta(days=-31), by=None, at=NOON)
    assert purge_passes(at=NOON) == 1
    assert find_pass(living, "example", at=NOON).purpose == "example"
