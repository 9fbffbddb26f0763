"""The only place for what every saving in a network's pages shares: what a form is given, how it is told and undone."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from solmu.ledger.models import Act
from solmu.networks.access import Entry
from solmu.registry.access import acts_for


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form is given: what was sent, also when that is nothing, or None when it is only shown."""
    return request.POST if request.method == "POST" else None


def language() -> str:
    """Return the language in which words that are written now are kept."""
    return (get_language() or "fi")[:2]


def act_done(entry: Entry, at: datetime) -> Act | None:
    """Return the act that the person has just done; nothing when it changed nothing."""
    done = acts_for(entry).filter(person_id=entry.membership.person_id, at=at)
    return done.order_by("-pk").first()


def undo_address(entry: Entry, at: datetime) -> str:
    """Return where the act just done is undone; nothing when it changed nothing."""
    act = act_done(entry, at)
    return reverse("undo_act", args=[entry.network.slug, act.pk]) if act else ""


def tell_saved(request: HttpRequest, entry: Entry, *, at: datetime, text: str = "") -> None:
    """Say that it was saved, with the way to undo it when anything changed."""
    undo = undo_address(entry, at)
    messages.success(request, text or _("Saved"), extra_tags=f"undo:{undo}" if undo else "")
