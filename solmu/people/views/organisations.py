"""The only place where signing in with an organisation's account meets HTTP: there, back, joined and taken away."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import Any, cast

from allauth.account.internal.stagekit import clear_login
from allauth.account.utils import perform_login
from allauth.socialaccount.models import SocialApp
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from solmu.lib.fragments import asks_for_part
from solmu.lib.reach import NotReachable
from solmu.passes.access import client_address, way_back
from solmu.passes.actions import attempt, forgive, spend
from solmu.people.access import organisation_account_for
from solmu.people.actions import (
    JoinedElsewhere,
    LetterNotSent,
    join_organisation_account,
    note_organisation_sign_in,
    remove_organisation_account,
    send_letter,
)
from solmu.people.adapter import OrganisationAdapter
from solmu.people.adapter.organisations import (
    NotProven,
    OrganisationDown,
    OrganisationProvider,
    Proven,
)
from solmu.people.models import Person
from solmu.people.queries import (
    organisation_account,
    organisation_accounts_of,
    organisation_name,
    organisations,
    person_with,
)
from solmu.people.rules import BEGUN_WAYS, WRONG_RETURNS

_log = logging.getLogger(__name__)
_STATUS = {"down": 503, "cancelled": 200, "failed": 400, "unproven": 403, "unknown": 403}


def may_lead_to_organisations(response: HttpResponse) -> HttpResponse:
    """Let a page's forms end at the named organisations: browsers look at where a form's answer sends on, too."""
    origins = {origin for one in organisations() for origin in one["settings"]["origins"]}
    if origins:
        update = {"form-action": sorted(origins)}
        cast("Any", response)._csp_update = update  # noqa: SLF001 - what csp_update() sets, once it is known
    return response


def _provider(request: HttpRequest, key: str) -> OrganisationProvider:
    try:
        return OrganisationAdapter(request).get_provider(request, key)
    except SocialApp.DoesNotExist as unknown:
        raise NotReachable(key) from unknown


def _stopped(request: HttpRequest, provider: OrganisationProvider, why: str) -> HttpResponse:
    """Say plainly why nobody was signed in, and what to do."""
    context = {"why": why, "organisation": provider.name}
    return render(request, "people/organisation_stopped.html", context, status=_STATUS[why])


@require_POST
@login_not_required
def leave_for_organisation(request: HttpRequest, provider: str) -> HttpResponse:
    """Send somebody to an organisation's sign-in; who is signed in already joins its account to theirs."""
    there = _provider(request, provider)
    spend((BEGUN_WAYS, client_address(request)), at=timezone.now())
    try:
        address = there.send(
            process="connect" if request.user.is_authenticated else "login",
            next_url=way_back(request, "") or None,
            person_id=request.user.pk,
        )
    except OrganisationDown as down:
        _log.warning("The sign-in of %s is not to be had: %s", provider, down)
        return _stopped(request, there, "down")
    return redirect(address)


@require_safe
@never_cache
@login_not_required
def return_from_organisation(request: HttpRequest, provider: str) -> HttpResponse:
    """Take in whoever comes back, when the organisation has proven who they are."""
    there, address, at = _provider(request, provider), client_address(request), timezone.now()
    with attempt((WRONG_RETURNS, address), at=at) as one:
        state = there.recall(request.GET.get("state", ""))
        if state is not None and request.GET.get("error") == "access_denied":
            one.succeeded()
            return _stopped(request, there, "cancelled")
        if state is None or not request.GET.get("code") or not _is_same(request, state):
            return _stopped(request, there, "failed")
        try:
            proven = there.prove(request.GET["code"], state)
        except (NotProven, OrganisationDown) as fault:
            _log.warning("The sign-in of %s proved nobody: %s", provider, fault)
            return _stopped(
                request, there, "down" if isinstance(fault, OrganisationDown) else "failed"
            )
        one.succeeded()
    forgive((BEGUN_WAYS, address), at=at)
    if state["process"] == "connect":
        return _join(request, there, proven)
    return _sign_in(request, there, proven, state.get("next"))


def _is_same(request: HttpRequest, state: dict[str, Any]) -> bool:
    """Tell whether whoever comes back is who went."""
    return bool(state["data"]["person"] == request.user.pk)


def _join(request: HttpRequest, there: OrganisationProvider, proven: Proven) -> HttpResponse:
    """Join the organisation's account to the person who is signed in."""
    person = cast("Person", request.user)
    try:
        if _joined(person, there, proven):
            messages.success(
                request, _("Joined. You can sign in with it: %(name)s") % {"name": there.name}
            )
    except JoinedElsewhere:
        messages.error(request, _("This account signs somebody else in already."))
    return redirect("organisation_accounts")


def _sign_in(
    request: HttpRequest, there: OrganisationProvider, proven: Proven, next_url: str | None
) -> HttpResponse:
    """Sign in whose account it is, or whose mailbox the organisation vouches for; nobody gets a new account."""
    account = organisation_account(there.sub_id, proven.uid)
    if account is None and not proven.email:
        return _stopped(request, there, "unproven")
    person = account.user if account else person_with(proven.email)
    if person is None or not person.is_active:
        return _stopped(request, there, "unknown")
    if account is None:
        _joined(person, there, proven)
    else:
        note_organisation_sign_in(account)
    clear_login(request)  # a code asked for before does not stand in the way
    return cast(
        "HttpResponse",
        perform_login(request, person, email_verification="none", redirect_url=next_url),
    )


def _joined(person: Person, there: OrganisationProvider, proven: Proven) -> bool:
    """Join an account and tell of it by a letter, in case it was somebody else's doing."""
    at = timezone.now()
    is_new = join_organisation_account(person, there.sub_id, proven.uid, by=person, at=at)
    if is_new:
        _tell(person, "organisation_joined", there.name)
    return is_new


@require_safe
def organisation_accounts(request: HttpRequest) -> HttpResponse:
    """List the organisations' accounts that sign the reader in, with the ways to join one."""
    person, part = cast("Person", request.user), asks_for_part(request.headers)
    mine = [(one, organisation_name(one.provider)) for one in organisation_accounts_of(person)]
    template = "people/organisations_list.html" if part else "people/organisations.html"
    context = {"accounts": mine, "organisations": organisations(), "part": part}
    return may_lead_to_organisations(render(request, template, context))


@require_POST
def remove_one_organisation_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one of one's own away; the e-mailed code is always left."""
    person = cast("Person", request.user)
    account = organisation_account_for(person, pk)
    name = organisation_name(account.provider)
    remove_organisation_account(account, by=person, at=timezone.now())
    _tell(person, "organisation_removed", name)
    messages.success(request, _("Taken away: %(name)s") % {"name": name})
    return redirect("organisation_accounts")


def _tell(person: Person, letter: str, name: str) -> None:
    with suppress(LetterNotSent):  # it is joined or gone; the letter only says so
        send_letter(
            f"people/letters/{letter}",
            to=person.email,
            language=person.language,
            words={"organisation": name},
        )
