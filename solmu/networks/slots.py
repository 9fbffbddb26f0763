"""The only place where upper slices hang their pages into a network's navigation, and what waits at its home."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.functional import Promise

from solmu.networks.rules import carries

if TYPE_CHECKING:  # the menu is filled before Django knows its models
    from solmu.networks.access import Entry


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A page of a network: its address is ``url_name`` with the network's slug.

    It is the current one also on pages under the addresses that it ``covers``.
    """

    label: str | Promise
    url_name: str
    order: int
    role: str = "reader"
    covers: tuple[str, ...] = ()


# The main navigation: at most six entries, each from the slice that owns the page (`apps.ready`).
NAVIGATION: list[MenuEntry] = []
# Behind the network's name: members, settings and the like.
NETWORK_MENU: list[MenuEntry] = []


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One thing that waits for a person at the network's home, and where it is done."""

    text: str
    hint: str
    address: str
    icon: str


# What each slice knows to wait for whoever entered, on a day.
HOME_WAITING: list[Callable[[Entry, date], list[WaitingLine]]] = []


def shown(entries: list[MenuEntry], role: str) -> list[MenuEntry]:
    """Return the entries that somebody in ``role`` sees, in their order."""
    return sorted(
        (entry for entry in entries if carries(role, entry.role)), key=lambda entry: entry.order
    )
