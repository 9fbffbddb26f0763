"""The only place where passkeys meet HTTP: adding and removing one's own, and signing in with one."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, cast

from allauth.account.internal.stagekit import clear_login
from allauth.account.models import Login
from allauth.mfa.webauthn.forms import AddWebAuthnForm, LoginWebAuthnForm
from allauth.mfa.webauthn.internal import auth, flows
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from solmu.lib.fragments import asks_for_part
from solmu.passes.access import client_address
from solmu.passes.actions import attempt
from solmu.people.access import passkey_for
from solmu.people.actions import LetterNotSent, add_passkey, remove_passkey, send_letter
from solmu.people.models import Person
from solmu.people.queries import passkeys_of
from solmu.people.rules import WRONG_CODES, browser_of


def _options(options: dict[str, Any]) -> HttpResponse:
    return JsonResponse(options, headers={"Cache-Control": "no-store"})


@require_safe
def passkeys(request: HttpRequest) -> HttpResponse:
    """List one's own passkeys, with a way to add one."""
    mine = passkeys_of(cast("Person", request.user))
    part = asks_for_part(request.headers)
    template = "people/passkeys_list.html" if part else "people/passkeys.html"
    return render(request, template, {"passkeys": mine, "part": part})


@require_safe
def new_passkey_options(request: HttpRequest) -> HttpResponse:
    """Give what a device is asked for when it makes a passkey."""
    return _options(auth.begin_registration(request.user, passwordless=True))


@require_POST
def add_one_passkey(request: HttpRequest) -> HttpResponse:
    """Keep the passkey that a device has made; a letter tells of it, in case it was somebody else's doing."""
    person = cast("Person", request.user)
    name = browser_of(request.headers.get("User-Agent", "")) or _("Passkey")
    data = {**request.POST.dict(), "name": name, "passwordless": True}
    form = AddWebAuthnForm(data, user=person)
    if not form.is_valid():
        messages.error(request, _("The passkey was not added. Try again."))
        return redirect("passkeys")
    add_passkey(person, name, form.cleaned_data["credential"], by=person, at=timezone.now())
    _tell(person, "passkey_added")
    messages.success(request, _("Passkey added. You can sign in with it."))
    return redirect("passkeys")


@require_POST
def remove_one_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove one of one's own passkeys."""
    person = cast("Person", request.user)
    remove_passkey(passkey_for(person, pk), by=person, at=timezone.now())
    _tell(person, "passkey_removed")
    messages.success(request, _("Passkey removed."))
    return redirect("passkeys")


@require_safe
@login_not_required
def passkey_options(request: HttpRequest) -> HttpResponse:
    """Give what a device is asked for when somebody signs in; it is the same for everybody."""
    del request
    return _options(auth.begin_authentication(user=None))


@require_POST
@login_not_required
def passkey_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in whoever holds the passkey; of a wrong one nothing is told."""
    clear_login(request)  # a code asked for before does not stand in the way
    with attempt((WRONG_CODES, client_address(request)), at=timezone.now()) as one:
        form = LoginWebAuthnForm(request.POST)
        key = form.cleaned_data["credential"] if form.is_valid() else None
        if key is None or not key.user.is_active:
            messages.error(request, _("The passkey fails. Sign in with a code."))
            return redirect("account_login")
        one.succeeded()
    login = Login(user=key.user, redirect_url=None)
    return cast("HttpResponse", flows.perform_passwordless_login(request, key, login))


def _tell(person: Person, letter: str) -> None:
    with suppress(LetterNotSent):  # the passkey is there or gone; the letter only says so
        send_letter(f"people/letters/{letter}", to=person.email, language=person.language, words={})
