"""What has been done in a network, by whom, and taking it back."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from solmu.ledger.actions import OnConflict
from solmu.ledger.models import Act
from solmu.ledger.rules import AlreadyUndone, ChangedSince, Conflict
from solmu.lib.fragments import asks_for_part
from solmu.lib.reach import NotAllowed
from solmu.networks.access import Entry, enter
from solmu.passes.access import way_back
from solmu.registry.access import act_for, acts_for, may_undo
from solmu.registry.actions import changes as taking_back
from solmu.registry.forms import deeds
from solmu.registry.queries.changes import Done, acts_in, people_who_acted, thing_of, told_of
from solmu.registry.views.asking import acting

PAGE = 30
_MOST_CONFLICTS = 50


@require_safe
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """List what has been done; ``latest`` asks for the last few lines, for another page to show."""
    entry = enter(acting(request), slug)
    asked = request.GET
    person = asked.get("person", "")
    kind = asked.get("kind", "") if asked.get("kind") in deeds.KINDS else ""
    found = acts_in(
        acts_for(entry),
        person=int(person) if person.isdecimal() else None,
        verbs=deeds.verbs_of(kind) if kind else None,
    )
    if asks_for_part(request.headers) and asked.get("latest", "").isdecimal():
        lines = _lines(entry, told_of(list(found[: min(int(asked["latest"]), 10)])))
        return render(request, "registry/latest_changes.html", {"entry": entry, "lines": lines})
    page = Paginator(found, PAGE).get_page(asked.get("page"))
    context = {"entry": entry, "page": page, "kind": kind, "person": person, "kinds": deeds.KINDS}
    context |= {
        "lines": _lines(entry, told_of(list(page.object_list))),
        "people": people_who_acted(acts_for(entry)),
    }
    return render(request, "registry/changes.html", context)


@require_POST
def undo_act(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take an act back; when somebody has changed the same since, ask which stays."""
    entry = enter(acting(request), slug, "member")
    act = act_for(entry, pk)
    if not may_undo(entry, act):
        raise NotAllowed
    there = way_back(request, reverse("changes", args=[slug]))
    try:
        undoing = taking_back.undo_act(
            entry.network,
            act,
            by=acting(request),
            at=timezone.now(),
            on_conflict=_on_conflict(request),
        )
    except AlreadyUndone:
        messages.info(request, _("This has been undone already."))
    except ChangedSince as since:
        return _ask(request, entry, act, since, there)
    else:
        redo = reverse("undo_act", args=[slug, undoing.pk]) if undoing else ""
        told = _("Undone: %(what)s") % {"what": deeds.told(act.verb, act.summary)}
        messages.success(request, told, extra_tags=f"undo:{redo}" if redo else "")
    return redirect(there)


def _on_conflict(request: HttpRequest) -> OnConflict:
    choice = request.POST.get("on_conflict", "ask")
    return cast("OnConflict", choice if choice in ("keep", "overwrite") else "ask")


def _ask(
    request: HttpRequest, entry: Entry, act: Act, since: ChangedSince, there: str
) -> HttpResponse:
    seen = [one for one in since.conflicts if deeds.concerns_people(one)]
    context = {
        "entry": entry,
        "act": act,
        "next": there,
        "told": deeds.told(act.verb, act.summary),
        "conflicts": [_said(one) for one in seen[:_MOST_CONFLICTS]],
        "more": max(0, len(seen) - _MOST_CONFLICTS),
    }
    return render(request, "registry/undo_conflict.html", context, status=409)


def _said(conflict: Conflict) -> dict[str, Any]:
    return {
        "thing": thing_of(conflict),
        "field": deeds.conflict_field(conflict),
        "now": deeds.conflict_value(conflict.field, conflict.now),
        "then": deeds.conflict_value(conflict.field, conflict.then),
    }


def _lines(entry: Entry, done: list[Done]) -> list[dict[str, Any]]:
    return [
        {
            "done": one,
            "told": deeds.told(one.act.verb, one.act.summary),
            "details": deeds.details(one.act.verb, one.act.summary),
            "icon": "undo-2" if one.act.verb == "undo" else deeds.deed_of(one.act.verb).icon,
            "may_undo": one.kept and one.act.undone_at is None and may_undo(entry, one.act),
        }
        for one in done
    ]
