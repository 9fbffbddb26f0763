"""The only place that tells in a sentence what was done on the card, about a tie's ends, and to aims."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from solmu.registry.slots import NETWORK, TIES, Deed

OWN_DEEDS: dict[str, Deed] = {
    "card.write": Deed(lambda: _("The network card was written"), NETWORK),
    "relation.say": Deed(
        lambda: _("One end told of a tie: %(source)s – %(target)s"), TIES, "message-circle"
    ),
    "aim.choose": Deed(lambda: _("An aim was chosen, owner: %(actor)s"), NETWORK, "plus"),
    "aim.correct": Deed(lambda: _("An aim was corrected, owner: %(actor)s"), NETWORK),
    "aim.review": Deed(
        lambda: _("An aim was reviewed, owner: %(actor)s"), NETWORK, "clipboard-check"
    ),
    "aim.remove": Deed(lambda: _("An aim was removed, owner: %(actor)s"), NETWORK, "trash-2"),
}

OWN_COLUMNS: dict[str, str | Promise] = {
    "purpose": gettext_lazy("What the network is for"),
    "possibility": gettext_lazy("Possibility"),
    "own_words": gettext_lazy("What else?"),
    "owner_id": gettext_lazy("Who sees to it?"),
    "figure": gettext_lazy("Which figure tells of it?"),
    "review_on": pgettext_lazy("an aim", "Reviewed next"),
}
