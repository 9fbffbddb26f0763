"""The only place that reads a review's form: what was answered to what was understood of a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from solmu.lib.identity_codes import holds_identity_code
from solmu.registry.rules.answers import LEAVE, SAMENESS, TYPED, Answers

_LONGEST = 200


class Sent(Protocol):
    """What a form sent."""

    def get(self, name: str, default: Any = None) -> Any: ...

    def getlist(self, name: str) -> list[str]: ...

    def __contains__(self, name: str) -> bool: ...


def answers_in(sent: Sent, what: Mapping[str, Any], before: Answers) -> Answers:
    """Return ``before`` with what was sent; only what the review asks is read.

    A tick that is missing counts as taken off only where the row was shown (``shown``).
    """
    doubles, fixes, names = dict(before.doubles), dict(before.fixes), dict(before.names)
    for double in what["doubles"]:
        answer = sent.get(f"double:{double['key']}")
        if answer in SAMENESS:
            doubles[double["key"]] = answer
    for problem in what["problems"]:
        key = problem["key"]
        choice = sent.get(f"fix:{key}")
        allowed = {value for value, _ in problem["options"]} | {LEAVE, f"{TYPED}:"}
        if choice in allowed:
            fixes[key] = choice
        name = (sent.get(f"name:{key}") or "").strip()[:_LONGEST]
        if f"name:{key}" in sent and not holds_identity_code(name):
            names[key] = name
    shown, taken = set(sent.getlist("shown")), set(sent.getlist("take"))
    known = {f"change:{one['key']}" for one in what["changes"]}
    known |= {f"actor:{one['key']}" for one in what["new_actors"]}
    known |= {f"tie:{one['key']}" for one in what["new_ties"]}
    without = (before.without | (shown - taken)) - taken
    drops = before.drops_omitted
    if "omitted" in sent:
        drops = sent.get("omitted") == "drop"
    return Answers(
        doubles=doubles,
        fixes=fixes,
        names=names,
        without=frozenset(without & known),
        drops_omitted=drops,
    )


def title_in(sent: Sent, before: str) -> str:
    """Return the name given to the reading; an empty one stays as it was."""
    title = " ".join((sent.get("title") or "").split())[:160]
    return title if title and not holds_identity_code(title) else before
