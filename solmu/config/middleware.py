"""The only place for what happens around every request: its id in the log, its language, whose browser it is, the refusals."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import structlog
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from solmu.lib.reach import NotAllowed, NotReachable
from solmu.passes.actions import TooManyTries
from solmu.people.actions import note_use
from solmu.people.models import Person
from solmu.people.rules import is_noted
from solmu.shell.views import too_many

# Where the public API is: ``config/api.py`` speaks for itself there.
API = "/api/v1/"
Answer = Callable[[HttpRequest], HttpResponse]
# Where a session remembers when its use was noted last.
_NOTED = "noted_at"


class RequestIdMiddleware:
    """Give every request an id that its log lines and its answer carry; never anything of a person."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request_id = uuid.uuid4().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        response = self.get_response(request)
        response["X-Request-Id"] = request_id
        return response


class CookielessMiddleware:
    """Let the public API know no cookies: none is read, and no answer differs by one.

    So a page on another site gets nothing from it by the cookies of whoever opens the page.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(API):
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        response = self.get_response(request)
        response["Vary"] = "Authorization, Accept-Language"
        return response


class LanguageMiddleware:
    """Answer in the person's language, else in the one chosen in this browser, else in Finnish.

    The browser's list of languages is not asked: many computers of Finnish offices ask for English.
    Programs that read the public API say themselves which language they want, and no cookie counts there.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(API):
            return self.get_response(request)
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = getattr(request.user, "language", chosen)
        if language not in dict(settings.LANGUAGES):
            language = settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Cookie",))
        return response


class SignedInMiddleware:
    """Note now and then which browser a person uses, so that they see where they are signed in."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        at = timezone.now()
        if isinstance(request.user, Person) and not is_noted(request.session.get(_NOTED), at=at):
            request.session[_NOTED] = at.timestamp()
            key = request.session.session_key or ""
            note_use(request.user, key, user_agent=request.headers.get("User-Agent", ""), at=at)
        return self.get_response(request)


class RefusalMiddleware:
    """Turn the house's refusals into the error pages that people read."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotReachable):
            raise Http404 from exception
        if isinstance(exception, NotAllowed):
            raise PermissionDenied from exception
        if isinstance(exception, TooManyTries):
            return too_many(request, exception)
        return None
