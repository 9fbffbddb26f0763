"""The findings slice as a Django application; it hangs a network's home into the menu."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class FindingsConfig(AppConfig):
    """Names the slice, and gives the network's menu its first entry."""

    name = "solmu.findings"
    label = "findings"

    def ready(self) -> None:
        """Put the home first in the menu."""
        from solmu.findings.queries.diversity import answers_of
        from solmu.networks.slots import NAVIGATION, MenuEntry
        from solmu.registry.slots import DEEDS, NETWORK, TEXTS, Deed, Texts

        TEXTS.append(Texts(answers_of, ("words",)))

        NAVIGATION.append(MenuEntry(_("Home"), "network", order=0, covers=("reading", "diversity")))
        DEEDS["diversity.answer"] = Deed(
            lambda: gettext("A question of diversity was answered"), NETWORK, "message-circle"
        )
