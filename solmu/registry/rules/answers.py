"""The only place for what a person answered to what was understood of a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Sameness = Literal["same", "different", "later"]
SAMENESS: tuple[Sameness, ...] = ("same", "different", "later")
LEAVE = "leave"
# A name to be typed instead of a choice.
TYPED = "typed"


# By what a row is known when the file has been read another way: its key may be another's by then.
_KNOWN_BY = {
    "doubles": ("sheet", "row", "label", "ours"),
    "problems": ("sheet", "row", "code", "field", "value"),
    "changes": ("subject", "field", "after"),
    "new_actors": ("row", "label"),
    "new_ties": ("row", "source", "target"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers by key; what is not answered stays as suggested, doubles stay apart.

    ``fixes`` holds for a problem the value that was chosen; ``names`` the one that was typed;
    ``without`` the changes and rows whose tick was taken off.
    """

    doubles: Mapping[str, str] = field(default_factory=dict)
    fixes: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    drops_omitted: bool = False

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Answers:
        """Return the answers that an upload keeps."""
        return cls(
            doubles=stored.get("doubles", {}),
            fixes=stored.get("fixes", {}),
            names=stored.get("names", {}),
            without=frozenset(stored.get("without", ())),
            drops_omitted=bool(stored.get("drops_omitted")),
        )

    def stored(self) -> dict[str, Any]:
        """Return the answers as an upload keeps them."""
        return {
            "doubles": dict(self.doubles),
            "fixes": dict(self.fixes),
            "names": dict(self.names),
            "without": sorted(self.without),
            "drops_omitted": self.drops_omitted,
        }


def with_founded_same(answers: Answers, what: Mapping[str, Any]) -> Answers:
    """Answer "same" to every double for which several facts speak and that waits for an answer."""
    waiting = (
        one["key"]
        for one in what["doubles"]
        if one["founded"] and answers.doubles.get(one["key"], "later") == "later"
    )
    return replace(answers, doubles={**answers.doubles, **dict.fromkeys(waiting, "same")})


def surviving(answers: Answers, before: Mapping[str, Any], after: Mapping[str, Any]) -> Answers:
    """Keep the answers to what is asked again of the same rows; ``before`` and ``after`` are what reviews show."""
    moved = {name: _moved(before.get(name, ()), after[name], by) for name, by in _KNOWN_BY.items()}
    ticks = {
        f"{tick}:{old}": f"{tick}:{new}"
        for tick, name in (("change", "changes"), ("actor", "new_actors"), ("tie", "new_ties"))
        for old, new in moved[name].items()
    }
    return Answers(
        doubles=_kept(answers.doubles, moved["doubles"]),
        fixes=_kept(answers.fixes, moved["problems"]),
        names=_kept(answers.names, moved["problems"]),
        without=frozenset(ticks[one] for one in answers.without if one in ticks),
        drops_omitted=answers.drops_omitted,
    )


def _moved(
    before: Iterable[Mapping[str, Any]], after: Iterable[Mapping[str, Any]], by: Iterable[str]
) -> dict[str, str]:
    """Return for each key of ``before`` the key that the same row has in ``after``."""
    by = tuple(by)
    now = {_identity(one, by): one["key"] for one in after}
    same = ((one["key"], now.get(_identity(one, by))) for one in before)
    return {old: new for old, new in same if new is not None}


def _identity(one: Mapping[str, Any], by: Iterable[str]) -> str:
    # As JSON has it: a plan that has not been stored yet holds tuples where a stored one holds lists.
    return json.dumps([one.get(name) for name in by], default=str)


def _kept(given: Mapping[str, str], moved: Mapping[str, str]) -> dict[str, str]:
    return {moved[key]: answer for key, answer in given.items() if key in moved}
