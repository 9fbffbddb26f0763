"""The only place that tells in a sentence what was done here: answers, dead ends, capacity, renewals."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from solmu.registry.slots import NETWORK, Deed

OWN_DEEDS: dict[str, Deed] = {
    "diversity.answer": Deed(
        lambda: _("A question of diversity was answered"), NETWORK, "message-circle"
    ),
    "finding.answer": Deed(lambda: _("A finding was answered"), NETWORK, "message-circle"),
    "finding.reopen": Deed(lambda: _("A finding was opened again"), NETWORK),
    "dead_end.report": Deed(lambda: _("A dead end on a path was reported"), NETWORK, "signpost"),
    "dead_end.answer": Deed(lambda: _("A dead end was answered"), NETWORK, "message-circle"),
    "dead_end.remove": Deed(lambda: _("A report of a dead end was removed"), NETWORK, "trash-2"),
    "capacity.assess": Deed(lambda: _("The network’s capacity was assessed"), NETWORK, "gauge"),
    "renewal.raise": Deed(lambda: _("A need to renew was put to: %(actor)s"), NETWORK, "recycle"),
    "renewal.answer": Deed(
        lambda: _("A need to renew was answered: %(actor)s"), NETWORK, "message-circle"
    ),
    "renewal.remove": Deed(lambda: _("A need to renew was removed: %(actor)s"), NETWORK, "trash-2"),
}

OWN_COLUMNS: dict[str, str | Promise] = {
    "state": gettext_lazy("How far it is"),
    "level": gettext_lazy("How much?"),
}
