"""The only place for what every saving of this slice shares: how it is told, undone and kept in a language."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from solmu.networks.access import Entry
from solmu.registry.access import acts_for


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form is given: what was sent, or None when it is only shown."""
    return request.POST if request.method == "POST" else None


def language() -> str:
    """Return the language in which words that are written now are kept."""
    return (get_language() or "fi")[:2]


def tell_saved(request: HttpRequest, entry: Entry, *, at: datetime, text: str = "") -> None:
    """Say that it was saved, with the way to undo it when anything changed."""
    done = acts_for(entry).filter(person_id=entry.membership.person_id, at=at)
    act = done.order_by("-pk").first()
    undo = f"undo:{reverse('undo_act', args=[entry.network.slug, act.pk])}" if act else ""
    messages.success(request, text or _("Saved"), extra_tags=undo)
