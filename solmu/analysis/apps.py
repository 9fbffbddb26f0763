"""The analysis of networks as a Django application."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AnalysisConfig(AppConfig):
    """Names the slice, and joins the menu of a network."""

    name = "solmu.analysis"
    label = "analysis"
    verbose_name = "Analysis"

    def ready(self) -> None:
        """Fill the slots of lower slices."""
        from solmu.networks.slots import NETWORK_MENU, MenuEntry

        NETWORK_MENU.append(
            MenuEntry(_("Data for research"), "research", order=5, role="coordinator")
        )
