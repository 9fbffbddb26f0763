"""The journey slice as a Django application."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JourneyConfig(AppConfig):
    """Names the slice, and joins lower slices: the menu, the list of changes, what waits at home."""

    name = "solmu.journey"
    label = "journey"

    def ready(self) -> None:
        """Fill the slots of lower slices."""
        from solmu.journey.forms.deeds import OWN_COLUMNS, OWN_DEEDS
        from solmu.journey.queries.texts import of_aims, of_cards, of_ends, of_reviews
        from solmu.journey.queries.waiting import waiting_for
        from solmu.networks.slots import HOME_WAITING, NAVIGATION, MenuEntry
        from solmu.registry.slots import COLUMNS, DEEDS, TEXTS, Texts

        TEXTS.extend(
            [
                Texts(of_cards, ("text", "channels")),
                Texts(of_ends, ("works", "better")),
                Texts(of_aims, ("own_words", "text")),
                Texts(of_reviews, ("evidence",)),
            ]
        )

        DEEDS.update(OWN_DEEDS)
        COLUMNS.update(OWN_COLUMNS)
        HOME_WAITING.append(waiting_for)
        NAVIGATION.append(
            MenuEntry(_("Network card"), "network_card", order=10, covers=("aims", "relations"))
        )
