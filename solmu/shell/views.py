"""The only place where the shell answers HTTP: front page, guide, statement, choices, health, errors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from solmu.passes.access import client_address, way_back
from solmu.passes.actions import TooManyTries, attempt
from solmu.passes.rules import masked
from solmu.people.actions import change_profile
from solmu.people.models import Person
from solmu.shell.actions import receive_feedback
from solmu.shell.context import THEME_COOKIE
from solmu.shell.forms import FeedbackForm, LanguageForm, ThemeForm
from solmu.shell.queries import Leaf, guide_pages, method_pages, readiness
from solmu.shell.rules import FEEDBACK_PER_ADDRESS

_YEAR = 60 * 60 * 24 * 365


def _person(request: HttpRequest) -> Person | None:
    return request.user if isinstance(request.user, Person) else None


def _keep(person: Person, *, language: str = "", theme: str = "") -> None:
    """Remember the choice for the person's other devices and letters."""
    change_profile(
        person,
        name=person.name,
        language=language or person.language,
        theme=theme or person.theme,
        by=person,
        at=timezone.now(),
    )


def _remember(response: HttpResponse, name: str, value: str) -> None:
    secure = settings.LANGUAGE_COOKIE_SECURE
    response.set_cookie(name, value, max_age=_YEAR, samesite="Lax", secure=secure)


@login_not_required
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Greet those who have not signed in; take the others to their networks."""
    if request.user.is_authenticated:
        return redirect("home")
    return render(request, "shell/front.html")


@login_not_required
@require_GET
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "shell/about.html")


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    form = LanguageForm(request.POST)
    response = redirect(way_back(request, "/"))
    if form.is_valid():
        chosen = form.cleaned_data["language"]
        _remember(response, settings.LANGUAGE_COOKIE_NAME, chosen)
        if person := _person(request):
            _keep(person, language=chosen)
    return response


@login_not_required
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    form = ThemeForm(request.POST)
    response = redirect(way_back(request, "/"))
    if form.is_valid():
        chosen = form.cleaned_data["theme"]
        _remember(response, THEME_COOKIE, chosen)
        if person := _person(request):
            _keep(person, theme=chosen)
    return response


def _leaf(request: HttpRequest, leaves: list[Leaf], slug: str, kind: str) -> HttpResponse:
    """Show one page of the guide or the methods among the others."""
    slugs = [leaf.slug for leaf in leaves]
    if slug not in slugs:
        raise Http404
    place = slugs.index(slug)
    context = {
        "leaf": leaves[place],
        "before": leaves[place - 1] if place else None,
        "after": leaves[place + 1] if place + 1 < len(leaves) else None,
        "guide_pages": guide_pages(get_language() or "fi"),
        "method_pages": method_pages(get_language() or "fi"),
        "kind": kind,
    }
    return render(request, "shell/guide.html", context)


@login_not_required
@require_GET
def guide(request: HttpRequest, page: str = "") -> HttpResponse:
    leaves = guide_pages(get_language() or "fi")
    if not leaves:
        raise Http404
    return _leaf(request, leaves, page or leaves[0].slug, "guide_page")


@login_not_required
@require_GET
def method(request: HttpRequest, code: str) -> HttpResponse:
    return _leaf(request, method_pages(get_language() or "fi"), code, "method_page")


@login_not_required
@require_GET
def api_page(
    request: HttpRequest, addresses: Callable[[], list[tuple[str, object]]]
) -> HttpResponse:
    """Tell how programs read a network, and list the addresses that they ask."""
    context = {"addresses": addresses(), "public_url": settings.PUBLIC_URL}
    return render(request, "shell/api.html", context)


@login_not_required
@require_http_methods(["GET", "POST"])
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the statement that Finnish law asks for, and take feedback on accessibility."""
    form = FeedbackForm(request.POST or None, initial={"page": request.GET.get("page", "")})
    status, at = 200, timezone.now()
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid():
                with attempt((FEEDBACK_PER_ADDRESS, client_address(request)), at=at):
                    _receive(request, form, at)
                return redirect("feedback_received")
        except TooManyTries:
            form.add_error(None, _("Too many tries. Wait a moment."))
            status = 429
    context = {
        "form": form,
        "authority": settings.ACCESSIBILITY_AUTHORITY
        or _("the Finnish Transport and Communications Agency Traficom"),
        "authority_address": settings.ACCESSIBILITY_AUTHORITY_URL
        or _("https://www.webaccessibility.fi"),
    }
    return render(request, "shell/accessibility.html", context, status=status)


def _receive(request: HttpRequest, form: FeedbackForm, at: datetime) -> None:
    language = get_language() or "fi"
    receive_feedback(form.instance, language=language, by=_person(request), at=at)


@login_not_required
@require_GET
def feedback_received(request: HttpRequest) -> HttpResponse:
    return render(request, "shell/feedback_received.html")


@login_not_required
@require_GET
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """Tell that the process answers, asking nothing of anything else."""
    del request
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


@login_not_required
@require_GET
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Tell whether requests may be sent here: 200 when everything is there, 503 when not."""
    del request
    state = readiness()
    return JsonResponse(state, status=200 if all(state.values()) else 503)


@login_not_required
@require_GET
def robots(request: HttpRequest) -> HttpResponse:
    del request
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain; charset=utf-8")


def refusal(request: HttpRequest, status: int, name: str = "") -> HttpResponse:
    """Answer with the page that says what happened and what to do; ``name`` picks its words."""
    context = {"status": status, "refusal": name or str(status), "page": masked(request.path)}
    return render(request, "shell/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what could not be read, or was too big to be read."""
    return refusal(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a member whose role is too small; strangers get ``not_found``."""
    del exception
    return refusal(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer alike for what is missing, foreign and hidden."""
    del exception
    return refusal(request, 404)


def too_large(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a file or a form over the limit."""
    del exception
    return refusal(request, 413)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer somebody who has tried too often."""
    del exception
    return refusal(request, 429)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose page had grown too old."""
    del reason
    return refusal(request, 403, "csrf")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when Solmu itself failed: a page that asks nothing of the database or the session."""
    del request
    return HttpResponse(render_to_string("shell/server_error.html"), status=500)
