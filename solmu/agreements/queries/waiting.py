"""The only place that tells which agreed actions wait for a person at the network's home."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from solmu.agreements.models import AgreedAction
from solmu.agreements.rules import parted, timing
from solmu.networks.slots import WaitingLine


def lines_of(slug: str, actions: Iterable[AgreedAction], *, on: date) -> list[WaitingLine]:
    """Return a line for each action whose date is over or near."""
    found = []
    for action in parted(actions, on=on).open:
        when = timing(action, on=on)
        if when == "ahead":
            continue
        day = date_format(action.due_on, "SHORT_DATE_FORMAT")
        hint = _("Past its date: %(day)s") if when == "overdue" else _("To be done by %(day)s")
        address = reverse("agreement", args=[slug, action.ref])
        found.append(WaitingLine(action.what, hint % {"day": day}, address, "handshake"))
    return found
