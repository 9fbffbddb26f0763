"""The only place where upper slices join in: sections of a profile, what is held of a person, what erasing does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

if TYPE_CHECKING:  # other slices fill these lists before tables are there
    from solmu.people.models import Person

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the profile that another slice shows by address, where it is ``offered``."""

    label: Words
    url_name: str
    offered: Callable[[], bool] = lambda: True


PROFILE_SECTIONS: list[Section] = []


@dataclass(frozen=True, slots=True)
class Holding:
    """What one table holds of a person; the privacy registry says which of its fields are theirs to have.

    ``labels`` names each of those fields as a reader knows it. ``told`` says a value in words where the
    plain one would say nothing. ``order`` is its place on the page; people read of themselves first.
    ``told_when_empty`` says whether the page tells that nothing is kept.
    """

    model: type[Model]
    title: Words
    rows: Callable[[Person], QuerySet[Any]]
    labels: Mapping[str, Words]
    told: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)
    order: int = 50
    told_when_empty: Callable[[], bool] = lambda: True


HOLDINGS: list[Holding] = []


@dataclass(frozen=True, slots=True)
class Fate:
    """One thing that the page before erasing tells: it goes, it stays and why, or it stops the erasing."""

    kind: Literal["goes", "stays", "stops"]
    words: str
    why: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What a slice tells before an account is erased, and what it then does inside the one transaction.

    ``erase`` gets the person, the time, and whether it is done again after a restore: then nothing may
    stop it.
    """

    fates: Callable[[Person], Iterable[Fate]]
    erase: Callable[[Person, datetime, bool], object]


# Upper slices first, as applications are listed: what leans on a membership goes before it.
ERASURES: list[Erasure] = []
