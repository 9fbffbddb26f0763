"""The only place where what is kept of oneself meets HTTP: my data, where one is signed in, erasing."""

from __future__ import annotations

from contextlib import suppress
from typing import cast

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from solmu.lib.fragments import asks_for_part
from solmu.people.access import signed_in_for
from solmu.people.actions import (
    LetterNotSent,
    StillNeeded,
    end_session,
    erase_account,
    fates_of,
    send_letter,
    sign_out_elsewhere,
)
from solmu.people.forms import ErasureForm
from solmu.people.models import Person
from solmu.people.queries import my_data, my_data_file, signed_in_of
from solmu.people.rules import SIGNED_IN_AT, is_fresh


def _person(request: HttpRequest) -> Person:
    return cast("Person", request.user)


@require_safe
def show_my_data(request: HttpRequest) -> HttpResponse:
    """Show everything that is kept of the reader, as the privacy registry names it."""
    return render(request, "people/my_data.html", {"held": my_data(_person(request))})


@require_safe
def download_my_data(request: HttpRequest) -> HttpResponse:
    """Give the same as a file that a machine can read."""
    data = my_data_file(_person(request), at=timezone.now())
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="solmu-my-data.json"'
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def erase_my_account(request: HttpRequest) -> HttpResponse:
    """Tell what goes, what stays and why; erase when a fresh sign-in has typed the own address."""
    person = _person(request)
    fresh = is_fresh(request.session.get(SIGNED_IN_AT), at=timezone.now())
    form = ErasureForm(request.POST if fresh and request.POST else None, person=person)
    if form.is_bound and form.is_valid():
        email, language, at = person.email, person.language, timezone.now()
        try:
            erase_account(person, by=person, at=at)
        except StillNeeded:
            return redirect("erase_account")
        logout(request)
        with suppress(LetterNotSent):  # the account is gone; the letter only says so
            send_letter("people/letters/erased", to=email, language=language, words={"at": at})
        messages.success(request, _("Your account has been erased."))
        return redirect("front")
    fates = fates_of(person)
    stopped = any(one.kind == "stops" for one in fates)
    context = {"form": form, "fates": fates, "stopped": stopped, "fresh": fresh}
    return render(request, "people/erase.html", context, status=422 if request.POST else 200)


@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """List the browsers that the reader is signed in with."""
    mine = signed_in_of(_person(request), at=timezone.now())
    part = asks_for_part(request.headers)
    template = "people/sessions_list.html" if part else "people/sessions.html"
    return render(
        request, template, {"sessions": mine, "current": request.session.session_key, "part": part}
    )


@require_POST
def sign_out_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign the reader out of one browser."""
    end_session(signed_in_for(_person(request), pk))
    messages.success(request, _("Signed out there."))
    return redirect("sessions")


@require_POST
def sign_out_others(request: HttpRequest) -> HttpResponse:
    """Sign the reader out everywhere but here."""
    count = sign_out_elsewhere(_person(request), request.session.session_key or "")
    words = ngettext("Signed out of %(n)s browser.", "Signed out of %(n)s browsers.", count)
    messages.success(request, words % {"n": count})
    return redirect("sessions")
