"""The only place that answers with agreed actions as they are read: the list, one of them, and a file."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from solmu.agreements.access import agreement_for, agreements_for, mine, origins_for
from solmu.agreements.forms.agreeing import FollowForm, LetGoForm
from solmu.agreements.queries.files import ENDINGS, file_of
from solmu.agreements.queries.listing import laid_out, line_of, owners_in
from solmu.lib.fragments import asks_for_part
from solmu.lib.reach import NotReachable
from solmu.networks.access import Entry, enter
from solmu.registry.saving import language

MOST_LATEST = 10


@require_safe
def agreements(request: HttpRequest, slug: str) -> HttpResponse:
    """List what was agreed, past its date first; ``latest`` asks for a few lines, for another page to show."""
    entry, today = enter(request.user, slug), timezone.localdate()
    found, latest = agreements_for(entry), request.GET.get("latest", "")
    if asks_for_part(request.headers) and latest.isdecimal():
        parts = laid_out(found.filter(settled_on=None), {}, on=today)
        lines = parts.open[: min(int(latest), MOST_LATEST)]
        context = {"entry": entry, "lines": lines, "any": bool(lines) or found.exists()}
        return render(request, "agreements/latest.html", context)
    whose, everything = request.GET.get("whose", ""), list(found)
    chosen = found.filter(mine(entry, on=today) if whose == "mine" else _of(whose))
    context = {
        "entry": entry,
        "whose": whose,
        "owners": owners_in(everything),
        "any": bool(everything),
        "parts": laid_out(chosen, {}, on=today),
    }
    return render(request, "agreements/agreements.html", context)


@require_safe
def agreement(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Show one action: who, by when, where it came from and how it has gone."""
    return show(request, enter(request.user, slug), ref)


@require_safe
def agreements_file(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """Give what was agreed as a file for a spreadsheet program."""
    entry, today = enter(request.user, slug), timezone.localdate()
    if ending not in ENDINGS:
        raise NotReachable(ending)
    found = list(agreements_for(entry).prefetch_related("follow_ups"))
    parts = laid_out(found, origins_for(entry, found, on=today), on=today)
    content = file_of([*parts.open, *parts.settled], ending, language())
    response = HttpResponse(content, content_type=ENDINGS[ending])
    name = f"{slugify(entry.network.name) or 'solmu'}-{today:%Y-%m-%d}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def show(
    request: HttpRequest, entry: Entry, ref: str, faulty: FollowForm | LetGoForm | None = None
) -> HttpResponse:
    """Show one action, with a form that was not accepted in its place."""
    action, today = agreement_for(entry, ref), timezone.localdate()
    context = {
        "entry": entry,
        "line": line_of(action, origins_for(entry, [action], on=today), on=today),
        "follow_ups": action.follow_ups.select_related("author"),
        "follow_form": faulty if isinstance(faulty, FollowForm) else FollowForm(),
        "let_go_form": faulty if isinstance(faulty, LetGoForm) else LetGoForm(),
        "form": faulty,
    }
    return render(request, "agreements/agreement.html", context, status=422 if faulty else 200)


def _of(owner: str) -> Q:
    return Q(owner__ref=owner) if owner else Q()
