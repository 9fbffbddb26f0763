"""The only place where upper slices hang their pages into a network's navigation."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from solmu.networks.rules import carries


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


def shown(entries: list[MenuEntry], role: str) -> list[MenuEntry]:
    """Return the entries that somebody in ``role`` sees, in their order."""
    return sorted(
        (entry for entry in entries if carries(role, entry.role)), key=lambda entry: entry.order
    )
