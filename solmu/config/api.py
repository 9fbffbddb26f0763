"""The only place where the slices' parts of the public API are gathered, and its answers given one dress."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, include, path, re_path
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from solmu.analysis.api import router as ties
from solmu.config.problems import PROBLEM, document_problems
from solmu.lib.reach import NotAllowed, NotReachable
from solmu.mapping.api import router as coverage
from solmu.networks.api import etag_of, only_known_words, unless_known
from solmu.networks.api import router as network
from solmu.networks.models import ReadPart
from solmu.passes.actions import TooManyTries
from solmu.passes.queries import PassRefused, PassUnknown
from solmu.registry.api.actors import router as actors
from solmu.registry.api.search import router as search
from solmu.registry.api.services import router as services
from solmu.shell.views import api_page

ROOT = "/api/v1/"
View = Callable[..., HttpResponse]
_log = logging.getLogger("django.request")
_OVER = {
    "revoked": "This token was taken back. Ask a coordinator of the network for a new one.",
    "expired": "This token's time is over. Ask a coordinator of the network for a new one.",
    "orphaned": "Whoever gave this token no longer coordinates the network. Ask a coordinator for a new one.",
}


class Api(NinjaAPI):
    """The API as its description tells it: with the refusals that every address shares."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        del path_prefix, path_params
        schema = super().get_openapi_schema(path_prefix=ROOT.lstrip("/"))
        document_problems(schema)
        return schema


api = Api(
    title="Solmu",
    version="1",
    description="Reads a network's map: its actors, services, ties and coverage. It never changes anything. "
    "A coordinator of the network gives the token. docs/api.md shows how to begin.",
    docs_url=None,
    openapi_url=None,
    openapi_extra={"info": {"license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}}},
)
api.add_decorator(unless_known, mode="operation")
api.add_decorator(only_known_words, mode="operation")
# Each slice's part stands under the network's address. A part more is one router more.
for part in (network, actors, services, ties, coverage, search):
    api.add_router("/networks/{slug:slug}", part)


def problem(status: int, detail: str, **more: Any) -> HttpResponse:
    """Return a refusal as RFC 9457 tells it; ``detail`` says what to do."""
    said = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **more,
    }
    return JsonResponse(said, status=status, content_type=PROBLEM)


def _unauthorised(detail: str) -> HttpResponse:
    response = problem(401, detail)
    response["WWW-Authenticate"] = 'Bearer realm="Solmu"'
    return response


@api.exception_handler(AuthenticationError)
def _no_token(request: HttpRequest, refusal: Exception) -> HttpResponse:
    return _unauthorised(
        "Send a token in the header: 'Authorization: Bearer slm_…'. A coordinator of the network gives it."
    )


@api.exception_handler(PassUnknown)
def _wrong_token(request: HttpRequest, refusal: Exception) -> HttpResponse:
    return _unauthorised("There is no such token. Check that it was copied whole.")


@api.exception_handler(PassRefused)
def _token_over(request: HttpRequest, refusal: PassRefused) -> HttpResponse:
    return _unauthorised(_OVER[refusal.reason])


@api.exception_handler(NotAllowed)
def _not_in_token(request: HttpRequest, refusal: NotAllowed) -> HttpResponse:
    return problem(
        403,
        f"This token does not open the part '{refusal}'. Ask a coordinator for one that does.",
    )


@api.exception_handler(NotReachable)
def _nothing_there(request: HttpRequest, refusal: Exception) -> HttpResponse:
    return nowhere(request)


@api.exception_handler(ValidationError)
def _not_understood(request: HttpRequest, refusal: ValidationError) -> HttpResponse:
    errors = [
        {"where": ".".join(str(part) for part in one["loc"][1:]), "what": one["msg"]}
        for one in refusal.errors
    ]
    return problem(422, "Correct these and ask again.", errors=errors)


@api.exception_handler(TooManyTries)
def _too_many(request: HttpRequest, refusal: TooManyTries) -> HttpResponse:
    response = problem(429, "Too many requests. Wait as many seconds as Retry-After says.")
    response["Retry-After"] = str(refusal.minutes * 60)
    return response


@api.exception_handler(Exception)
def _broken(request: HttpRequest, fault: Exception) -> HttpResponse:
    _log.error("The API broke at %s", request.path, exc_info=fault)
    return problem(500, "Solmu broke here. Try again later; if it goes on, tell whoever runs it.")


def nowhere(request: HttpRequest) -> HttpResponse:
    """Say that there is nothing: missing, foreign and hidden look alike."""
    return problem(
        404, f"Nothing here that this token reads. {settings.PUBLIC_URL}/api/ lists all addresses."
    )


def description(request: HttpRequest) -> HttpResponse:
    """Answer with the whole API in OpenAPI's words."""
    response = JsonResponse(api.get_openapi_schema())
    response["Cache-Control"] = "public, max-age=300"
    return response


def addresses() -> list[tuple[str, ReadPart | None]]:
    """Return each address with what a token has to open for it; nothing where any token will do."""
    parts = {part.value: part for part in ReadPart}
    return [
        (address, parts.get(operation["tags"][0]))
        for address, operations in api.get_openapi_schema()["paths"].items()
        for operation in operations.values()
    ]


def language_of(request: HttpRequest) -> str:
    """Return which language of names is asked for: by ``lang``, else by Accept-Language, else Finnish."""
    known = dict(settings.LANGUAGES)
    asked = [request.GET.get("lang", "")]
    if not asked[0]:
        header = request.headers.get("Accept-Language", "")
        asked = [code.partition("-")[0] for code, _ in parse_accept_lang_header(header)]
    return next((code for code in asked if code in known), settings.LANGUAGE_CODE)


def dressed(view: View) -> View:
    """Give a view what every answer of the API has: its language, headers against keeping, refusals as problems."""

    @login_not_required
    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, **words: Any) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            if request.method not in {"GET", "HEAD"}:
                response = problem(405, "The API only reads. Ask with GET.")
                response["Allow"] = "GET, HEAD"
            else:
                asked, request.method = (
                    request.method,
                    "GET",
                )  # whoever serves leaves HEAD's body out
                response = view(request, **words)
                request.method = asked
                if response.status_code in {200, 304} and hasattr(request, "auth"):
                    response["ETag"] = etag_of(request)
        response["Content-Language"] = language
        response["X-Robots-Tag"] = "noindex, nofollow"
        response.headers.setdefault("Cache-Control", _keeping(response))
        return response

    return answer


def _keeping(response: HttpResponse) -> str:
    """Return who may keep an answer: the asker itself, as long as it asks each time whether it still holds."""
    return "private, no-cache" if response.has_header("ETag") else "no-store"


def _own_addresses() -> list[URLPattern]:
    """Return the addresses of the slices' parts, without the one that the library adds for its own use."""
    own = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]
    for pattern in own:
        pattern.callback = dressed(pattern.callback)
    return own


urlpatterns = [
    path("api/", api_page, {"addresses": addresses}, name="api_page"),
    path("api/v1/openapi.json", dressed(description), name="api_description"),
    path("api/v1/", include(_own_addresses())),
    re_path(r"^api/v1/", dressed(nowhere), name="api_nowhere"),
]
