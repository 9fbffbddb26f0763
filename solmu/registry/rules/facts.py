"""The only place for what a file is compared with: the network as one person sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from solmu.formats.dataset import TieRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One actor on the map, with the contacts that the importing person may see."""

    ref: str
    label: str
    names: tuple[str, ...]
    kind: str
    sector: str = ""
    town: str = ""
    parent: str = ""
    business_id: str = ""
    description: str = ""
    contacts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The reading that a new file updates: whom it named, and the ties it stated between actors' refs."""

    ref: str
    title: str
    by_ref: Mapping[str, str] = field(default_factory=dict)
    by_name: Mapping[str, str] = field(default_factory=dict)
    ties: tuple[TieRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A network as it stands; ``towns`` gives for every name of a town the one it goes by.

    ``pairs`` are the arcs on the map; ``apart`` the doubles that somebody has answered "different":
    a row's folded ref and the actor it is not.
    """

    actors: tuple[Known, ...] = ()
    towns: Mapping[str, str] = field(default_factory=dict)
    pairs: frozenset[tuple[str, str]] = frozenset()
    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    apart: frozenset[tuple[str, str]] = frozenset()
    earlier: Earlier | None = None
