"""The only place for what every act on the map shares: whose words it is, and how it answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from solmu.lib.fragments import asks_for_part
from solmu.networks.access import Entry
from solmu.passes.access import way_back
from solmu.registry.actions.perspectives import own_perspective
from solmu.registry.models import Perspective
from solmu.registry.saving import tell_saved, undo_address


def own_words(entry: Entry, at: datetime) -> Perspective:
    """Return the perspective that the acting person's words go to; it opens when they first speak."""
    title = _("Coordinator’s reading") if entry.may_coordinate else str(entry.membership.person)
    return own_perspective(entry.membership, title=title, at=at)


def is_row(request: HttpRequest) -> bool:
    """Tell whether the part is to open under a table's row; otherwise it is a dialog."""
    return asks_for_part(request.headers) and request.GET.get("in") == "row"


def answer_saved(
    request: HttpRequest, entry: Entry, text: str, *, at: datetime, then: str
) -> HttpResponse:
    """Say that it was saved, with the way to undo it; go back, or let the open page bring its news."""
    if asks_for_part(request.headers):
        here = urlsplit(request.headers.get("HX-Current-URL", ""))
        context = {
            "text": text,
            "undo": undo_address(entry, at),
            "next": here._replace(scheme="", netloc="").geturl(),
        }
        response = render(request, "mapping/saved.html", context)
        response["HX-Trigger"] = "solmu:changed"
        return response
    tell_saved(request, entry, at=at, text=text)
    return redirect(way_back(request, then))


def answer(
    request: HttpRequest, entry: Entry, template: str, context: dict[str, Any], *, then: str
) -> HttpResponse:
    """Answer with a form: a page of its own, a dialog, or under its row; 422 while it has faults."""
    shape = "row" if is_row(request) else "dialog" if asks_for_part(request.headers) else "page"
    form = context.get("form")
    if form is not None and shape != "page":
        # Two forms may be open at once, one under its row and one in a dialog.
        for part in (form, *getattr(form, "contacts", ())):
            part.auto_id = f"{shape}_%s"
    faulty = bool(form is not None and form.errors) or bool(context.get("doubles"))
    frame = {
        "entry": entry,
        "back": way_back(request, then),
        "action": request.get_full_path(),
        "shape": shape,
        "frame": f"mapping/form_{shape}.html",
    }
    return render(request, template, {**frame, **context}, status=422 if faulty else 200)
