"""The registry slice as a Django application."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from solmu.networks.slots import NETWORK_MENU, MenuEntry


class RegistryConfig(AppConfig):
    """Names the slice, hangs its pages into the menu and offers its long work."""

    name = "solmu.registry"
    label = "registry"

    def ready(self) -> None:
        """Take part in the frame and in the queue."""
        from solmu.ledger.slots import AFTER_ACT
        from solmu.registry.actions.indexing import follow_act, follow_import
        from solmu.registry.jobs import offer
        from solmu.registry.slots import AFTER_IMPORT

        offer()
        AFTER_ACT.append(follow_act)
        AFTER_IMPORT.append(follow_import)
        NETWORK_MENU.append(
            MenuEntry(_("Import actors to the map"), "import_file", order=2, role="member")
        )
        NETWORK_MENU.append(MenuEntry(_("Export to a file"), "export_network", order=4))
        NETWORK_MENU.append(MenuEntry(_("Changes"), "changes", order=6))
