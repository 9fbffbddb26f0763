"""The sharing slice as a Django application; it joins the network's menu and the list of changes."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class SharingConfig(AppConfig):
    """Names the slice, and fills the slots of lower ones."""

    name = "solmu.sharing"
    label = "sharing"

    def ready(self) -> None:
        """Hang the page into the network's menu, and say what was done."""
        from solmu.networks.slots import NETWORK_MENU, MenuEntry
        from solmu.registry.slots import DEEDS, NETWORK, TEXTS, Deed, Texts
        from solmu.sharing.queries import shares_of

        TEXTS.append(Texts(shares_of, ("title",)))

        NETWORK_MENU.append(MenuEntry(_("Share the map"), "shares", order=30, role="coordinator"))
        DEEDS["share.prepare"] = Deed(
            lambda: gettext("A shared map was prepared: %(title)s"), NETWORK
        )
        DEEDS["share.settle"] = Deed(
            lambda: gettext("A shared map was changed: %(title)s"), NETWORK
        )
        DEEDS["share.open"] = Deed(
            lambda: gettext("A link to the map was made: %(title)s"), NETWORK, "link"
        )
        DEEDS["share.revoke"] = Deed(
            lambda: gettext("A link to the map was closed: %(title)s"), NETWORK, "unlink"
        )
        DEEDS["share.reopen"] = Deed(
            lambda: gettext("A link to the map was opened again: %(title)s"), NETWORK, "link"
        )
        DEEDS["share.remove"] = Deed(
            lambda: gettext("A draft of a shared map was removed: %(title)s"), NETWORK, "trash-2"
        )
