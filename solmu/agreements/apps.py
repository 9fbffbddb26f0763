"""The agreements slice as a Django application."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AgreementsConfig(AppConfig):
    """Names the slice, and joins lower slices: the menu, the list of changes, what waits at home, one's own data."""

    name = "solmu.agreements"
    label = "agreements"

    def ready(self) -> None:
        """Fill the slots of lower slices."""
        from solmu.agreements.access import waiting_for
        from solmu.agreements.forms.deeds import OWN_COLUMNS, OWN_DEEDS
        from solmu.agreements.queries.holdings import words_of_actions, words_of_follow_ups
        from solmu.networks.slots import HOME_WAITING, NAVIGATION, MenuEntry
        from solmu.registry.slots import COLUMNS, DEEDS, TEXTS, Texts

        TEXTS.append(Texts(words_of_actions, ("what", "by_role", "why")))
        TEXTS.append(Texts(words_of_follow_ups, ("words",)))
        DEEDS.update(OWN_DEEDS)
        COLUMNS.update(OWN_COLUMNS)
        HOME_WAITING.append(waiting_for)
        NAVIGATION.append(MenuEntry(_("Agreed actions"), "agreements", order=60))
        _hold()


def _hold() -> None:
    """Name what is held of a person: what they do or wrote down, and how they told that it goes."""
    from solmu.agreements.models import AgreedAction, FollowUp
    from solmu.agreements.queries.holdings import actions_of, follow_ups_of
    from solmu.people.slots import HOLDINGS, Holding

    HOLDINGS.append(
        Holding(
            AgreedAction,
            _("Agreed actions of yours"),
            actions_of,
            {
                "network": _("Network"),
                "what": _("What is done"),
                "owner": _("Organisation"),
                "member": pgettext_lazy("agreed action", "Who"),
                "by_role": _("By role"),
                "due_on": pgettext_lazy("agreed action", "By"),
                "state": pgettext_lazy("agreed action", "State"),
                "settled_on": pgettext_lazy("agreed action", "Settled"),
                "why": pgettext_lazy("agreed action", "Why"),
                "agreed_at": pgettext_lazy("agreed action", "Agreed"),
            },
            told={"member": lambda action: str(action.member.person) if action.member else ""},
        )
    )
    HOLDINGS.append(
        Holding(
            FollowUp,
            _("What you told of agreed actions"),
            follow_ups_of,
            {
                "action": _("What is done"),
                "words": _("How it was going"),
                "written_at": _("When"),
            },
        )
    )
