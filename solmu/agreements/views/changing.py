"""The only place that answers where actions are agreed, corrected, followed, settled and removed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from solmu.agreements.access import agreement_for, origin_for
from solmu.agreements.actions import (
    agree_action,
    correct_action,
    follow_action,
    remove_action,
    reopen_action,
    settle_action,
)
from solmu.agreements.forms.agreeing import AgreeForm, FollowForm, LetGoForm
from solmu.agreements.models import AgreedAction
from solmu.agreements.views.reading import show
from solmu.networks.access import Entry, enter
from solmu.registry.saving import language, posted, tell_saved

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Agree an action; what it comes from stands in the address and is told above the form."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    kind, key = request.GET.get("origin", ""), request.GET.get("key", "")
    origin = origin_for(entry, kind, key, on=timezone.localdate(at))
    form = AgreeForm(entry.network, posted(request), owner=origin.owner if origin else "")
    if request.method == "POST" and form.is_valid():
        action = agree_action(
            entry.network,
            form.words,
            origin=(kind, key) if origin else ("", ""),
            language=language(),
            by=entry.membership.person,
            at=at,
        )
        tell_saved(request, entry, at=at, text=_("Action agreed"))
        return redirect("agreement", slug, action.ref)
    return _form(request, entry, form, _("Agree an action"), origin=origin)


@get_or_post
def edit(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Correct what is said of an action."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    action = agreement_for(entry, ref)
    form = AgreeForm(entry.network, posted(request), action=action)
    if request.method == "POST" and form.is_valid():
        correct_action(action, form.words, by=entry.membership.person, at=at)
        tell_saved(request, entry, at=at)
        return redirect("agreement", slug, ref)
    return _form(request, entry, form, _("Edit the agreed action"), action=action)


@require_POST
def done(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Say that an action is done."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    action, today = agreement_for(entry, ref), timezone.localdate(at)
    person = entry.membership.person
    settle_action(action, AgreedAction.State.DONE, on=today, by=person, at=at)
    tell_saved(request, entry, at=at, text=_("Marked as done"))
    return redirect("agreement", slug, ref)


@require_POST
def let_go(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Say that an action is let go, and why."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    action, form = agreement_for(entry, ref), LetGoForm(request.POST)
    if not form.is_valid():
        return show(request, entry, ref, form)
    why, today = form.cleaned_data["why"], timezone.localdate(at)
    person = entry.membership.person
    settle_action(action, AgreedAction.State.LET_GO, why=why, on=today, by=person, at=at)
    tell_saved(request, entry, at=at)
    return redirect("agreement", slug, ref)


@require_POST
def reopen(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Take a settled action up again."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    reopen_action(agreement_for(entry, ref), by=entry.membership.person, at=at)
    tell_saved(request, entry, at=at)
    return redirect("agreement", slug, ref)


@require_POST
def follow(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Write how an action is going."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    action, form = agreement_for(entry, ref), FollowForm(request.POST)
    if not form.is_valid():
        return show(request, entry, ref, form)
    words, person = form.cleaned_data["words"], entry.membership.person
    follow_action(action, words, language=language(), by=person, at=at)
    tell_saved(request, entry, at=at)
    return redirect("agreement", slug, ref)


@require_POST
def remove(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Take an action away; the message leads back."""
    entry, at = enter(request.user, slug, "coordinator"), timezone.now()
    remove_action(agreement_for(entry, ref), by=entry.membership.person, at=at)
    tell_saved(request, entry, at=at, text=_("Agreed action removed"))
    return redirect("agreements", slug)


def _form(
    request: HttpRequest, entry: Entry, form: AgreeForm, heading: str, **more: object
) -> HttpResponse:
    context = {"entry": entry, "form": form, "heading": heading, **more}
    return render(request, "agreements/agree.html", context, status=422 if form.errors else 200)
