"""The only place for what a person answered to what was understood of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Sameness = Literal["same", "different", "later"]
SAMENESS: tuple[Sameness, ...] = ("same", "different", "later")
LEAVE = "leave"
# A name to be typed instead of a choice.
TYPED = "typed"


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
