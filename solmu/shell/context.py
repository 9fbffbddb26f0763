"""The only place that gathers what the frame around every page shows: network, menus, language, colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest  # noqa: TID251 - a context processor is given the request
from django.urls import reverse
from django.utils.functional import Promise

from solmu.lib.reach import NotAllowed, NotReachable
from solmu.networks.access import Entry, enter, networks_for
from solmu.networks.models import Network
from solmu.networks.slots import NAVIGATION, NETWORK_MENU, MenuEntry, shown
from solmu.shell.rules import THEMES, current_of

THEME_COOKIE = "solmu_theme"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a menu: where it leads, and whether the reader is there."""

    label: str | Promise
    address: str
    current: bool


class Frame:
    """What surrounds a page, read only when the template asks for it; in templates ``shell``."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def entry(self) -> Entry | None:
        """The network that the address belongs to and the reader's place in it."""
        match = self._request.resolver_match
        slug = match.kwargs.get("slug") if match else None
        if not slug or not self._request.path.startswith("/networks/"):
            return None
        try:
            return enter(self._request.user, slug)
        except (NotReachable, NotAllowed):
            return None

    @property
    def network(self) -> Network | None:
        return self.entry.network if self.entry else None

    @cached_property
    def networks(self) -> list[Network]:
        if not self._request.user.is_authenticated:
            return []
        return list(networks_for(self._request.user).order_by("name"))

    @cached_property
    def navigation(self) -> list[Item]:
        return self._items(NAVIGATION)

    @cached_property
    def network_menu(self) -> list[Item]:
        return self._items(NETWORK_MENU)

    def _items(self, entries: list[MenuEntry]) -> list[Item]:
        if self.entry is None:
            return []
        slug = self.entry.network.slug
        items = shown(entries, self.entry.role)
        under = {
            reverse(name, args=[slug]): item
            for item in items
            for name in (item.url_name, *item.covers)
        }
        here = current_of(self._request.path, under)
        return [
            Item(
                item.label,
                reverse(item.url_name, args=[slug]),
                here is not None and under[here] is item,
            )
            for item in items
        ]

    @property
    def demo(self) -> bool:
        return bool(settings.DEMO)

    @property
    def here(self) -> str:
        """The address to come back to after a change of language or colours."""
        asked = self._request.method in {"GET", "HEAD"}
        return self._request.get_full_path() if asked else self._request.path

    @property
    def theme(self) -> str:
        """The chosen colours: the device's own unless the reader has chosen otherwise."""
        chosen = self._request.COOKIES.get(THEME_COOKIE)
        theme = getattr(self._request.user, "theme", chosen)
        return theme if theme in THEMES else "system"


def page(request: HttpRequest) -> dict[str, Frame]:
    """Give every template ``shell``."""
    return {"shell": Frame(request)}
