"""The mapping slice as a Django application."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MappingConfig(AppConfig):
    """Names the slice, and hangs the map into the network's main menu."""

    name = "solmu.mapping"
    label = "mapping"

    def ready(self) -> None:
        """Fill the slots of lower slices."""
        from solmu.networks.slots import NAVIGATION, MenuEntry

        NAVIGATION.append(MenuEntry(_("Maps"), "map", order=20, covers=("ties", "grid")))
        NAVIGATION.append(MenuEntry(_("Actors"), "actors", order=30, covers=("import_file",)))
