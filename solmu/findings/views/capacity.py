"""The only place that answers with a network's collective capacity and with its needs to renew (M08)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from solmu.findings.access import holds_seat_of, may_answer, renewal_for
from solmu.findings.actions import (
    answer_renewal,
    assess_capacity,
    raise_renewal,
    remove_renewal,
)
from solmu.findings.forms.capacity import CapacityForm, RenewalAnswerForm, RenewalForm
from solmu.findings.queries.capacity import (
    capacity_view,
    cells_on,
    in_order_of_waiting,
    renewals_of,
)
from solmu.lib.reach import NotAllowed
from solmu.networks.access import Entry, enter
from solmu.registry.saving import language, posted, tell_saved

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@require_safe
def capacity(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the two by three on two days, and what growth asks to be renewed."""
    entry, today = enter(request.user, slug), timezone.localdate()
    then, now = (_day(request.GET.get(name, "")) for name in ("then", "now"))
    renewals = in_order_of_waiting(renewals_of(entry.network))
    context = {
        "entry": entry,
        "view": capacity_view(entry.network, then, now),
        "renewals": [(one, may_answer(entry, one, on=today)) for one in renewals],
        "today": today,
    }
    return render(request, "findings/capacity.html", context)


@get_or_post
def assess(request: HttpRequest, slug: str) -> HttpResponse:
    """Say how much there is of each square on a day; ``on`` opens a day that was assessed before."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    form = _capacity_form(request, entry, today=timezone.localdate(at))
    if request.method == "POST" and form.is_valid():
        day, person = form.cleaned_data["assessed_on"], entry.membership.person
        assess_capacity(entry.network, form.cells, on=day, language=language(), by=person, at=at)
        tell_saved(request, entry, at=at)
        return redirect("capacity", slug)
    return _form(request, "capacity", {"entry": entry, "form": form})


def _capacity_form(request: HttpRequest, entry: Entry, *, today: date) -> CapacityForm:
    days, on = capacity_view(entry.network).days, _day(request.GET.get("on", ""))
    known = on if on in days else None
    cells = cells_on(entry.network, known) if known else {}
    return CapacityForm(posted(request), today=today, on=known, cells=cells, taken=days)


@get_or_post
def raise_need(request: HttpRequest, slug: str) -> HttpResponse:
    """Put a need to renew a structure to a named organisation."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    today, person = timezone.localdate(at), entry.membership.person
    form = RenewalForm(entry.network, posted(request), today=today)
    if request.method == "POST" and form.is_valid():
        raise_renewal(entry.network, form.words, on=today, language=language(), by=person, at=at)
        tell_saved(request, entry, at=at)
        return redirect("capacity", slug)
    return _form(
        request, "renewal", {"entry": entry, "form": form, "heading": _("A need to renew")}
    )


@get_or_post
def answer(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Answer for the organisation that is asked, or note its answer as a coordinator."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    renewal, today = renewal_for(entry, ref), timezone.localdate(at)
    if not may_answer(entry, renewal, on=today):
        raise NotAllowed(ref)
    noted = not holds_seat_of(entry, renewal, on=today)
    form = RenewalAnswerForm(renewal, posted(request))
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data, "noted": noted, "on": today, "language": language()}
        answer_renewal(renewal, **said, by=entry.membership.person, at=at)
        tell_saved(request, entry, at=at)
        return redirect("capacity", slug)
    heading = _("Answer a need to renew")
    facts = {"entry": entry, "form": form, "renewal": renewal, "noted": noted, "heading": heading}
    return _form(request, "renewal", facts)


def _form(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["form"].errors else 200
    return render(request, f"findings/{name}_form.html", context, status=status)


@require_POST
def remove(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Take a need away; the message leads back."""
    entry, at = enter(request.user, slug, "coordinator"), timezone.now()
    remove_renewal(renewal_for(entry, ref), by=entry.membership.person, at=at)
    tell_saved(request, entry, at=at, text=_("Need removed"))
    return redirect("capacity", slug)
