"""The only place for who asks, where they came from, and what every page behind a bearer link must carry."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme

from solmu.passes.rules import address_of, counted_address, is_loopback

View = TypeVar("View", bound=Callable[..., Any])


class Asking(Protocol):
    """A request, as far as its address goes."""

    META: Any


def client_address(request: Asking) -> str:
    """Return what failures of the asker's address are counted under."""
    return counted_address(address_of(request.META, settings.TRUSTED_PROXIES))


class Coming(Protocol):
    """A request, as far as it says where its sender came from."""

    POST: Any
    GET: Any

    def get_host(self) -> str: ...

    def is_secure(self) -> bool: ...


def way_back(request: Coming, fallback: str) -> str:
    """Return where the asker wants to go on to (``next``), never another site."""
    there = request.POST.get("next") or request.GET.get("next") or fallback
    safe = url_has_allowed_host_and_scheme(
        there, {request.get_host()}, require_https=request.is_secure()
    )
    return str(there) if safe else fallback


def is_at_this_machine(request: Asking) -> bool:
    """Tell whether the request comes from this machine itself."""
    return is_loopback(request.META, settings.TRUSTED_PROXIES)


def behind_link(view: View) -> View:
    """Keep a page's address out of other sites, search engines and caches."""

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> Any:
        response = view(*args, **kwargs)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Cache-Control"] = "private, no-store"
        return response

    return answer  # type: ignore[return-value]
