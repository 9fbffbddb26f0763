"""The only place for what the registry's pages share: who acts, where from, and what part is asked for."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from solmu.people.models import Person


def acting(request: HttpRequest) -> Person:
    """Return the signed-in person."""
    return cast("Person", request.user)


def is_part(request: HttpRequest) -> bool:
    """Tell whether a part of a page was asked for, not the page."""
    asked = request.headers
    return (
        "HX-Request" in asked
        and asked.get("HX-Request-Type") != "full"
        and "HX-History-Restore-Request" not in asked
    )


def way_back(request: HttpRequest, fallback: str) -> str:
    """Return where the person came from, never another site."""
    there = request.POST.get("next") or request.GET.get("next") or fallback
    safe = url_has_allowed_host_and_scheme(
        there, {request.get_host()}, require_https=request.is_secure()
    )
    return there if safe else fallback
