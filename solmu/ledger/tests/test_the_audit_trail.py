"""Events are kept as they were; who acted can be forgotten, and words leave when their time is over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from solmu.ledger.actions import forget_person, purge_expired, recorded
from solmu.ledger.models import Act, Change, Event
from tests.cast import NOON


@pytest.fixture
def renamed(network: Any, aino: Any) -> Act:
    with recorded(network.pk, "network.rename", by=aino, at=NOON) as record:
        record.set(network, purpose="Yhdessä")
    return record.act


def test_an_event_holds_no_words_and_no_person(renamed: Act, aino: Any) -> None:
    event = Event.objects.get()
    assert (event.verb, event.object_type) == ("network.rename", "networks.network")
    assert str(aino.pk) != event.pseudonym
    assert "Yhdessä" not in repr(vars(event))


def test_one_persons_events_share_a_pseudonym_until_they_are_forgotten(
    network: Any, renamed: Act, aino: Any
) -> None:
    first = Event.objects.get().pseudonym
    forget_person(aino.pk)
    with recorded(network.pk, "network.rename", by=aino, at=NOON) as record:
        record.set(network, purpose="Taas")
    assert Event.objects.latest("pk").pseudonym != first
    renamed.refresh_from_db()
    assert renamed.person_id is None


@pytest.mark.parametrize("alter", ["update", "delete"])
def test_the_database_refuses_to_alter_an_event(renamed: Act, alter: str) -> None:
    events = Event.objects.all()
    acts = {"update": lambda: events.update(verb="other"), "delete": events.delete}
    with pytest.raises(DatabaseError, match="never altered"), transaction.atomic():
        acts[alter]()
    assert Event.objects.get().verb == "network.rename"


def test_words_are_erased_when_their_time_is_over(renamed: Act) -> None:
    assert purge_expired(at=NOON + timedelta(days=700)) == 0
    assert purge_expired(at=NOON + timedelta(days=731)) == 1
    assert not Change.objects.exists()
    assert Act.objects.filter(pk=renamed.pk).exists()


def test_an_act_that_changed_nothing_leaves_no_trace(network: Any, aino: Any) -> None:
    with recorded(network.pk, "network.rename", by=aino, at=NOON) as record:
        record.set(network, name=network.name)
    assert not Act.objects.exists()


def test_an_act_that_breaks_off_leaves_nothing(network: Any, aino: Any) -> None:
    def break_off() -> None:
        with recorded(network.pk, "network.rename", by=aino, at=NOON) as record:
            record.set(network, purpose="Kesken")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    network.refresh_from_db()
    assert network.purpose != "Kesken"
    assert not Act.objects.exists()
