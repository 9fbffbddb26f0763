"""The only place where networks, members and invitations meet HTTP."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from solmu.lib.fragments import asks_for_part
from solmu.networks.access import (
    Entry,
    Invitation,
    enter,
    invitation_for,
    invitation_of,
    member_of,
    networks_for,
    read_token_of,
)
from solmu.networks.actions import (
    AlreadyGiven,
    AlreadyMember,
    LastCoordinator,
    change_role,
    end_membership,
    found_network,
    give_read_token,
    invite,
    join,
    revoke_invitation,
    revoke_read_token,
    set_up_network,
)
from solmu.networks.forms import (
    InvitationForm,
    JoinForm,
    NetworkForm,
    NewNetworkForm,
    ReadTokenForm,
    RoleForm,
)
from solmu.networks.models import Network
from solmu.networks.queries import last_given, members_of, memberships_of, open_invitations
from solmu.networks.queries import read_tokens as tokens_of
from solmu.networks.rules import WRONG_LINKS
from solmu.passes.access import behind_link, client_address
from solmu.passes.actions import TooManyTries, attempt
from solmu.passes.queries import PassRefused
from solmu.people.actions import LetterNotSent, begin_session
from solmu.people.models import Person

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def _person(request: HttpRequest) -> Person:
    return cast("Person", request.user)


def _too_many(minutes: int) -> str:
    words = ngettext(
        "Too many tries. Wait a minute.", "Too many tries. Wait %(minutes)s minutes.", minutes
    )
    return words % {"minutes": minutes}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Take a person to their network, or to the list when it is not one."""
    mine = list(networks_for(_person(request))[:2])
    return redirect("network", mine[0].slug) if len(mine) == 1 else redirect("networks")


@require_safe
def networks(request: HttpRequest) -> HttpResponse:
    mine = memberships_of(_person(request))
    part = asks_for_part(request.headers)
    template = "networks/my_networks.html" if part else "networks/networks.html"
    return render(request, template, {"memberships": mine})


@get_or_post
def new_network(request: HttpRequest) -> HttpResponse:
    form = NewNetworkForm(request.POST or None, initial={"kind": "guidance_and_service_network"})
    if request.method == "POST" and form.is_valid():
        network = found_network(
            form.cleaned_data["name"],
            kind=form.cleaned_data["kind"],
            purpose=form.cleaned_data["purpose"],
            areas=form.areas,
            by=_person(request),
            at=timezone.now(),
        )
        return redirect("network", network.slug)
    status = 422 if form.is_bound else 200
    return render(request, "networks/new_network.html", {"form": form}, status=status)


@get_or_post
def network_settings(request: HttpRequest, slug: str) -> HttpResponse:
    entry = enter(_person(request), slug, "coordinator")
    form = NetworkForm(request.POST or None, network=entry.network)
    if request.method == "POST" and form.is_valid():
        set_up_network(
            entry.network,
            form.values,
            areas=form.areas,
            own_areas=form.own_areas,
            by=_person(request),
            at=timezone.now(),
        )
        messages.success(request, _("Saved"))
        return redirect("network_settings", slug)
    context = {"entry": entry, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "networks/settings.html", context, status=status)


@require_safe
def members(request: HttpRequest, slug: str) -> HttpResponse:
    return _members(request, enter(_person(request), slug), InvitationForm())


def _members(
    request: HttpRequest, entry: Entry, form: InvitationForm, status: int = 200
) -> HttpResponse:
    context = {
        "entry": entry,
        "form": form,
        "members": [
            (one, RoleForm(initial={"role": one.role}, prefix=f"m{one.pk}"))
            for one in members_of(entry.network)
        ],
        "invitations": open_invitations(entry.network, at=timezone.now())
        if entry.may_coordinate
        else [],
    }
    return render(request, "networks/members.html", context, status=status)


@require_POST
def give_role(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    entry = enter(_person(request), slug, "coordinator")
    membership = member_of(entry, pk)
    form = RoleForm(request.POST, prefix=f"m{pk}")
    try:
        if form.is_valid():
            change_role(
                membership, form.cleaned_data["role"], by=_person(request), at=timezone.now()
            )
            messages.success(request, _("Saved"))
    except LastCoordinator:
        messages.error(
            request, _("A network needs a coordinator. Give the role to somebody first.")
        )
    return redirect("members", slug)


@require_POST
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    entry = enter(_person(request), slug, "coordinator")
    return _end(request, entry, pk, redirect("members", slug))


@require_POST
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    entry = enter(_person(request), slug)
    return _end(request, entry, entry.membership.pk, redirect("networks"))


def _end(request: HttpRequest, entry: Entry, pk: int, after: HttpResponse) -> HttpResponse:
    membership, person = member_of(entry, pk), _person(request)
    try:
        end_membership(membership, by=person, at=timezone.now())
    except LastCoordinator:
        messages.error(
            request, _("A network needs a coordinator. Give the role to somebody first.")
        )
        return redirect("members", entry.network.slug)
    if membership.person == person:
        messages.success(
            request, _("You left the network: %(network)s") % {"network": entry.network}
        )
        return redirect("networks")
    messages.success(request, _("No longer a member: %(name)s") % {"name": membership.person})
    return after


@get_or_post
def invitations(request: HttpRequest, slug: str) -> HttpResponse:
    """Invite by e-mail; the form stands on the members' page."""
    entry = enter(_person(request), slug, "coordinator")
    if request.method != "POST":
        return redirect("members", slug)
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return _members(request, entry, form, 422)
    try:
        invite(**form.cleaned_data, network=entry.network, by=_person(request), at=timezone.now())
    except AlreadyMember:
        form.add_error("email", _("Already a member. No invitation is needed."))
        return _members(request, entry, form, 422)
    except LetterNotSent:
        form.add_error(None, _("The e-mail was not sent. Check the address and try again later."))
        return _members(request, entry, form, 503)
    except TooManyTries as refusal:
        form.add_error(None, _too_many(refusal.minutes))
        return _members(request, entry, form, 429)
    messages.success(request, _("Invited: %(email)s") % {"email": form.cleaned_data["email"]})
    return redirect("members", slug)


@require_POST
def revoke(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    entry, at = enter(_person(request), slug, "coordinator"), timezone.now()
    revoke_invitation(invitation_of(entry, pk, at=at), by=_person(request), at=at)
    messages.success(request, _("The invitation no longer works."))
    return redirect("members", slug)


@get_or_post
@never_cache
def read_tokens(request: HttpRequest, slug: str) -> HttpResponse:
    """List the tokens with which programs read; a new one is shown in the answer to its form, and never again."""
    entry, at = enter(_person(request), slug, "coordinator"), timezone.now()
    form, token = ReadTokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            token = _give_token(request, entry.network, form.cleaned_data, at)
        except AlreadyGiven:
            told = _(
                "The token was given already. It is shown only once; if you did not copy it, take it back and give another."
            )
            messages.error(request, told)
            return redirect("read_tokens", slug)
        form = ReadTokenForm()
    context = {
        "entry": entry,
        "form": form,
        "token": token,
        "address": f"{settings.PUBLIC_URL}/api/v1/networks/{slug}",
        "tokens": tokens_of(entry.network, at=at),
        "given": last_given(entry.network, _person(request)),
    }
    status = 422 if form.is_bound else 200
    return render(request, "networks/read_tokens.html", context, status=status)


def _give_token(request: HttpRequest, network: Network, words: dict[str, Any], at: datetime) -> str:
    """Give what the form asks for, unless the same form has given it already."""
    return give_read_token(
        network,
        words["name"],
        words["parts"],
        lasts=timedelta(days=words["days"]),
        by=_person(request),
        at=at,
        after=request.POST.get("given", ""),
    )


@require_POST
def revoke_token(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    entry, at = enter(_person(request), slug, "coordinator"), timezone.now()
    revoke_read_token(read_token_of(entry, pk, at=at), by=_person(request), at=at)
    messages.success(request, _("The token no longer reads anything."))
    return redirect("read_tokens", slug)


@get_or_post
@login_not_required
@behind_link
def join_network(request: HttpRequest, token: str) -> HttpResponse:
    """Show what an invitation opens; on POST, join."""
    at = timezone.now()
    try:
        with attempt((WRONG_LINKS, client_address(request)), at=at) as one:
            invitation = invitation_for(token, at=at)
            one.succeeded()
            _speak_to_invited(request, invitation)
    except PassRefused as refusal:
        return render(request, "networks/link_over.html", {"over": refusal}, status=410)
    except TooManyTries as refusal:
        words = _too_many(refusal.minutes)
        return render(request, "networks/link_over.html", {"refusal": words}, status=429)
    if invitation.person and not invitation.is_for(request.user):
        return _sign_in_first(request, token, invitation)
    form = JoinForm(request.POST or None) if invitation.person is None else None
    if request.method == "POST" and (form is None or form.is_valid()):
        return _join(request, token, form.cleaned_data["name"] if form else "")
    context = {"invitation": invitation, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "networks/join.html", context, status=status)


def _speak_to_invited(request: HttpRequest, invitation: Invitation) -> None:
    """Answer in the letter's language, unless the reader has chosen one."""
    if not request.user.is_authenticated and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(invitation.language)


def _sign_in_first(request: HttpRequest, token: str, invitation: Invitation) -> HttpResponse:
    """Ask for the account's own code: a link may be passed on, and would open all its networks."""
    if request.method != "POST":
        context = {"invitation": invitation, "has_account": True}
        return render(request, "networks/join.html", context)
    logout(request)
    query = urlencode({REDIRECT_FIELD_NAME: reverse("join", args=[token])})
    return redirect(f"{reverse('account_login')}?{query}")


def _join(request: HttpRequest, token: str, name: str) -> HttpResponse:
    language = get_language() or settings.LANGUAGE_CODE
    person, network = join(token, name=name, language=language, at=timezone.now())
    if request.user != person:
        begin_session(request, person, at=timezone.now())
    return redirect("network", network.slug) if network else redirect("networks")
