"""The only place that says at length what helps: for whoever has only the report and has to go on from it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

# By method, as in words.HELP: its first step in a sentence or two.
HOW = {
    "M01": _("Bring those who meet the same young people to one table, and agree who does what."),
    "M05": _("Look together at the aims whose day has passed: keep, change or drop each."),
    "M07": _("Ask both what they get and what they would need. Agree how word comes back."),
    "M09": _("Go through the map together and mend what has changed."),
    "M13": _("Ask them to the next meeting, and draw their own ties with them."),
    "M14": _("Arrange a first meeting: what do we do, and for whom do we call you?"),
    "M15": _("Agree who takes newcomers along, and what they should know first."),
    "M16": _("Agree what is told between meetings, to whom, and who tells it during holidays."),
    "M17": _("Ask the home organisation to say in writing what its messenger may agree on."),
    "M19": _("Name a second messenger beside the first, and let both meet the others."),
    "M30": _("Look for another way past this actor: whom could they call directly?"),
    "M36": _("Agree on one action, its owner, and the day when it is looked at again."),
    "ASK": _("Ask those who have not answered for their own ties, and read the map again."),
}
