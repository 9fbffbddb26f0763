"""The only place where signing in, signing out and one's own profile meet HTTP."""

from __future__ import annotations

from typing import Any, cast

from allauth.account.internal.stagekit import clear_login
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from solmu.lib.reach import NotReachable
from solmu.passes.access import client_address, way_back
from solmu.passes.actions import TooManyTries, attempt, forgive
from solmu.people.access import cast_member, demo_is_open
from solmu.people.actions import begin_session, change_profile, choose_language
from solmu.people.forms import CodeForm, EmailForm, ProfileForm
from solmu.people.models import Person
from solmu.people.queries import DEMO_CAST, organisations
from solmu.people.rules import CODES_PER_MAILBOX, THEME_COOKIE, UNUSED_CODES, WRONG_CODES
from solmu.people.slots import PROFILE_SECTIONS
from solmu.people.views.organisations import may_lead_to_organisations


class SignInView(RequestLoginCodeView):  # type: ignore[misc]
    """Asks for the mailbox and sends the code: the same answer and one letter, known or unknown."""

    form_class = EmailForm
    template_name = "people/sign_in.html"

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> None:
        del stage
        clear_login(request)  # asking anew, perhaps with another address, is always allowed

    def get_context_data(self, **words: Any) -> dict[str, Any]:
        return {**super().get_context_data(**words), "organisations": organisations()}

    def render_to_response(self, context: dict[str, Any], **words: Any) -> HttpResponse:
        return may_lead_to_organisations(super().render_to_response(context, **words))

    def form_valid(self, form: EmailForm) -> HttpResponse:
        mailbox = form.cleaned_data["email"]
        counted = (UNUSED_CODES, client_address(self.request)), (CODES_PER_MAILBOX, mailbox)
        try:
            with attempt(*counted, at=timezone.now()):
                return super().form_valid(form)  # type: ignore[no-any-return]
        except TooManyTries as refusal:
            return _too_many(self, form, refusal)

    def form_invalid(self, form: EmailForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


class EnterCodeView(ConfirmLoginCodeView):  # type: ignore[misc]
    """Takes the code and signs in."""

    form_class = CodeForm
    template_name = "people/enter_code.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        at, address = timezone.now(), client_address(request)
        try:
            with attempt((WRONG_CODES, address), at=at) as one:
                response = super().post(request, *args, **kwargs)
                if request.user.is_authenticated:
                    one.succeeded()
                    forgive((UNUSED_CODES, address), (CODES_PER_MAILBOX, request.user.email), at=at)
                return response  # type: ignore[no-any-return]
        except TooManyTries as refusal:
            return _too_many(self, self.get_form(), refusal)

    def form_valid(self, form: Any) -> HttpResponse:
        return _in_own_language(super().form_valid(form), self.request)

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        if response.status_code == 200:
            response.status_code = 422
        else:
            messages.error(self.request, _("The code failed too often. Ask for a new one."))
        return response


def _too_many(view: Any, form: Any, refusal: TooManyTries) -> HttpResponse:
    words = ngettext(
        "Too many tries. Wait a minute.",
        "Too many tries. Wait %(minutes)s minutes.",
        refusal.minutes,
    ) % {"minutes": refusal.minutes}
    context = view.get_context_data(form=form, refusal=words)
    response: HttpResponse = view.render_to_response(context, status=429)
    response["Retry-After"] = str(refusal.minutes * 60)
    return response


def _in_own_language(response: HttpResponse, request: HttpRequest) -> HttpResponse:
    """Show the pages in the person's language, unless another one was chosen here."""
    if request.user.is_authenticated and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        _keep(response, settings.LANGUAGE_COOKIE_NAME, request.user.language)
    return response


def _keep(response: HttpResponse, name: str, chosen: str) -> None:
    response.set_cookie(
        name,
        chosen,
        max_age=settings.SESSION_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite="Lax",
    )


sign_in = SignInView.as_view()
enter_code = EnterCodeView.as_view()


@require_safe
@login_not_required
def no_account(request: HttpRequest) -> HttpResponse:
    """Tell how one gets an account: by invitation only."""
    return render(request, "people/no_account.html")


@require_POST
@login_not_required
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("home")


@require_POST
def sign_in_again(request: HttpRequest) -> HttpResponse:
    """Sign out, in again, and on to where that was asked: an open session alone might be somebody else's."""
    there = way_back(request, reverse("profile"))
    logout(request)
    return redirect(f"{reverse('account_login')}?{urlencode({REDIRECT_FIELD_NAME: there})}")


def profile(request: HttpRequest) -> HttpResponse:
    person = cast("Person", request.user)
    initial = {"name": person.name, "language": person.language, "theme": person.theme}
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        change_profile(person, **form.cleaned_data, by=person, at=timezone.now())
        with translation.override(person.language):
            messages.success(request, _("Saved"))
        response = redirect("profile")
        _keep(response, settings.LANGUAGE_COOKIE_NAME, person.language)
        _keep(response, THEME_COOKIE, person.theme)
        return response
    status = 422 if form.is_bound else 200
    context = {"form": form, "sections": [one for one in PROFILE_SECTIONS if one.offered()]}
    return render(request, "people/profile.html", context, status=status)


@require_safe
@login_not_required
def demo_cast(request: HttpRequest) -> HttpResponse:
    if not demo_is_open(request):
        raise NotReachable
    return render(request, "people/demo_cast.html", {"cast": DEMO_CAST})


@require_POST
@login_not_required
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    person = cast_member(request, request.POST.get("who", ""))
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if language in Person.Language.values:  # a visitor who has chosen one goes on in it
        choose_language(person, language, by=person, at=timezone.now())
    begin_session(request, person, at=timezone.now())
    return redirect("home")
