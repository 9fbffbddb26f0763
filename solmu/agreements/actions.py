"""The only place where actions are agreed, corrected, followed, settled and removed."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from solmu.agreements.models import AgreedAction, FollowUp
from solmu.agreements.slots import ORIGINS
from solmu.ledger.actions import ActingPerson, Record, recorded
from solmu.networks.models import Membership, Network
from solmu.registry.models import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionWords:
    """What is said of an action: what is done, by which organisation, by whom in it, by which date."""

    what: str
    owner: Actor
    member: Membership | None = None
    by_role: str = ""
    due_on: date


def agree_action(
    network: Network,
    words: ActionWords,
    *,
    origin: tuple[str, str] = ("", ""),
    language: str,
    by: ActingPerson | None,
    at: datetime,
) -> AgreedAction:
    """Agree an action; what it came from goes on in the same act, so that both are undone together."""
    kind, key = origin
    with _act(network, "agreement.agree", words.owner, by=by, at=at) as record:
        action = record.add(
            AgreedAction(
                network=network,
                language=language,
                origin_kind=kind,
                origin_key=key,
                agreed_at=at,
                author_id=None if by is None else by.pk,
                **_fields(words),
            )
        )
        follow = ORIGINS[kind].follow if kind in ORIGINS else None
        if follow is not None:
            follow(record, action)
    return action


def correct_action(
    action: AgreedAction, words: ActionWords, *, by: ActingPerson | None, at: datetime
) -> None:
    """Correct what is said of an action."""
    with _act(action.network, "agreement.correct", words.owner, by=by, at=at) as record:
        record.set(action, **_fields(words))


def settle_action(
    action: AgreedAction,
    state: str,
    *,
    why: str = "",
    on: date,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    """Say that an action is done, or that it is let go and why."""
    verb = "agreement.done" if state == AgreedAction.State.DONE else "agreement.let_go"
    with _act(action.network, verb, action.owner, by=by, at=at) as record:
        record.set(action, state=state, settled_on=on, why=why)


def reopen_action(action: AgreedAction, *, by: ActingPerson | None, at: datetime) -> None:
    """Take a settled action up again."""
    with _act(action.network, "agreement.reopen", action.owner, by=by, at=at) as record:
        record.set(action, state=AgreedAction.State.OPEN, settled_on=None, why="")


def follow_action(
    action: AgreedAction, words: str, *, language: str, by: ActingPerson | None, at: datetime
) -> FollowUp:
    """Write how an action is going."""
    with _act(action.network, "agreement.follow", action.owner, by=by, at=at) as record:
        return record.add(
            FollowUp(
                action=action,
                words=words,
                language=language,
                written_at=at,
                author_id=None if by is None else by.pk,
            )
        )


def remove_action(action: AgreedAction, *, by: ActingPerson | None, at: datetime) -> None:
    """Take an action away with what was written of it; taking that back brings all of it."""
    with _act(action.network, "agreement.remove", action.owner, by=by, at=at) as record:
        record.remove(action)


def _act(
    network: Network, verb: str, owner: Actor | None, *, by: ActingPerson | None, at: datetime
) -> AbstractContextManager[Record]:
    names = {"actor": owner.label_fi} if owner else {}
    return recorded(network.pk, verb, by=by, at=at, summary=names)


def _fields(words: ActionWords) -> dict[str, Any]:
    return {name: getattr(words, name) for name in ("what", "owner", "member", "by_role", "due_on")}
