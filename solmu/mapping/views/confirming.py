"""The only place where an actor is asked whether its contacts are right, and answers without an account."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from solmu.mapping.forms.confirming import CorrectionForm
from solmu.networks.access import Entry, enter
from solmu.networks.rules import WRONG_LINKS
from solmu.passes.access import behind_link, client_address, way_back
from solmu.passes.actions import TooManyTries, attempt
from solmu.passes.queries import PassRefused
from solmu.people.actions import LetterNotSent
from solmu.registry.access import actor_for, asked_contacts_for, visibilities_for
from solmu.registry.actions.confirming import (
    AskedLately,
    NobodyToAsk,
    ask_to_confirm,
    confirm_by_link,
    correct_by_link,
)
from solmu.registry.models import Actor
from solmu.registry.queries.confirming import AskedContacts


@require_POST
def ask(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Write to an actor with a link to its contacts and services."""
    entry = enter(request.user, slug, "member")
    actor = actor_for(entry, ref)
    refusal = _refusal(entry, actor)
    if refusal:
        messages.error(request, refusal)
    else:
        messages.success(request, _("Asked by e-mail: %(a)s") % {"a": actor.label})
    return redirect(way_back(request, reverse("actor_card", args=[slug, ref])))


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@behind_link
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the link opens; on POST, keep the answer."""
    at = timezone.now()
    try:
        with attempt((WRONG_LINKS, client_address(request)), at=at) as one:
            asked = asked_contacts_for(token, at=at)
            one.succeeded()
        if not request.user.is_authenticated:
            _speak_to_asked(request, asked)
        return _answer(request, asked, token)
    except PassRefused as refusal:
        return render(request, "mapping/confirm_over.html", {"over": refusal}, status=410)
    except TooManyTries as refusal:
        context = {"refusal": _too_many(refusal.minutes)}
        return render(request, "mapping/confirm_over.html", context, status=429)


def _answer(request: HttpRequest, asked: AskedContacts, token: str) -> HttpResponse:
    at, corrects = timezone.now(), request.POST.get("answer") == "correct"
    sent = request.POST if corrects else None
    form = CorrectionForm(sent, contacts=asked.contacts, services=asked.services)
    if request.method == "POST" and not corrects:
        confirm_by_link(asked, token, at=at)
        return render(request, "mapping/confirm_thanks.html", {"asked": asked})
    if corrects and form.is_valid():
        correct_by_link(asked, token, form.correction(), at=at)
        return render(request, "mapping/confirm_thanks.html", {"asked": asked, "corrected": True})
    context = {"asked": asked, "form": form}
    return render(request, "mapping/confirm.html", context, status=422 if corrects else 200)


def _speak_to_asked(request: HttpRequest, asked: AskedContacts) -> None:
    """Answer in the letter's language, unless the reader has chosen one."""
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(asked.language)


def _refusal(entry: Entry, actor: Actor) -> str:
    """Ask, and return why that was not done; nothing when it was."""
    try:
        ask_to_confirm(
            actor,
            seen=visibilities_for(entry),
            is_urgent=entry.may_coordinate,
            language=get_language() or settings.LANGUAGE_CODE,
            by=entry.membership.person,
            at=timezone.now(),
        )
    except NobodyToAsk:
        return _("There is no e-mail to ask by. Add one to the contacts first.")
    except AskedLately as lately:
        day = date_format(timezone.localtime(lately.asked_at), "SHORT_DATE_FORMAT")
        return _("Asked already on %(day)s. Wait two weeks, or ask a coordinator.") % {"day": day}
    except LetterNotSent:
        return _("The e-mail was not sent. Check the address and try again later.")
    except TooManyTries as tries:
        return _too_many(tries.minutes)
    return ""


def _too_many(minutes: int) -> str:
    words = ngettext(
        "Too many tries. Wait a minute.", "Too many tries. Wait %(minutes)s minutes.", minutes
    )
    return words % {"minutes": minutes}
