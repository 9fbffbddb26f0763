"""The only place that answers whoever bears a link to a shared map: nobody signs in, nothing is asked or kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from solmu.lib.reach import NotReachable
from solmu.networks.rules import WRONG_LINKS
from solmu.passes.access import behind_link, client_address
from solmu.passes.actions import Attempt, TooManyTries, attempt
from solmu.passes.queries import PassRefused
from solmu.sharing.access import share_behind, share_that_ended
from solmu.sharing.actions import count_opening
from solmu.sharing.models import Share
from solmu.sharing.queries import title_of
from solmu.sharing.views.showing import ShownShare, data_of, png_of, svg_of

Bearing = Callable[[HttpRequest, str], HttpResponse]
Opened = Callable[[HttpRequest, str, ShownShare], HttpResponse]
_A_MOMENT = timedelta(seconds=1)


def for_bearers(view: Opened) -> Bearing:
    """Let whoever bears a genuine link in, in the reader's language; tell everybody else kindly why not."""

    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponse:
        language = spoken_by(request)
        with translation.override(language):
            response = _answered(request, token, view)
        response["Content-Language"] = language
        patch_vary_headers(response, ("Accept-Language",))
        return response

    return login_not_required(require_safe(behind_link(answer)))


def _answered(request: HttpRequest, token: str, view: Opened) -> HttpResponse:
    at = timezone.now()
    try:
        with attempt((WRONG_LINKS, client_address(request)), at=at) as one:
            share = _genuine(token, at, one)
    except NotReachable:
        return _over(request, 404)
    except TooManyTries as refusal:
        return _over(request, 429, minutes=refusal.minutes)
    except PassRefused as refusal:
        return _over(request, 410, ended=share_that_ended(refusal.found), over=refusal.found)
    return view(request, token, ShownShare(share, share.network, timezone.localdate(at)))


def _genuine(token: str, at: datetime, one: Attempt) -> Share:
    """Return what the link opens; one that has ended is no guess, so that a page that still embeds it locks nobody out."""
    try:
        share = share_behind(token, at=at)
    except PassRefused:
        one.succeeded()
        raise
    one.succeeded()
    return share


def _over(request: HttpRequest, status: int, **told: Any) -> HttpResponse:
    """Say that there is nothing behind the link, and what one can do; never who made it."""
    ended, over = told.get("ended"), told.get("over")
    if ended is not None:
        told["title"] = title_of(ended)
    if over is not None:
        told["last_day"] = timezone.localtime(over.revoked_at or over.expires_at - _A_MOMENT)
    return render(request, "sharing/over.html", {"status": status, **told}, status=status)


def spoken_by(request: HttpRequest) -> str:
    """Return the language that the address asks for, else the browser, else Finnish."""
    known = dict(settings.LANGUAGES)
    asked = request.GET.get("lang", "")
    if asked in known:
        return asked
    listed = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    return next((code[:2] for code, _ in listed if code[:2] in known), settings.LANGUAGE_CODE)


def _context(token: str, seen: ShownShare) -> dict[str, Any]:
    return {
        "seen": seen,
        "still": seen.still,
        "token": token,
        "languages": settings.LANGUAGES,
        "language": get_language(),
    }


@for_bearers
def page(request: HttpRequest, token: str, seen: ShownShare) -> HttpResponse:
    """Show the map with its tables; opening it is counted."""
    if request.method == "GET":
        count_opening(seen.share)
    return render(request, "sharing/shared.html", _context(token, seen))


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]  # its types know only views without words in the address
@for_bearers
def embedded(request: HttpRequest, token: str, seen: ShownShare) -> HttpResponse:
    """Show the map alone, for another site to frame; the only page that any site may."""
    if request.method == "GET":
        count_opening(seen.share)
    return render(request, "sharing/embedded.html", _context(token, seen))


@for_bearers
def svg(request: HttpRequest, token: str, seen: ShownShare) -> HttpResponse:
    """Answer with the picture as a drawing."""
    return _file(svg_of(seen), "image/svg+xml; charset=utf-8", "svg", seen)


@for_bearers
def png(request: HttpRequest, token: str, seen: ShownShare) -> HttpResponse:
    """Answer with the same picture as pixels."""
    return _file(png_of(svg_of(seen), seen.still.width), "image/png", "png", seen)


@for_bearers
def data(request: HttpRequest, token: str, seen: ShownShare) -> HttpResponse:
    """Answer with the same facts as JSON."""
    return JsonResponse(data_of(seen), json_dumps_params={"ensure_ascii": False, "indent": 1})


def _file(content: str | bytes, kind: str, ending: str, seen: ShownShare) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    name = f"{slugify(seen.shown.title) or 'solmu'}-{seen.on:%Y-%m-%d}.{ending}"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
