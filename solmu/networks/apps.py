"""The only place that tells Django of the slice networks, and hangs its pages into the menu."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from solmu.networks.slots import NETWORK_MENU, MenuEntry
from solmu.people.slots import PROFILE_SECTIONS, Section


class NetworksConfig(AppConfig):
    name = "solmu.networks"
    label = "networks"

    def ready(self) -> None:
        PROFILE_SECTIONS.append(Section(_("Your networks"), "networks"))
        NETWORK_MENU.append(MenuEntry(_("Members"), "members", order=10))
        NETWORK_MENU.append(
            MenuEntry(_("Settings"), "network_settings", order=20, role="coordinator")
        )
