"""The only place that tells in a sentence what was done to agreed actions."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from solmu.registry.slots import NETWORK, Deed

OWN_DEEDS: dict[str, Deed] = {
    "agreement.agree": Deed(
        lambda: _("An action was agreed, owner: %(actor)s"), NETWORK, "handshake"
    ),
    "agreement.correct": Deed(
        lambda: _("An agreed action was corrected, owner: %(actor)s"), NETWORK
    ),
    "agreement.done": Deed(
        lambda: _("An agreed action is done, owner: %(actor)s"), NETWORK, "check"
    ),
    "agreement.let_go": Deed(
        lambda: _("An agreed action was let go, owner: %(actor)s"), NETWORK, "x"
    ),
    "agreement.reopen": Deed(
        lambda: _("An agreed action was taken up again, owner: %(actor)s"), NETWORK
    ),
    "agreement.follow": Deed(
        lambda: _("An agreed action was followed up, owner: %(actor)s"),
        NETWORK,
        "message-circle",
    ),
    "agreement.remove": Deed(
        lambda: _("An agreed action was removed, owner: %(actor)s"), NETWORK, "trash-2"
    ),
}

OWN_COLUMNS: dict[str, str | Promise] = {
    "what": gettext_lazy("What is done?"),
    "owner_id": gettext_lazy("Which organisation sees to it?"),
    "member_id": gettext_lazy("Who in it?"),
    "by_role": gettext_lazy("Who in it?"),
    "due_on": pgettext_lazy("agreed action", "By which date?"),
    "state": pgettext_lazy("agreed action", "State"),
    "settled_on": pgettext_lazy("agreed action", "State"),
    "why": gettext_lazy("Why is it let go?"),
}
