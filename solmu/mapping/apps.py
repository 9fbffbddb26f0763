"""The mapping slice as a Django application."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MappingConfig(AppConfig):
    """Names the slice, and joins lower slices: menu entries, and what follows an import."""

    name = "solmu.mapping"
    label = "mapping"

    def ready(self) -> None:
        """Fill the slots of lower slices."""
        from solmu.mapping.actions import settle_map
        from solmu.networks.slots import NAVIGATION, MenuEntry
        from solmu.registry.slots import AFTER_IMPORT

        AFTER_IMPORT.append(settle_map)
        NAVIGATION.append(MenuEntry(_("Maps"), "map", order=20, covers=("ties", "grid", "actors")))
        beside = ("import_file", "services", "coverage", "path")
        NAVIGATION.append(MenuEntry(_("Actors"), "directory", order=30, covers=beside))
