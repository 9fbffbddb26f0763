"""The only place where upper slices say what an agreed action can come from: a finding, a workshop."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:  # the list is filled before Django knows its models
    from solmu.agreements.models import AgreedAction
    from solmu.ledger.actions import Record
    from solmu.networks.access import Entry


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an action came from, as a reader is told: what it is called, its address, and whom it speaks of.

    ``owner`` is the public id of the actor that would most likely see to it.
    """

    label: str
    address: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class OriginKind:
    """One kind of thing that an action can come from.

    ``told`` gives, of some keys on a day, what the entering person may be told; a key that it leaves out is
    told by ``name`` alone. ``follow`` goes on in the same act when an action was agreed from a key.
    """

    name: str | Promise
    told: Callable[[Entry, Collection[str], date], Mapping[str, Origin]]
    follow: Callable[[Record, AgreedAction], object] | None = None


# By the kind's code, which stands in ``AgreedAction.origin_kind``.
ORIGINS: dict[str, OriginKind] = {}
