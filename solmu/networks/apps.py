"""The only place that tells Django of the slice networks, and hangs its pages into the menu."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from solmu.networks.slots import NETWORK_MENU, MenuEntry
from solmu.people.slots import ERASURES, HOLDINGS, PROFILE_SECTIONS, Erasure, Holding, Section


class NetworksConfig(AppConfig):
    name = "solmu.networks"
    label = "networks"

    def ready(self) -> None:
        from solmu.networks.actions import erase_from_networks, fates_in_networks
        from solmu.networks.models import Membership

        PROFILE_SECTIONS.append(Section(_("Your networks"), "networks"))
        ERASURES.append(Erasure(fates=fates_in_networks, erase=erase_from_networks))
        HOLDINGS.append(
            Holding(
                Membership,
                _("Your networks"),
                lambda person: person.memberships.select_related("network", "person"),
                {
                    "network": _("Network"),
                    "person": _("Name"),
                    "role": _("Role"),
                    "joined_as": _("Joined under the name"),
                    "joined_at": _("Since"),
                    "ended_at": _("Until"),
                },
                order=10,
            )
        )
        NETWORK_MENU.append(MenuEntry(_("Members"), "members", order=10))
        NETWORK_MENU.append(
            MenuEntry(_("Settings"), "network_settings", order=20, role="coordinator")
        )
        NETWORK_MENU.append(
            MenuEntry(_("Data for programs"), "read_tokens", order=30, role="coordinator")
        )
